"""What the papers of a linked model say: one list, one rotation, one letter, each thing once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from docgen.guidance.papers import REPORT, Due, due, paper
from docgen.law import units
from docgen.papers import chairing, opinions
from docgen.papers.letterhead import frame
from docgen.papers.life import outcomes
from docgen.papers.sheet import Papers
from docgen.papers.view import view
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.offices import Office
from docgen.record.schema.parts import Issued
from docgen.record.schema.reports import PeriodReport
from docgen.record.taking import taken
from docgen.text.names import first_upper
from tests.golden.reading import paragraphs
from tests.samples import OWN, SAMPLES, ceremony_drafts, drafted, drafter, drafts, life_drafts

if TYPE_CHECKING:
    from docgen.papers.drafting import Draft

LINKED = [name for name in SAMPLES if name not in OWN]
BORDER = "lien-ket/giap-ranh-2024"
CLUSTER = "lien-ket/cum-truong-xa-doanh-nghiep-2026"
WEAK = "vong-doi/yeu-lien-ket-2026"


def record_of(sample: str, **changes: Any) -> LinkedRecord:
    """The record of a linked sample, changed where told."""
    found = drafter(sample).record
    assert found.kind == "linked"
    return found.changed(**changes)


def one(sample: str, paper_id: str) -> Draft:
    """The only draft of a paper of a founding package."""
    (found,) = [made for made in drafts(sample) if made.due.paper.id == paper_id]
    return found


def text(made: Draft) -> str:
    """The whole text of a paper."""
    return "\n".join(words for _, words in paragraphs(made.docx))


def made_of(record: LinkedRecord, sample: str, paper_id: str) -> str:
    """The text of a paper of ``record``, drafted as ``sample`` is."""
    maker = drafter(sample)
    own = maker.changed(papers=Papers(record, drafted(sample)))
    return text(own.draft(Due(paper(paper_id, "linked"))))


@pytest.mark.parametrize("sample", LINKED)
def test_the_letter_is_one_paper_to_all(sample: str) -> None:
    """One công văn, one number, every other unit under “Kính gửi”, never the lead itself."""
    letter = one(sample, "proposal_letter")
    record, day = record_of(sample), drafted(sample)
    to = frame(Papers(record, day).sheet(letter.due))["to"]
    others = [unit for unit in Papers(record, day).then(day).units if not unit.lead]  # type: ignore[union-attr]
    assert to == [units.named(unit, letter_day(sample)) for unit in others]


def letter_day(sample: str) -> date:
    """The day of the letter that proposes the model."""
    return record_of(sample).papers.proposal_letter.day or drafted(sample)


@pytest.mark.parametrize("sample", LINKED)
def test_the_rotation_is_told_by_the_article_on_the_chair_alone(sample: str) -> None:
    """Its terms stand once in the regulation, and in no list; the plan names its year's chair."""
    record = record_of(sample)
    terms = [chairing.term(unit.term) for unit in record.units if unit.turn is not None]
    regulation, listed = text(one(sample, "regulation")), text(one(sample, "member_list"))
    assert all(regulation.count(first_upper(term)) == 1 for term in terms)
    assert not any(term in regulation or term in listed.lower() for term in terms)
    year = record.year_plan.year or drafted(sample).year
    (now, *_) = chairing.in_year(record, year, drafted(sample))
    assert f"{now['name']} chủ trì Mô hình" in text(one(sample, "year_plan"))


@pytest.mark.parametrize("sample", LINKED)
def test_the_list_of_members_stands_in_the_order_of_the_chair(sample: str) -> None:
    """Whoever keeps the dossier, the list is the same, by turns, then those without one."""
    maker = drafter(sample)
    (wanted,) = [one for one in due(maker.record) if one.paper.id == "member_list"]
    lists = {maker.for_holder(place).draft(wanted).docx for place in range(2)}
    assert len(lists) == 1
    turns: Any = [unit["turn"] for unit in view(maker.papers.sheet(wanted))["units"]]  # type: ignore[attr-defined]
    given = [int(turn) for turn in turns if turn]
    assert given == sorted(given)
    assert not any(turns[len(given) :])


