"""Papers on honours, discipline, spreading and the end: who issues them, what they must say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from docgen.guidance.papers import COMMEND, DISSOLVE, Due, due, paper
from docgen.papers.drafting import Drafter
from docgen.papers.letterhead import frame
from docgen.papers.phrases import names
from docgen.papers.sheet import Papers, Sheet
from docgen.record.schema.life import DisciplinaryForm
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.taking import taken
from docgen.word.filling.templates import TemplateFolder
from tests.golden.reading import outline

if TYPE_CHECKING:
    from docgen.record.schema.linked import AnyRecord

DAY = date(2026, 11, 10)
ISSUERS: dict[str, dict[str, str]] = {
    "commune": {"kind": "commune", "name": "xã Tân Mỹ"},
    "agency": {"kind": "agency", "name": "Trung tâm Y tế", "commune": "xã Tân Mỹ"},
    "enterprise": {"kind": "enterprise", "name": "Công ty A", "commune": "xã Tân Mỹ"},
    "school": {"kind": "school", "name": "Trường Tiểu học A", "commune": "xã Tân Mỹ"},
}
MEMBERS = [{"name": "Vũ Văn Thắng", "role": "head"}, {"name": "Trần Thị Hòa", "unit": "Tổ 1"}]
YEU = [{"period": "2026", "dossier": "incomplete", "keeping": "lapsed"}]


def own(issuer: str = "commune", head: object = None, **told: object) -> Record:
    """A self-managed record of one kind of unit, whose head signs as ``head`` tells."""
    return taken(
        Record,
        {
            "kind": "self_managed",
            "issuer": {**ISSUERS[issuer], "head": head or {}},
            "model": {"name": "Tổ tuần tra nhân dân", "scope": "thôn Đông"},
            "proposer": {"name": "Công an xã Tân Mỹ", "signer": {"title": "Trưởng Công an xã"}},
            "members": MEMBERS,
            **told,
        },
    )


def linked(**told: object) -> LinkedRecord:
    """A linked record of a commune, a school and a hamlet; the first two take the chair."""
    units = [
        {"name": "xã Tân Mỹ", "kind": "commune", "turn": 1, "lead": True, "province": "tỉnh B"},
        {"name": "Trường A", "kind": "school", "turn": 2, "commune": "xã Tân Mỹ", "place": "Tân"},
        {"name": "Thôn Đông", "kind": "residential", "commune": "xã Tân Mỹ"},
    ]
    return taken(
        LinkedRecord,
        {"kind": "linked", "model": {"name": "Cụm", "scope": "khu A"}, "units": units, **told},
    )


def sheet(record: AnyRecord, paper_id: str, part: str = "", copy: int | None = None) -> Sheet:
    """A paper of ``record`` before it is filled."""
    return Papers(record, DAY).of(paper_id, part, copy)


def words(record: AnyRecord, paper_id: str, part: str = "", copy: int | None = None) -> str:
    """All words of a paper, a paragraph a line."""
    due_one = Due(paper(paper_id, record.kind), copy, part=part)
    drafted = Drafter(Papers(record, DAY), TemplateFolder()).draft(due_one)
    return outline(drafted.docx)


def signed(one: Sheet) -> Any:
    """What stands over and under the signature."""
    return frame(one)["sign"]


def disciplined(form: str | None, member: str = "Trần Thị Hòa", issuer: str = "school") -> Record:
    """A record with one case of discipline."""
    return own(issuer, disciplines=[{"member": member, **({"form": form} if form else {})}])


@pytest.mark.parametrize(
    ("issuer", "authority"),
    [
        ("commune", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN MỸ"),
        ("agency", "THỦ TRƯỞNG TRUNG TÂM Y TẾ"),
        ("enterprise", "GIÁM ĐỐC CÔNG TY A"),
        ("school", "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC A"),
    ],
)
@pytest.mark.parametrize("which", ["commend_decision", "dissolution_decision"])
def test_the_units_head_honours_and_dissolves_in_his_own_name(
    issuer: str, authority: str, which: str
) -> None:
    """II.3: the one who founded the model ends it; without TM."""
    record = own(
        issuer, commendations=[{"honourees": [{"name": "A"}]}], assessments=YEU, dissolution={}
    )
    shown = frame(sheet(record, which, "01" if which.startswith("commend") else ""))
    assert shown["authority"] == authority
    assert not any("TM." in line for line in shown["sign"]["lines"])  # type: ignore[index]


@pytest.mark.parametrize(
    ("day", "law"),
    [
        (date(2023, 6, 1), ["26 tháng 11 năm 2003", "16 tháng 11 năm 2013", "91/2017"]),
        (date(2024, 6, 1), ["15 tháng 6 năm 2022", "98/2023"]),
        (date(2026, 6, 1), ["15 tháng 6 năm 2022", "152/2025"]),
        (date(2026, 10, 1), ["15 tháng 6 năm 2022", "23 tháng 4 năm 2026", "152/2025"]),
    ],
)
def test_honours_rest_on_the_law_of_their_day(day: date, law: list[str]) -> None:
    """No act before it is in force, none after it is replaced."""
    record = own(
        commendations=[{"honourees": [{"name": "A"}], "decision": {"number": 1, "day": day}}]
    )
    found = [line for line in _bases(sheet(record, "commend_decision", "01")) if "khen" in line]
    assert len(found) == len(law)
    assert all(one in line for one, line in zip(law, found, strict=True))


def _bases(one: Sheet) -> list[str]:
    found = frame(one)["bases"]
    assert isinstance(found, list)
    return found


def test_the_decision_gives_only_what_the_unit_may_give() -> None:
    """A Bằng khen is asked of the level above in the submission, and left out of the decision."""
    people = [
        {"name": "Vũ Văn Thắng", "form": "Giấy khen"},
        {"name": "Trần Thị Hòa", "form": "Bằng khen"},
    ]
    record = own(commendations=[{"honourees": people}])
    decision = words(record, "commend_decision", "01")
    assert "Tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã Tân Mỹ cho 01 cá nhân" in decision
    assert "Trần Thị Hòa" not in decision
    assert "trình cấp trên khen thưởng đối với Trần Thị Hòa (Bằng khen)" in words(
        record, "commend_submission", "01"
    )


def led_by(record: LinkedRecord, name: str) -> LinkedRecord:
    """``record`` with that unit in the lead."""
    units = [one.changed(lead=one.name == name) for one in record.units]
    return record.changed(units=units)


def honouring(*forms: str) -> LinkedRecord:
    """A linked record that asks honours of these forms."""
    people = [{"name": f"Người {place}", "form": form} for place, form in enumerate(forms)]
    return linked(commendations=[{"honourees": people}])


def due_of(record: LinkedRecord) -> list[str]:
    """The papers of the commendation of ``record``."""
    return [one.paper.id for one in due(record, COMMEND)]


def test_a_certificate_is_asked_of_the_communes_own_chairman() -> None:
    """Giấy khen are his (Luật Thi đua, khen thưởng, Điều 80); he does not ask himself for them."""
    record = honouring("Giấy khen")
    told = sheet(record, "commend_submission", "01")
    assert frame(told)["to"] == ["Chủ tịch Ủy ban nhân dân xã Tân Mỹ"]
    assert told.body.name == "Công an xã Tân Mỹ"
    school = sheet(led_by(record, "Trường A"), "commend_submission", "01")
    assert school.body.name == "Trường A"
    assert frame(school)["to"] == ["Chủ tịch Ủy ban nhân dân xã Tân Mỹ"]


def test_what_is_beyond_him_is_asked_of_the_province() -> None:
    """A commune that leads asks for a bằng khen itself; another lead asks through the commune."""
    record = honouring("Bằng khen")
    told = sheet(record, "commend_submission", "01")
    assert frame(told)["to"] == ["Chủ tịch Ủy ban nhân dân tỉnh B"]
    school = sheet(led_by(record, "Trường A"), "commend_submission", "01")
    assert frame(school)["to"] == ["Chủ tịch Ủy ban nhân dân xã Tân Mỹ"]
    assert "commend_decision" not in due_of(record)


def test_two_kinds_of_honour_take_two_submissions() -> None:
    """Never one address for both; the chairman decides on his own alone."""
    record = honouring("Giấy khen", "Bằng khen")
    assert {"commend_submission", "commend_submission_above", "commend_decision"} <= {
        *due_of(record)
    }
    below, above = (
        sheet(record, paper_id, "01")
        for paper_id in ("commend_submission", "commend_submission_above")
    )
    assert frame(below)["to"] == ["Chủ tịch Ủy ban nhân dân xã Tân Mỹ"]
    assert frame(above)["to"] == ["Chủ tịch Ủy ban nhân dân tỉnh B"]
    assert "Người 1" not in words(record, "commend_submission", "01")
    assert "Người 0" not in words(record, "commend_submission_above", "01")
    decision = words(record, "commend_decision", "01")
    assert "Người 0" in decision
    assert "Người 1" not in decision


def test_minutes_of_honours_come_only_with_a_meeting() -> None:
    """A commendation without a meeting has no minutes."""
    meeting = {"place": "Nhà văn hóa"}
    record = own(
        commendations=[
            {"honourees": [{"name": "A"}]},
            {"honourees": [{"name": "A"}], "meeting": meeting},
        ]
    )
    made = [(one.paper.id, one.part) for one in due(record, "commend")]
    assert [part for name, part in made if name == "commend_minutes"] == ["02"]


@pytest.mark.parametrize(
    ("form", "is_above"),
    [("reminder", False), ("criticism", False), ("removal", True), (None, True)],
)
def test_the_model_itself_only_reminds_and_criticises(form: str | None, is_above: bool) -> None:  # noqa: FBT001 - a column
    """Its minutes are enough for that; what is above it the unit's head decides, as asked."""
    record = disciplined(form)
    made = {one.paper.id for one in due(record, "discipline")}
    asked = {"discipline_submission", "discipline_decision"}
    assert made == {"discipline_minutes"} | (asked if is_above else set())
    assert signed(sheet(record, "discipline_decision", "01"))["lines"] == ["HIỆU TRƯỞNG"]


