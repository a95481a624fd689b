"""The models of the catalogue: each found by its own names, its texts closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.guidance.schema.catalogue import LINKED_LISTS, LISTS
from docgen.guidance.shelves import key_of
from docgen.tables.faults import Fault, doubled, open_names, unknown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path as File

    from docgen.guidance.schema.catalogue import Listed, Texts, Variant, Work
    from docgen.guidance.soundness.around import Around
    from docgen.tables.faults import Path

_PLACE = ("scope", "model", "grassroots_force", "hamlet", "hamlet_head")
TERMS = {
    "self_managed": (
        *_PLACE,
        *("unit", "unit_short", "leader", "police", "head", "deputy", "member"),
    ),
    "linked": (*_PLACE, "chair"),
}
_LISTS = {"self_managed": LISTS, "linked": LINKED_LISTS}


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


def texts(told: Texts, kind: str, kinds: Collection[str]) -> Iterator[Fault]:
    """Nothing is left open in the texts that papers do not close; variants are told apart."""
    yield from _open(told, (), kind)
    ids = [(("variants", place, "id"), one.id) for place, one in enumerate(told.variants)]
    yield from doubled(ids, Words("biến thể", "variant"))
    for place, one in enumerate(told.variants):
        path = ("variants", place)
        yield from _open(one, path, kind)
        yield from _variant(path, one, kind, kinds)


def _variant(path: Path, told: Variant, kind: str, kinds: Collection[str]) -> Iterator[Fault]:
    lists = _LISTS[kind]
    for name, lines in (told.more or {}).items():
        if name not in lists:
            yield unknown((*path, "more", name), name, lists, Words("danh sách", "list"))
        for number, line in enumerate(lines):
            yield from open_names((*path, "more", name, number), line, TERMS[kind])
    for key in ("kinds", "members", "no_members"):
        for number, name in enumerate(getattr(told.when, key)):
            if name not in kinds:
                where = (*path, "when", key, number)
                yield unknown(where, name, kinds, Words("loại đơn vị", "kind of unit"))


def shared(around: Around) -> Iterator[Fault]:
    """The lines of all models leave nothing open that papers do not close."""
    for kind, told in around.guidance.shared.by_name().items():
        for name in ("targets", "powers", "meetings"):
            for number, line in enumerate(getattr(told, name)):
                yield from open_names((kind, name, number), line, TERMS[kind])


def _open(told: Texts | Variant, path: Path, kind: str) -> Iterator[Fault]:
    known = TERMS[kind]
    for key, value in told.by_name().items():
        if isinstance(value, str):
            yield from open_names((*path, key), value, known)
        elif key in LINKED_LISTS:
            for place, line in enumerate(value):
                yield from open_names((*path, key, place), line, known)
    for place, work in enumerate(told.activities):
        yield from _work((*path, "activities", place), work, known)


def _work(path: Path, work: Work, known: Collection[str]) -> Iterator[Fault]:
    for key, text in work.by_name().items():
        yield from open_names((*path, key), text, known if key != "when" else ())
