"""How time and memory grow: scanned pages in a dossier, invitations, members of a model.

``python -m benchmarks.scale [scans|invitations|members ...]``

Each step is a cold process of its own, with twice as much as the step before. Time is that of the
processor, so that what else runs beside it counts for little. Linear is a ratio of 2 at most.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from PIL import Image, ImageDraw

from benchmarks.establish import DRAFTED, RECORD, Timed, compiled, timed

if TYPE_CHECKING:
    from collections.abc import Callable

SIGNED_PAPER = "04-quyet-dinh-thanh-lap"
DPI = 150
WIDE, HIGH = 1240, 1754
"""A4 at that resolution."""
SHEETS = 15
"""Pages of one scanned file."""
LIMIT = 300
"""MiB that no run may take."""


def docgen(command: str, *arguments: str) -> Timed:
    """One cold run of ``docgen``, printing without any other program."""
    program = (sys.executable, "-m", "docgen", command)
    return timed([*program, *arguments, "--date", DRAFTED.isoformat(), "--printer", "builtin"])


def scans(count: int, folder: Path) -> Timed:
    """The dossier bound again, with a signed scan of ``count`` pages in it."""
    package = folder / "package"
    docgen("establish", str(RECORD), "-o", str(package))
    signed = package / "da-ky"
    signed.mkdir(exist_ok=True)
    for start in range(0, count, SHEETS):
        scan = signed / f"{SIGNED_PAPER}-{start // SHEETS + 1}.pdf"
        first, *others = (scanned_page(start + number) for number in range(SHEETS))
        first.save(scan, "PDF", save_all=True, append_images=others, resolution=DPI)
    return docgen("bundle", str(package))


def scanned_page(number: int) -> Image.Image:
    """A sheet as scanners see one: lines of ink, and grain that no two pages share."""
    grain = random.Random(number).randbytes(WIDE * HIGH // 64)  # noqa: S311 - for looks alone
    page = Image.frombytes("L", (WIDE // 8, HIGH // 8), grain[: (WIDE // 8) * (HIGH // 8)])
    page = page.point(lambda grey: 224 + grey // 8).resize((WIDE, HIGH))
    ink = ImageDraw.Draw(page)
    for line in range(150, HIGH - 150, 40):
        ink.text((150, line), f"Trang {number + 1}, " + "chu ky va con dau " * 5, fill=40)
    return page


def invitations(count: int, folder: Path) -> Timed:
    """The whole package of a record with ``count`` guests: an invitation for each."""
    record = told()
    one = record["launch"]["guests"][0]
    record["launch"]["guests"] = [one | {"name": name} for name in people(count)]
    return established(record, folder)


def members(count: int, folder: Path) -> Timed:
    """The whole package of a record with ``count`` members."""
    record = told()
    head, other = record["members"][0], record["members"][-1]
    record["members"] = [head, *(other | {"name": name} for name in people(count - 1))]
    return established(record, folder)


def told() -> dict[str, Any]:
    """What the sample record tells."""
    return dict(yaml.safe_load(RECORD.read_text("utf-8")))


def people(count: int) -> list[str]:
    """That many names, no two alike."""
    given = ["An", "Bình", "Cường", "Dũng", "Giang", "Hà", "Hải", "Lan", "Minh", "Nam"]
    families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ"]
    every = [f"{f} {m} {n}" for f in families for m in given for n in given]
    return every[:count]


def established(record: dict[str, Any], folder: Path) -> Timed:
    """The package of ``record`` made anew."""
    file = folder / "record.yaml"
    file.write_text(yaml.safe_dump(record, allow_unicode=True), "utf-8")
    return docgen("establish", str(file), "-o", str(folder / "package"))


LADDERS: dict[str, tuple[Callable[[int, Path], Timed], tuple[int, ...]]] = {
    "scans": (scans, (75, 150, 300)),
    "invitations": (invitations, (250, 500, 1000)),
    "members": (members, (125, 250, 500)),
}


def main(asked: list[str]) -> None:
    """Climb the ladders that are ``asked`` for, or all, and print each step."""
    compiled()
    print(f"{'':12} {'count':>6} {'CPU s':>8} {'ratio':>6} {'peak MiB':>9}")
    for name in asked or LADDERS:
        run, counts = LADDERS[name]
        before = None
        for count in counts:
            with tempfile.TemporaryDirectory() as folder:
                made = run(count, Path(folder))
            ratio = f"{made.cpu / before:6.2f}" if before else " " * 6
            over = "  too much" if made.peak > LIMIT else ""
            print(f"{name:12} {count:6} {made.cpu:8.2f} {ratio} {made.peak:9.0f}{over}")
            before = made.cpu


if __name__ == "__main__":
    main(sys.argv[1:])
