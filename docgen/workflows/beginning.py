"""A new model in the work folder: a folder of its own, and the record with what is known of it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from docgen.errors import Place, Problem, ProtectedWorkError, RecordError, Words
from docgen.folder.location import telling_in
from docgen.guidance.growth import grow
from docgen.record.files.file import FORMATS, is_workbook
from docgen.record.files.writing import yaml_text
from docgen.record.loading import tree_in
from docgen.text.normal import clean_line
from docgen.text.slugs import slug
from docgen.workflows.keeping import write_new
from docgen.workflows.opening import loaded
from docgen.workflows.workroom import RECORDS, models, profile_in

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.record.files.tree import Plain
    from docgen.workflows.workroom import Model

KINDS: Final = ("self_managed", "linked")
_BY_FORM: Final = {True: RECORDS[-1], False: RECORDS[0]}
_NO_NAME = Words("chưa ghi tên mô hình", "the name of the model is missing")
_HINT_NAME = Words(
    "Chọn trong danh mục, hoặc ghi tên đầy đủ.", "Choose from the catalogue, or write the name."
)
_THERE = Words("đã có thư mục này", "this folder is there already")
_HINT_THERE = Words(
    "Mở mô hình đó, hoặc đổi tên thư mục.", "Open that model, or choose another name."
)
_NO_FORM = Words("tệp này không phải bản khai của docgen", "this file is no record of docgen's")
_HINT_FORM = Words(
    "Chọn tệp .yaml hoặc tờ khai Excel (.xlsx) tạo bằng docgen.",
    "Choose a .yaml file or a form in Excel (.xlsx) made by docgen.",
)


@dataclass(frozen=True, slots=True)
class Wish:
    """Mô hình muốn tạo.

    Attributes:
        kind: ``self_managed`` or ``linked``.
        name: Its full name.
        catalogue: Its code in the catalogue, empty for another model.
        folder: What its folder shall be called; from the name where empty.
    """

    kind: str
    name: str
    catalogue: str = ""
    folder: str = ""


def begin(work: Path, wish: Wish) -> Model:
    """Make the folder of a new model and its record; the profile of the work folder is named in it.

    Raises:
        RecordError: it has no name.
        ProtectedWorkError: there is such a folder.
        OutsideError: the disk failed.
    """
    name = clean_line(wish.name)
    if not name:
        raise RecordError(Problem(Place("", field="name"), _NO_NAME, _HINT_NAME))
    values: dict[str, Plain] = {"kind": wish.kind}
    profile = profile_in(work)
    if profile is not None:
        values["profile"] = f"../{profile.name}"
    values["model"] = {
        "name": name,
        **({"catalogue": wish.catalogue} if wish.catalogue else {}),
    }
    return _kept(work, wish.folder or name, _BY_FORM[False], yaml_text(values).encode())


def bring_in(work: Path, name: str, data: bytes, folder: str = "") -> Model:
    """Copy a record that somebody has into a folder of its own; its faults are mended there.

    Args:
        work: The work folder.
        name: What the file is called.
        data: Its bytes.
        folder: What its folder shall be called; from the file's name where empty.

    Raises:
        RecordError: it is no record; every problem is told.
        ProtectedWorkError: there is such a folder.
        OutsideError: the disk failed.
    """
    file = PurePath(name.replace("\\", "/"))
    if file.suffix.lower() not in FORMATS:
        raise RecordError(Problem(Place(file.name, field="file"), _NO_FORM, _HINT_FORM))
    place = work / slug(folder or file.stem) / file.name
    try:
        loaded(data, place)
    except RecordError:
        if not _is_record(data, place):
            raise
    return _kept(work, folder or file.stem, _BY_FORM[is_workbook(data, place)], data)


def _is_record(data: bytes, file: Path) -> bool:
    """Whether a file with faults is a record all the same."""
    with suppress(RecordError):
        told = tree_in(data, file, grow).value
        return isinstance(told, dict) and told.get("kind") in KINDS
    return False


def _kept(work: Path, named: str, file: str, data: bytes) -> Model:
    folder = work / slug(named)
    if folder.exists():
        raise ProtectedWorkError(Problem(Place(str(folder), field="folder"), _THERE, _HINT_THERE))
    with telling_in(folder):
        write_new(folder / file, data)
    return next(one for one in models(work) if one.record == folder / file)
