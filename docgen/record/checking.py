"""What is suspicious in a well-formed record, and what of it will print blank."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.errors import Severity, Words
from docgen.record.chronology import chronology
from docgen.record.eras import eras
from docgen.record.explaining import place_of
from docgen.record.fields import Blank
from docgen.record.lettering import lettering
from docgen.record.model import IssuerKind, Record
from docgen.record.people import people
from docgen.record.remark import GUIDANCE, remark
from docgen.record.shape import dotted, label_of, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from docgen.errors import Place, Problem
    from docgen.record.loading import Loaded


def check(loaded: Loaded, today: date) -> list[Problem]:
    """Remarks on a loaded record drafted on ``today``, in the order of the file.

    Errors make it useless for drafting; warnings only cite the clause that is in doubt.
    """
    found = [
        *_names(loaded),
        *_approval(loaded),
        *_party(loaded),
        *_survey(loaded),
        *people(loaded, today),
        *chronology(loaded, today),
        *eras(loaded, today),
        *lettering(loaded),
    ]
    return sorted(found, key=lambda one: (one.place.line or 0, one.place.column or 0))


@dataclass(frozen=True, slots=True)
class Blanked:
    """A field that will print as a blank to fill by hand, or as a visible mark."""

    field: str
    label: Words
    kind: Blank
    place: Place


# Fields that this record does not need: the paper is not made, or the value is well known.
_NOT_NEEDED: dict[tuple[str, str], Callable[[Record], bool]] = {
    ("papers", "pilot_plan"): lambda record: record.pilot is None,
    ("papers", "consent"): lambda record: record.consent == "note",
    ("issuer", "abbreviation"): lambda record: record.issuer.kind is IssuerKind.COMMUNE,
    ("police", "name"): lambda record: record.approver != "police",
}


def blanks(loaded: Loaded) -> list[Blanked]:
    """Everything that prints blank or as a mark, in the order of the model, list items too."""
    unneeded = {path for path, test in _NOT_NEEDED.items() if test(loaded.record)}
    return [
        Blanked(
            dotted(path),
            label_of(Record, path),
            slot.about.blank,
            place_of(path, loaded.marks, loaded.file),
        )
        for path, slot, value in walk(loaded.record)
        if slot.about.blank is not Blank.NONE
        and value in ("", None, [])
        and path[:2] not in unneeded
    ]


_COMMUNE = re.compile(r"(?:xã|phường|thị trấn|đặc khu)\b", re.IGNORECASE)


def _names(loaded: Loaded) -> Iterator[Problem]:
    issuer = loaded.record.issuer
    if issuer.kind is IssuerKind.COMMUNE and not _COMMUNE.match(issuer.name):
        yield remark(
            loaded,
            ("issuer", "name"),
            Words(
                f"Tên đơn vị cấp xã phải bắt đầu bằng xã, phường, thị trấn hoặc đặc khu: "
                f"“{issuer.name}”",
                f"A commune's name begins with xã, phường, thị trấn or đặc khu: “{issuer.name}”",
            ),
            Words(
                "Ghi như “xã Tân Mỹ”, không ghi “Ủy ban nhân dân” ở trước.",
                "Write it like “xã Tân Mỹ”, without “Ủy ban nhân dân”.",
            ),
        )


def _approval(loaded: Loaded) -> Iterator[Problem]:
    record = loaded.record
    if record.approver == "police" and record.issuer.kind is not IssuerKind.COMMUNE:
        yield remark(
            loaded,
            ("approver",),
            Words(
                "Trưởng Công an xã chỉ phê duyệt quy chế của mô hình do UBND cấp xã thành lập",
                "The police approve regulations only of models founded by a commune",
            ),
            Words(
                f"Ghi “approver: decider” (mục II.1.1.3 {GUIDANCE.vi}: thủ trưởng đơn vị duyệt).",
                f"Write “approver: decider” ({GUIDANCE.en}, II.1.1.3: the unit's head approves).",
            ),
            Severity.ERROR,
        )


_PARTY_NAMES = {
    "committee": re.compile(r"chi bộ\b", re.IGNORECASE),
    "cell": re.compile(r"đảng ủy\b", re.IGNORECASE),
}


def _party(loaded: Loaded) -> Iterator[Problem]:
    party = loaded.record.party
    if _PARTY_NAMES[party.kind].match(party.name):
        yield remark(
            loaded,
            ("party", "kind"),
            Words(
                f"“{party.name}” không khớp với loại cấp ủy “{party.kind}”",
                f"“{party.name}” does not fit the kind “{party.kind}”",
            ),
            Words(
                "Chi bộ ghi “kind: cell”; đảng ủy ghi “kind: committee”.",
                "A chi bộ is “kind: cell”; a đảng ủy is “kind: committee”.",
            ),
        )


_SURVEY_HEADS = ("general", "people", "political_system", "movement")


def _survey(loaded: Loaded) -> Iterator[Problem]:
    if not any(getattr(loaded.record.survey, head) for head in _SURVEY_HEADS):
        yield remark(
            loaded,
            ("survey",),
            Words("Chưa có kết quả khảo sát tình hình", "The survey's findings are missing"),
            Words(
                f"Mục II.1.1.1 {GUIDANCE.vi}: khảo sát bốn nội dung rồi mới báo cáo đề xuất; điền "
                "general, people, political_system, movement.",
                f"{GUIDANCE.en}, II.1.1.1: four findings go before the proposal; fill in general, "
                "people, political_system, movement.",
            ),
        )