@pytest.mark.parametrize("form", DisciplinaryForm)
def test_the_regulation_names_every_form_of_discipline(form: DisciplinaryForm) -> None:
    """Nobody is punished in a form that the model's own regulation does not have (II.1.1.3)."""
    named = names("disciplines.forms")[form.value]
    assert named in words(disciplined(form.value), "regulation")
    assert named in words(disciplined(form.value), "discipline_minutes", "01")


def test_nobody_asks_for_his_own_discipline() -> None:
    """A case of the model's head is put forward by the proposer, whatever its form."""
    record = disciplined("criticism", "Vũ Văn Thắng")
    one = sheet(record, "discipline_submission", "01")
    assert one.body.name == "Công an xã Tân Mỹ"
    decision = sheet(record, "discipline_decision", "01")
    assert signed(decision)["lines"] == ["HIỆU TRƯỞNG"]
    assert _bases(decision)[-1].startswith("Theo đề nghị của Trưởng Công an xã Tân Mỹ tại Tờ trình")


def test_removal_says_that_a_reorganisation_follows() -> None:
    """The list of members is set right by the kiện toàn decision (II.1.4)."""
    assert "kiện toàn" in words(disciplined("removal"), "discipline_decision", "01")
    assert "kiện toàn" not in words(disciplined("reminder"), "discipline_decision", "01")


