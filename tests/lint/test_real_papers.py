"""Real papers, read by hand beforehand: how many parts are found, how many findings are right.

They are not kept here: the folder that holds them is told by ``DOCGEN_REAL_PAPERS``.
"""

from __future__ import annotations

import os
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from docgen.lint.holding import Held, hold

LABELS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "data" / "real-papers.yaml").read_text("utf-8")
)
FOLDER = os.environ.get("DOCGEN_REAL_PAPERS", "")
DAY = date(2026, 9, 1)
PARTS_FOUND = 0.98
FINDINGS_RIGHT = 0.85

pytestmark = pytest.mark.skipif(not FOLDER, reason="DOCGEN_REAL_PAPERS names no folder")


@cache
def judged(name: str, regime: str = "nd30") -> Held:
    """A real paper held against the decree, whatever its own rules are."""
    return hold((Path(FOLDER) / f"{name}.docx").read_bytes(), name, DAY, regime=regime)


def numbers(told: list[int | str]) -> set[int]:
    """``[1, "3-5"]`` as numbers."""
    found: set[int] = set()
    for one in told:
        first, _, last = str(one).partition("-")
        found |= set(range(int(first), int(last or first) + 1))
    return found


@pytest.mark.parametrize("name", LABELS)
def test_the_papers_in_a_file_are_told_apart(name: str) -> None:
    """Each file holds as many papers, of such kinds, as a reader sees."""
    found = [
        f"{one.sheet.place} {one.sheet.regime} {one.sheet.paper or '-'}"
        for one in judged(name).papers
    ]
    assert found == LABELS[name]["papers"]


def test_nearly_every_part_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    """Of the parts that a reader sees, this share at least is found."""
    right = wanted = 0
    for name, told in LABELS.items():
        roles: dict[int, set[str]] = {}
        for paper in judged(name).papers:
            for part in paper.sheet.parts:
                roles.setdefault(part.line.paragraph.number, set()).add(part.role)
        for role, places in told["roles"].items():
            for place in numbers(places):
                wanted += 1
                right += role in roles.get(place, set())
    with capsys.disabled():
        print(f"\nparts found in real papers: {right} of {wanted}")  # noqa: T201
    assert right / wanted >= PARTS_FOUND


def test_nearly_every_finding_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    """Every finding was read by hand; the share of right ones does not sink."""
    right = wrong = 0
    for name, told in LABELS.items():
        found = {
            (one.rule.id, one.part.line.paragraph.number if one.part else 0)
            for one in judged(name).findings
        }
        known = {
            kind: {(rule, at) for rule, places in told[kind].items() for at in numbers(places)}
            for kind in ("right", "wrong")
        }
        assert found <= known["right"] | known["wrong"], "a finding that nobody has read"
        right += len(found & known["right"])
        wrong += len(found & known["wrong"])
    with capsys.disabled():
        print(f"\nfindings in real papers: {right} right, {wrong} wrong")  # noqa: T201
    assert right / (right + wrong) >= FINDINGS_RIGHT


def test_a_normative_act_is_left_to_its_own_rules() -> None:
    """The decree itself follows other rules of form, and is told so."""
    assert [one.regime for one in judged("nghi-dinh", "auto").papers] == [""]
