"""Every name under which a rule may have something read, and what reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docgen.lint.rulebook.readings import cited, forms, letters, orders, pages, texts, underlines

if TYPE_CHECKING:
    from collections.abc import Callable

OF_LINES: Final[dict[str, Callable[..., Any]]] = {
    **{
        name: getattr(letters, name)
        for name in (
            *("size", "bold", "italic", "wholly_italic", "underlined", "capitals", "lead_bold"),
            *("font", "old_font", "colour", "composed"),
        )
    },
    **{
        name: getattr(forms, name)
        for name in (
            *("align", "first_line", "gap", "text_gap", "spacing", "exact", "side"),
            *("off_centre", "beside", "level_with"),
        )
    },
    **{
        name: getattr(underlines, name)
        for name in ("rule_drawn", "rule_solid", "rule_typed", "rule_share", "rule_off")
    },
    **{
        name: getattr(texts, name)
        for name in (
            *("said", "words", "end", "leading", "digits", "symbol", "symbol_kind"),
            *("symbol_told", "calendar", "cited_later", "deputy", "under_collective"),
        )
    },
    **{name: getattr(orders, name) for name in ("letter", "references", "duty", "titled")},
    **{
        name: getattr(cited, name)
        for name in ("dated", "ended_body", "merged_province", "honour", "bodies")
    },
}
"""Read off every part of the roles that a check names."""

OF_SHEETS: Final[dict[str, Callable[..., Any]]] = {
    **{name: getattr(texts, name) for name in ("has", "text_of", "count", "agree")},
    **{name: getattr(orders, name) for name in ("order", "closing")},
    **{
        name: getattr(pages, name)
        for name in (
            *("paper", "orientation", "margin", "number_place", "first_number", "number_digits"),
            *("number_start", "own_section", "head_sizes", "annexed", "annex_label"),
        )
    },
    **{name: getattr(cited, name) for name in ("force", "cited_day", "first_citations", "tones")},
}
"""Read off the paper as a whole."""

TAKES: Final = OF_LINES.keys() | OF_SHEETS.keys()
