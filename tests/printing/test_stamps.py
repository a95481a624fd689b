"""Page numbers laid over the papers of a dossier."""

from __future__ import annotations

import io

import pikepdf
import pytest

from docgen.printing.stamps import stamps
from tests.printing.fidelity import read_words

A4 = (595.276, 841.89)
LANDSCAPE = (841.89, 595.276)


def test_each_page_bears_its_number_at_the_top_right() -> None:
    """15 mm from the right edge, 9 mm from the top, whatever the page's size."""
    pages = read_words(stamps(9, [A4, LANDSCAPE]))
    assert [[word.text for word in page] for page in pages] == [["9"], ["10"]]
    (first,), (second,) = pages
    assert first.x == pytest.approx(A4[0] - 42.52 - 5.5, abs=0.1)
    assert second.x == pytest.approx(LANDSCAPE[0] - 42.52 - 11, abs=0.1)
    assert [first.y, second.y] == pytest.approx([25.5, 25.5], abs=0.1)


def test_stamps_are_transparent_artifacts_of_the_size_asked_for() -> None:
    """Nothing is painted but the number, which readers aloud leave out."""
    with pikepdf.open(io.BytesIO(stamps(3, [A4, LANDSCAPE]))) as pdf:
        boxes = [[float(edge) for edge in page.mediabox] for page in pdf.pages]
        contents = [page.Contents.read_bytes() for page in pdf.pages]
    assert boxes == [
        pytest.approx([0, 0, *A4], abs=0.01),
        pytest.approx([0, 0, *LANDSCAPE], abs=0.01),
    ]
    assert all(content.startswith(b"/Artifact") for content in contents)
    assert not any(b" re" in content for content in contents)


def test_stamps_are_the_same_bytes_each_time() -> None:
    """Nothing of the clock gets in."""
    assert stamps(3, [A4] * 3) == stamps(3, [A4] * 3)
