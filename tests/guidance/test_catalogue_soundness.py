"""Every content of the catalogue, of every variant, held against the regulation around it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from docgen.guidance.catalogue import LINKED, OWN, listing
from docgen.guidance.guidance import guidance
from docgen.guidance.schema.catalogue import LINKED_LISTS, LISTS
from docgen.guidance.variants import made
from docgen.text import periods

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.guidance.schema.catalogue import Entry, LinkedEntry


class Content(NamedTuple):
    """What papers are filled with: the name of the test, the kind, the texts."""

    name: str
    kind: str
    entry: Entry | LinkedEntry

    @property
    def lists(self) -> dict[str, tuple[str, ...]]:
        """Every list of the content by its name."""
        names = LINKED_LISTS if self.kind == LINKED else LISTS
        return {name: getattr(self.entry, name) for name in names}

    @property
    def lines(self) -> list[str]:
        """Every item of every list, and every activity."""
        found = [line for lines in self.lists.values() for line in lines]
        return found + [work.what for work in self.entry.activities]

    @property
    def all(self) -> str:
        """All texts in one."""
        whole = (self.entry.purpose, self.entry.necessity, self.entry.function)
        return "\n".join((*whole, *self.lines))


def contents() -> Iterator[Content]:
    """Each model, and what holds for all others, as main text and as each of its variants."""
    shelves: dict[str, Any] = {OWN: guidance().catalogue, LINKED: guidance().linked_catalogue}
    shared = {OWN: guidance().shared.self_managed, LINKED: guidance().shared.linked}
    for kind, shelf in shelves.items():
        for head in (None, *listing(kind)):
            content = shelf.content(head)
            for variant in (None, *content.variants):
                code = f"{head.number if head else 0}{'L' if kind == LINKED else ''}"
                name = f"{code}-{variant.id if variant else 'main'}"
                yield Content(name, kind, made(content, variant, shared[kind]))


CONTENTS = list(contents())
each_content = pytest.mark.parametrize("content", CONTENTS, ids=lambda one: one.name)

FORCE = re.compile(
    r"khám xét|giữ người|bắt giữ|thu giữ giấy tờ|giữ giấy tờ|xử phạt|kiểm tra giấy tờ|lấy lời khai"
)
FORBIDDEN_OR_OTHERS = re.compile(
    r"không|từ chối|do (?:lực lượng|người|cơ quan|Công an)|để chặn xe"
    r"|theo pháp luật|theo thẩm quyền"
)
BANNED = re.compile(
    r"kẻ gian|kẻ xấu|kẻ trộm|rượu bia|cháy nổ|tài vụ|phụ huynh|nẹt pô|kẹo kéo|bám nắm|tà đạo"
    r"|phạt vạ"
    r"|lảng vảng|tay ba|giật gân|bùng phát|trộm chó|ký khống|Ban Quản trị|Ban Giám hiệu"
    r"|Ban Giám đốc|dặn dò|hoàn lương|lực lượng nòng cốt|lúng túng|lai lịch|thiết bị bay"
    r"|(?<!tham gia )bảo vệ an ninh, trật tự ở cơ sở|khai báo trong bản khai|bản khai|docgen"
)
SOFT = re.compile(
    r"\b(?:tất cả|toàn bộ|mọi)\b|kịp thời|sớm nhất|giảm so với|ngắn nhất|ngay từ đầu", re.IGNORECASE
)
FORMS = ("nhắc nhở", "phê bình", "cho thôi tham gia")


@each_content
def test_no_power_is_forbidden_three_articles_later(content: Content) -> None:
    """Điều 6 gives no power that Điều 7 forbids: force is denied, or left to those who have it."""
    for line in (*content.entry.powers, *content.entry.duties, *content.entry.methods):
        for clause in line.split(";"):
            if FORCE.search(clause):
                assert FORBIDDEN_OR_OTHERS.search(clause), clause


@each_content
def test_an_arrest_is_that_of_every_citizen(content: Content) -> None:
    """BLTTHS, Điều 111: to the police, the procuracy or the committee nearest; told once."""
    told = [line for line in content.entry.powers if re.search(r"\b[Bb]ắt người phạm tội", line)]
    assert len(told) <= 1
    for line in told:
        assert "Công an, Viện kiểm sát hoặc Ủy ban nhân dân nơi gần nhất" in line
    assert not re.search(r"bắt giữ người|giữ người phạm tội|bắt quả tang người", content.all)


@each_content
def test_discipline_has_three_forms(content: Content) -> None:
    """Điều 17: nhắc nhở, phê bình, cho thôi tham gia, in this order; limits stand apart."""
    measures = content.entry.discipline
    assert len(measures) == len(FORMS)
    for form, measure in zip(FORMS, measures, strict=True):
        assert measure.startswith(form)
    assert not re.search(r"khiển trách đối|cảnh cáo|trừ điểm|đình chỉ", " ".join(measures))


@each_content
def test_honours_are_named(content: Content) -> None:
    """Điều 16 names what is given most: biểu dương by the model, Giấy khen by who may."""
    rewards = " ".join(content.entry.rewards)
    assert "iểu dương" in rewards
    assert "Giấy khen" in rewards
    assert not re.search(r"danh hiệu “|cộng điểm|chiến sĩ thi đua", rewards)


@each_content
def test_reports_keep_the_clock_of_the_review(content: Content) -> None:
    """III.2: what the model reports comes before the survey of 10/5 and 10/11, told once."""
    reports = [line for line in content.entry.meetings if "05/5" in line]
    assert len(reports) == 1
    assert "05/11" in reports[0]
    for line in content.entry.meetings:
        assert line in reports or "báo cáo 06 tháng" not in line
    plan = " ".join(work.what for work in content.entry.activities)
    assert plan.count("trước ngày 05/5") == plan.count("trước ngày 05/11") == 1


@each_content
def test_rotation_is_told_in_its_own_article(content: Content) -> None:
    """Điều 22 has the signed table; Điều 21 says nothing of turns."""
    assert not re.search(r"luân phiên chủ trì|đổi đơn vị chủ trì", " ".join(content.entry.meetings))


@each_content
def test_targets_can_be_counted(content: Content) -> None:
    """Each has a figure, or is something that does not happen or is done."""
    for target in content.entry.targets:
        assert not SOFT.search(target)
        assert re.search(r"\d|không|đăng ký|hai phần ba", target), target
    assert len(content.entry.targets) <= 11


@each_content
def test_the_year_has_what_the_guidance_asks(content: Content) -> None:
    """II.1.3: tập huấn, trao đổi kinh nghiệm, mua sắm; months go forward."""
    plan = " ".join(work.what for work in content.entry.activities)
    for word in ("tập huấn", "kinh nghiệm", "đề nghị khen thưởng"):
        assert word in plan
    months = [periods.month_of(work.when) for work in content.entry.activities]
    told = [month[-1] for month in months if month]
    assert all(one <= other for one, other in pairwise(told))


@each_content
def test_every_line_is_in_the_register_of_papers(content: Content) -> None:
    """No colloquial word, no word of the program, no end mark, no capital at the start."""
    assert not BANNED.search(content.all)
    for line in content.lines:
        assert not line.endswith((";", ".", ",", ":"))
        assert not re.search(r"\s{2}|\s[,;.]|;\s*;|,\s*,", line)
        assert not line[0].isupper() or line.startswith(("Hội ", "Ban ", "Mô hình", "Công an"))


@each_content
def test_money_is_no_one_person_s(content: Content) -> None:
    """Điều 20: what the unit gives is spent by the unit's rules, and nobody is made to give."""
    assert not re.search(r"bắt buộc đóng|mức đóng góp tối thiểu|thu theo đầu", content.all)
    assert any(
        re.search(r"công khai|quyết toán|hạch toán|thông báo|sổ", line)
        for line in content.entry.funding
    )


