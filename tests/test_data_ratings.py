"""Criteria, facts and classes that only the data know, each on a copy of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

import docgen
from docgen.guidance.ratings import Outcome, rate
from docgen.tables.source import using
from tests.changes import text_of
from tests.samples import LIFE, drafted, path_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.changes import Data

RATINGS = "guidance/ratings"
GOOD, FAIR = "vong-doi/tot-xa-2026", "vong-doi/kha-truong-2026"


def with_told(path: Path, sample: str, old: str, new: str) -> Path:
    """A copy of a sample with ``new`` in place of ``old``."""
    text = path_of(sample).read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return path


FACT = """\
  training:
    label: {vi: việc tập huấn thành viên, en: the training of members}
    values:
      true: {vi: thành viên được tập huấn, en: members are trained}
      false: {vi: thành viên chưa được tập huấn, en: members are not trained}
criteria:
"""
CRITERION = "{id: training, fact: training, met_by: [true], vi: Được tập huấn, en: Trained}"


@pytest.fixture
def trained(data: Data) -> Data:
    """Data in which a good model trains its members."""
    data.change(RATINGS, "criteria:\n", FACT)
    place = "        - &secure {id: secure"
    data.change(RATINGS, place, f"        - {CRITERION}\n{place}")
    assert data.faults() == []
    return data


def test_a_fact_that_is_not_told_leaves_the_class_open(trained: Data) -> None:
    """It is not known, and named as what is missing."""
    with using(trained.root):
        rating = rate(docgen.load(path_of(GOOD)).record, "2026")
    assert rating.outcome is Outcome.OPEN
    assert [lacks.vi for lacks in rating.missing] == ["việc tập huấn thành viên"]


@pytest.mark.parametrize(("told", "name"), [("true", "good"), ("false", "fair")])
def test_a_record_tells_the_new_fact(trained: Data, tmp_path: Path, told: str, name: str) -> None:
    """In its assessments, by the name that the data give it."""
    first = 'assessments:\n  - period: "2026"\n'
    record = with_told(tmp_path / "a.yaml", GOOD, first, f"{first}    training: {told}\n")
    with using(trained.root):
        assert rate(docgen.load(record).record, "2026").id == name
    with pytest.raises(docgen.RecordError, match="training"):
        docgen.load(record)


def test_a_new_fact_may_rest_on_what_the_record_tells_already(data: Data) -> None:
    """A list that is not empty."""
    told = "  training:\n    evidence: some\n    told: practices\n"
    data.change(RATINGS, "criteria:\n", FACT.replace("  training:\n", told))
    place = "        - &secure {id: secure"
    data.change(RATINGS, place, f"        - {CRITERION}\n{place}")
    assert data.faults() == []
    with using(data.root):
        record = docgen.load(path_of(GOOD)).record
        assert rate(record, "2026").id == ("good" if record.assessments[-1].practices else "fair")


# Classes: one left out, one on top, one that nobody describes.


def rated(sample: str, folder: Path) -> tuple[str, str]:
    """The class of a sample, and what the survey report says of it."""
    found = docgen.rate([path_of(sample)], on=drafted(sample))
    docgen.rating_papers(found, folder, on=drafted(sample), appraise=True, printer="builtin")
    (report,) = folder.glob("van-ban/bao-cao-khao-sat-*.docx")
    return found[0].rating.id, text_of(report.read_bytes())


def test_a_class_may_be_left_out(data: Data, tmp_path: Path) -> None:
    """Models that were of it go to the next class below; every paper is still made."""
    data.change(RATINGS, "order: [good, fair, average, weak]", "order: [good, average, weak]")
    assert data.faults() == []
    with using(data.root):
        name, report = rated(FAIR, tmp_path / "a")
        for sample in LIFE:
            record = docgen.load(path_of(sample)).record
            assert all(rate(record, told.period) for told in record.assessments)
    assert name == "average"
    assert "Trung bình" in report


def test_a_class_may_be_added_on_top(data: Data, tmp_path: Path) -> None:
    """With its roles: the report knows that there is none above it, and what follows."""
    shown = yaml.safe_load(data.file(RATINGS).read_text("utf-8"))
    shown["order"].insert(0, "best")
    shown["classes"]["best"] = {
        **shown["classes"]["good"],
        "name": {"vi": "Xuất sắc", "en": "Excellent"},
        "proposal": "Đối với mô hình xếp loại Xuất sắc: đề nghị {surveyor} khen thưởng.",
    }
    for kind in ("self_managed", "linked"):
        shown["actors"][kind]["best"] = shown["actors"][kind]["good"]
        shown["criteria"][kind]["best"] = shown["criteria"][kind]["good"]
    data.file(RATINGS).write_text(yaml.safe_dump(shown, allow_unicode=True), "utf-8")
    assert data.faults() == []
    with using(data.root):
        name, report = rated(GOOD, tmp_path / "a")
        made = docgen.make(docgen.load(path_of(GOOD)), "replicate", on=drafted(GOOD))
    assert name == "best"
    assert made.papers
    assert "đã được xếp loại cao nhất" in report
    assert "xếp loại Xuất sắc: đề nghị" in report
    assert "chưa đủ dữ kiện" not in report


def test_a_class_that_nobody_describes_is_a_fault(data: Data) -> None:
    """Located where the order names it, and where its criteria are missing."""
    data.change(RATINGS, "order: [good", "order: [best, good")
    found = {(fault.place.line, fault.what.en) for fault in data.faults()}
    assert (data.line(RATINGS, "order: [best"), "there is no class “best”") in found
