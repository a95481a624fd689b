"""What the papers of a commendation say: who is honoured, for what, in which form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.law import issuers
from docgen.law.honours import is_beyond
from docgen.papers.bodies import deciders, offices
from docgen.papers.gaps import HOLE, mark, or_hole
from docgen.papers.phrases import phrase
from docgen.papers.rows import gathering
from docgen.record.schema.life import Commendation
from docgen.record.schema.meetings import Conference
from docgen.record.sections import parts_of
from docgen.text.names import first_upper
from docgen.text.numbers import count

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Sheet
    from docgen.record.schema.life import Honouree


def frame(sheet: Sheet) -> Frame:
    """``commendation.*`` of a template; ``sheet.part`` numbers the commendation (``01``)."""
    told = parts_of(sheet.record, "commendations")[sheet.part]
    assert isinstance(told, Commendation)  # noqa: S101 - the section holds nothing else
    day = _chairman_on(sheet)
    own = [honouree for honouree in told.honourees if not is_beyond(honouree.form, day)]
    beyond = [honouree for honouree in told.honourees if is_beyond(honouree.form, day)]
    forms = {honouree.form for honouree in own}
    return {
        "commendation": {
            "occasion": or_hole(told.occasion),
            **_asker(sheet),
            "bonus": told.bonus.rstrip(" .;"),
            "meets": told.meeting != Conference(),
            "meeting": gathering(told.meeting, sheet.day, []),
            "collectives": _rows(_collectives(told.honourees)),
            "people": _rows(_people(told.honourees)),
            "count": _counted(told.honourees),
            "own_collectives": _rows(_collectives(own)),
            "own_people": _rows(_people(own)),
            "own_count": _counted(own),
            "own_form": forms.pop() if len(forms) == 1 else "",
            "beyond": _rows(beyond),
            "beyond_count": _counted(beyond),
            "asked": _rows(_ordered(own or beyond)),
            "asked_count": _counted(own or beyond),
        }
    }


def _chairman_on(sheet: Sheet) -> date | None:
    """The day of the paper, where a commune's chairman decides on honours."""
    record = sheet.record
    is_chairman = record.kind == "self_managed" and issuers.kind_of(record).is_commune
    return sheet.day if is_chairman else None


def _asker(sheet: Sheet) -> Frame:
    """Who asks for the honours: the model, or its proposer for the model's own head."""
    record = sheet.record
    name = phrase("commendations.asker")
    if record.kind == "self_managed":
        body = deciders.commender(record, sheet.part)
        name = name if body.name == offices.model_name(record) else body.name
    return {"asker": name, "Asker": first_upper(name)}


def _collectives(told: list[Honouree]) -> list[Honouree]:
    return [honouree for honouree in told if honouree.collective]


def _people(told: list[Honouree]) -> list[Honouree]:
    return [honouree for honouree in told if not honouree.collective]


def _ordered(told: list[Honouree]) -> list[Honouree]:
    return [*_collectives(told), *_people(told)]


def _counted(told: list[Honouree]) -> str:
    """``01 tập thể và 03 cá nhân``; a blank where nobody is left."""
    collectives, people = len(_collectives(told)), len(_people(told))
    parts = [
        *([phrase("commendations.collectives", count=count(collectives))] if collectives else []),
        *([phrase("commendations.people", count=count(people))] if people else []),
    ]
    return phrase("commendations.and").join(parts) or phrase("commendations.nobody", count=HOLE)


def _rows(told: Iterable[Honouree]) -> list[Frame]:
    return [
        {
            "index": str(index),
            "name": first_upper(or_hole(honouree.name)),
            "office": ", ".join(part for part in (honouree.title, honouree.unit) if part),
            "form": first_upper(or_hole(honouree.form)),
            "achievements": honouree.achievements or mark("achievements"),
        }
        for index, honouree in enumerate(told, start=1)
    ]
