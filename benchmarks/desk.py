"""How fast the pages of the desk answer, and how much they send: ``python -m benchmarks.desk``.

Each page is asked in this process as a browser asks it, without the time of a network or of a
browser; medians of warm answers, beside what they may take. Two processors and nothing else at
work is what the budgets are for.
"""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from starlette.testclient import TestClient

import docgen
from docgen.web.application import application
from docgen.web.settings import Settings
from tests.samples import path_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from httpx2 import Response

DAY = date(2026, 9, 1)
HOST = "127.0.0.1:8321"
ROUNDS = 15
MODELS, MEMBERS, GUESTS = 300, 60, 20
SAMPLE, SPARSE = "xa-2026-to-lien-gia", "khu-dan-cu-2026-toi-thieu"
STATIC = Path(docgen.__file__).with_name("web") / "static"


@dataclass(frozen=True)
class Row:
    """A page: milliseconds on the clock and of the processor, bytes; what it may take of both."""

    name: str
    took: float
    work: float
    size: int
    most_ms: float
    most_kb: float

    @property
    def line(self) -> str:
        """The row as it is printed; ``!`` where it takes or sends more than it may."""
        fits = "" if self.took <= self.most_ms and self.size <= self.most_kb * 1024 else "  !"
        spent = f"{self.took:6.0f} / {self.most_ms:4.0f} ms {self.work:6.0f} ms"
        return f"{self.name:44}{spent}{self.size / 1024:8.0f} / {self.most_kb:3.0f} KB{fits}"


def rows() -> list[Row]:
    """Every page measured."""
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        furnish(work)
        client = opened(work / "mo-hinh")
        many = opened(work / "nhieu")
        cold = measured(f"models, {MODELS}, cold", lambda _: many.get("/"), 1000, 150, rounds=1)
        while "Đang đọc" in many.get("/").text:
            time.sleep(0.2)
        return [
            cold,
            measured(f"models, {MODELS}", lambda _: many.get("/"), 100, 150),
            measured(f"calendar, {MODELS}", lambda _: many.get("/lich"), 100, 150),
            measured("task list", lambda _: client.get("/m/mot"), 100, 90),
            measured(f"step, {MEMBERS} members", step(client), 100, 120),
            measured("save a field", saving(client), 60, 4),
            measured("step, record in Excel", step(client, "ba"), 100, 120),
            measured("save a field, record in Excel", saving(client, "ba"), 60, 4, rounds=5),
            measured("paper beside the form, typed into", typing(client), 150, 200),
            measured(f"the same, {MEMBERS} members", typing(client, "mot"), 150, 200),
            measured("its first page as picture", picture(client), 60, 200),
            measured("leafing, the same paper again", leafing(client), 150, 200),
            measured("dossier", lambda _: client.get("/m/mot/ho-so"), 100, 90),
            Row("all styles", 0, 0, size(".css"), 1, 24),
            Row("all scripts", 0, 0, size(".js"), 1, 30),
        ]


def furnish(work: Path) -> None:
    """One model with papers and many members; many models."""
    told = yaml.safe_load(path_of(SAMPLE).read_text("utf-8"))
    person = told["members"][-1]
    told["members"] += [
        {**person, "name": f"Nguyễn Văn {chr(65 + place % 26)} {place}"}
        for place in range(MEMBERS - len(told["members"]))
    ]
    guests = told["launch"]["guests"]
    told["launch"]["guests"] = [dict(one) for one in (guests * GUESTS)[:GUESTS]]
    record = work / "mo-hinh/mot/ban-khai.yaml"
    record.parent.mkdir(parents=True)
    record.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False), "utf-8")
    docgen.package(record, record.parent / "ho-so", on=DAY)
    book = work / "mo-hinh/ba/ban-khai.xlsx"
    book.parent.mkdir()
    docgen.convert(record, book)
    plain = work / "mo-hinh/hai/ban-khai.yaml"
    plain.parent.mkdir()
    plain.write_bytes(path_of(SAMPLE).read_bytes())
    sparse = path_of(SPARSE).read_bytes()
    for number in range(MODELS):
        folder = work / f"nhieu/mo-hinh-{number:03d}"
        folder.mkdir(parents=True)
        (folder / "ban-khai.yaml").write_bytes(sparse + b"\n# %d\n" % number)


def opened(work: Path) -> TestClient:
    """A desk over ``work``, opened by its token."""
    desk = Settings(work, lambda: DAY, HOST)
    client = TestClient(application(desk), base_url=f"http://{HOST}")
    client.headers.update({"origin": f"http://{HOST}", "x-csrf": desk.keys.csrf})
    client.get("/vao", params={"ma": desk.keys.token})
    return client


def measured(
    name: str, ask: Callable[[int], Response], most_ms: float, most_kb: float, rounds: int = ROUNDS
) -> Row:
    """The median of some answers, after two that warm up; of one alone as it is."""
    took, work = [], []
    for turn in range(-2 if rounds > 1 else 0, rounds):
        start, spent = time.perf_counter(), time.process_time()
        answer = ask(turn)
        took.append((time.perf_counter() - start) * 1000)
        work.append((time.process_time() - spent) * 1000)
    answer.raise_for_status()
    middle = statistics.median
    return Row(
        name, middle(took[-rounds:]), middle(work[-rounds:]), len(answer.content), most_ms, most_kb
    )


def step(client: TestClient, model: str = "mot") -> Callable[[int], Response]:
    """The table of members."""
    return lambda _: client.get(f"/m/{model}/khai/thanh-vien")


def saving(client: TestClient, model: str = "mot") -> Callable[[int], Response]:
    """Another name saved, as its box is left; each save tells the state for the next."""
    page = client.get(f"/m/{model}/khai/don-vi").text
    state = re.findall(r'name="revision" value="(\w+)"', page)

    def save(turn: int) -> Response:
        told = {"revision": state[-1], "step": "don-vi", "front": f"Mặt trận xã số {turn + 9}"}
        answer = client.post(f"/m/{model}/khai/luu", data=told)
        state.append(answer.json()["revision"])
        return answer

    return save


def typing(client: TestClient, model: str = "hai") -> Callable[[int], Response]:
    """Another name typed: the decision is drafted and printed anew each time."""
    return lambda turn: client.post(
        f"/m/{model}/xem-thu",
        data={"issuer.head.name": f"Nguyễn Đình Khải {turn}", "_truong": "issuer.head.name"},
    )


def picture(client: TestClient) -> Callable[[int], Response]:
    """The first page of a paper that has just been printed."""

    def draw(turn: int) -> Response:
        return client.get(re.sub("/0/720", f"/{turn % 2}/720", address))

    shown = typing(client)(0).text
    found = re.search(r'src="(/anh/[^"]+)"', shown)
    address = found[1] if found else ""
    return draw


def leafing(client: TestClient) -> Callable[[int], Response]:
    """A paper of the package, its blanks linked."""
    return lambda _: client.get("/m/hai/xem/05-quy-che")


def size(end: str) -> int:
    """The bytes of all files of a kind."""
    return sum(file.stat().st_size for file in STATIC.glob(f"*{end}"))


def main() -> None:
    """Print the table: page, on the clock, of the processor, size."""
    for row in rows():
        sys.stdout.write(f"{row.line}\n")


if __name__ == "__main__":
    main()
