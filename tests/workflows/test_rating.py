"""Rating as a person meets it: the answer, the papers over many models, the refusals."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from docgen.cli import run
from docgen.errors import ExitCode, ProtectedWorkError, RecordError
from docgen.folder import contents
from docgen.guidance.ratings import Outcome
from docgen.workflows.rating import Asked, rate
from docgen.workflows.rating_papers import Wish, papers
from tests.doubts import SURVEY
from tests.presses import quick_press
from tests.samples import LIFE, path_of

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.errors import Words

DAY = date(2026, 11, 10)
OF_2026 = tuple(path_of(name) for name in LIFE if name.endswith("2026") and "kha-" not in name)
CLASSES = {
    "hai-nam-2025-2026": "average",
    "kha-truong-2026": "fair",
    "tot-xa-2026": "good",
    "trung-binh-doanh-nghiep-2024": "average",
    "yeu-co-quan-2026": "weak",
    "yeu-lien-ket-2026": "weak",
}


def silent(_: Words) -> None:
    """Hears of the progress."""


def test_every_sample_of_a_model_at_work_has_the_class_that_it_shows() -> None:
    """One of each class, two of them Trung bình, two Yếu."""
    found = rate(Asked(tuple(path_of(name) for name in LIFE), DAY))
    told = {path_of(name).stem: one.rating.id for name, one in zip(LIFE, found, strict=True)}
    assert told == CLASSES


def test_papers_over_many_records_are_a_sheet_each_and_one_report(tmp_path: Path) -> None:
    """The reports take the frame of the first record; the same input gives the same bytes."""
    asked = Asked(OF_2026, DAY, "2026")
    found = rate(asked)
    made = []
    for name in ("mot", "hai"):
        files = papers(found, asked.drafted, Wish(tmp_path / name, appraise=True), silent)
        made.append({path: (tmp_path / name / path).read_bytes() for path in files})
    assert made[0] == made[1]
    assert [path for path in made[0] if path.endswith(".docx")] == [
        "van-ban/phieu-danh-gia-2026-01.docx",
        "van-ban/phieu-danh-gia-2026-02.docx",
        "van-ban/phieu-danh-gia-2026-03.docx",
        "van-ban/phieu-danh-gia-2026-04.docx",
        "van-ban/bao-cao-khao-sat-2026.docx",
        "van-ban/bao-cao-tham-dinh-2026.docx",
    ]
    known = contents.read(tmp_path / "mot")
    assert known is not None
    assert known.made == ("rate 2026",)


def test_a_folder_of_another_step_is_left_alone(tmp_path: Path) -> None:
    """The sheets go elsewhere; what is there stays."""
    target = tmp_path / "bo"
    asked = Asked(OF_2026[:1], DAY)
    papers(rate(asked), asked.drafted, Wish(target), silent)
    manifest = target / "manifest.json"
    told = json.loads(manifest.read_text(encoding="utf-8"))
    told["made"] = ["establish"]
    manifest.write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(ProtectedWorkError):
        papers(rate(asked), asked.drafted, Wish(target), silent)


def test_a_sheet_changed_by_hand_is_not_overwritten(tmp_path: Path) -> None:
    """A person's words stop the next run (exit 4)."""
    asked = Asked(OF_2026[:1], DAY)
    made = papers(rate(asked), asked.drafted, Wish(tmp_path / "bo"), silent)
    edited = tmp_path / "bo" / made[0]
    edited.write_bytes(b"khac")
    with pytest.raises(ProtectedWorkError):
        papers(rate(asked), asked.drafted, Wish(tmp_path / "bo"), silent)
    assert edited.read_bytes() == b"khac"


def test_models_of_different_periods_need_one_to_be_named(tmp_path: Path) -> None:
    """A report is about one period."""
    asked = Asked(tuple(path_of(name) for name in LIFE), DAY)
    with pytest.raises(RecordError, match="different periods"):
        papers(rate(asked), asked.drafted, Wish(tmp_path / "bo"), silent)


