"""A paper bears the names of its own day: of places, of bodies, of those who hold an office."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from docgen.papers.citations import cite
from docgen.papers.letterhead import addressees, frame
from docgen.papers.register.series import series
from docgen.papers.sheet import Papers
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.taking import taken

if TYPE_CHECKING:
    from docgen.papers.sheet import Sheet

LAST, FIRST = date(2026, 9, 19), date(2026, 9, 20)
OWN: dict[str, Any] = {
    "kind": "self_managed",
    "issuer": {"kind": "commune", "name": "xã Lạng Giang", "province": "tỉnh Bắc Ninh"},
    "model": {"name": "Tổ liên gia tự quản"},
    "party": {"name": "Đảng ủy xã Lạng Giang", "superior": "Đảng bộ tỉnh Bắc Ninh"},
    "proposer": {"name": "Công an xã Lạng Giang", "superior": "Công an tỉnh Bắc Ninh"},
    "members": [{"name": "Trần Văn Bình", "role": "head"}],
}
LINKED: dict[str, Any] = {
    "kind": "linked",
    "model": {"name": "Cụm An ninh liên hoàn"},
    "units": [
        {"name": "xã Lạng Giang", "kind": "commune", "province": "tỉnh Bắc Ninh", "lead": True},
        {
            "name": "Trường Trung học phổ thông A",
            "kind": "school",
            "superior": "Sở Giáo dục và Đào tạo tỉnh Bắc Ninh",
            "commune": "xã Kép",
            "province": "tỉnh Bắc Ninh",
        },
    ],
}


def own(paper: str, day: date, **more: object) -> Sheet:
    """A paper of the self-managed model on ``day``, the record told with ``more``."""
    told = {**OWN, **more, "papers": {paper: {"day": day}}}
    return Papers(taken(Record, told), date(2026, 11, 1)).of(paper)


def linked(paper: str, day: date, copy: int | None = None, **more: object) -> Sheet:
    """A paper of the linked model on ``day``."""
    told = {**LINKED, **more, "papers": {paper: {"day": day}}}
    return Papers(taken(LinkedRecord, told), date(2026, 11, 1)).of(paper, copy=copy)


def header(sheet: Sheet) -> str:
    """What stands at the head of the paper on the left, in one line."""
    told: dict[str, Any] = frame(sheet)["header"]  # type: ignore[assignment]
    return " ".join([*told["superior"], *told["issuer"]])


def test_the_head_of_a_paper_follows_the_day() -> None:
    """Xã and tỉnh on the last day, phường and thành phố on the first, in both regimes."""
    assert header(own("proposal", LAST)) == "CÔNG AN TỈNH BẮC NINH CÔNG AN XÃ LẠNG GIANG"
    assert header(own("proposal", FIRST)) == "CÔNG AN THÀNH PHỐ BẮC NINH CÔNG AN PHƯỜNG LẠNG GIANG"
    assert header(own("resolution", LAST)) == "ĐẢNG BỘ TỈNH BẮC NINH ĐẢNG ỦY XÃ LẠNG GIANG"
    assert header(own("resolution", FIRST)) == (
        "ĐẢNG BỘ THÀNH PHỐ BẮC NINH ĐẢNG ỦY PHƯỜNG LẠNG GIANG"
    )
    assert header(own("decision", FIRST)) == "ỦY BAN NHÂN DÂN PHƯỜNG LẠNG GIANG"


def test_papers_of_a_linked_model_do_too() -> None:
    """The units, their superiors, and the bodies to be asked."""
    assert header(linked("proposal_letter", LAST, 1)) == "ỦY BAN NHÂN DÂN XÃ LẠNG GIANG"
    assert header(linked("proposal_letter", FIRST, 1)) == "ỦY BAN NHÂN DÂN PHƯỜNG LẠNG GIANG"
    before, after = linked("comment_request", LAST), linked("comment_request", FIRST)
    assert "Công an xã Kép" in addressees(before)
    assert "Bộ Chỉ huy quân sự tỉnh Bắc Ninh" in addressees(before)
    assert "Công an phường Kép" in addressees(after)
    assert "Bộ Chỉ huy quân sự thành phố Bắc Ninh" in addressees(after)


@pytest.mark.parametrize(
    ("told", "day", "superior"),
    [
        ("Công an tỉnh Bắc Giang", date(2025, 6, 30), "CÔNG AN TỈNH BẮC GIANG"),
        ("Công an tỉnh Bắc Giang", date(2025, 7, 1), "CÔNG AN TỈNH BẮC NINH"),
        ("Công an tỉnh Bắc Giang", FIRST, "CÔNG AN THÀNH PHỐ BẮC NINH"),
        ("Công an thành phố Bắc Ninh", LAST, "CÔNG AN TỈNH BẮC NINH"),
        ("Công an tỉnh Thừa Thiên Huế", date(2024, 12, 31), "CÔNG AN TỈNH THỪA THIÊN HUẾ"),
        ("Công an tỉnh Thừa Thiên Huế", date(2025, 1, 1), "CÔNG AN THÀNH PHỐ HUẾ"),
    ],
)
def test_whenever_a_name_was_told_the_paper_has_the_one_of_its_day(
    told: str, day: date, superior: str
) -> None:
    """Names told long ago, and names told for papers of before."""
    office = {"name": "Công an xã Tân Mỹ", "superior": told}
    assert header(own("proposal", day, proposer=office)).startswith(superior)


def test_lines_told_for_the_old_name_go_with_it() -> None:
    """A head told line by line stands until the name that it shows is none any more."""
    office = {
        "name": "Công an tỉnh Bắc Ninh",
        "header": ["CÔNG AN TỈNH", "BẮC NINH"],
    }
    assert header(own("proposal", LAST, proposer=office)) == "CÔNG AN TỈNH BẮC NINH"
    assert header(own("proposal", FIRST, proposer=office)) == "CÔNG AN THÀNH PHỐ BẮC NINH"


def test_what_the_record_tells_with_its_days_stands_above_the_data() -> None:
    """A body that took its new name later than the place bears the old one until then."""
    later = date(2026, 10, 5)
    changes = [{"since": later, "of": "proposer", "superior": "Công an thành phố Bắc Ninh"}]
    before = own("proposal", date(2026, 10, 4), changes=changes)
    assert header(before).startswith("CÔNG AN TỈNH BẮC NINH")
    assert header(own("proposal", later, changes=changes)).startswith("CÔNG AN THÀNH PHỐ BẮC NINH")


def test_what_the_record_told_of_an_earlier_change_does_not_stop_the_next() -> None:
    """A name told since 01/7/2025 becomes that of 20/9/2026 by the data."""
    told = {"name": "Công an xã Kép", "superior": "Công an tỉnh Bắc Giang"}
    changes = [{"since": date(2025, 7, 1), "of": "proposer", "superior": "Công an tỉnh Bắc Ninh"}]
    assert header(own("proposal", LAST, proposer=told, changes=changes)).startswith(
        "CÔNG AN TỈNH BẮC NINH"
    )
    assert header(own("proposal", FIRST, proposer=told, changes=changes)).startswith(
        "CÔNG AN THÀNH PHỐ BẮC NINH"
    )


def test_a_paper_cites_another_by_the_name_of_that_one_s_day() -> None:
    """A decision of before the change keeps its author in papers of after it."""
    told = {**OWN, "papers": {"decision": {"number": 5, "day": LAST}, "plan": {"day": FIRST}}}
    papers = Papers(taken(Record, told), date(2026, 11, 1))
    cited = cite(papers.of("decision")).full
    assert header(papers.of("plan")) == "ỦY BAN NHÂN DÂN PHƯỜNG LẠNG GIANG"
    assert "xã Lạng Giang" in cited
    assert "phường" not in cited


def test_a_party_paper_writes_its_place_as_the_party_does() -> None:
    """Phường Kép in Party papers since 27/5/2026, Kép in those of the State; as told, if told."""
    issuer = {"kind": "commune", "name": "xã Kép", "province": "tỉnh Bắc Ninh"}
    assert own("resolution", date(2026, 5, 26), issuer=issuer).body.place == "Kép"
    assert own("resolution", LAST, issuer=issuer).body.place == "Xã Kép"
    assert own("resolution", FIRST, issuer=issuer).body.place == "Phường Kép"
    assert own("decision", FIRST, issuer=issuer).body.place == "Kép"
    told = {**issuer, "place": "Phố Kép"}
    assert own("resolution", FIRST, issuer=told).body.place == "Phố Kép"


def test_a_party_paper_is_numbered_by_the_term_told() -> None:
    """The first day of the term in the record begins the numbers anew."""
    told = {"name": "Đảng ủy xã A", "term_since": date(2025, 8, 15)}
    last = own("resolution", date(2025, 8, 14), party=told)
    assert series(last).period == "2020-2025"
    assert series(own("resolution", date(2025, 8, 15), party=told)).period == "2025-2030"


def test_a_paper_is_signed_by_who_holds_the_office_on_its_day() -> None:
    """The old head on the last day, the new one on the first."""
    issuer = {**OWN["issuer"], "head": {"name": "Lê Văn Cũ"}}
    changes = [{"since": FIRST, "of": "issuer", "signer": {"name": "Ngô Thị Mới"}}]
    before = own("decision", LAST, issuer=issuer, changes=changes)
    assert before.body.signer.name == "Lê Văn Cũ"
    assert own("decision", FIRST, issuer=issuer, changes=changes).body.signer.name == "Ngô Thị Mới"


def test_a_title_with_the_kind_of_the_commune_follows_it() -> None:
    """Trưởng Công an xã signs for the xã, Trưởng Công an phường for the phường."""
    office = {"name": "Công an xã Kép", "signer": {"title": "Trưởng Công an xã", "name": "A"}}
    before, after = own("proposal", LAST, proposer=office), own("proposal", FIRST, proposer=office)
    assert before.body.leader == "Trưởng Công an xã Kép"
    assert after.body.leader == "Trưởng Công an phường Kép"
    assert after.body.signer.title == "Trưởng Công an phường"
    assert after.papers.record.proposer.signer.title == "Trưởng Công an xã"  # type: ignore[union-attr]
