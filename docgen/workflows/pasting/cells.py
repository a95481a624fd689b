"""The cells of a table as the clipboard has it: tabs between them, quotes around line breaks."""

from __future__ import annotations

import csv
import io

from docgen.text.normal import clean

MOST_ROWS = 500
"""Rows that are taken at once."""
_LONGEST = 20_000
csv.field_size_limit(1_000_000)


def cells_in(text: str) -> list[list[str]]:
    """The rows of a pasted text, all of one width; rows without a word are left out.

    A cell in quotes may hold tabs, line breaks and doubled quotes, as Excel copies them; each cell
    comes as one line of clean text.
    """
    source = clean(text).replace("\r\n", "\n").replace("\r", "\n")
    rows = [[" ".join(cell.split())[:_LONGEST] for cell in row] for row in _rows(source)]
    told = [row for row in rows if any(row)]
    width = max((len(row) for row in told), default=0)
    return [[*row, *[""] * (width - len(row))] for row in told]


def _rows(source: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(source, newline=""), delimiter="\t", strict=False)
    try:
        return list(reader)
    except csv.Error:  # a quote that is no quote: then each line is a row
        return [line.split("\t") for line in source.split("\n")]
