"""What stands in hidden layers is taken out of the drawings of a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import ContentStreamInlineImage, ContentStreamInstruction, Operator

from docgen.scans.outside.values import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Hides = Callable[[pikepdf.Name], bool]

_MOST_BYTES, _MOST_INLINE = 8_000_000, 2_000
_PATHS = frozenset({"f", "F", "f*", "B", "B*", "b", "b*", "S", "s"})
_WORDS = frozenset({"Tj", "TJ", "'", '"'})
_PLACING = frozenset({"Td", "TD", "Tm", "T*", "BT", "ET", "'", '"'})
_PICTURES = frozenset({"Do", "sh", "BI", "INLINE IMAGE"})


class TangledError(Exception):
    """What is hidden cannot be taken out without moving what is shown."""


def without_hidden(pdf: pikepdf.Pdf, drawing: bytes, hides: Hides) -> bytes:
    """``drawing`` without what it paints between marks of hidden layers.

    What is hidden still moves, colours and cuts what follows, as in viewers.

    Args:
        pdf: Where it comes from.
        drawing: A content stream, unpacked.
        hides: Whether the property list of this name stands for a hidden layer.

    Raises:
        TangledError: It is too large, or words that are shown follow hidden ones on their line.
    """
    if len(drawing) > _MOST_BYTES or drawing.count(b"BI") > _MOST_INLINE:
        raise TangledError
    parsed = pikepdf.parse_content_stream(pdf.make_stream(drawing))
    return pikepdf.unparse_content_stream(list(_Kept(hides).of(parsed)))


@dataclass(slots=True)
class _Kept:
    """What of a drawing is kept, instruction by instruction."""

    hides: Hides
    marks: list[bool] = field(default_factory=list)
    is_displaced: bool = False

    def of(self, parsed: Sequence[Any]) -> Iterator[Any]:
        for step in parsed:
            name = step.operator.unparse().decode("latin-1")
            if name in {"BMC", "BDC"}:
                self.marks.append(self._is_hiding(name, step))
            elif name == "EMC" and self.marks:
                self.marks.pop()
            if not any(self.marks):
                self._see(name)
                yield step
            else:
                yield from self._hide(name, step)

    def _is_hiding(self, name: str, step: Any) -> bool:  # noqa: ANN401 - one of two kinds
        if name != "BDC" or len(step.operands) < 2:  # noqa: PLR2004
            return False
        kind, layer = step.operands[0], step.operands[1]
        return name_of(kind) == "/OC" and isinstance(layer, pikepdf.Name) and self.hides(layer)

    def _see(self, name: str) -> None:
        if name in _PLACING:
            self.is_displaced = False
        elif name in _WORDS and self.is_displaced:
            raise TangledError

    def _hide(self, name: str, step: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
        """``step`` without what it paints."""
        if name in _PATHS:
            yield _step("n")
        elif name in _WORDS:
            yield from _moved(name, step)
            self.is_displaced = True
        elif name not in _PICTURES and not isinstance(step, ContentStreamInlineImage):
            if name in _PLACING:
                self.is_displaced = False
            yield step


def _moved(name: str, step: Any) -> Iterator[Any]:  # noqa: ANN401 - an instruction
    """What ``'`` and ``"`` do besides showing words."""
    if name == '"':
        for setting, value in zip(("Tw", "Tc"), step.operands, strict=False):
            yield _step(setting, value)
    if name in {"'", '"'}:
        yield _step("T*")


def _step(name: str, *operands: Any) -> ContentStreamInstruction:  # noqa: ANN401 - as above
    return ContentStreamInstruction(list(operands), Operator(name))
