"""The names a template may use, read off the view of a record that tells everything."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from docgen.guidance.papers import Due, papers
from docgen.papers.covers import Bound, dossier_view
from docgen.papers.sheet import Papers
from docgen.papers.view import view
from docgen.record.schema.linked import AnyRecord, LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.sections import parts_of
from docgen.word.filling.fields import known_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

_HONOUREES = [{"collective": True}, {}, {"form": "Bằng khen"}]
_TOLD = {
    "kind": "self_managed",
    "issuer": {"kind": "commune", "name": "xã"},
    "model": {"name": "Mô hình"},
    "members": [{}],
    "schedule": [{"task": "việc"}],
    "funds": {"items": [{"what": "khoản"}]},
    "consultation": {"consultees": [{"name": "nơi"}]},
    "launch": {
        "guests": [{}],
        "programme": [{"content": "mục"}],
        "tasks": [{"task": "việc"}],
    },
    "pilot": {},
    "year_plan": {"year": 2026},
    "assessments": [{"period": "2026"}],
    "reports": [{"period": "2026-H1", "figures": [{"name": "số"}]}],
    "reorganizations": [{"members": [{"name": "A"}]}],
    "commendations": [{"honourees": _HONOUREES}],
    "disciplines": [{"member": "A"}],
    "dissolution": {"holdings": [{"what": "vật"}]},
}


_LINKED: dict[str, object] = {
    "kind": "linked",
    "model": {"name": "Cụm"},
    "units": [
        {"name": "xã", "kind": "commune", "turn": 1, "signer": {"name": "A"}},
        {"name": "trường", "kind": "school"},
    ],
    "committee": {"members": [{}]},
    "schedule": [{"task": "việc"}],
    "funds": {"items": [{"what": "khoản"}]},
    "consultation": {"consultees": [{"name": "nơi"}]},
    "ceremony": {
        "guests": [{"name": "B"}],
        "programme": [{"content": "mục"}],
        "tasks": [{"task": "việc"}],
    },
    "year_plan": {"year": 2026},
    "assessments": [{"period": "2026"}],
    "reports": [{"period": "2026-H1", "figures": [{"name": "số"}]}],
    "reorganizations": [{"members": [{"name": "A"}]}],
    "commendations": [{"honourees": _HONOUREES}],
    "dissolution": {"holdings": [{"what": "vật"}]},
}


def known_names() -> frozenset[str]:
    """Every dotted name that a template may use, as ``check_template`` wants them."""
    names = [_names(record, due) for record in samples() for due in _of_every_sort(record)]
    return frozenset[str]().union(*names)


def samples() -> tuple[AnyRecord, ...]:
    """A record of each kind that tells everything once."""
    return Record.model_validate(_TOLD), LinkedRecord.model_validate(_LINKED)


def _of_every_sort(record: AnyRecord) -> Iterator[Due]:
    """Papers about each section, about the first part told there; for each list, the first copy."""
    met = set()
    for one in papers(record.kind):
        if (one.section, one.each) not in met:
            met.add((one.section, one.each))
            parts = list(parts_of(record, one.section))[:1] if one.section else [""]
            yield from (Due(one, 1, part=part) for part in parts)


def _names(record: AnyRecord, due: Due) -> frozenset[str]:
    """The names in the view of one paper and of the dossier that holds it."""
    every = Papers(record, date(2000, 1, 1))
    bound = dossier_view(every, [Bound(due, "docgen:x", 1, 1)])
    return known_fields(view(every.sheet(due))) | known_fields(bound)