@pytest.mark.parametrize("sample", LINKED)
def test_the_copies_to_be_signed_carry_the_list(sample: str) -> None:
    """The copy that a unit keeps is whole; the dossier has the list as an item of its own."""
    (copy,) = [
        made
        for made in ceremony_drafts(sample)
        if made.due.paper.id == "regulation" and made.due.of
    ]
    listed = "ghi theo thứ tự luân phiên chủ trì tại Điều 22 Quy chế"
    assert listed in text(copy)
    assert listed not in text(one(sample, "regulation"))


def test_districts_stand_where_members_are_named_before_july_2025() -> None:
    """“xã Bản Lầy, huyện Hữu Kỳ” until 30/6/2025; afterwards there is none."""
    unit = record_of(BORDER).units[1]
    assert units.named(unit, date(2025, 6, 30)).endswith("xã Bản Lầy, huyện Hữu Kỳ")
    assert units.named(unit, date(2025, 7, 1)).endswith("xã Bản Lầy")
    for paper_id in ("proposal_letter", "regulation", "member_list", "year_plan", "ceremony_plan"):
        assert "xã Bản Lầy, huyện Hữu Kỳ" in text(one(BORDER, paper_id)), paper_id


def test_a_unit_of_another_province_says_so() -> None:
    """Where members are of two provinces the place of each has its own."""
    found = record_of(BORDER).units
    assert units.seat_of(found[1], found, date(2024, 10, 21)) == (
        "xã Bản Lầy, huyện Hữu Kỳ, tỉnh Lạng Sơn"
    )
    one_province = record_of(CLUSTER).units
    assert units.seat_of(one_province[1], one_province, date(2026, 9, 1)) == "xã Minh Thịnh"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("từ 11/2026 đến 12/2027", "từ tháng 11 năm 2026 đến hết tháng 12 năm 2027"),
        ("từ 01/2026 đến 6/2026", "từ tháng 01 đến hết tháng 6 năm 2026"),
        ("năm 2028", "năm 2028"),
        ("2027 - 2028", "từ năm 2027 đến hết năm 2028"),
        ("đến khi có đơn vị thay", "đến khi có đơn vị thay"),
        ("", "…………………"),
    ],
)
def test_terms_are_written_out(told: str, expected: str) -> None:
    """Months as papers write them; what is not clear stays as it is told."""
    assert chairing.term(told) == expected


@pytest.mark.parametrize(
    ("when", "leads"),
    [
        ("Tháng 12", "xã Đông"),
        ("Tháng 3", "Trường Đoài"),
        ("Quý I", "Trường Đoài"),
        ("Hằng tháng", "Đơn vị chủ trì"),
        ("Tháng 6, tháng 7", "Đơn vị chủ trì"),
    ],
)
def test_the_unit_in_the_chair_leads_what_falls_in_its_term(when: str, leads: str) -> None:
    """Who leads which month is told where the chairs are known; across a handover it is open."""
    record = taken(
        LinkedRecord,
        {
            "kind": "linked",
            "model": {"name": "Cụm An ninh liên hoàn"},
            "units": [
                {
                    "name": "Trường Đoài",
                    "kind": "school",
                    "turn": 1,
                    "term": "06 tháng đầu năm 2026",
                },
                {"name": "xã Đông", "kind": "agency", "turn": 2, "term": "06 tháng cuối năm 2026"},
            ],
        },
    )
    assert chairing.leading(record, when, 2026, "Đơn vị chủ trì") == leads


def test_the_summary_counts_opinions_and_names_the_silent() -> None:
    """How many were asked, how many agree, who asks for what, who has not answered."""
    record = record_of(BORDER)
    found: Any = opinions.frame(record, drafted(BORDER))
    assert (found["count"], found["agreeing_count"], found["asking_count"]) == ("05", "03", "02")
    assert found["asked_count"] == "09"
    assert "Ban Chỉ huy Quân sự huyện Yên Lục, tỉnh Bắc Giang" in found["silent"]
    assert not any("xã Bản Lầy" in name for name in found["silent"])
    words = text(one(BORDER, "comment_summary"))
    assert all(name in words for name in found["silent"])


def test_those_who_agree_need_no_handling() -> None:
    """Nothing is “taken up” of an opinion that only agrees; minutes say what is to be done."""
    found: Any = opinions.frame(record_of(CLUSTER), drafted(CLUSTER))
    assert {row["handling"] for row in found["all"] if row["agrees"]} == {""}
    minutes = text(one(CLUSTER, "comment_minutes"))
    assert "Các ý kiến còn lại nhất trí với dự thảo." in minutes
    assert "Đã bổ sung" not in minutes


