"""Papers of a reorganisation: drawn from two lists, citing what came before, both kinds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from docgen.guidance.papers import REORGANIZE, due, paper
from docgen.papers.drafting import Drafter
from docgen.papers.letterhead import frame
from docgen.papers.life.reorganizations import frame as change_frame
from docgen.papers.sheet import Papers
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.taking import taken
from docgen.word.filling.templates import TemplateFolder
from tests.golden.reading import outline

TODAY = date(2026, 11, 5)
OLD = [
    {"name": "Lê An", "birth_year": 1970, "role": "head"},
    {"name": "Trần Hòa", "birth_year": 1980, "job": "Giáo viên", "unit": "Thôn 1"},
    {"name": "Vũ Cường", "birth_year": 1985},
    {"name": "Đỗ Dũng", "role": "deputy"},
]
NEW = [
    {"name": "Đỗ Dũng", "role": "head"},
    {"name": "TRẦN HOÀ", "role": "deputy", "title": "Tổ phó thường trực"},
    {"name": "Vũ Cường", "birth_year": 1985, "job": "Thợ điện"},
    {"name": "Hà Yến", "birth_year": 1990},
]
REASONS = [{"name": "lê an", "reason": "chuyển nơi cư trú."}]


def own(*changes: dict[str, Any], **more: Any) -> Record:
    """A self-managed model with its changes."""
    return taken(
        Record,
        {
            "kind": "self_managed",
            "issuer": {"kind": "commune", "name": "xã Tân Mỹ", "province": "tỉnh Bắc Ninh"},
            "model": {"name": "Tổ tuần tra nhân dân"},
            "members": OLD,
            "papers": {"decision": {"number": 45, "day": "05/9/2025"}},
            "reorganizations": list(changes),
            **more,
        },
    )


def shown(record: Record | LinkedRecord, part: str = "01") -> dict[str, Any]:
    """``change.*`` of one reorganisation."""
    one = paper("reorganization_decision", record.kind)
    found: dict[str, Any] = change_frame(Papers(record, TODAY).of(one.id, part))["change"]  # type: ignore[assignment]
    return found


def test_the_difference_of_two_lists_is_told_line_by_line() -> None:
    """Who leaves and why, who joins, who takes another office; who stays is not named."""
    change = shown(own({"members": NEW, "changes": REASONS}))
    assert change["left"] == [
        "ông (bà) Lê An, sinh năm 1970; chức danh: Tổ trưởng; lý do: chuyển nơi cư trú"
    ]
    assert change["joined"] == ["ông (bà) Hà Yến, sinh năm 1990; chức danh: Tổ viên"]
    hole = "…………………"
    assert change["moved"] == [
        f"ông (bà) Đỗ Dũng: từ Tổ phó sang Tổ trưởng; lý do: {hole}",
        f"ông (bà) TRẦN HOÀ: từ Tổ viên sang Tổ phó thường trực; lý do: {hole}",
    ]
    assert "Vũ Cường" not in str([change["left"], change["joined"], change["moved"]])
    assert not any("lý do" in line for line in change["left_named"] + change["moved_named"])
    assert change["new_head"] is True
    assert [one["name"] for one in change["members"]][:2] == ["Đỗ Dũng", "TRẦN HOÀ"]


def test_a_reason_for_all_leaves_no_blanks_for_each() -> None:
    """Where the common reason is told, single ones may stay untold."""
    change = shown(own({"members": NEW, "reasons": "Thay đổi nhân sự của thôn"}))
    assert "…" not in str(change["left"] + change["moved"])


def test_the_second_change_starts_from_the_first_and_cites_it() -> None:
    """Bases: the founding decision, then every former change by number and day."""
    first = {"members": NEW, "decision": {"number": 7, "day": "02/3/2026"}}
    second = {"members": NEW[:3]}
    record = own(first, second)
    change = shown(record, "02")
    assert [len(change[name]) for name in ("left", "joined", "moved")] == [1, 0, 0]
    assert change["replaced"] == "Quyết định số 07/QĐ-UBND"
    bases: Any = frame(Papers(record, TODAY).of("reorganization_decision", "02"))["bases"]
    founding, former = bases[-3], bases[-2]
    assert "số 45/QĐ-UBND ngày 05 tháng 9 năm 2025" in founding
    assert "số 07/QĐ-UBND ngày 02 tháng 3 năm 2026" in former
    assert "kiện toàn" in former
    assert len(shown(record, "01")["moved"]) == 2


@pytest.mark.parametrize("kind", ["commune", "agency", "enterprise", "school"])
@pytest.mark.parametrize("day", [date(2024, 5, 7), TODAY])
def test_papers_read_whole_for_every_issuer_in_both_eras(kind: str, day: date) -> None:
    """Signed by the decider in person; no tag, no doubled stop, the old decision stays in force."""
    issuer = {
        "kind": kind, "name": "xã Tân Mỹ" if kind == "commune" else "Đơn vị Tân Mỹ",
        "commune": "" if kind == "commune" else "xã Tân Mỹ", "abbreviation": "ĐV",
    }  # fmt: skip
    record = own({"members": NEW, "changes": REASONS}, issuer=issuer)
    maker = Drafter(Papers(record, day), TemplateFolder())
    drafts = [maker.draft(one) for one in due(record, REORGANIZE)]
    assert [one.due.paper.id for one in drafts] == [
        "reorganization_submission", "reorganization_decision", "handover_minutes",
    ]  # fmt: skip
    for draft in drafts:
        words = outline(draft.docx)
        assert "{{" not in words
        assert ";." not in words
        assert ".." not in words.replace("…", "")
    decision = outline(drafts[1].docx)
    assert "không trái với Quyết định này vẫn giữ nguyên hiệu lực" in decision
    assert "TM." not in decision


def linked(**more: Any) -> LinkedRecord:
    """A linked model with a committee that changes."""
    people = [
        {"name": "Lê An", "title": "Chủ tịch", "unit": "Ủy ban nhân dân xã Tân Mỹ", "role": "head"},
        {"name": "Trần Bình", "title": "Phó Hiệu trưởng", "unit": "Trường A"},
    ]
    after = [people[0], {**people[1], "title": "Hiệu trưởng"}, {"name": "Hà Yến", "role": "deputy"}]
    return taken(
        LinkedRecord,
        {
            "kind": "linked",
            "model": {"name": "Cụm An ninh liên hoàn"},
            "units": [
                {"name": "xã Tân Mỹ", "kind": "commune", "lead": True},
                {"name": "Trường A", "kind": "school"},
            ],
            "committee": {"members": people},
            "reorganizations": [{"members": after}],
            **more,
        },
    )


def test_a_committee_is_reorganised_by_whoever_founded_it() -> None:
    """Asked by the commune's police; item 2 of the dossier; a post outside it is told as such."""
    record = linked()
    submission, decision = due(record, REORGANIZE)
    assert submission.paper.id == "reorganization_submission"
    assert decision.paper.item == 2
    change = shown(record)
    assert change["moved"] == [
        "Trần Bình, Phó Hiệu trưởng Trường A: chức vụ mới: Hiệu trưởng Trường A; lý do: …………………"
    ]
    assert change["joined"] == ["Hà Yến; Phó Trưởng ban"]
    assert change["replaced"].startswith("Quyết định số")


def test_without_a_committee_there_is_no_decision_on_it() -> None:
    """The paper is made only for models that have a committee."""
    assert due(linked(committee=None), REORGANIZE) == []
