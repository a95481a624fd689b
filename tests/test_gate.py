"""One gate: the same bytes are refused in the same words, or let through, whichever the door."""

from __future__ import annotations

import shutil
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.errors import (
    DocgenError,
    ExitCode,
    MissingToolError,
    OutsideError,
    PrintRefusedError,
    Problem,
    Severity,
    TemplateError,
    Words,
)
from docgen.guidance.papers import ESTABLISH
from docgen.lint.holding import hold
from docgen.printing.libreoffice import LibreOffice
from docgen.printing.press import Press, Printer
from docgen.printing.word import print_word
from docgen.word import archive
from docgen.word.authoring.compile import compile_template
from docgen.word.filling.check import check_template
from docgen.word.filling.fill import Properties, prepare
from docgen.word.filling.templates import TemplateFolder
from docgen.word.merging.comparing import differences
from docgen.word.merging.merge import merge
from docgen.word.package import open_package
from docgen.workflows import bundling, stationery
from docgen.workflows.desk import Order, Step
from docgen.workflows.packaging import package
from tests.odd import FOREIGN, HARMFUL, HARMLESS, PLAIN, TOLD, field, holding, related
from tests.printing.docx import docx, paragraph
from tests.printing.papers import decision
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Door = Callable[[bytes, Path], object]
    Verdict = list[tuple[int, str, Words, Words]]

NAME = "05-quy-che.docx"
SAMPLE = "khu-dan-cu-2026-toi-thieu"
OTHER = docx(paragraph("Chữ khác"))
REFUSED = {name: data for name, (data, _) in (HARMFUL | FOREIGN).items()}


def checked(data: bytes, _: Path) -> None:
    """As a template looked over."""
    raise_errors(check_template(data, NAME, ()))


def checked_in_folder(data: bytes, folder: Path) -> None:
    """``docgen templates check``."""
    (folder / NAME).write_bytes(data)
    raise_errors(stationery.check_templates(folder))


def used_from_folder(data: bytes, folder: Path) -> None:
    """``--templates``."""
    (folder / NAME).write_bytes(data)
    TemplateFolder(folder).template(NAME.removesuffix(".docx"))


def raise_errors(problems: list[Problem]) -> None:
    """A list with an error in it is a refusal."""
    if errors := [one for one in problems if one.severity is Severity.ERROR]:
        raise TemplateError(*errors)


def printed_by(printer: Printer) -> Door:
    """Printing with ``printer``."""
    return lambda data, _: Press(printer).print(data, NAME)


DOORS: dict[str, Door] = {
    "template check": checked,
    "template check of a folder": checked_in_folder,
    "template folder": used_from_folder,
    "template": lambda data, _: prepare(data, NAME),
    "merge": lambda data, _: merge(PLAIN, data, OTHER, NAME),
    "form": lambda data, _: hold(data, NAME, date(2026, 9, 1)),
    "differences": lambda data, _: differences(data, OTHER, NAME),
    "built-in printer": printed_by(Printer.BUILTIN),
    "LibreOffice": lambda data, _: LibreOffice(Path("nowhere")).print([(NAME, data)]),
    "Word": lambda data, _: print_word(data, NAME),
    "first able printer": printed_by(Printer.AUTO),
}