def test_nobody_decides_at_his_own_request() -> None:
    """A chairman who founds the committee of a model that he leads does not ask himself."""
    record = record_of(WEAK)
    decision = Papers(record, date(2026, 1, 12)).of("committee_decision")
    asks = frame(decision)["bases"][-1]  # type: ignore[index]
    assert asks.startswith("Theo đề nghị của Trưởng Công an phường Đồng Vân tại Tờ trình số ")


def test_the_decision_on_a_committee_begins_with_the_power_to_decide() -> None:
    """Luật Tổ chức chính quyền địa phương for a People's Committee, of the decision's own day."""
    told: Any = frame(Papers(record_of(WEAK), date(2026, 1, 12)).of("committee_decision"))["bases"]
    assert told[0].startswith("Căn cứ Luật Tổ chức chính quyền địa phương")
    assert not any("Lực lượng tham gia bảo vệ an ninh" in basis for basis in told)


@pytest.mark.parametrize(
    ("name", "topics"),
    [
        ("Ủy ban nhân dân xã Minh Thịnh", ("local_government",)),
        ("Ủy ban nhân dân tỉnh Bắc Ninh", ("local_government",)),
        ("Công ty TNHH Điện tử Đồng Vân", ("enterprises",)),
        ("Lữ đoàn Công binh 999", ()),
    ],
)
def test_competence_is_that_of_the_body(name: str, topics: tuple[str, ...]) -> None:
    """A body of a kind that nobody knows gets no law that is not its own."""
    assert units.competence_of(name, record_of(CLUSTER).units) == topics


@pytest.mark.parametrize("sample", LINKED)
def test_few_units_head_what_they_sign_by_name(sample: str) -> None:
    """The model does not issue the act that creates it: its units do."""
    header: Any = frame(drafter(sample).papers.of("regulation"))["header"]
    assert "MÔ HÌNH" not in " ".join(header["issuer"])


def test_members_of_a_kind_that_the_model_lacks_are_not_named() -> None:
    """Without an army unit there are no soldiers, without a school no pupils."""
    assert "chiến sĩ" not in text(one(CLUSTER, "regulation")).partition("Điều 2.")[0]
    assert "học sinh" in text(one(CLUSTER, "regulation")).partition("Điều 2.")[0]
    assert "học sinh" not in text(one(BORDER, "regulation")).partition("Điều 2.")[0]


@pytest.mark.parametrize("sample", LINKED)
def test_the_lead_does_not_write_to_itself(sample: str) -> None:
    """What the lead issues does not name it among those who are written to, or receive."""
    papers = drafter(sample).papers
    lead = next(unit for unit in record_of(sample).units if unit.lead)
    for paper_id in ("proposal_letter", "comment_request", "ceremony_plan"):
        found: Any = frame(papers.of(paper_id))
        lines = [*found["to"], *found["recipients"]]
        assert not any(line.startswith(units.full_name(lead)) for line in lines), paper_id


def test_no_instruction_and_no_word_of_the_program_is_signed() -> None:
    """What a paper asks of its clerk is no part of the paper."""
    words = "\n".join(map(text, life_drafts(WEAK)))
    for told in ("ghi vào bảng trên", "Mô hình không có con dấu riêng", "kỳ thứ nhất"):
        assert told not in words


def test_decisions_name_the_submission() -> None:
    """Who asks, and in which tờ trình, with its number and day once it has them."""
    record = record_of(WEAK)
    papers = record.papers.changed(committee_submission=Issued(number=12, day=date(2024, 9, 12)))
    told = record.changed(papers=papers)
    decision = Papers(told, date(2026, 11, 10)).of("committee_decision")
    asks: Any = frame(decision)["bases"]
    assert asks[-1].startswith(
        "Theo đề nghị của Trưởng Công an phường Đồng Vân tại Tờ trình số 12/TTr-"
    )
    assert asks[-1].endswith("ngày 12 tháng 9 năm 2024.")


