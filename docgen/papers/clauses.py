"""Where the guidance says something, as papers cite it (NĐ 30/2020, Phụ lục I, V)."""

from __future__ import annotations

from itertools import groupby

from docgen.papers.phrases import phrase


def place(told: str) -> str:
    """``điểm 1.4 khoản 1 Mục III`` from ``III.1.4``; ``khoản 2, khoản 3 Mục III`` of several."""
    parts = [one.partition(".") for one in told.split(", ")]
    grouped = groupby(parts, key=lambda part: part[0])
    return ", ".join(
        phrase(
            "frames.section", section=section, clauses=", ".join(_clause(one[2]) for one in many)
        )
        for section, many in grouped
    )


def _clause(told: str) -> str:
    """``khoản 2``; ``điểm 1.4 khoản 1`` from ``1.4``."""
    clause, _, point = told.partition(".")
    if point:
        return phrase("frames.point_of", point=told, clause=clause)
    return phrase("frames.clause", number=clause)
