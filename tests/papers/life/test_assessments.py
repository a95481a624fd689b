"""What the papers of ratings say: shares that add up, bars as long as they should be."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from docgen.guidance.papers import RATE, due
from docgen.guidance.ratings import latest, rate
from docgen.papers.life.assessments import Reviewed
from docgen.papers.life.reviews import Surveyed, report_of, share
from tests.samples import LIFE, drafter

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REPORTS = ("survey_report", "appraisal_report")


def over(every: list[Reviewed]) -> Any:
    """What a report over ``every`` says."""
    return report_of(every[0], [Surveyed.of(one) for one in every])


def reviewed(sample: str) -> Reviewed:
    """A sample with the rating of its latest period."""
    record = drafter(sample).record
    return Reviewed(record, rate(record, latest(record)))


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_share_is_the_nearest_tenth_of_a_per_cent(part: int, whole: int) -> None:
    """Written with a comma, without a needless zero."""
    part = min(part, whole)
    told = share(part, whole)
    assert abs(float(told.replace(",", ".")) - 100 * part / whole) <= 0.05 + 1e-9
    assert not told.endswith(",0")


def test_the_chart_counts_every_model_once() -> None:
    """One Tốt, one Khá, two Trung bình, two Yếu: 6 models, 100 %."""
    review: Any = over([reviewed(name) for name in LIFE])["review"]
    told = {one["name"]: (one["count"], one["percent"], one["bar"]) for one in review["classes"]}
    assert told == {
        "Tốt": ("01", "16,7%", "16.7"),
        "Khá": ("01", "16,7%", "16.7"),
        "Trung bình": ("02", "33,3%", "33.3"),
        "Yếu": ("02", "33,3%", "33.3"),
    }
    assert review["chart_text"] == (
        "01 mô hình xếp loại Tốt, 01 mô hình xếp loại Khá, 02 mô hình xếp loại Trung bình, "
        "02 mô hình xếp loại Yếu"
    )
    assert review["kinds_text"] == "05 mô hình tự quản, 01 mô hình liên kết"


def test_what_there_is_none_of_is_not_counted() -> None:
    """Neither a class nor a kind of model without any (“00 mô hình”)."""
    review: Any = over([reviewed("vong-doi/tot-xa-2026")])["review"]
    assert review["chart_text"] == "01 mô hình xếp loại Tốt"
    assert review["kinds_text"] == "01 mô hình tự quản"


def test_limits_are_told_as_limits() -> None:
    """What is lacking does not read as praise (“Hồ sơ đảm bảo đầy đủ …”)."""
    review: Any = over([reviewed("vong-doi/kha-truong-2026")])["review"]
    lacking = review["models"][0]["lacking"]
    assert lacking
    assert all(line.startswith("chưa đạt ") for line in lacking)
    assert lacking[0].endswith(": hồ sơ đầy đủ, gọn gàng")


def test_models_that_cannot_be_rated_have_a_row_of_their_own() -> None:
    """They are counted, and what is missing is named."""
    own = drafter("vong-doi/kha-truong-2026").record
    (told,) = own.assessments
    open_ = own.changed(assessments=[told.changed(keeping=None)])
    one = Reviewed(open_, rate(open_, "2026-H1"))
    review: Any = over([one, reviewed("vong-doi/tot-xa-2026")])["review"]
    assert review["classes"][-1]["name"] == "Chưa xếp loại"
    assert "duy trì hoạt động" in review["models"][0]["reason"]
    assert review["open_models"]


def papers(sample: str, more: Any = None) -> Iterator[tuple[str, etree._Element]]:
    """The papers of ratings of a sample: their names, their documents."""
    maker = drafter(sample)
    for one in due(maker.record, RATE):
        with zipfile.ZipFile(io.BytesIO(maker.draft(one, more).docx)) as archive:
            yield one.paper.id, etree.fromstring(archive.read("word/document.xml"))


def bars(root: etree._Element) -> list[etree._Element]:
    """The bars of the chart."""
    style = f"{W}pPr/{W}pStyle[@{W}val='Bar']"
    return [one for one in root.iter(f"{W}p") if one.find(style) is not None]


def test_a_bar_takes_its_share_of_the_cell() -> None:
    """Four of five classes have a bar, each as wide as its share; no text is left in it."""
    every = over([reviewed(name) for name in LIFE])
    for name, root in papers("vong-doi/tot-xa-2026", every):
        found = bars(root)
        assert len(found) == (4 if name in REPORTS else 0)
        assert not ["".join(one.itertext()) for one in found if "".join(one.itertext())]
        rights = [one.find(f"{W}pPr/{W}ind") for one in found]
        widths = [int(str(right.get(f"{W}right"))) for right in rights if right is not None]
        assert len(widths) == len(found)
        if widths:
            assert widths[0] == widths[1] > widths[2] == widths[3] > 0


def test_one_model_has_no_chart(life: str) -> None:
    """One bar over the whole width shows nothing."""
    assert not [one for _, root in papers(life) for one in bars(root)]


@pytest.mark.parametrize(
    ("sample", "words"),
    [
        ("vong-doi/tot-xa-2026", "xếp loại: Tốt"),
        ("vong-doi/kha-truong-2026", "HẠN CHẾ SO VỚI LOẠI TỐT"),
        ("vong-doi/trung-binh-doanh-nghiep-2024", "Giám đốc sở, ban, ngành cấp tỉnh"),
        ("vong-doi/yeu-co-quan-2026", "quyết định thanh loại của người có thẩm quyền"),
        ("vong-doi/yeu-lien-ket-2026", "từng đơn vị luân phiên chủ trì"),
    ],
)
def test_a_sheet_says_class_and_consequence(sample: str, words: str) -> None:
    """The class, what is lacking, and how a model rated Yếu ends."""
    sheets = ["".join(root.itertext()) for name, root in papers(sample) if name == "rating_sheet"]
    assert any(words in " ".join(text.split()) for text in sheets)
