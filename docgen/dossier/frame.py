"""Where a reader sees a PDF page: its visible box, turned and scaled as it is shown."""

from __future__ import annotations

from typing import NamedTuple

from docgen.values import Value


class Matrix(NamedTuple):
    """The six numbers of a PDF transformation: x' = ax + cy + e, y' = bx + dy + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def apply(self, x: float, y: float) -> tuple[float, float]:
        """The point ``(x, y)`` transformed."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def moved(self, dx: float, dy: float) -> Matrix:
        """This transformation after a shift by ``(dx, dy)``."""
        return Matrix(*self[:4], *self.apply(dx, dy))


class Box(NamedTuple):
    """A rectangle in points: left, bottom, right, top."""

    left: float
    bottom: float
    right: float
    top: float

    def within(self, other: Box) -> Box:
        """The part of this box inside ``other``; ``other`` where they do not meet."""
        box = Box(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )
        return box if box.left < box.right and box.bottom < box.top else other


class Frame(Value):
    """The visible part of one page.

    Attributes:
        box: The crop box inside the media box, in user space units.
        turn: Degrees clockwise by which the page is shown turned: 0, 90, 180 or 270.
        unit: Points per user space unit.
    """

    box: Box
    turn: int = 0
    unit: float = 1.0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown, in points."""
        width = (self.box.right - self.box.left) * self.unit
        height = (self.box.top - self.box.bottom) * self.unit
        return (height, width) if self.turn in (90, 270) else (width, height)

    @property
    def matrix(self) -> Matrix:
        """From points as shown (from the lower left corner) to the page's user space."""
        left, bottom, right, top = self.box
        k = 1 / self.unit
        return {
            90: Matrix(0, k, -k, 0, right, bottom),
            180: Matrix(-k, 0, 0, -k, right, top),
            270: Matrix(0, -k, k, 0, left, top),
        }.get(self.turn, Matrix(k, 0, 0, k, left, bottom))

    def rectangle(self, shown: Box) -> Box:
        """The rectangle ``shown`` (points as shown) in user space."""
        x1, y1 = self.matrix.apply(shown.left, shown.bottom)
        x2, y2 = self.matrix.apply(shown.right, shown.top)
        return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
