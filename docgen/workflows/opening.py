"""Records as all steps read them: what the data in use name, they may tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from docgen.checks.amendments import SECTION, astray
from docgen.guidance.growth import grow
from docgen.guidance.survey import worded
from docgen.law.derived import derived
from docgen.record import loading
from docgen.record.loading import UnfitRecordError
from docgen.record.profiles import shape_of
from docgen.record.schema.shape import slots_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from docgen.record.files.tree import Tree
    from docgen.record.forms import RecordForm
    from docgen.record.loading import Loaded, OwnValues
    from docgen.record.province import ModelRow, Rows
    from docgen.record.schema.linked import AnyRecord


def load(path: Path) -> Loaded:
    """The record in the file at ``path``; raises as :func:`docgen.record.loading.load`.

    It has all that its profile tells and what follows from that, and words for its survey.
    """
    return _complete(lambda: loading.load(path, grow))


def own_values(path: Path) -> OwnValues:
    """What the file at ``path`` tells itself, without what its profile does; raises as load."""
    return loading.own_values(path, grow)


def loaded(data: bytes, path: Path) -> Loaded:
    """The record that the bytes of the file at ``path`` tell; raises as :func:`load`."""
    return _complete(lambda: loading.loaded(data, path, grow))


def loaded_tree(tree: Tree, data: bytes, path: Path) -> Loaded:
    """The record that ``tree`` tells in place of what the file has; raises as :func:`load`."""
    return _complete(lambda: loading.loaded_tree(tree, data, path, grow))


def loaded_row(row: ModelRow) -> Loaded:
    """The record that a row of a workbook of many models tells; raises as :func:`load`."""
    from docgen.record import province  # noqa: PLC0415 - for workbooks of many models only

    return _complete(lambda: province.loaded_row(row, grow))


def rows_of(data: bytes, file: str) -> Rows:
    """The models of a workbook of many; raises as :func:`docgen.record.province.rows_of`."""
    from docgen.record import province  # noqa: PLC0415 - as above

    return province.rows_of(data, file, grow)


def built(values: Mapping[str, object], name: str) -> Loaded:
    """The record that a mapping tells; raises as :func:`docgen.record.loading.built`."""
    return _complete(lambda: loading.built(values, name, grow))


def _complete(read: Callable[[], Loaded]) -> Loaded:
    """What ``read`` gives with all that follows from it; so has what is sound in a faulty file."""
    try:
        told = read()
    except UnfitRecordError as fault:
        more = [found for one in fault.readings[:1] for found in astray(one)]
        readings = map(_completed, map(_amendable, fault.readings))
        raise UnfitRecordError(*fault.problems, *more).beside(readings, fault.gone) from None
    found = list(astray(told))
    if found:
        gone = {problem.place.field for problem in found}
        raise UnfitRecordError(*found).beside((_completed(_amendable(told)),), gone)
    return _completed(told)


def _amendable(told: Loaded) -> Loaded:
    """``told`` without corrections where one is of a paper that there is not."""
    if not any(astray(told)):
        return told
    return told.changed(record=told.record.changed(**{SECTION: []}))


def _completed(told: Loaded) -> Loaded:
    record = told.record
    if told.profile and record.kind != "linked":
        record, _ = derived(record)
    return told.changed(record=worded(record))


def form_of(kind: str) -> RecordForm:
    """The blank form of a kind of record, or of a profile, with all that the data in use name."""
    from docgen.record.forms import FORMS, PROFILE  # noqa: PLC0415 - for blank forms only

    if kind == PROFILE.name:
        return replace(PROFILE, record=shape_of(grow))
    form = FORMS[kind]
    root = cast("type[AnyRecord]", form.record)
    return replace(form, record=grow(root, slots_of(root)))
