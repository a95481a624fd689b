"""Acts: cited as legal bases (căn cứ) by a paper's own date, named in advice; and the eras."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from docgen.errors import Words
from docgen.guidance.data import frozen, read
from docgen.text.dates import date_phrase, short_day

if TYPE_CHECKING:
    from collections.abc import Callable

Rule = TypeVar("Rule")


@dataclass(frozen=True, slots=True)
class Act:
    """Một văn bản được viện dẫn: in force from ``start`` to the end of ``end`` (open: None)."""

    id: str
    topic: str
    kind: str
    name: str
    start: date
    end: date | None
    number: str
    issuer: str
    day: date | None

    def in_force(self, day: date) -> bool:
        """Whether the act may be cited in a paper of ``day``."""
        return self.start <= day and (self.end is None or day <= self.end)

    def citation(self, *, numbered_laws: bool, party_style: bool) -> str:
        """The first, full citation; a law goes without number and issuer (NĐ 30, Phụ lục I).

        ``numbered_laws`` adds the number of a law, as normative acts do; ``party_style`` writes
        the day as Party papers do (``, ngày 05/9/2026``).
        """
        if self.day is None:
            return f"{self.kind} {self.name}"
        day = f", {short_day(self.day)}" if party_style else f" {date_phrase(self.day)}"
        if self.kind == "Luật":
            number = f" số {self.number}" if numbered_laws else ""
            return f"{self.kind} {self.name}{number}{day}"
        return f"{self.kind} số {self.number}{day} của {self.issuer} {self.name}"

    @property
    def short(self) -> Words:
        """``Nghị định 30/2020/NĐ-CP``: how a message names the act."""
        named = self.number or self.name
        return Words(f"{self.kind} {named}", f"{_KINDS[self.kind]} {named}")


_KINDS = {
    "Luật": "Law",
    "Nghị quyết": "Resolution",
    "Nghị định": "Decree",
    "Thông tư": "Circular",
    "Hướng dẫn": "Guidance",
    "Chỉ thị": "Directive",
    "Điều lệ": "Charter",
}


class Hint(NamedTuple):
    """Lời nhắc: what a data file tells the user to do; ``{act}`` is the act that says so."""

    vi: str
    en: str
    act: str = ""

    def words(self, **parts: str) -> Words:
        """The hint with its act and ``parts`` filled in; ``KeyError`` for an unknown one."""
        named = act(self.act).short if self.act else Words("", "")
        return Words(self.vi.format(act=named.vi, **parts), self.en.format(act=named.en, **parts))


def rule(shape: Callable[..., Rule], row: dict[str, Any]) -> Rule:
    """A row of a data file as a ``shape``, its ``hint`` and ``what`` told in both languages.

    Raises:
        TypeError: the row has a key that the shape has not, or lacks one.
    """
    told = {name: kind(**row[name]) for name, kind in _TOLD.items() if name in row}
    return shape(**frozen({**row, **told}))


_TOLD: dict[str, Callable[..., Hint | Words]] = {"hint": Hint, "what": Words}


@dataclass(frozen=True, slots=True)
class PartyForm:
    """Thể thức văn bản Đảng: the separators and address that changed with HD 05-HD/VPTW."""

    id: str
    base_end: str
    recipient_end: str
    submission_to: str


@dataclass(frozen=True, slots=True)
class Government:
    """Thời kỳ chính quyền: three tiers before 01/7/2025, two tiers since."""

    id: str
    commune_kinds: str


def _act(row: dict[str, Any]) -> Act:
    return Act(
        id=row["id"],
        topic=row["topic"],
        kind=row["kind"],
        name=row["name"],
        start=row["from"],
        end=row.get("until"),
        number=row.get("number", ""),
        issuer=row.get("issuer", ""),
        day=row.get("day"),
    )


@cache
def acts() -> tuple[Act, ...]:
    """Every act that the program can cite."""
    return tuple(_act(row) for row in read("legal")["acts"])


@cache
def act(act_id: str) -> Act:
    """The act named ``act_id``; ``KeyError`` when there is none."""
    return {one.id: one for one in acts()}[act_id]


def citations(
    topic: str, day: date, *, numbered_laws: bool = False, party_style: bool = False
) -> list[str]:
    """The full citations of the acts of ``topic`` in force on ``day``, oldest first."""
    return [
        act.citation(numbered_laws=numbered_laws, party_style=party_style)
        for act in acts()
        if act.topic == topic and act.in_force(day)
    ]


def _era(rows: list[dict[str, Any]], day: date) -> dict[str, Any]:
    """The last row begun by ``day``, without its date; the first reaches back without end."""
    found = [row for row in rows if row.get("from", date.min) <= day][-1]
    return {key: value for key, value in found.items() if key != "from"}


def party_form(day: date) -> PartyForm:
    """The form of Party papers on ``day`` (HD 36-HD/VPTW, then HD 05-HD/VPTW)."""
    return PartyForm(**_era(read("eras")["party_form"], day))


def government(day: date) -> Government:
    """The era of government on ``day`` (Luật 72/2025/QH15, Điều 51)."""
    return Government(**_era(read("eras")["government"], day))
