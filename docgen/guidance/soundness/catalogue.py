"""The models of the catalogue: each found by its own names, its texts closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.guidance.shelves import key_of
from docgen.tables.faults import Fault, open_names, unknown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path as File

    from docgen.guidance.schema.catalogue import Listed, Texts, Work
    from docgen.tables.faults import Path

TERMS = {
    "self_managed": ("scope", "unit", "model", "head", "deputy", "member"),
    "linked": ("scope", "model", "chair"),
}


def head(
    file: File, told: Listed, others: Collection[Listed], kinds: Collection[str]
) -> Iterator[Fault]:
    """The file is called after its model; no other model has its number or one of its names."""
    if file.stem != told.file:
        what = Words(
            f"tên tệp phải là {told.file}.yaml theo number, slug",
            f"by number and slug the file is {told.file}.yaml",
        )
        yield Fault(("slug",), what, Words("Đổi tên tệp.", "Rename the file."))
    for place, kind in enumerate(told.fits):
        if kind not in kinds:
            yield unknown(("fits", place), kind, kinds, Words("loại đơn vị", "kind of unit"))
    taken = {key_of(name): other for other in others for _, name in _names(other)}
    for path, name in _names(told):
        other = taken.get(key_of(name))
        if other is not None:
            what = Words(
                f"“{name}” cũng là của mô hình “{other.name}”",
                f"“{name}” is one of “{other.name}” too",
            )
            yield Fault(path, what)


def _names(told: Listed) -> Iterator[tuple[Path, str]]:
    yield ("number",), str(told.number)
    yield ("slug",), told.slug
    yield ("name",), told.name
    yield from ((("aliases", place), name) for place, name in enumerate(told.aliases))


def texts(told: Texts, kind: str) -> Iterator[Fault]:
    """Nothing is left open in the texts that papers do not close."""
    known = TERMS[kind]
    for key, value in told.by_name().items():
        if isinstance(value, str):
            yield from open_names((key,), value, known)
        elif key != "activities":
            for place, line in enumerate(value):
                yield from open_names((key, place), line, known)
    for place, work in enumerate(told.activities):
        yield from _work(("activities", place), work, known)


def _work(path: Path, work: Work, known: Collection[str]) -> Iterator[Fault]:
    for key, text in work.by_name().items():
        yield from open_names((*path, key), text, known if key != "when" else ())
