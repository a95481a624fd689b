"""Records written for one test, and what is said about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.record.loading import Loaded, load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LEAST = """\
kind: self_managed
issuer:
  kind: commune
  name: xã Minh Thịnh
model:
  name: Tổ tuần tra nhân dân
"""


@pytest.fixture
def least() -> str:
    """The shortest record that loads."""
    return LEAST


@pytest.fixture
def load_text(tmp_path: Path) -> Callable[[str], Loaded]:
    """Loads a record given as text."""

    def loaded(text: str) -> Loaded:
        path = tmp_path / "ho-so.yaml"
        path.write_text(text, encoding="utf-8")
        return load(path)

    return loaded
