"""The data in use: the program's own, or those of a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.errors import DataError
from docgen.tables.source import SHIPPED, chosen, using

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_takes_the_place_of_the_shipped_data_for_a_while(tmp_path: Path) -> None:
    """Inside the block only; each use is another one, so that nothing read before is kept."""
    with using(tmp_path):
        first = chosen()
        assert first.of("law") == tmp_path / "law"
    assert chosen() is SHIPPED
    with using(tmp_path):
        assert chosen() != first


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    """With a hint how to make one."""
    with pytest.raises(DataError) as caught, using(tmp_path / "nowhere"):
        pass
    assert "docgen data copy" in caught.value.problems[0].hint.en
