"""The namespace of WordprocessingML and the order its schema wants in paragraph properties."""

from __future__ import annotations

from typing import Final

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# ECMA-376 part 1, 17.3.1.26: the children of w:pPr come in this order only.
PARAGRAPH_ORDER: Final = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
    "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr",
    "sectPr", "pPrChange",
)  # fmt: skip