def test_papers_of_discipline_tell_no_more_than_is_needed() -> None:
    """Neither the year of birth nor the job of the member."""
    people = [
        MEMBERS[0],
        {"name": "Trần Thị Hòa", "birth_year": 1987, "job": "Thợ may", "unit": "Tổ 1"},
    ]
    record = own(members=people, disciplines=[{"member": "Trần Thị Hòa", "form": "removal"}])
    for one in due(record, "discipline"):
        text = words(record, one.paper.id, one.part)
        assert "Trần Thị Hòa" in text
        assert "1987" not in text
        assert "Thợ may" not in text


@pytest.mark.parametrize(
    ("issuer", "lines", "number"),
    [
        ("commune", ["TRƯỞNG BAN"], "/TB-BCĐ"),
        ("agency", ["THỦ TRƯỞNG"], "/TB-"),
        ("enterprise", ["GIÁM ĐỐC"], "/TB-"),
        ("school", ["HIỆU TRƯỞNG"], "/TB-"),
    ],
)
def test_the_committee_or_the_units_head_gives_notice(
    issuer: str, lines: list[str], number: str
) -> None:
    """III.3: the commune's committee in its own numbers; else the head of the unit."""
    record = own(issuer, assessments=[{"period": "2026"}])
    shown = frame(sheet(record, "replicate_notice", "2026"))
    assert shown["sign"]["lines"] == lines  # type: ignore[index]
    assert number in shown["header"]["number"]  # type: ignore[index]


def test_the_head_of_the_committee_signs_over_his_office_in_the_commune() -> None:
    """NĐ 30/2020, Phụ lục I: a body under another's seal; a deputy signs KT."""
    head = {"title": "Chủ tịch", "signing": "deputy", "own_title": "Phó Chủ tịch"}
    record = own(assessments=[{"period": "2026"}], head=head)
    sign = signed(sheet(record, "replicate_notice", "2026"))
    assert sign["lines"] == ["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"]
    assert sign["capacity"] == ["PHÓ CHỦ TỊCH ỦY BAN NHÂN DÂN", "XÃ TÂN MỸ"]


