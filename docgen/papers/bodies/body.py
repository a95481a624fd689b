"""Who stands at the head and at the foot of a paper: names, header lines, lines of signature."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from docgen.papers.gaps import HOLE, or_hole
from docgen.papers.phrases import phrase, words
from docgen.record.schema.offices import Signer, Signing
from docgen.text.lines import balanced
from docgen.text.names import lower_first
from docgen.values import Value

if TYPE_CHECKING:
    from docgen.law.schema.organisations import Organisation

STATE_LETTERS = 19
"""About how many bold capitals of 13 pt the left of a State paper's head holds in one line."""
PARTY_LETTERS = 17
"""The same at 14 pt, for Party papers."""


class Body(Value):
    """Cơ quan ban hành: names in prose, header lines in capitals, and who signs."""

    name: str
    leader: str
    superior: tuple[str, ...]
    header: tuple[str, ...]
    abbreviation: str
    signer: Signer
    archive: str
    collective: str = ""
    drafting_unit: str = ""
    always_collective: bool = False
    numbered: bool = True
    capacity: tuple[str, ...] = ()
    place: str = ""
    is_committee: bool = False
    form: Organisation | None = None


def archive(desk: str) -> str:
    """The line of the recipients that says who keeps the paper: the văn thư, and ``desk``."""
    named = desk and desk.upper() != phrase("bodies.archive_desk")
    return phrase("bodies.archive_with_desk", desk=desk) if named else phrase("bodies.archive")


def archive_of_minutes(kept: str) -> str:
    """The same for minutes, which the model's file keeps too; ``kept`` may name it already."""
    has_file = phrase("bodies.file") in kept
    return kept if has_file else phrase("bodies.archive_of_minutes", archive=kept)


def replace_title(signer: Signer, title: str) -> Signer:
    """``signer`` with the title that the office usually has."""
    return signer.changed(title=title)


def signature_lines(body: Body, act: str, *, party_form: bool = False) -> list[str]:
    """The lines over the signature: TM., KT., Q., TL. (NĐ 30/2020, Điều 13), or T/M of the Party.

    ``act`` is ``collective`` or ``personal``; the collective is named only for the former, and
    never by one who signs by order (TL.).
    """
    title, own = body.signer.title.upper(), body.signer.own_title.upper()
    deputy = own or phrase("bodies.deputy", title=title)
    collective = act == "collective" or body.always_collective
    if party_form:
        lines = [title if body.signer.signing is Signing.HEAD else deputy]
        return [phrase("bodies.for_party", collective=body.collective.upper()), *lines]
    lines = {
        Signing.HEAD: [title],
        Signing.DEPUTY: [phrase("bodies.for_head", title=title), deputy],
        Signing.ACTING: [phrase("bodies.acting", title=title)],
        Signing.BY_ORDER: [phrase("bodies.by_order", title=title), own or HOLE],
    }[body.signer.signing]
    by_order = body.signer.signing is Signing.BY_ORDER
    if collective and body.collective and not by_order:
        return [phrase("bodies.for_collective", collective=body.collective.upper()), *lines]
    return lines


def signer_office(body: Body) -> str:
    """Chức vụ of the person who signs: the head's title, or the signer's own (KT., TL.)."""
    signer = body.signer
    if signer.signing is Signing.ACTING:
        return phrase("bodies.acting_office", title=signer.title)
    if signer.signing is Signing.DEPUTY:
        return signer.own_title or phrase("bodies.deputy_office", title=signer.title)
    return signer.own_title or HOLE if signer.signing is Signing.BY_ORDER else signer.title


def signer_name(body: Body) -> str:
    """Rank and name as they stand under the signature; empty when the name is not known."""
    return f"{body.signer.rank} {body.signer.name}".strip() if body.signer.name else ""


@lru_cache(maxsize=512)
def holder(title: str, office: str) -> str:
    """``Trưởng Công an xã Tân Mỹ`` from “Trưởng Công an xã” and “Công an xã Tân Mỹ”.

    The words with which the title ends and the office begins are said once.
    """
    if not office or office.casefold() in title.casefold():
        return title
    words = office.split()
    for length in range(len(words), 0, -1):
        shared = " ".join(words[:length]).casefold()
        if title.casefold().endswith(shared):
            return f"{title} {' '.join(words[length:])}".strip()
    return f"{title} {office}"


def called(honorific: str, name: str) -> str:
    """``ông Vũ Văn Thắng`` within a sentence; ``ông (bà)`` where the address is not told."""
    return f"{lower_first(honorific or phrase('people.honorific'))} {or_hole(name)}"


def superior_lines(name: str, width: int = STATE_LETTERS) -> tuple[str, ...]:
    """Common words of the superior's name may be abbreviated (NĐ 30/2020, Phụ lục I, II.2)."""
    long, short = words("bodies.shortened")
    return balanced(name.upper().replace(long, short), width) if name else ()


def header_lines(
    told: list[str], usual: tuple[str, ...], width: int = STATE_LETTERS
) -> tuple[str, ...]:
    """The issuer in capitals: as told line by line, or its usual names broken well."""
    if told:
        return tuple(line.upper() for line in told)
    return tuple(line for name in usual for line in balanced(name.upper(), width))
