"""What an expert sees first if it is wrong, held for every paper of every sample."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from docgen.guidance.papers import Due, due, paper
from docgen.papers.letterhead import frame
from docgen.papers.sheet import Papers, Sheet
from docgen.papers.view import view
from docgen.record.files.writing import plain
from docgen.record.schema.own import Record
from docgen.record.taking import taken
from docgen.word.authoring.source import read_source
from tests.golden.reading import paragraphs
from tests.samples import OWN, SAMPLES, ceremony_drafts, drafted, drafter, drafts

if TYPE_CHECKING:
    from docgen.papers.drafting import Draft

TEMPLATES = Path(__file__).parents[2] / "templates"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
PAPERS = [
    pytest.param(sample, draft, id=f"{sample}/{draft.due.file_stem}")
    for sample in SAMPLES
    for draft in (*drafts(sample), *ceremony_drafts(sample))
    if draft.due.paper.id != "name_plates"  # cards on a table, no papers of the decree
]


def lines(draft: Draft) -> list[tuple[str, str]]:
    """Style and text of every paragraph of a paper."""
    return paragraphs(draft.docx)


def text(draft: Draft) -> str:
    """The whole text of a paper, a paragraph a line."""
    return "\n".join(words for _, words in lines(draft))


def is_working_note(draft: Draft) -> bool:
    """Whether its template is laid out without the form of a State paper: speeches, lists."""
    name = draft.due.paper.template
    return read_source((TEMPLATES / f"{name}.md").read_text("utf-8"), name).layout == "plain"


def is_of_the_union(sample: str, draft: Draft) -> bool:
    """Whether the Youth Union issues it, in its own form (``test_organisations.py``)."""
    return drafter(sample).papers.sheet(draft.due).body.form is not None


def sheet(sample: str, paper_id: str) -> Sheet:
    """A paper of a sample before it is filled."""
    return drafter(sample).papers.of(paper_id)


def signed(sample: str, paper_id: str) -> list[str]:
    """The lines over the signature."""
    lines = frame(sheet(sample, paper_id))["sign"]["lines"]  # type: ignore[index]
    assert isinstance(lines, list)
    return lines


@pytest.mark.parametrize(("sample", "draft"), PAPERS)
def test_a_party_paper_has_nothing_of_a_state_paper(sample: str, draft: Draft) -> None:
    """Party papers carry the Party's name and ``*``; State papers carry the Quốc hiệu."""
    assert sample
    words = text(draft)
    if draft.due.paper.issuer == "party":
        assert "ĐẢNG CỘNG SẢN VIỆT NAM" in words
        assert NATION not in words
        assert "TM." not in words
        assert re.search(r"^Số (\d+|\s+)-NQ/", words, re.MULTILINE)
        assert "./." not in words
        return
    is_of_the_state = not is_working_note(draft) and not is_of_the_union(sample, draft)
    assert (NATION in words) == is_of_the_state
    assert ("Độc lập - Tự do - Hạnh phúc" in words) == is_of_the_state
    assert "T/M" not in words


@pytest.mark.parametrize(("sample", "draft"), PAPERS)
def test_a_paper_ends_as_its_regime_says(sample: str, draft: Draft) -> None:
    """A State paper's text ends with ``./.``, also when it is attached or a list.

    Speeches end as they are spoken; lists for the work at the conference as they are.
    """
    assert sample
    if draft.due.paper.issuer != "party" and not is_working_note(draft):
        assert "./." in text(draft)


@pytest.mark.parametrize(("sample", "draft"), PAPERS)
def test_no_paper_names_what_was_not_there_on_its_day(sample: str, draft: Draft) -> None:
    """No district, township or district police in papers of two tiers; no later law before."""
    words = text(draft)
    if drafted(sample).year >= 2026:
        own = words.replace("xã, phường, thị trấn, cơ quan, doanh nghiệp", "")
        assert not re.search(r"\b(huyện|thị trấn) [A-ZĐ]|Công an huyện|77/2015", own)
    if drafted(sample) < date(2022, 2, 10):  # when Thông tư 124/2021/TT-BCA took effect
        assert "30/2023" not in words
        assert "124/2021" not in words
        assert "28 tháng 11 năm 2023" not in words


@pytest.mark.parametrize(("sample", "draft"), PAPERS)
def test_days_have_zeros_where_the_decree_wants_them(sample: str, draft: Draft) -> None:
    """``ngày 05 tháng 9``: a zero before days under ten and months 1 and 2, nowhere else."""
    assert sample
    for day, month in re.findall(r"ngày (\d+) tháng (\d+) năm", text(draft)):
        assert len(day) == 2
        assert month in {"01", "02"} or not month.startswith("0")
        assert month not in {"1", "2"}


@pytest.mark.parametrize(("sample", "draft"), PAPERS)
def test_recipients_end_with_the_archive_and_a_stop(sample: str, draft: Draft) -> None:
    """Nơi nhận: ``;`` after each line, the last one keeps the archive copy and ends with ``.``."""
    assert sample
    found = [words for style, words in lines(draft) if style == "Recipients" and words]
    if not draft.due.paper.recipients:
        assert not found
        return
    assert found[-1].startswith("- Lưu")
    assert found[-1].endswith(".")
    end = "," if ",\n" in "\n".join(found) and draft.due.paper.issuer == "party" else ";"
    assert all(line.endswith(end) for line in found[:-1])
    assert all(line.startswith("- ") for line in found)


