"""Ý kiến tham gia: what those asked about the drafts of a linked model say, and who is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.law import units
from docgen.papers.phrases import words
from docgen.record.turns import others_of
from docgen.text.names import first_upper, lower_first, same_name_key
from docgen.text.numbers import count

if TYPE_CHECKING:
    from datetime import date

    from docgen.papers.rows import Frame
    from docgen.record.schema.linked import LinkedRecord
    from docgen.record.schema.meetings import Consultee


def frame(record: LinkedRecord, day: date) -> Frame:
    """``opinions.*`` of a template: every opinion, those that ask for something, the silent."""
    asked = _asked(record, day)
    told = [one for one in record.consultation.consultees if one.opinion]
    rows = [_row(one, _shown(one.name, asked)) for one in told]
    keys = {same_name_key(_shown(one.name, asked)) for one in told}
    silent = [name for name in asked.values() if same_name_key(name) not in keys]
    asking = [row for row in rows if not row["agrees"]]
    return {
        "all": rows,
        "asking": asking,
        "silent": list(dict.fromkeys(silent)) if told else [],
        "count": count(len(rows)),
        "agreeing_count": count(len(rows) - len(asking)),
        "asking_count": count(len(asking)),
        "asked_count": count(len(rows) + len(silent)) if told else "",
        "asked": list(dict.fromkeys(asked.values())),
    }


def agrees(opinion: str) -> bool:
    """An opinion that only agrees: it begins with agreement and asks for nothing."""
    lowered = opinion.casefold()
    begins = lowered.startswith(words("people.agreeing"))
    return begins and not any(word in lowered for word in words("people.asking"))


def _asked(record: LinkedRecord, day: date) -> dict[str, str]:
    """How each body that is asked is named, by all that it may be called in the record."""
    found: dict[str, str] = {}
    for unit in others_of(record):
        for name in (unit.name, units.full_name(unit), units.named(unit, day)):
            found[same_name_key(name)] = units.named(unit, day)
    for body in units.security_bodies(record, day):
        found.setdefault(same_name_key(body), body)
    return found


def _shown(name: str, asked: dict[str, str]) -> str:
    return asked.get(same_name_key(name)) or first_upper(name)


def _row(told: Consultee, name: str) -> Frame:
    agreed = agrees(told.opinion)
    return {
        "name": name,
        "opinion": told.opinion.strip(" .;"),
        "reply": told.reply,
        "agrees": agreed,
        "handling": "" if agreed else first_upper(told.handling.strip(" .;")),
        "to_do": _to_do(told.handling),
    }


def _to_do(handling: str) -> str:
    """What is to be done, of what was done: ``bổ sung …`` of ``Đã bổ sung …``."""
    lowered = lower_first(handling.strip(" .;"))
    done = next((word for word in words("people.done") if lowered.startswith(word)), "")
    return lowered[len(done) :]
