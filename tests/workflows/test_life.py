"""The steps of a model's life: which may be taken, and what each of the others waits for."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from docgen import api
from docgen.errors import DocgenError
from docgen.workflows.desk import Step
from docgen.workflows.opening import load
from docgen.workflows.permitting import permit

if TYPE_CHECKING:
    from docgen.workflows.life import LifeStep

LIVES = sorted(Path("samples/vong-doi").glob("*.yaml"))
TODAY = date(2026, 11, 30)


def of(sample: str, stage: str) -> list[LifeStep]:
    """The steps of that stage of a sample."""
    file = next(file for file in LIVES if file.stem == sample)
    found = api.life(file, Path("khong-co"), on=TODAY)
    return [step for step in found if step.stage == stage]


@pytest.mark.parametrize("file", LIVES, ids=lambda file: file.stem)
def test_what_is_allowed_is_what_the_command_takes(file: Path) -> None:
    """No step is offered that the command would refuse."""
    loaded = load(file)
    for step in api.life(file, Path("khong-co"), on=TODAY):
        if step.allowed and step.stage != "renew":
            permit(loaded, Step(step.stage, step.part))
            assert step.papers


@pytest.mark.parametrize("file", LIVES, ids=lambda file: file.stem)
def test_what_the_command_refuses_is_refused_with_a_reason_in_words(file: Path) -> None:
    """Each reason names the section to go to, and no name of a field."""
    loaded = load(file)
    for step in api.life(file, Path("khong-co"), on=TODAY):
        if not step.allowed:
            assert step.reasons[0].place.field
        if step.stage in ("replicate", "dissolve") and not step.allowed:
            with pytest.raises(DocgenError):
                permit(loaded, Step(step.stage, step.part))


def test_a_report_that_is_due_waits_for_its_results() -> None:
    """The period is named in words."""
    steps = {step.part: step for step in of("yeu-co-quan-2026", "report")}
    assert steps["2026"].allowed
    (reason,) = steps["2026-H1"].reasons
    assert reason.what.vi == "Khai kết quả 06 tháng đầu năm 2026 trước."


def test_only_a_weak_model_is_dissolved() -> None:
    """Khá: the class, then criterion by criterion; Yếu: allowed."""
    (refused,) = of("kha-truong-2026", "dissolve")
    assert "Khá" in refused.reasons[0].what.vi
    assert len(refused.reasons) > 1
    (allowed,) = of("yeu-co-quan-2026", "dissolve")
    assert allowed.allowed
    assert any("thanh loại" in title for title in allowed.papers)


def test_a_step_that_the_record_does_not_tell_says_what_to_tell() -> None:
    """In the words of the form; discipline is of self-managed models only."""
    (commend,) = of("yeu-co-quan-2026", "commend")
    assert commend.reasons[0].what.vi == "Chưa khai: đề nghị khen thưởng."
    (discipline,) = of("yeu-lien-ket-2026", "discipline")
    assert "tự quản" in discipline.reasons[0].what.vi


def test_a_list_that_has_not_changed_is_no_reorganisation(tmp_path: Path) -> None:
    """The list after is the one before."""
    sample = next(file for file in LIVES if file.stem == "kha-truong-2026")
    file = tmp_path / "ban-khai.yaml"
    members = load(sample).record.members  # type: ignore[union-attr]
    text = sample.read_text("utf-8")
    lines = [
        f"      - {{name: {one.name}, role: {one.role}, honorific: {one.honorific or '“”'}}}"
        for one in members
    ]
    del lines
    start = text.index("\nmembers:")
    end = next(
        place
        for place in range(start + 9, len(text))
        if text[place] == "\n" and text[place + 1 : place + 2] not in (" ", "-", "\n", "#")
    )
    listed = text[start + 9 : end]
    indented = "\n".join(f"    {line}" for line in listed.split("\n") if line.strip())
    file.write_text(f"{text}\nreorganizations:\n  - members:\n{indented}\n", "utf-8")
    (step,) = [
        one for one in api.life(file, tmp_path / "ho-so", on=TODAY) if one.stage == "reorganize"
    ]
    assert [reason.what.vi for reason in step.reasons] == ["Danh sách chưa thay đổi."]


def test_a_step_whose_papers_stand_in_the_folder_is_taken(tmp_path: Path) -> None:
    """The folder tells which steps were made into it."""
    file = next(file for file in LIVES if file.stem == "yeu-co-quan-2026")
    folder = tmp_path / "ho-so"
    api.package(file, folder, "report", part="2026", on=TODAY)
    taken = {(s.stage, s.part) for s in api.life(file, folder, on=TODAY) if s.taken}
    assert taken == {("report", "2026")}
