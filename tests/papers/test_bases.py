"""Legal bases: each act in force on the paper's day, by rank, with what amended it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from docgen.law import acts
from docgen.law.law import law
from docgen.papers.letterhead import frame
from docgen.papers.sheet import Papers
from docgen.record.schema.own import Record
from docgen.record.taking import taken
from docgen.text.dates import date_phrase, short_day
from tests.golden.reading import outline
from tests.samples import LIFE, SAMPLES, ceremony_drafts, drafter, drafts, life_drafts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.law.schema.legal import Act
    from docgen.papers.sheet import Sheet


def cited(sample: str) -> Iterator[tuple[str, date, str]]:
    """Every paper of a sample: its name, its day, its text."""
    every = life_drafts(sample) if sample in LIFE else (*drafts(sample), *ceremony_drafts(sample))
    for one in every:
        yield one.due.file_stem, drafter(sample).papers.sheet(one.due).day, outline(one.docx)


def named(act: Act) -> re.Pattern[str] | None:
    """How texts name an act: by its number, a law by its name and day."""
    if act.day is None:
        return None
    day = f"{re.escape(date_phrase(act.day))}|{re.escape(short_day(act.day))}"
    by_name = rf"{act.kind} {re.escape(act.name)}(?: số \S+)?,? (?:{day})"
    return re.compile(rf"{by_name}|{re.escape(act.number)}\b" if act.number else by_name)


@pytest.mark.parametrize("sample", [*SAMPLES, *LIFE])
def test_every_act_that_a_paper_cites_is_in_force_on_its_day(sample: str) -> None:
    """None before it is in force, none after it has ended; amendments from their own day on."""
    known = [(act, named(act)) for act in law().acts.values()]
    for name, day, text in cited(sample):
        for act, pattern in known:
            if pattern is not None and pattern.search(text):
                assert act.in_force(day), f"{name} of {day}: {act.id}"
            for one in act.amended:
                assert one.by not in text or one.start <= day, f"{name} of {day}: {one.by}"


@pytest.mark.parametrize("sample", [*SAMPLES, *LIFE])
def test_an_act_is_cited_with_what_amended_it_by_then(sample: str) -> None:
    """Thông tư 124/2021/TT-BCA never without Thông tư 48/2025/TT-BCA once that is in force."""
    for name, day, text in cited(sample):
        for act in law().acts.values():
            if act.amended and act.number in text:
                whole = acts.amended(act, day)
                assert not whole or f"{act.name}{whole}" in text, f"{name}: {act.id}"


@pytest.mark.parametrize("sample", [*SAMPLES, *LIFE])
def test_bases_stand_by_rank(sample: str) -> None:
    """Laws, then decrees, circulars, then what is local; Party papers follow their own order."""
    for name, _, text in cited(sample):
        if "ĐẢNG CỘNG SẢN VIỆT NAM" in text:
            continue
        bases = re.findall(r"Basis \| Căn cứ (.*)", text)
        ranks = [acts.rank(base) for base in bases]
        assert ranks == sorted(ranks), name


@pytest.mark.parametrize(
    ("paper", "part"),
    [
        ("decision", ""),
        ("reorganization_decision", "01"),
        ("commend_decision", "01"),
        ("discipline_decision", "01"),
        ("dissolution_decision", ""),
    ],
)
@pytest.mark.parametrize(
    ("kind", "law_of"),
    [
        ("commune", "Luật Tổ chức chính quyền địa phương"),
        ("enterprise", "Luật Doanh nghiệp"),
        ("school", "Luật Giáo dục"),
    ],
)
def test_every_decision_begins_with_who_may_decide(
    paper: str, part: str, kind: str, law_of: str
) -> None:
    """NĐ 30/2020, Phụ lục I, II.6: the act that gives the competence comes first."""
    assert bases(own(kind), paper, part)[0].startswith(f"Căn cứ {law_of} ngày")


def test_a_decision_names_the_submission_that_asks_for_it() -> None:
    """Theo đề nghị của … tại Tờ trình số … ngày …."""
    record = own("commune", papers={"submission": {"number": 4, "day": date(2026, 9, 1)}})
    asked = bases(record, "decision")[-1]
    assert "Công an xã Tân Mỹ tại Tờ trình số 04/TTr-" in asked
    assert asked.endswith("ngày 01 tháng 9 năm 2026.")


@pytest.mark.parametrize(
    ("province", "applies", "is_cited"),
    [
        ("tỉnh Bắc Ninh", False, True),
        ("thành phố Bắc Ninh", False, True),
        ("tỉnh Phú Thọ", False, False),
        ("tỉnh Phú Thọ", True, True),
        ("", False, True),
    ],
)
def test_guidance_of_another_province_is_cited_only_where_it_applies(
    province: str,
    applies: bool,  # noqa: FBT001 - a column
    is_cited: bool,  # noqa: FBT001
) -> None:
    """Hướng dẫn 1923/HD-BCĐ is Bắc Giang's, now Bắc Ninh's."""
    record = own("commune", province, guidance_applies=applies)
    assert any("1923/HD-BCĐ" in base for base in bases(record, "decision")) is is_cited


@pytest.mark.parametrize("kind", ["commune", "agency", "enterprise", "school"])
def test_the_law_on_another_force_is_no_basis(kind: str) -> None:
    """Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở governs that force, not a model."""
    for paper in ("decision", "regulation"):
        assert not any("Lực lượng tham gia" in base for base in bases(own(kind), paper))


def own(kind: str, province: str = "", **told: object) -> Record:
    """A record of one kind of unit with a case of everything decided."""
    name = {"commune": "xã Tân Mỹ"}.get(kind, "Đơn vị A")
    return taken(
        Record,
        {
            "kind": "self_managed",
            "issuer": {"kind": kind, "name": name, "commune": "", "province": province},
            "model": {"name": "Tổ tuần tra nhân dân"},
            "proposer": {"name": "Công an xã Tân Mỹ"},
            "reorganizations": [{"members": [{"name": "A"}]}],
            "commendations": [{"honourees": [{"name": "A"}]}],
            "disciplines": [{"member": "A", "form": "removal"}],
            "dissolution": {},
            **told,
        },
    )


def bases(record: Record, paper: str, part: str = "") -> list[str]:
    """The bases of a paper drafted in November 2026."""
    one: Sheet = Papers(record, date(2026, 11, 20)).of(paper, part)
    found = frame(one)["bases"]
    assert isinstance(found, list)
    return found
