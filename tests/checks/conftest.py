"""What the guidance doubts in the least record with some lines more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.checks.inspection import check
from tests.doubts import SURVEY, TODAY

if TYPE_CHECKING:
    from datetime import date

    from docgen.errors import Problem
    from tests.doubts import Doubts, LoadText


@pytest.fixture
def doubts(load_text: LoadText, least: str) -> Doubts:
    """What is doubted in the least record with a survey and some lines more."""

    def found(more: str, today: date = TODAY) -> list[Problem]:
        return check(load_text(least + SURVEY + more), today)

    return found
