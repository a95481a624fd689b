"""The form of papers that a person changed: what the law wants otherwise is told with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from docx.shared import Mm, Pt

from docgen.guidance.papers import ESTABLISH
from docgen.workflows.bundling import bundle
from docgen.workflows.desk import Step
from docgen.workflows.packaging import package
from docgen.workflows.status import status
from tests.hands import saved_by_word, typed
from tests.offices import opened, silent

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docgen.errors import Problem
    from docgen.workflows.desk import Order

SAMPLE = "truong-2026-cong-truong"
DECISION = "van-ban/04-quyet-dinh-thanh-lap.docx"


@pytest.fixture
def order(tmp_path: Path, press: None) -> Order:
    """A package, nothing in it changed by hand."""
    del press
    made = opened(SAMPLE, tmp_path).order
    package(made, Step(ESTABLISH), silent)
    return made


def of_form(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    """Where the rules of form are broken, and what is said of it."""
    return [
        (one.place.file, one.what.vi) for one in problems if one.what.vi.startswith("trái quy định")
    ]


def narrow(document: Any) -> None:
    """A left margin of 20 mm, and every paragraph of the body in 11 points."""
    document.sections[0].left_margin = Mm(20)
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(11)


@pytest.mark.parametrize("command", ["establish", "bundle", "status"])
def test_what_an_edit_breaks_is_told_with_its_clause(order: Order, command: str) -> None:
    """Each rule once a paper, at the first place, by every command that looks at the paper."""
    file = order.folder / DECISION
    file.write_bytes(typed(file.read_bytes(), narrow))
    commands: dict[str, Callable[[], tuple[Problem, ...]]] = {
        "establish": lambda: package(order, Step(ESTABLISH), silent).remarks,
        "bundle": lambda: bundle(order, silent).remarks,
        "status": lambda: status(order.folder, order.drafted).remarks,
    }
    told = of_form(commands[command]())
    assert {where for where, _ in told} == {DECISION}
    (margin,) = [what for _, what in told if "Lề trái" in what]
    assert "Nghị định 30/2020/NĐ-CP" in margin
    assert any("chỗ khác" in what for _, what in told)
    assert len(told) == len(set(told))


def test_a_paper_that_was_only_saved_breaks_nothing(order: Order) -> None:
    """Word writes a file its own way; its form stays as it was."""
    file = order.folder / DECISION
    file.write_bytes(saved_by_word(file.read_bytes()))
    assert of_form(status(order.folder, order.drafted).remarks) == []
