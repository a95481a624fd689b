"""How far a dossier has come, as a person reads it in the terminal or a program as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from docgen.errors import Words
from docgen.guidance.completeness import absent, effect
from docgen.workflows.status import ItemState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.workflows.paper_status import PaperStatus
    from docgen.workflows.status import ItemStatus, Status

_NAMES = {
    ItemState.NOT_DUE: Words("chưa đến kỳ", "not due"),
    ItemState.UNSURE: Words(
        "chưa rõ đã đến kỳ hay chưa (bản khai không có ngày thành lập)",
        "due or not: the record tells no day of founding",
    ),
    ItemState.MISSING: Words("CÒN THIẾU", "MISSING"),
    ItemState.DRAFT: Words("dự thảo", "draft"),
    ItemState.EDITED: Words("đã sửa tay", "edited by hand"),
    ItemState.NUMBERED: Words("đã ban hành", "issued"),
    ItemState.SIGNED: Words("đã ký", "signed"),
    ItemState.NOT_APPLICABLE: Words("không áp dụng", "not applicable"),
}
_NEEDED = {True: Words("bắt buộc", "mandatory"), False: Words("nếu có", "if any")}
_LACKS = Words("còn thiếu", "lacks")
_OTHERS = Words("Văn bản khác, không thuộc danh mục hồ sơ:", "Papers that are in no list:")
_WHOLE = Words(
    "Hồ sơ có đủ các mục bắt buộc đến nay.", "The dossier has every mandatory item so far."
)
_LACKING = Words(
    "Hồ sơ chưa đầy đủ: thiếu {missing}. {effect} (Hướng dẫn 1923/HD-BCĐ, {clause}).",
    "The dossier is not complete, it lacks: {missing}. {effect} (Guidance 1923, {clause}).",
)


def lines(found: Status, lang: str) -> Iterator[str]:
    """The list item by item, each with its papers; then what is missing, and what comes of it."""
    for item in found.items:
        yield _item(item, lang)
        yield from (_paper(paper, lang) for paper in item.papers)
        yield from (f"    {_LACKS.in_language(lang)}: {lack.text}" for lack in item.lacks)
    if found.others:
        yield _OTHERS.in_language(lang)
        yield from (_paper(paper, lang) for paper in found.others)
    yield _verdict(found, lang)


def _item(item: ItemStatus, lang: str) -> str:
    needed = _NEEDED[item.place.item.needed == "always"].in_language(lang)
    state = _NAMES[item.state].in_language(lang)
    reason = absent(item.place.item).in_language(lang)
    if item.state is ItemState.NOT_APPLICABLE and reason:
        state = f"{state} ({reason})"
    return f"{item.title} [{needed}]: {state}"


def _paper(paper: PaperStatus, lang: str) -> str:
    return f"    {paper.stem}: {_NAMES[ItemState(paper.state.value)].in_language(lang)}"


def _verdict(found: Status, lang: str) -> str:
    if not found.lacks:
        return _WHOLE.in_language(lang)
    clause, words = effect()
    missing = "; ".join(lack.text for lack in found.lacks)
    told = _LACKING.in_language(lang)
    return told.format(missing=missing, effect=words.in_language(lang), clause=clause)


def as_json(found: Status, lang: str) -> str:
    """The same as JSON: ``items``, ``others``, ``complete``, ``effect``, ``remarks``."""
    clause, words = effect()
    told: dict[str, Any] = {
        "complete": not found.lacks,
        "items": [_item_json(item, lang) for item in found.items],
        "others": [_paper_json(paper) for paper in found.others],
        "effect": {"clause": clause, "text": words.in_language(lang)} if found.lacks else None,
        "remarks": [
            {"place": str(remark.place), "message": remark.what.in_language(lang)}
            for remark in found.remarks
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _item_json(item: ItemStatus, lang: str) -> dict[str, Any]:
    row = item.place.item
    applies = item.state is not ItemState.NOT_APPLICABLE
    return {
        "number": row.number,
        "title": item.title,
        "mandatory": row.needed == "always",
        "state": item.state.value,
        "lacks": [lack.text for lack in item.lacks],
        "reason": None if applies else absent(row).in_language(lang),
        "papers": [_paper_json(paper) for paper in item.papers],
    }


def _paper_json(paper: PaperStatus) -> dict[str, str]:
    return {"stem": paper.stem, "title": paper.title, "state": paper.state.value}
