"""The bar: only where a person waits and looks on."""

from __future__ import annotations

import io
import sys

import pytest

from docgen.errors import Counted, Words
from docgen.shown.bar import Bar

WORDS = Words("In văn bản", "Printing papers")


class Terminal(io.StringIO):
    """Where a person looks on."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def shown(monkeypatch: pytest.MonkeyPatch, seconds: float, *, looked_on: bool = True) -> str:
    """What ten papers show, the work taking so long before the first."""
    stream = Terminal() if looked_on else io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    times = iter([0.0])
    bar = Bar("vi", lambda: next(times, seconds))
    bar(Words("Soạn và in các văn bản…", ""))
    for done in range(1, 11):
        bar(Counted.of(WORDS, done, 10))
    bar(Words("Xong", ""))
    return stream.getvalue()


@pytest.fixture(autouse=True)
def _colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_long_work_has_a_bar_with_a_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words before and after stand on lines of their own."""
    found = shown(monkeypatch, 3)
    assert "In văn bản" in found
    assert "10/10" in found
    assert found.endswith("Xong\n")


def test_short_work_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two seconds need no bar."""
    assert "In văn bản" not in shown(monkeypatch, 1)


def test_a_file_or_no_color_gets_words_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """No escape, no carriage return."""
    assert shown(monkeypatch, 3, looked_on=False) == "Soạn và in các văn bản…\nXong\n"
    monkeypatch.setenv("NO_COLOR", "1")
    assert shown(monkeypatch, 3) == "Soạn và in các văn bản…\nXong\n"