def test_a_period_that_is_not_assessed_is_refused_for_every_record_at_once() -> None:
    """All faults are told together."""
    with pytest.raises(RecordError) as caught:
        rate(Asked(OF_2026, DAY, "2031"))
    assert len(caught.value.problems) == len(OF_2026)


def test_the_dossier_is_taken_from_its_folder(tmp_path: Path) -> None:
    """A package just drafted has no periodic report yet: it is due, so the dossier lacks it."""
    record = tmp_path / "ban-khai.yaml"
    record.write_bytes(path_of("vong-doi/tot-xa-2026").read_bytes())
    assert run(["establish", str(record), "-o", str(tmp_path / "bo"), "--date", "2026-11-06"]) == 0
    (one,) = rate(Asked((record,), DAY, "2026", tmp_path / "bo"))
    assert one.rating.id == "weak"
    assert "Báo cáo kết quả hoạt động định kỳ" in one.rating.of("weak").criteria[0].basis.vi
    run(["report", str(record), "-o", str(tmp_path / "bo"), "--date", "2026-11-06"])
    (one,) = rate(Asked((record,), DAY, "2026", tmp_path / "bo"))
    assert one.rating.id == "good"


@pytest.mark.parametrize("as_json", [False, True])
def test_missing_facts_give_no_class_and_exit_code_1(
    tmp_path: Path, least: str, capsys: pytest.CaptureFixture[str], *, as_json: bool
) -> None:
    """“Chưa xếp loại được: thiếu …”, never a guess."""
    record = tmp_path / "ho-so.yaml"
    record.write_text(f'{least}{SURVEY}assessments: [{{period: "2026"}}]\n', encoding="utf-8")
    assert run(["rate", str(record), *(["--json"] if as_json else [])]) == ExitCode.INPUT
    told = capsys.readouterr().out
    if as_json:
        (one,) = json.loads(told)
        assert one["outcome"] == Outcome.OPEN
        assert one["class"] == ""
        assert one["missing"]
    else:
        assert "chưa xếp loại được" in told
        assert "Thiếu dữ kiện" in told


def test_english_answers_are_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    """Class, criteria and consequence."""
    assert run(["rate", str(path_of("vong-doi/tot-xa-2026")), "--lang", "en"]) == ExitCode.DONE
    assert "rated Good" in capsys.readouterr().out


def test_a_dossier_goes_with_one_record_only(tmp_path: Path) -> None:
    """One folder is the dossier of one model."""
    records = [str(path) for path in OF_2026]
    assert run(["rate", *records, "--dossier", str(tmp_path)]) == ExitCode.USAGE


def test_a_report_that_was_issued_stays_when_the_models_are_rated_again(tmp_path: Path) -> None:
    """Word file and print, byte for byte; also when the report is not made this time."""
    record, folder = tmp_path / "ban-khai.yaml", tmp_path / "xep-loai"
    text = path_of("vong-doi/tot-xa-2026").read_text("utf-8")
    numbers = "{number: 71, day: 06/11/2026}"
    told = f"    survey_report: {numbers}\n    appraisal_report: {numbers}\n"
    record.write_text(text.replace("    dossier: scientific\n", f"    dossier: scientific\n{told}"))
    with quick_press():
        ask(record, folder, appraise=True)
        before = {path: path.read_bytes() for path in folder.rglob("bao-cao-*.*")}
        assert len(before) == 4
        record.write_text(record.read_text("utf-8").replace("Nguyễn Đình Khải", "Người Khác"))
        heard = [*ask(record, folder, appraise=True), *ask(record, folder)]
    assert {path: path.read_bytes() for path in folder.rglob("bao-cao-*.*")} == before
    assert any("đã ban hành" in words.vi for words in heard)


def ask(record: Path, folder: Path, *, appraise: bool = False) -> list[Words]:
    """Rate, and draft the papers; what was told meanwhile."""
    heard: list[Words] = []
    found = rate(Asked((record,), DAY, "2026"))
    papers(found, DAY, Wish(folder, appraise, "builtin"), heard.append)
    return heard
