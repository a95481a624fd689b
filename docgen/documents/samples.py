"""The names a template may use, read off the view of a record that tells everything."""

from __future__ import annotations

from datetime import date

from docgen.documents.fields import known_fields
from docgen.documents.letterhead import Sheet
from docgen.documents.view import view
from docgen.documents.volume import Bound, dossier_view
from docgen.guidance.papers import Due, paper
from docgen.record.model import Record

_TOLD = {
    "kind": "self_managed",
    "issuer": {"kind": "commune", "name": "xã"},
    "model": {"name": "Mô hình"},
    "members": [{}],
    "schedule": [{"task": "việc"}],
    "funds": {"items": [{"what": "khoản"}]},
    "consultation": {"consultees": [{"name": "nơi"}]},
    "launch": {"guests": [{}], "programme": [{"content": "mục"}]},
    "pilot": {},
}


def known_names() -> frozenset[str]:
    """Every dotted name that a template may use, as ``check_template`` wants them."""
    record = Record.model_validate(_TOLD)
    day = date(2000, 1, 1)
    due = Due(paper("invitation"), 1)
    names = known_fields(view(Sheet(record, due.paper, day), due))
    return names | known_fields(dossier_view(record, [Bound(due, "docgen:x", 1, 1)], day))