@pytest.fixture(autouse=True)
def no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without LibreOffice: what passes the gate is heard of as a missing program."""
    monkeypatch.setattr("docgen.printing.libreoffice.find_libreoffice", lambda: None)


def verdict(door: Callable[[], object]) -> Verdict:
    """What a door says of a file: exit code, place, words and hint of every problem.

    A printer that is missing, or that does not print the paper, has let it through.
    """
    try:
        door()
    except (PrintRefusedError, MissingToolError, OutsideError):
        return []
    except DocgenError as fault:
        return [
            (fault.exit_code, problem.place.file, problem.what, problem.hint)
            for problem in fault.problems
        ]
    return []


def at_every_door(data: bytes, folder: Path) -> dict[str, Verdict]:
    """What each door says of ``data``."""
    return {name: verdict(partial(door, data, folder)) for name, door in DOORS.items()}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_refused_at_every_door(name: str, tmp_path: Path) -> None:
    """With the same exit code, place, words and hint."""
    data = REFUSED[name]
    expected = verdict(lambda: open_package(data, NAME))
    assert {code for code, *_ in expected} == {ExitCode.INPUT}
    assert at_every_door(data, tmp_path) == dict.fromkeys(DOORS, expected)


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_harmless_passes_every_door(name: str, tmp_path: Path) -> None:
    """Whatever each can do with it."""
    assert at_every_door(HARMLESS[name], tmp_path) == {door: [] for door in DOORS}


@pytest.mark.parametrize("name", TOLD)
def test_what_should_be_told_is_told_when_a_template_is_checked(name: str) -> None:
    """As a warning, the same that the opened file carries."""
    found = check_template(HARMLESS[name], NAME, ())
    assert found == list(open_package(HARMLESS[name], NAME).remarks)
    assert prepare(HARMLESS[name], NAME).remarks == tuple(found)


# Whole folders


@pytest.fixture(scope="module")
def established(tmp_path_factory: pytest.TempPathFactory) -> Order:
    """A folder with the papers of the smallest record."""
    folder = tmp_path_factory.mktemp("gate")
    record = folder / "ban-khai.yaml"
    record.write_bytes(path_of(SAMPLE).read_bytes())
    order = Order(record, folder / "ho-so", drafted(SAMPLE), "builtin")
    package(order, Step(ESTABLISH), silent)
    return order


def silent(_: Words) -> None:
    """Progress that nobody looks at."""


def edited(order: Order, folder: Path, data: bytes) -> Order:
    """A copy of the folder whose regulation is ``data``."""
    shutil.copytree(order.folder, folder / "ho-so")
    record = folder / "ban-khai.yaml"
    shutil.copy(order.file, record)
    (paper,) = (folder / "ho-so" / "van-ban").glob("05-*.docx")
    paper.write_bytes(data)
    return order.changed(record=record, folder=folder / "ho-so")


BOUND = {
    "template on another machine": HARMLESS["template on a drive as file"],
    "telephone link": HARMLESS["telephone link"],
    "strict": HARMLESS["strict"],
    "another main part": HARMLESS["another main part"],
    "altChunk": REFUSED["altChunk in the text"],
    "macros": REFUSED["macros"],
    "link that acts": REFUSED["link that acts"],
    "odt": REFUSED["odt"],
    "password": REFUSED["password"],
}


@pytest.mark.parametrize("name", BOUND)
@pytest.mark.parametrize("again", [False, True], ids=["bundled", "established again"])
def test_a_paper_edited_by_hand_meets_the_same_gate(
    name: str,
    again: bool,  # noqa: FBT001
    established: Order,
    tmp_path: Path,
) -> None:
    """On bundling, and on establishing anew, when it would be merged with a change.

    It is told as at every door, with what stands in its place; the other papers are printed.
    """
    order = edited(established, tmp_path, BOUND[name])
    said = verdict(lambda: open_package(BOUND[name], NAME))
    if again:
        text = order.file.read_text("utf-8")
        order.file.write_text(text.replace("Nguyễn", "Trần"), encoding="utf-8")
        made = package(order, Step(ESTABLISH), silent)
    else:
        made = bundling.bundle(order, silent)
    found = [(one.what, one.hint) for one in made.remarks if one.severity is Severity.ERROR]
    assert found[:1] == [(what, hint) for _, _, what, hint in said]
    assert len(found) == 2 * len(said)


# Broken files


REAL = (decision(), holding(field(' HYPERLINK "https://a.vn/" ')), related("image", "a.png"))
MARKUP = ("word/document.xml", "word/styles.xml", "word/header1.xml", "word/settings.xml")
CUTS = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.sampled_from(["flip", "cut", "twice", "value"]),
              st.integers(0, 255)),
    min_size=1, max_size=4,
)  # fmt: skip
VALUES = (b"", b"x", b"-1", b"9" * 30, b"1e999", b"nan", "á".encode(), b"0.5", b"\xff")


def broken(data: bytes, cuts: list[tuple[float, str, int]]) -> bytes:
    """``data`` with bytes flipped, left out or doubled, and values of attributes changed."""
    made = bytearray(data)
    for share, deed, value in cuts:
        place = int(share * len(made))
        if deed == "flip" and made:
            made[place] ^= value or 1
        elif deed == "cut":
            del made[place : place + value]
        elif deed == "twice":
            made[place:place] = made[place : place + value]
        elif (start := made.find(b'="', place)) >= 0 and (end := made.find(b'"', start + 2)) >= 0:
            made[start + 2 : end] = VALUES[value % len(VALUES)]
    return bytes(made)


@given(data=st.sampled_from(REAL), cuts=CUTS, part=st.sampled_from(["", *MARKUP]))
@settings(max_examples=150, deadline=None)
def test_a_broken_file_is_refused_plainly_at_every_door(
    data: bytes, cuts: list[tuple[float, str, int]], part: str
) -> None:
    """Whatever zipfile, lxml or docxtpl raise, a person reads of the file and nothing else."""
    parts = archive.parts_of(data, "x")
    spoilt = archive.stored({**parts, part: broken(parts[part], cuts)}) if part else None
    for name, door in DOORS.items():
        if "folder" not in name and "first" not in name:
            verdict(partial(door, spoilt or broken(data, cuts), Path()))


@pytest.mark.parametrize("part", archive.parts_of(REAL[0], "x"))
def test_a_part_that_is_missing_is_no_crash(part: str, tmp_path: Path) -> None:
    """Each part in turn, told by relations and types that are still there."""
    parts = archive.parts_of(REAL[0], "x")
    del parts[part]
    at_every_door(archive.stored(parts), tmp_path)


@pytest.mark.parametrize("tag", ["p", "r", "ins", "sdt", "hyperlink", "smartTag", "pPr", "x"])
def test_what_is_nested_without_sense_is_no_crash(tag: str, tmp_path: Path) -> None:
    """As deep as the parser goes."""
    at_every_door(holding(f"<w:{tag}>" * 240 + f"</w:{tag}>" * 240), tmp_path)


@pytest.fixture(scope="module")
def template() -> bytes:
    """A template with a loop and a table, and with what the finishing touch measures."""
    front = "---\nlayout: named\ntitle: BÁO CÁO\nsummary: Kết quả {{ model.name }}\n---\n\n"
    table = "| Tên |\n|---|\n| {%tr for m in members %} |\n| {{ m.name }} |\n| {%tr endfor %} |"
    return compile_template(
        f"{front}Có {{{{ members | length }}}} người.\n{table}\n\nHết./.\n", "x"
    )


@given(cuts=CUTS, part=st.sampled_from(MARKUP[:3]))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_broken_template_is_filled_or_refused_plainly(
    cuts: list[tuple[float, str, int]],
    part: str,
    template: bytes,
    context: dict[str, Any],
    properties: Properties,
) -> None:
    """Nor does filling and finishing show what is inside."""
    parts = archive.parts_of(template, "x")
    spoilt = archive.stored({**parts, part: broken(parts[part], cuts)})
    verdict(lambda: prepare(spoilt, NAME).fill(context, properties))
