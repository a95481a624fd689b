"""Doubts about records written for one test: the texts, the types, the single doubt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from docgen.errors import Problem
from docgen.record.loading import Loaded

LEAST = """\
kind: self_managed
issuer:
  kind: commune
  name: xã Minh Thịnh
model:
  name: Tổ tuần tra nhân dân
"""
LEAST_LINKED = """\
kind: linked
model:
  name: Cụm An ninh liên hoàn
units:
  - {name: xã Minh Thịnh, kind: commune, lead: true, turn: 1, term: năm 2026}
  - {name: Trường Trung học cơ sở Minh Thịnh, kind: school, turn: 2, term: năm 2027}
"""
SURVEY = "survey: {general: a, people: b, political_system: c, movement: d}\n"
TODAY = date(2026, 9, 1)

LoadText: TypeAlias = Callable[[str], Loaded]
Doubts: TypeAlias = Callable[..., list[Problem]]


def only(problems: list[Problem]) -> Problem:
    """The single doubt, told in both languages with what to do."""
    (problem,) = problems
    assert all((problem.what.vi, problem.what.en, problem.hint.vi, problem.hint.en))
    return problem
