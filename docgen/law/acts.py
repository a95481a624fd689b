"""Acts: cited as legal bases (căn cứ) by a paper's own date, named in advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.law.law import law
from docgen.law.schema.legal import LAW
from docgen.text.dates import date_phrase, short_day

if TYPE_CHECKING:
    from datetime import date

    from docgen.law.schema.legal import Act


def citations(
    topic: str,
    day: date,
    *,
    numbered_laws: bool = False,
    party_style: bool = False,
    province: str = "",
) -> list[str]:
    """The full citations of the acts of ``topic`` in force on ``day``, oldest first.

    ``province`` leaves out what another province has issued for itself.
    """
    return [
        citation(act, numbered_laws=numbered_laws, party_style=party_style) + amended(act, day)
        for act in law().acts.values()
        if act.topic == topic and act.in_force(day) and act.applies(province)
    ]


def citation(act: Act, *, numbered_laws: bool, party_style: bool) -> str:
    """The first, full citation; a law goes without number and issuer (NĐ 30, Phụ lục I).

    ``numbered_laws`` adds the number of a law, as normative acts do; ``party_style`` writes
    the day as Party papers do (``, ngày 05/9/2026``).
    """
    if act.day is None:
        return f"{act.kind} {act.name}"
    day = f", {short_day(act.day)}" if party_style else f" {date_phrase(act.day)}"
    if act.kind == LAW:
        number = f" số {act.number}" if numbered_laws else ""
        return f"{act.kind} {act.name}{number}{day}"
    return f"{act.kind} số {act.number}{day} của {act.issuer} {act.name}"


def amended(act: Act, day: date) -> str:
    """``, được sửa đổi, bổ sung bởi Thông tư số …``: the acts that amended it by ``day``."""
    found = [one.by for one in act.amended if one.start <= day]
    return law().legal.amended.format(acts=", ".join(found)) if found else ""


def rank(cited: str) -> int:
    """Where a basis stands among bases: laws, decrees, circulars, then what is local."""
    ranks = law().legal.ranks
    found = (place for place, kind in enumerate(ranks) if cited.startswith(f"{kind} "))
    return next(found, len(ranks))


def is_elsewhere(topic: str, day: date, province: str) -> bool:
    """Whether only another province has acts of ``topic`` in force on ``day``."""
    there = [act for act in law().acts.values() if act.topic == topic and act.in_force(day)]
    return bool(there) and not any(act.applies(province) for act in there)


def short(act_id: str) -> Words:
    """``Nghị định 30/2020/NĐ-CP``: how a message names an act; ``KeyError`` for an unknown one."""
    act = law().acts[act_id]
    named = act.number or act.name
    return Words(f"{act.kind} {named}", f"{law().legal.kinds[act.kind]} {named}")