@each_content
def test_nothing_is_said_twice(content: Content) -> None:
    """No item stands twice in a list, nor in two."""
    lines = [line for lines in content.lists.values() for line in lines]
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize("variant", ["main", "ngan-hang"])
def test_counterfeit_money_by_its_kinds(variant: str) -> None:
    """NĐ 87/2023, TT 58/2024: known, new and doubtful money each has its own rule."""
    content = next(one for one in CONTENTS if one.name == f"11-{variant}")
    known, new, doubtful = (
        next(line for line in content.entry.duties if word in line)
        for word in ("đã được thông báo", "loại mới (", "tiền nghi giả thì")
    )
    assert "đóng dấu, bấm lỗ" in known
    assert "không đóng dấu, không bấm lỗ" in new
    assert "tạm thu giữ" in doubtful
    assert any("từ 05 tờ" in line for line in content.entry.duties)
    assert "tạm giữ" not in content.all


def test_the_treasury_keeps_its_own_process() -> None:
    """What only the banks' circular says is not said of the Treasury."""
    content = next(one for one in CONTENTS if one.name == "11-kho-bac")
    assert "từ 05 tờ" not in content.all
    assert "không đóng dấu, không bấm lỗ" not in content.all


def test_every_source_says_how_sure_it_is() -> None:
    """Figures of custom and law not read again are marked as such."""
    shelves: tuple[Any, ...] = (guidance().catalogue, guidance().linked_catalogue)
    kinds = (OWN, LINKED)
    found = [
        source
        for shelf, kind in zip(shelves, kinds, strict=True)
        for head in listing(kind)
        for source in shelf.content(head).sources
    ]
    assert {source.sure for source in found} == {"verified", "known", "custom"}