@pytest.mark.parametrize(("sample", "draft"), PAPERS)
def test_only_papers_that_go_to_someone_have_an_address(sample: str, draft: Draft) -> None:
    """Kính gửi stands on letters, submissions and reports, never on plans and decisions."""
    assert sample
    has = "Kính gửi" in text(draft)
    assert has == bool(draft.due.paper.to)


@pytest.mark.parametrize(("sample", "draft"), PAPERS)
def test_the_text_is_clean(sample: str, draft: Draft) -> None:
    """NFC, one style of tone marks, no doubled stops or words, no tag left over."""
    assert sample
    words = text(draft)
    assert unicodedata.is_normalized("NFC", words)
    assert not re.search(r"(?i)hoà\b|uỷ\b|thuý\b|khoẻ\b|toà\b", words)
    assert not re.search(r"[;,.]\s*[;,](?!\s*\.\.)|\.;|;\.|(?<!\.)\.\.(?!\.)|\{\{|\}\}|\{%", words)
    assert not re.search(r"\b(\w{2,}) \1 \1\b", words)
    assert "None" not in words


@pytest.mark.parametrize(("sample", "draft"), PAPERS)
def test_bases_end_with_marks(sample: str, draft: Draft) -> None:
    """Căn cứ: ``;`` after each, ``.`` (or the Party's old ``,``) after the last."""
    assert sample
    found = [words for style, words in lines(draft) if style == "Basis" and words]
    assert all(line.endswith(";") for line in found[:-1])
    assert all(line.endswith((".", ",")) for line in found[-1:])


@pytest.mark.parametrize("sample", ["xa-2026-to-lien-gia", "thi-tran-2020-to-tuan-tra"])
def test_the_decision_of_a_commune_is_its_chairmans_own(sample: str) -> None:
    """The Chủ tịch founds the model (II.1.2) and signs without TM.; plans are the UBND's."""
    assert signed(sample, "decision")[0] == "CHỦ TỊCH"
    assert signed(sample, "plan")[:1] == ["TM. ỦY BAN NHÂN DÂN"]
    decision = frame(sheet(sample, "decision"))
    assert str(decision["authority"]).startswith("CHỦ TỊCH ỦY BAN NHÂN DÂN")


def test_a_deputy_signs_under_the_heads_line() -> None:
    """KT. names the head before the deputy's own title (NĐ 30/2020, Điều 13)."""
    lines = signed("co-quan-2026-doi-tu-quan", "decision")
    assert lines[0].startswith("KT. ")
    assert lines[1].startswith("PHÓ ")


