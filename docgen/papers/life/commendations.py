"""What the papers of a commendation say: who is honoured, for what, in which form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.law.honours import is_beyond
from docgen.papers.gaps import HOLE, mark, or_hole
from docgen.papers.rows import gathering
from docgen.record.schema.life import Commendation
from docgen.record.schema.meetings import Conference
from docgen.record.sections import parts_of
from docgen.text.names import first_upper
from docgen.text.numbers import count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Sheet
    from docgen.record.schema.life import Honouree


def frame(sheet: Sheet) -> Frame:
    """``commendation.*`` of a template; ``sheet.part`` numbers the commendation (``01``)."""
    told = parts_of(sheet.record, "commendations")[sheet.part]
    assert isinstance(told, Commendation)  # noqa: S101 - the section holds nothing else
    own = [one for one in told.honourees if not is_beyond(one.form)]
    forms = {one.form for one in own}
    return {
        "commendation": {
            "occasion": or_hole(told.occasion),
            "bonus": told.bonus.rstrip(" .;"),
            "meets": told.meeting != Conference(),
            "meeting": gathering(told.meeting, sheet.drafted, []),
            "collectives": _rows(one for one in told.honourees if one.collective),
            "people": _rows(one for one in told.honourees if not one.collective),
            "count": _counted(told.honourees),
            "own_collectives": _rows(one for one in own if one.collective),
            "own_people": _rows(one for one in own if not one.collective),
            "own_count": _counted(own),
            "own_form": forms.pop() if len(forms) == 1 else "",
            "beyond": _rows(one for one in told.honourees if is_beyond(one.form)),
        }
    }


def _counted(told: list[Honouree]) -> str:
    """``01 tập thể và 03 cá nhân``; a blank where nobody is left."""
    collectives = sum(one.collective for one in told)
    people = len(told) - collectives
    parts = [
        *([f"{count(collectives)} tập thể"] if collectives else []),
        *([f"{count(people)} cá nhân"] if people else []),
    ]
    return " và ".join(parts) or f"{HOLE} tập thể, cá nhân"


def _rows(told: Iterable[Honouree]) -> list[Frame]:
    return [
        {
            "index": str(index),
            "name": first_upper(or_hole(one.name)),
            "office": ", ".join(part for part in (one.title, one.unit) if part),
            "form": first_upper(or_hole(one.form)),
            "achievements": one.achievements or mark("tóm tắt thành tích"),
        }
        for index, one in enumerate(told, start=1)
    ]
