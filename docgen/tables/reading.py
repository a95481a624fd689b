"""A YAML data file as typed rows; what is wrong with it is told all at once, line by line."""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

import msgspec
import yaml

from docgen import kept
from docgen.errors import DataError, Words

if TYPE_CHECKING:
    from pathlib import Path

Shape = TypeVar("Shape")

# The C loader where the wheel has it: the same language, ten times faster.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(file: Path, shape: type[Shape], page: int = 0) -> Shape:
    """What ``file`` tells, as a ``shape``; what was read in an earlier run is not parsed again.

    Args:
        file: The YAML file.
        shape: What its keys and values must be: a row, or a table of texts.
        page: Which of the documents that ``---`` parts in it, from 0; only so much is read.

    Raises:
        DataError: The file is missing, is no YAML, or does not fit the shape; carries every fault.
    """
    data = _data(file)
    key = f"{yaml.__version__} {page} ".encode() + data
    known = kept.find(key)
    if known is not None:
        with suppress(msgspec.MsgspecError):
            return msgspec.msgpack.decode(known, type=shape)
    text = _text(data, file)
    try:
        told = next(islice(yaml.load_all(text, Loader=_LOADER), page, None), None)
        made = msgspec.convert(told, shape)
    except (yaml.YAMLError, msgspec.ValidationError, ValueError) as error:
        raise _faulty(file, shape, page, error) from None
    kept.keep(key, msgspec.msgpack.encode(told))
    return made


def _faulty(file: Path, shape: type[object], page: int, error: Exception) -> DataError:
    """Why a page of ``file`` is no ``shape``: every fault at its place."""
    from docgen.tables import faults, fitting, marks  # noqa: PLC0415 - for faulty files only

    try:
        found = marks.marked(file, page)
    except yaml.YAMLError as fault:
        return DataError(marks.unreadable(fault, file))
    other = [faults.Fault((), Words(str(error), str(error)))]
    return DataError(*marks.located(file, fitting.faults_in(found.value, shape) or other, found))


def _data(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise DataError.at(file, "không có tệp dữ liệu này", "there is no such data file") from None


def _text(data: bytes, file: Path) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise DataError.at(file, "không phải chữ UTF-8", "is not UTF-8 text", hint=_UTF8) from None


_UTF8 = Words("Lưu lại tệp với mã UTF-8.", "Save the file as UTF-8.")