@pytest.mark.parametrize(
    ("signing", "expected"),
    [
        ("head", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        ("deputy", ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        ("acting", ["TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"]),
        ("by_order", ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]),
    ],
)
def test_each_way_of_signing_has_its_lines(signing: str, expected: list[str]) -> None:
    """TM., KT., Q. and TL. as Điều 13 of the decree orders them."""
    own = "Chánh Văn phòng" if signing == "by_order" else ""
    told = taken(
        Record,
        {
            "kind": "self_managed",
            "issuer": {
                "kind": "commune",
                "name": "xã Tân Mỹ",
                "head": {"title": "Chủ tịch", "signing": signing, "own_title": own},
            },
            "model": {"name": "Tổ tuần tra nhân dân"},
        },
    )
    one = Papers(told, drafted("xa-2026-to-lien-gia")).of("plan")
    assert frame(one)["sign"]["lines"] == expected  # type: ignore[index]


def test_numbers_come_from_the_registry_and_stay_blank_until_then() -> None:
    """An unknown number is a blank of six spaces, a known one has two digits at least."""
    minimal = frame(sheet("khu-dan-cu-2026-toi-thieu", "decision"))["header"]
    assert minimal["number"] == "Số:      /QĐ-UBND"  # type: ignore[index]
    known = frame(sheet("thi-tran-2020-to-tuan-tra", "resolution"))["header"]
    assert re.fullmatch(r"Số \d{2,}-NQ/ĐU", known["number"])  # type: ignore[index]


def test_letters_take_no_kind_in_their_symbol() -> None:
    """Công văn: ``486/UBND-VP``, never ``/CV-UBND``."""
    number = frame(sheet("xa-2026-to-lien-gia", "consent"))["header"]["number"]  # type: ignore[index]
    assert re.fullmatch(r"Số: \d+/UBND-VP", number)


def test_minutes_have_no_place_and_day_in_their_head() -> None:
    """Mẫu 1.9: a number, but no place and day at the head; secretary left, chair right."""
    found = frame(sheet("xa-2026-to-lien-gia", "comment_minutes"))
    assert found["header"]["place_date"] == ""  # type: ignore[index]
    assert found["sign"]["lines"] == ["CHỦ TỌA"]  # type: ignore[index]
    assert found["secretary"]["lines"] == ["THƯ KÝ"]  # type: ignore[index]


def test_the_regulation_is_approved_by_whom_the_record_names() -> None:
    """Approved by the decider or, in a commune, by its police (II.1.1.3)."""
    commune = frame(sheet("xa-2026-to-lien-gia", "regulation"))["approve"]
    assert commune["lines"] == ["TRƯỞNG CÔNG AN XÃ"]  # type: ignore[index]
    school = frame(sheet("truong-2026-cong-truong", "regulation"))["approve"]
    assert school["lines"] == ["HIỆU TRƯỞNG"]  # type: ignore[index]


def test_the_regulation_has_the_six_contents_of_the_guidance() -> None:
    """II.1.1.3 names six contents that a regulation must have."""
    for sample in OWN:
        (regulation,) = [one for one in drafts(sample) if one.due.paper.id == "regulation"]
        heads = " ".join(
            words for style, words in lines(regulation) if style in {"ChapterTitle", "Article"}
        ).casefold()
        for content in (
            "chức năng", "nhiệm vụ", "quyền hạn", "phương thức", "tiêu chuẩn",
            "khen thưởng", "kỷ luật", "kinh phí", "hội họp", "báo cáo",
        ):  # fmt: skip
            assert content in heads, f"{sample}: {content}"


def test_the_proposal_has_the_four_heads_of_the_survey() -> None:
    """II.1.1.1 names four heads of the survey."""
    for sample in OWN:
        (proposal,) = [one for one in drafts(sample) if one.due.paper.id == "proposal"]
        heads = text(proposal).casefold()
        for head in (
            "tình hình chung có liên quan đến an ninh, trật tự",
            "tình hình nhân dân",
            "hệ thống chính trị cơ sở",
            "phong trào toàn dân bảo vệ an ninh tổ quốc",
        ):
            assert head in heads, f"{sample}: {head}"


LINKED = [name for name in SAMPLES if name not in OWN]


@pytest.mark.parametrize("sample", LINKED)
def test_the_joint_regulation_has_its_six_contents_and_every_signature(sample: str) -> None:
    """II.2.1.3 names six contents; all members sign, each with its own lines and name."""
    (regulation,) = [one for one in drafts(sample) if one.due.paper.id == "regulation"]
    heads = " ".join(
        words for style, words in lines(regulation) if style in {"ChapterTitle", "Article"}
    ).casefold()
    for content in (
        "chức năng", "nhiệm vụ", "quyền hạn", "phương thức", "trao đổi thông tin", "danh sách",
        "khen thưởng", "kỷ luật", "kinh phí", "báo cáo", "sơ kết", "tổng kết", "luân phiên",
    ):  # fmt: skip
        assert content in heads, content
    record = drafter(sample).record
    assert record.kind == "linked"
    names = [words for style, words in lines(regulation) if style == "SignName"]
    for unit in record.units:
        assert any(unit.signer.name in name for name in names)


@pytest.mark.parametrize("sample", LINKED)
def test_the_letter_has_its_four_contents(sample: str) -> None:
    """II.2.1.1: directive from above, situation, necessity, the members to be."""
    letter = next(one for one in drafts(sample) if one.due.paper.id == "proposal_letter")
    words = text(letter).casefold()
    for content in ("chỉ đạo của cấp trên", "tình hình", "sự cần thiết", "thành viên"):
        assert content in words
    record = drafter(sample).record
    assert record.kind == "linked"
    assert all(unit.name.casefold() in words for unit in record.units)


def test_missing_text_prints_as_a_mark() -> None:
    """What the record does not tell is never guessed and never silently left out."""
    proposal = next(
        one for one in drafts("khu-dan-cu-2026-toi-thieu") if one.due.paper.id == "proposal"
    )
    assert "[Cần bổ sung: tình hình Nhân dân]" in text(proposal)


@pytest.mark.parametrize("count", [0, 1, 500])
def test_any_number_of_members_stands_in_the_list(count: int) -> None:
    """The annex lists every member, or leaves rows to be filled when none is told."""
    maker = drafter("xa-2026-to-lien-gia")
    members = [{"name": f"Thành viên {place}"} for place in range(count)]
    told = taken(Record, {**plain(maker.record), "members": members})
    made = maker.changed(papers=maker.papers.changed(record=told)).draft(Due(paper("decision")))
    assert sum("Thành viên " in words for _, words in lines(made)) >= count


def test_the_view_holds_final_strings_only() -> None:
    """Templates get text, lists and truth values; nothing is left to format."""
    maker = drafter("xa-2026-to-lien-gia")
    for one in due(maker.record):
        assert _plain(view(maker.papers.sheet(one)))


def _plain(value: object) -> bool:
    if isinstance(value, dict):
        return all(_plain(one) for one in value.values())
    if isinstance(value, list):
        return all(_plain(one) for one in value)
    return isinstance(value, str | bool)


def test_the_same_record_makes_the_same_bytes() -> None:
    """Drafting twice on one day gives equal files."""
    maker = drafter("truong-2026-cong-truong")
    for draft in drafts("truong-2026-cong-truong"):
        assert maker.draft(draft.due).docx == draft.docx
