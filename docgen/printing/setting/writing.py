"""The words of Typst: lengths, strings, names for functions."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@lru_cache(maxsize=4096)
def pt(twips: float) -> str:
    """``twips`` as a Typst length."""
    return f"{twips / 20:.4f}".rstrip("0").rstrip(".") + "pt"


def quoted(text: str) -> str:
    """``text`` as a Typst string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def paint(color: str) -> str:
    """A colour of the model as Typst has it; "" is black."""
    return f'rgb("{color}")' if color else "black"


class Names:
    """Short names for the Typst functions that a paper needs, each defined once."""

    def __init__(self) -> None:
        """No names yet."""
        self._names: dict[str, str] = {}

    def of(self, definition: str, prefix: str = "a") -> str:
        """The name under which ``definition`` (a Typst expression) is bound."""
        name = self._names.get(definition)
        if name is None:
            name = self._names[definition] = f"{prefix}{len(self._names)}"
        return name

    def definitions(self) -> Iterator[str]:
        """The lines that bind all names, in the order in which they were made."""
        for definition, name in self._names.items():
            yield f"#let {name} = {definition}\n"
