"""What is no Word file is called what it is."""

from __future__ import annotations

import pytest

from docgen.errors import TemplateError
from docgen.word.package import open_package
from tests.odd import FOREIGN


@pytest.mark.parametrize(("data", "word"), FOREIGN.values(), ids=FOREIGN)
def test_what_is_no_word_file_is_called_what_it_is(data: bytes, word: str) -> None:
    """A PDF, an .odt, an old .doc, a locked or broken file: one problem, with what to do."""
    with pytest.raises(TemplateError) as caught:
        open_package(data, "la.docx")
    (problem,) = caught.value.problems
    assert word in problem.what.vi
    assert problem.place.file == "la.docx"
    assert problem.hint.vi or word == "dài"
