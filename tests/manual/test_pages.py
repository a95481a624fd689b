"""The pages that are read off the program are fresh, and every page of docs/ is in the site."""

from __future__ import annotations

import re

import pytest

from manual.pages import DOCS, PAGES


@pytest.mark.parametrize("file", PAGES)
def test_a_generated_page_is_fresh(file: str) -> None:
    """Written anew it is the same."""
    assert (DOCS / file).read_text(encoding="utf-8") == PAGES[file]()


def test_every_page_is_in_the_contents() -> None:
    """And the contents name no other."""
    listed = re.findall(r"^[a-z-]+$", (DOCS / "index.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(page.stem for page in DOCS.glob("*.md") if page.stem != "index")
