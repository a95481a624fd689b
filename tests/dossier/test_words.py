"""The words of a dossier beside its papers: data has those that are used, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from docgen.dossier.words import label

ROOT = Path(__file__).parents[2] / "docgen" / "dossier"


def test_the_dossier_asks_for_every_label_and_for_no_other() -> None:
    """Data holds no text that nobody sees."""
    told = yaml.safe_load((ROOT / "data" / "outline.yaml").read_text("utf-8"))
    code = "".join(path.read_text("utf-8") for path in ROOT.glob("*.py"))
    assert set(re.findall(r'\blabel\("(\w+)"', code)) == set(told)


def test_an_unknown_label_and_a_missing_fact_are_errors() -> None:
    """Nothing shows half a label."""
    assert label("signed_page", number=3) == "Bản ký, trang 3"
    with pytest.raises(KeyError):
        label("no_such_label")
    with pytest.raises(KeyError):
        label("signed_page")
