"""Every Word file that the samples give, to be printed."""

from __future__ import annotations

from docgen.guidance.papers import due
from docgen.papers.covers import Bound
from tests.samples import LIFE, ceremony_drafts, drafter, drafts, life_drafts

CEREMONIES = (
    "lien-ket/cum-truong-xa-doanh-nghiep-2026",
    "truong-2026-cong-truong",
    "xa-2026-to-lien-gia",
)
"""Samples whose ceremony is compared too: of either kind, alone and within another conference."""


def papers(sample: str) -> dict[str, bytes]:
    """Every Word file of a sample, the cover and the list of documents among them."""
    if sample in LIFE:
        return {_name(draft.due.file_stem): draft.docx for draft in life_drafts(sample)}
    maker = drafter(sample)
    listed = [paper for paper in due(maker.record) if paper.paper.item is not None]
    bound = [
        Bound(paper, f"docgen:{paper.file_stem}", place, 1) for place, paper in enumerate(listed, 1)
    ]
    every = (*drafts(sample), *(ceremony_drafts(sample) if sample in CEREMONIES else ()))
    return {
        **{_name(draft.due.file_stem): draft.docx for draft in every},
        "bia": maker.cover(bound),
        "muc-luc": maker.listing(bound),
        "ket-thuc": maker.closing(bound),
    }


def _name(stem: str) -> str:
    return stem.replace("/", "-")
