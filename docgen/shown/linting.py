"""Findings about papers as a person reads them in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docgen.errors import Words
from docgen.lint import wording
from docgen.lint.roles.kinds import kind
from docgen.lint.rulebook.model import Verdict
from docgen.lint.rulebook.table import rules_of
from docgen.lint.schema.regimes import Severity
from docgen.text.dates import slashed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.lint.holding import Held, Judged
    from docgen.lint.rulebook.model import Outcome
    from docgen.workflows.linting import Linted

SEVERITY: Final = {
    Severity.ERROR: Words("lỗi", "error"),
    Severity.WARNING: Words("cảnh báo", "warning"),
    Severity.ADVICE: Words("gợi ý", "advice"),
}
"""How much a finding weighs."""
_VERDICT: Final = {
    Verdict.MEETS: Words("đạt", "met"),
    Verdict.FAILS: Words("không đạt", "not met"),
    Verdict.PERSON: Words("cần người xem", "for a person to see"),
    Verdict.UNKNOWN: Words("không đủ dữ liệu", "not enough known"),
    Verdict.NOT_APPLICABLE: Words("không áp dụng", "not applicable"),
}
_PLACE: Final = {
    "main": Words("văn bản", "paper"),
    "attached": Words("văn bản kèm theo", "attached act"),
    "annex": Words("phụ lục", "annex"),
}
_HEADS: Final = (
    Words("Vị trí", "Place"),
    Words("Quy tắc", "Rule"),
    Words("Hiện là", "Is"),
    Words("Phải là", "Should be"),
    Words("Điều khoản", "Clause"),
)
_NOTHING: Final = Words(
    "  Các quy tắc đã kết luận được đều đạt.", "  Every rule that could be decided is met."
)
_NO_PAPER: Final = Words(
    "{file}: không nhận ra văn bản hành chính hoặc văn bản Đảng; không kiểm tra.",
    "{file}: no administrative or Party paper is recognised; nothing was checked.",
)
_NO_RULES: Final = Words(
    "  Thể thức của văn bản này theo quy định khác; không kiểm tra.",
    "  Other rules of form hold for this paper; nothing was checked.",
)
_LIMITS: Final = Words(
    "Chỉ kết luận về các quy tắc nêu trên, không kết luận văn bản đúng thể thức.",
    "Only the rules above were decided; no paper is said to be right.",
)
_TRACKED: Final = Words(
    "  Có thay đổi chưa chấp nhận; kiểm tra như đã chấp nhận.",
    "  Changes wait to be accepted; checked as if they were.",
)
_WIDEST: Final = (52, 14, 44, 60, 80)
_SHORT: Final = "…"


def lines(result: Linted, lang: str) -> Iterator[str]:
    """Each file with its papers, each paper with its findings as a table and a count."""
    for held in result.held:
        yield from _file(held, lang)
    if result.held:
        yield _LIMITS.in_language(lang)


def _file(held: Held, lang: str) -> Iterator[str]:
    if not held.papers:
        yield _NO_PAPER.in_language(lang).format(file=held.file.name)
        return
    for paper in held.papers:
        yield f"{held.file.name}: {_title(paper, lang)}"
        if not paper.regime:
            yield _NO_RULES.in_language(lang)
            continue
        yield from _table(paper.findings, lang)
        yield f"  {_count(paper, lang)}"
    if held.file.tracked:
        yield _TRACKED.in_language(lang)


def _title(paper: Judged, lang: str) -> str:
    found = kind(paper.sheet.paper)
    named = found.name if found else _PLACE[paper.sheet.place].in_language(lang)
    source = rules_of(paper.regime)[0].source if paper.regime else ""
    return ", ".join(one for one in (named, source, slashed(paper.day)) if one)


def _table(findings: Sequence[Outcome], lang: str) -> Iterator[str]:
    if not findings:
        yield _NOTHING.in_language(lang)
        return
    rows = [tuple(head.in_language(lang) for head in _HEADS), *_rows(findings, lang)]
    widths = [min(max(len(row[at]) for row in rows), widest) for at, widest in enumerate(_WIDEST)]
    for row in rows:
        cells = (_cut(cell, width).ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()


def _rows(findings: Sequence[Outcome], lang: str) -> Iterator[tuple[str, ...]]:
    """A row for each finding; the same at several places one row, which counts the others."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for one in findings:
        told: tuple[str, ...] = (
            f"{one.rule.id} {SEVERITY[one.severity].in_language(lang)}",
            wording.found(one).in_language(lang),
            wording.wanted(one).in_language(lang),
            one.rule.cited,
        )
        groups.setdefault(told, []).append(wording.place(one).in_language(lang))
    for told, places in groups.items():
        more = f" (+{len(places) - 1})" if len(places) > 1 else ""
        yield (f"{places[0]}{more}", *told)


def _cut(text: str, width: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= width else f"{flat[: width - 1]}{_SHORT}"


def _count(paper: Judged, lang: str) -> str:
    counts = paper.count()
    told = [f"{_VERDICT[one].in_language(lang)} {counts[one]}" for one in _VERDICT if counts[one]]
    return "; ".join(told)
