"""What is wrong with the content of a data file: each fault with the path to it."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, TypeAlias

from docgen.errors import NO_WORDS, Words
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

Path: TypeAlias = tuple[object, ...]
"""Keys, and indices of list items from 0, from the top of the file down."""


class Fault(Value):
    """Một lỗi trong tệp dữ liệu: where in the file, what is wrong, what to do."""

    path: Path
    what: Words
    hint: Words = NO_WORDS


def unknown(path: Path, name: object, known: Iterable[str], kind: Words) -> Fault:
    """The fault that ``name`` at ``path`` is no ``kind`` (such as “văn bản”) that exists."""
    what = Words(f"không có {kind.vi} “{name}”", f"there is no {kind.en} “{name}”")
    return Fault(path, what, meant(name, known))


def meant(name: object, known: Iterable[str]) -> Words:
    """The one of the ``known`` names that was meant, or all of them."""
    from difflib import get_close_matches  # noqa: PLC0415 - for faulty files only

    names = sorted(known)
    near = get_close_matches(str(name), names, n=1)
    if near:
        return Words(f"Có phải “{near[0]}” không?", f"Did you mean “{near[0]}”?")
    listed = ", ".join(names) or "-"
    return Words(f"Các tên có: {listed}", f"Known are: {listed}")


def doubled(paths: Iterable[tuple[Path, object]], kind: Words) -> Iterator[Fault]:
    """A fault for each name that an earlier of the ``paths`` has too."""
    met: set[object] = set()
    for path, name in paths:
        if name in met:
            what = Words(f"{kind.vi} “{name}” ghi hai lần", f"{kind.en} “{name}” stands twice")
            yield Fault(path, what, _TWICE)
        met.add(name)


def open_names(path: Path, text: str, known: Collection[str]) -> Iterator[Fault]:
    """A fault for each ``{name}`` that ``text`` leaves open and nobody closes."""
    try:
        names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        yield Fault(path, Words("ngoặc { } không khớp", "{ and } do not match"))
        return
    for name in names:
        if name not in known:
            yield unknown(path, f"{{{name}}}", (f"{{{name}}}" for name in known), _OPEN)


_OPEN = Words("chữ để trống", "open name")
_TWICE = Words("Đổi tên hoặc xóa một trong hai.", "Rename or delete one of the two.")
