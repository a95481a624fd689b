"""The screen while typesetters are at work."""

from __future__ import annotations

import os

import pytest

from docgen.printing.screen import Screen


def said(words: str) -> None:
    """Write to the screen as a program in another language does."""
    os.write(2, words.encode())


def test_nothing_gets_there_until_the_last_is_done(capfd: pytest.CaptureFixture[str]) -> None:
    """Who ends first does not turn it on for the other."""
    kept = Screen()
    with kept.kept_clear():
        with kept.kept_clear():
            said("a")
        said("b")
    said("c")
    assert capfd.readouterr().err == "c"


def test_what_is_told_meanwhile_gets_there(capfd: pytest.CaptureFixture[str]) -> None:
    """And then it is kept clear as before; where nobody is at work nothing changes."""
    kept = Screen()
    with kept.lit():
        said("a")
    with kept.kept_clear():
        said("b")
        with kept.lit():
            said("c")
        said("d")
    said("e")
    assert capfd.readouterr().err == "ace"


def test_a_fault_turns_it_on_again(capfd: pytest.CaptureFixture[str]) -> None:
    """Whatever ends the work."""
    kept = Screen()
    with pytest.raises(KeyError), kept.kept_clear():
        raise KeyError
    said("a")
    assert capfd.readouterr().err == "a"


def test_no_screen_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program without a console has none."""

    def gone(_: int) -> int:
        raise OSError

    monkeypatch.setattr("docgen.printing.screen.os.dup", gone)
    kept = Screen()
    with kept.kept_clear(), kept.lit():
        pass
