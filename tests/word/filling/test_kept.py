"""A template that was prepared once is read ready-made by later runs, and only if it was sound."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from docgen import kept
from docgen.errors import TemplateError
from docgen.kept import private_folder
from docgen.word.authoring.compile import compile_template
from docgen.word.filling import fill
from docgen.word.filling import kept as prepared
from docgen.word.filling.fill import prepare
from tests.filled import CONTEXT

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.word.filling.fill import Properties

Fill = Callable[[bytes], bytes]


@pytest.fixture(autouse=True)
def _forgotten(store: Path) -> None:
    """Nothing is kept, neither there nor in this process."""
    assert store.is_dir()
    prepare.cache_clear()


@pytest.fixture
def template(source: Callable[..., str]) -> bytes:
    """A small template with a field."""
    return compile_template(source("named"), "named")


@pytest.fixture
def filled(properties: Properties) -> Fill:
    """Fills a template as a run does that knows nothing yet."""

    def fill_anew(template: bytes) -> bytes:
        prepare.cache_clear()
        return prepare(template, "named.docx").fill(CONTEXT, properties)

    return fill_anew


def test_a_later_run_fills_to_the_same_bytes(
    template: bytes, filled: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was kept stands for the template; it is not opened again."""
    first = filled(template)
    monkeypatch.setattr(fill, "open_package", None)
    assert filled(template) == first


@pytest.mark.parametrize("damage", [b"", b"rubbish", b"(\x01\x00\x00\x00i\x05\x00\x00\x00"])
def test_damage_costs_time_alone(template: bytes, filled: Fill, store: Path, damage: bytes) -> None:
    """A file that is not as we keep it is passed over."""
    first = filled(template)
    (one,) = store.iterdir()
    one.write_bytes(damage)
    assert filled(template) == first


def test_another_program_prepares_anew(
    template: bytes, filled: Fill, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an older docgen let through is asked again by a newer one."""
    filled(template)
    monkeypatch.setattr(prepared, "_made_by", lambda: b"newer")
    filled(template)
    assert len(list(store.iterdir())) == 2


def test_what_is_refused_is_not_kept(template: bytes, filled: Fill, store: Path) -> None:
    """A template is refused in every run, not in the first alone."""
    torn = template.replace(b"PK\x01\x02", b"PK\x01\x09")
    for _ in range(2):
        with pytest.raises(TemplateError):
            filled(torn)
    assert not list(store.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a temporary folder for each user")
def test_the_folder_is_closed_to_others() -> None:
    """Nobody else on the machine writes what we read."""
    folder = private_folder()
    assert folder is not None
    assert stat.S_IMODE(folder.stat().st_mode) == stat.S_IRWXU


def test_without_a_folder_nothing_is_kept(
    template: bytes, filled: Fill, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A user without a temporary folder of their own has the papers all the same."""
    first = filled(template)
    monkeypatch.setattr(kept, "private_folder", lambda: None)
    assert filled(template) == first
    assert len(list(store.iterdir())) == 1
