"""A YAML data file as typed rows; what is wrong with it is told all at once, line by line."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
import yaml

from docgen.errors import DataError, Words

if TYPE_CHECKING:
    from pathlib import Path

Shape = TypeVar("Shape")

_TEXT = yaml.SafeLoader.DEFAULT_SCALAR_TAG
_LIST = yaml.SafeLoader.DEFAULT_SEQUENCE_TAG
_GROUP = yaml.SafeLoader.DEFAULT_MAPPING_TAG

if TYPE_CHECKING:
    from yaml import SafeLoader as _Library
else:
    # The C loader where the wheel has it: the same language, ten times faster.
    _Library = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Library):
    """Puts texts, lists and groups together by itself, three times as fast as the library.

    Data files are little else, and each start reads forty of them.
    """

    def construct_document(self, node: yaml.Node) -> Any:  # noqa: ANN401 - whatever a file tells
        try:
            return self._made(node, {})
        except RecursionError:  # the library goes as deep as the file does
            return super().construct_document(node)

    def _made(self, node: yaml.Node, known: dict[yaml.Node, Any]) -> Any:  # noqa: ANN401 - as above
        kind = type(node)
        if kind is yaml.ScalarNode and node.tag == _TEXT:
            return node.value
        if node in known:  # told once, and referred to
            return known[node]
        if kind is yaml.SequenceNode and node.tag == _LIST:
            items: list[Any] = known.setdefault(node, [])
            items += [self._made(item, known) for item in node.value]
            return items
        if kind is yaml.MappingNode and node.tag == _GROUP and _by_texts(node):
            group: dict[str, Any] = known.setdefault(node, {})
            group |= {key.value: self._made(value, known) for key, value in node.value}
            return group
        return known.setdefault(node, super().construct_document(node))


def _by_texts(group: yaml.Node) -> bool:
    """Whether all keys are texts, none of them a word of YAML's own (``<<``)."""
    return all(key.tag == _TEXT and type(key) is yaml.ScalarNode for key, _ in group.value)


def read(file: Path, shape: type[Shape], page: int = 0) -> Shape:
    """What ``file`` tells, as a ``shape``.

    Args:
        file: The YAML file.
        shape: What its keys and values must be: a row, or a table of texts.
        page: Which of the documents that ``---`` parts in it, from 0; only so much is read.

    Raises:
        DataError: The file is missing, is no YAML, or does not fit the shape; carries every fault.
    """
    pages = yaml.load_all(_text(file), Loader=_Loader)
    try:
        return msgspec.convert(next(islice(pages, page, None), None), shape)
    except (yaml.YAMLError, msgspec.ValidationError, ValueError) as error:
        raise _faulty(file, shape, page, error) from None


def _faulty(file: Path, shape: type[object], page: int, error: Exception) -> DataError:
    """Why a page of ``file`` is no ``shape``: every fault at its place."""
    from docgen.tables import faults, fitting, marks  # noqa: PLC0415 - for faulty files only

    try:
        found = marks.marked(file, page)
    except yaml.YAMLError as fault:
        return DataError(marks.unreadable(fault, file))
    other = [faults.Fault((), Words(str(error), str(error)))]
    return DataError(*marks.located(file, fitting.faults_in(found.value, shape) or other, found))


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise DataError.at(file, "không có tệp dữ liệu này", "there is no such data file") from None
    except UnicodeDecodeError:
        raise DataError.at(file, "không phải chữ UTF-8", "is not UTF-8 text", hint=_UTF8) from None


_UTF8 = Words("Lưu lại tệp với mã UTF-8.", "Save the file as UTF-8.")
