"""Acts cited as legal bases (căn cứ), and the two eras: all chosen by a paper's own date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from docgen.guidance.data import read
from docgen.text.dates import date_phrase, short_day


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
    """The row in force on ``day``, without its dates; the first row reaches back without end."""
    found = next(row for row in rows if day <= row.get("until", date.max))
    return {key: value for key, value in found.items() if key not in {"from", "until"}}


def party_form(day: date) -> PartyForm:
    """The form of Party papers on ``day`` (HD 36-HD/VPTW, then HD 05-HD/VPTW)."""
    return PartyForm(**_era(read("eras")["party_form"], day))


def government(day: date) -> Government:
    """The era of government on ``day`` (Luật 72/2025/QH15, Điều 51)."""
    return Government(**_era(read("eras")["government"], day))