def test_a_lead_that_nobody_asks_submits_nothing() -> None:
    """A brigade that founds the committee itself writes no tờ trình to itself."""
    sample = "lien-ket/vanh-dai-an-toan-12-don-vi-2026"
    record = record_of(sample)
    assert record.committee is not None
    founder = record.committee.changed(issuer=Office())
    own = record.changed(committee=founder)
    assert "committee_submission" not in {one.paper.id for one in due(own)}
    asks: Any = frame(Papers(own, drafted(sample)).of("committee_decision"))["bases"]
    assert asks[-1] == "Theo đề nghị của các đơn vị thành viên Mô hình."


def test_the_chair_is_handed_over_when_it_changes() -> None:
    """Minutes for the year after which another unit takes the chair; none at half of its term."""
    made = {one.part for one in due(record_of(WEAK), REPORT) if one.paper.id == "handover_minutes"}
    assert made == {"2025", "2026"}
    minutes = next(
        one
        for one in life_drafts(WEAK)
        if one.due.paper.id == "handover_minutes" and one.due.part == "2025"
    )
    words = text(minutes)
    assert "Bên giao: Ủy ban nhân dân phường Đồng Vân" in words
    assert "Bên nhận: Bệnh viện Đa khoa Đồng Vân" in words
    assert "ĐẠI DIỆN BÊN GIAO" in words
    assert "Vũ Thị Lan Phương" in words


def test_the_end_is_made_known_and_its_property_handed_over() -> None:
    """What the joint paper orders is drafted: the notice to all units, the minutes."""
    made = {one.due.paper.id: text(one) for one in life_drafts(WEAK)}
    assert "Tổ dân phố Hoàng Hoa" in made["dissolution_notice"]
    assert "Camera an ninh" in made["dissolution_handover"]
    assert "2.400.000 đồng" in made["dissolution_handover"]


def test_a_script_within_another_meeting_opens_nothing_twice() -> None:
    """Lồng ghép: no second flag ceremony, no second opening, no second chair called up."""
    made = {one.due.paper.id: text(one) for one in ceremony_drafts("lien-ket/giap-ranh-2026")}
    speech = made["host_speech"]
    assert "chào cờ. Hát Quốc ca" not in speech
    assert "Đã đến giờ khai mạc" not in speech
    assert "Nằm trong chương trình của Ngày hội" in speech
    assert "PHÁT BIỂU KHAI MẠC" not in made["speeches"]


def test_the_secretary_is_not_asked_to_open_the_meeting() -> None:
    """The chair and the secretary are called up; the chair alone opens."""
    speeches = {
        sample: next(
            text(one) for one in ceremony_drafts(sample) if one.due.paper.id == "host_speech"
        )
        for sample in (CLUSTER, "xa-2026-to-lien-gia")
    }
    for words in speeches.values():
        assert "chủ trì, thư ký lên vị trí làm việc." in words
        assert "thư ký lên vị trí làm việc và" not in words


@pytest.mark.parametrize("sample", [CLUSTER, "xa-2026-to-lien-gia"])
def test_working_notes_are_no_papers_of_the_state(sample: str) -> None:
    """Script, seats, speeches and the list to sign have no Quốc hiệu and hang on no plan."""
    notes = {"host_speech", "signing_order", "speeches", "building_report", "attendance"}
    made = [one for one in ceremony_drafts(sample) if one.due.paper.id in notes]
    assert len(made) == len(notes)
    for one in made:
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" not in text(one)
        assert "(Kèm theo" not in text(one)


def test_a_reply_shows_the_number_that_its_unit_gave() -> None:
    """The record tells it; the lead's own register does not."""
    record = record_of(CLUSTER)
    replied = [unit.changed(reply=Issued(number=45, day=date(2026, 8, 7))) for unit in record.units]
    told = Papers(record.changed(units=replied), drafted(CLUSTER))
    header: Any = frame(told.of("assent", copy=1))["header"]
    assert header["number"].startswith("Số: 45/")


def test_what_speaks_of_rating_is_not_rated_itself() -> None:
    """A target of a class shows the class; an activity on the way to it shows what was done."""
    report = PeriodReport(period="2026")
    work = "Tự đánh giá, xếp loại Mô hình"
    (done,) = outcomes.works(report, [work])
    assert done == {"what": work, "result": "…………………"}
    (target,) = outcomes.rows(record_of(WEAK), report, ["Mô hình được xếp loại Khá trở lên"])
    assert target["result"] == "Xếp loại Yếu"
