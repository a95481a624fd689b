"""Names of styles and words of layouts: data has those that our Word files use, and no other."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
import yaml

from docgen.word.authoring import stylesheets
from docgen.word.words import layout_text, party_style_name, style_name

ROOT = Path(__file__).parents[2] / "docgen" / "word"
READERS = {"layout_text", "layout_texts", "layout_rows"}


def data(name: str) -> dict[str, Any]:
    """The content of a data file."""
    told: dict[str, Any] = yaml.safe_load((ROOT / "data" / f"{name}.yaml").read_text("utf-8"))
    return told


def asked() -> set[str]:
    """Every text of a layout that the program asks for by its name."""
    return {
        str(name.value)
        for path in ROOT.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in READERS
        for name in ast.walk(node.args[0])
        if isinstance(name, ast.Constant) and isinstance(name.value, str)
    }


def test_every_style_has_a_name_and_every_name_a_style() -> None:
    """Each style of every sheet is called somehow; no name is left over."""
    ids = {style.id for sheet in stylesheets.SHEETS.values() for style in sheet}
    ids |= {style.id for style in stylesheets.RARE}
    assert set(data("styles")["names"]) == ids
    assert set(data("styles")["party"]) <= {style.id for style in stylesheets.PARTY}


def test_styles_of_one_sheet_have_different_names() -> None:
    """Word knows a style by its name."""
    for sheet in stylesheets.SHEETS.values():
        names = [style.name for style in sheet]
        assert len(set(names)) == len(names)


def test_a_style_of_party_papers_may_have_a_name_of_its_own() -> None:
    """The line over a Party signature says for whom one signs."""
    assert style_name("SignLine") == "Chức vụ ký"
    assert party_style_name("SignLine") == "Thay mặt cấp ủy"
    assert party_style_name("Body") == ""


def test_layouts_ask_for_every_text_and_for_no_other() -> None:
    """Data holds no text that no layout prints."""
    assert set(data("layouts")) == asked()


def test_an_unknown_name_is_an_error() -> None:
    """Nothing prints without its words."""
    with pytest.raises(KeyError):
        style_name("NoSuchStyle")
    with pytest.raises(KeyError):
        layout_text("no_such_text")
