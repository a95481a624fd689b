"""The catalogue of the self-managed models of the appendix."""

from __future__ import annotations

import re
import unicodedata
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from docgen.guidance.catalogue import find, listing
from docgen.guidance.guidance import guidance
from docgen.guidance.soundness.catalogue import TERMS
from docgen.law.law import law
from docgen.record.schema.offices import IssuerKind
from docgen.record.schema.parts import Model

if TYPE_CHECKING:
    from docgen.guidance.schema.catalogue import Entry, Listed

MODELS = [None, *listing()]
"""Every model of the appendix, and what holds for all others."""
LISTS = ("duties", "powers", "methods", "standards", "targets")
OPEN = {name: name.upper() for name in TERMS["self_managed"]}


def load(model: Listed | None) -> Entry:
    """What a model does by default."""
    return guidance().catalogue.content(model)


def name_of(model: Listed | None) -> str:
    """How a test names a model."""
    return model.slug if model else "general"


each_model = pytest.mark.parametrize("model", MODELS, ids=name_of)


def texts(entry: Entry) -> list[str]:
    """Every text of an entry."""
    lists = (*LISTS, "rewards", "discipline", "limits", "funding", "meetings")
    found = [entry.purpose, entry.necessity, entry.function]
    found += [text for name in lists for text in getattr(entry, name)]
    return found + [text for work in entry.activities for text in (work.what, work.lead)]


def test_the_models_are_numbered_without_gap() -> None:
    """Phụ lục, mục I lists the self-managed models one after another."""
    assert [one.number for one in listing()] == list(range(1, len(listing()) + 1))


@pytest.mark.parametrize("listed", listing(), ids=lambda one: one.slug)
def test_a_model_is_found_by_every_name_it_has(listed: Listed) -> None:
    """Slug, number, name and aliases lead to the same model, with “Mô hình” before it or not."""
    for name in (listed.slug, str(listed.number)):
        assert find(Model(name="Tên riêng", catalogue=name)) == listed
    for name in (listed.name, *listed.aliases):
        assert find(Model(name=name)) == listed
        assert find(Model(name=f"Mô hình “{name}”")) == listed


def test_a_model_outside_the_list_takes_the_general_default() -> None:
    """A name of the office's own is allowed."""
    assert find(Model(name="Tiếng kẻng an ninh")) is None
    assert load(None).duties


@each_model
def test_every_text_is_clean_and_complete(model: Listed | None) -> None:
    """NFC, no end punctuation on list items, no name for an act, every open word known."""
    entry = load(model)
    for text in texts(entry):
        assert unicodedata.is_normalized("NFC", text)
        assert text.format(**OPEN).strip() == text.format(**OPEN) != ""
    for name in LISTS:
        assert len(getattr(entry, name)) >= 3
        assert not [text for text in getattr(entry, name) if text.endswith((";", ".", ","))]


@each_model
def test_no_text_belongs_to_one_era_of_government(model: Listed | None) -> None:
    """Districts and townships ended in 2025; the defaults serve both eras."""
    for text in texts(load(model)):
        assert not re.search(r"\b(huyện|quận|thị trấn)\b", text.casefold())


def test_no_two_models_are_alike() -> None:
    """Each model is written for itself: no two share more than three lines of their substance."""
    held = {name_of(model): load(model) for model in MODELS}
    for (_, one), (_, other) in combinations(held.items(), 2):
        mine = {text for name in LISTS for text in getattr(one, name)}
        theirs = {text for name in LISTS for text in getattr(other, name)}
        assert len(mine & theirs) <= 3


def test_every_model_fits_kinds_of_unit_that_exist() -> None:
    """``fits`` names issuer kinds."""
    kinds = {kind.value for kind in IssuerKind}
    assert all(set(one.fits) <= kinds and one.fits for one in listing())


def test_the_steering_committee_has_the_name_of_the_guidance() -> None:
    """HD 1923 names the committee; the record may name today's."""
    assert law().issuers.steering_committee.startswith("Ban Chỉ đạo phòng, chống tội phạm")
