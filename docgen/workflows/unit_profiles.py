"""Hồ sơ đơn vị trong thư mục làm việc: asked field by field, and written into the same file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, cast

from docgen.errors import Place, Problem, ProtectedWorkError, Words
from docgen.guidance.growth import grow
from docgen.record.files.file import read_bytes
from docgen.record.plain import tree_of
from docgen.record.profiles import profile_faults, shape_of
from docgen.record.revising import Revision, foreseen, revised
from docgen.record.schema.profile import KIND
from docgen.record.schema.shape import slots_along
from docgen.record.typed import is_same, value_in
from docgen.workflows.editing.asked import fields_in
from docgen.workflows.editing.asking import asked_in
from docgen.workflows.editing.opened import OpenRecord
from docgen.workflows.editing.plans import path_in
from docgen.workflows.editing.steps import StepRow
from docgen.workflows.keeping import rewritten, write_new
from docgen.workflows.workroom import PROFILES, profile_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from docgen.record.files.tree import Plain
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.shape import FieldPath
    from docgen.workflows.editing.asked import Asked

_STEP: Final = StepRow(
    slug="don-vi",
    vi="profile",
    en="profile",
    sections=(
        *("issuer", "party", "police", "front", "security_desk", "steering_committee"),
        *("proposer", "approver"),
    ),
)
_BLANK: Final = f"kind: {KIND}\n".encode()
_CHANGED = Words(
    "hồ sơ đơn vị vừa được sửa ở nơi khác, chưa ghi gì của trang này",
    "the profile has just been changed elsewhere; nothing of this page was written",
)
_REOPEN = Words("Mở lại trang rồi sửa tiếp.", "Open the page again and go on.")


@dataclass(frozen=True)
class OpenProfile(OpenRecord):
    """The profile of a work folder opened for editing; ``typed`` is what a page has in its fields.

    ``is_new`` where there is no file of it yet.
    """

    typed: Mapping[str, str]
    is_new: bool = False

    @cached_property
    def drafts(self) -> dict[str, str]:
        """What was typed, by the names of the fields."""
        return dict(self.typed)

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """What it asks: fields and groups."""
        return asked_in(self, _STEP)


def open_profile(work: Path, typed: Mapping[str, str] | None = None) -> OpenProfile:
    """The profile of the work folder; a blank one where it has none.

    Raises:
        RecordError: the file is neither YAML nor a form of docgen's.
        OutsideError: the disk failed.
    """
    there = profile_in(work)
    file = there or work / PROFILES[0]
    data = read_bytes(file) if there else _BLANK
    shape = cast("type[AnyRecord]", shape_of(grow))  # a profile is asked as a record is
    tree = tree_of(data, file, lambda: [shape])
    return OpenProfile(file, data, tree, shape, typed or {}, there is None)


def read_back(work: Path, typed: Mapping[str, str]) -> tuple[OpenProfile, tuple[Problem, ...]]:
    """The profile with what was ``typed`` in some of its fields, and what is wrong with those.

    Nothing is written. Raises as :func:`open_profile`.
    """
    profile = open_profile(work, typed)
    after = foreseen(profile.tree.value, Revision(dict(_changes(open_profile(work), typed)), {}))
    problems = profile_faults(after, profile.tree, str(profile.file), grow)
    return profile, tuple(one for one in problems if one.place.field in typed)


def keep_profile(work: Path, revision: str, typed: Mapping[str, str]) -> tuple[Problem, ...]:
    """Write what was ``typed`` into the profile of the work folder; why not, each at its field.

    Args:
        work: The work folder.
        revision: The state of the profile that the page shows.
        typed: The texts of its fields, by their names.

    Raises:
        ProtectedWorkError: the file has changed since the page was opened.
        RecordError: the file cannot be changed so without changing more.
        OutsideError: the disk failed.
    """
    profile = open_profile(work)
    if profile.revision != revision:
        raise ProtectedWorkError(Problem(Place(str(profile.file)), _CHANGED, _REOPEN))
    values = dict(_changes(profile, typed))
    after = foreseen(profile.tree.value, Revision(values, {}))
    problems = profile_faults(after, profile.tree, str(profile.file), grow)
    if problems or not values:
        return problems
    data = revised(profile.data, profile.file, profile.root, Revision(values, {}))
    if profile.is_new:
        write_new(profile.file, data)
    else:
        with rewritten(profile.file, profile.data, data):
            pass
    return ()


def _changes(profile: OpenProfile, typed: Mapping[str, str]) -> Iterator[tuple[FieldPath, Plain]]:
    """The values that differ from what the file tells, or from the default that holds."""
    told = {one.name: one for one in fields_in(profile.asked)}
    for name, text in typed.items():
        field = told.get(name)
        if field is not None and not is_same(text, field.text or field.usual):
            path = path_in(name)
            yield path, value_in(slots_along(profile.root, path)[-1][0], text)