def test_a_linked_models_notice_is_the_committees_of_the_leads_commune() -> None:
    """III.3: Ban Chỉ đạo cấp xã."""
    record = linked(assessments=[{"period": "2026"}])
    assert sheet(record, "replicate_notice", "2026").body.name.endswith("Tổ quốc xã Tân Mỹ")


def test_the_decision_ends_the_founding_and_every_reorganisation() -> None:
    """Each by number and day; an unknown number and year stay blank."""
    record = own(
        assessments=YEU,
        papers={"decision": {"number": 31, "day": date(2025, 10, 6)}},
        reorganizations=[
            {"members": MEMBERS, "decision": {"number": 12, "day": date(2026, 1, 9)}},
            {"members": MEMBERS},
        ],
        dissolution={},
    )
    text = words(record, "dissolution_decision")
    assert "a) Quyết định số 31/QĐ-UBND ngày 06 tháng 10 năm 2025" in text
    assert "b) Quy chế số" in text
    assert "c) Quyết định số 12/QĐ-UBND ngày 09 tháng 01 năm 2026" in text
    assert "d) Quyết định số      /QĐ-UBND ngày      tháng      năm       của" in text


def test_the_end_quotes_the_criterion_and_its_clause() -> None:
    """III.1.4, in the guidance's own words, on the report and on the decision."""
    record = own(assessments=YEU, dissolution={})
    for name in ("dissolution_report", "dissolution_decision"):
        text = words(record, name)
        assert "điểm 1.4 khoản 1 Mục III" in text
        assert "“Mô hình không được duy trì hoạt động theo quy chế, kế hoạch đã đề ra”" in text
        assert "“Mô hình không có hồ sơ hoặc hồ sơ không đầy đủ theo quy định”" in text


@pytest.mark.parametrize(
    ("balance", "says"),
    [
        (0, "không có quỹ"),
        (1_250_000, "1.250.000 đồng (Bằng chữ: Một triệu hai trăm năm mươi nghìn đồng)"),
        (None, "………………… đồng"),
    ],
)
def test_the_balance_stands_in_figures_and_words(balance: int | None, says: str) -> None:
    """No fund, a fund, and a fund that nobody has counted yet."""
    record = own(assessments=YEU, dissolution={"balance": balance})
    assert says in words(record, "dissolution_decision")


def test_a_proposer_of_the_end_may_be_another_body() -> None:
    """It issues the report and is named in the decision."""
    proposer = {"name": "Hội Nông dân xã", "signer": {"title": "Chủ tịch"}}
    record = own(assessments=YEU, dissolution={"proposer": proposer})
    assert sheet(record, "dissolution_report").body.name == "Hội Nông dân xã"
    assert sheet(own(assessments=YEU, dissolution={}), "dissolution_report").body.name == (
        "Công an xã Tân Mỹ"
    )


def test_every_chair_consents_by_a_letter_of_its_own() -> None:
    """One each (II.3), with the number told for it; the one that proposes the end has reported."""
    consents = [{"unit": "trường A", "number": 7, "day": date(2026, 11, 9)}]
    record = linked(assessments=YEU, dissolution={"consents": consents})
    made = [one for one in due(record, DISSOLVE) if one.paper.id == "dissolution_consent"]
    assert [one.copy for one in made] == [1]
    (head,) = [frame(sheet(record, "dissolution_consent", "", one.copy)) for one in made]
    assert head["header"]["number"][:7] == "Số: 07/"  # type: ignore[index]
    assert head["to"] == ["Ủy ban nhân dân xã Tân Mỹ"]


def test_only_the_chairs_sign_that_the_model_ends() -> None:
    """The grid has the chairs, not all members."""
    record = linked(assessments=YEU, dissolution={})
    pairs: Any = frame(sheet(record, "dissolution_joint"))["signer_pairs"]
    assert [one.get("unit") for pair in pairs for one in pair] == [
        "Ủy ban nhân dân xã Tân Mỹ",
        "Trường A",
    ]


def test_an_end_without_any_facts_shows_marks_and_blanks() -> None:
    """Nothing is invented where the record tells nothing; handing over needs no reasons."""
    for record in (own(dissolution={}), linked(dissolution={})):
        for one in due(record, DISSOLVE):
            text = words(record, one.paper.id, one.part, one.copy)
            is_reasoned = one.paper.id not in {"dissolution_handover", "dissolution_notice"}
            assert ("[Cần bổ sung: tiêu chí xếp loại Yếu]" in text) == is_reasoned
            assert is_reasoned or "…………………" in text
            assert "None" not in text
