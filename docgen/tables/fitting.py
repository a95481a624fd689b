"""Why the content of a data file does not fit its shape: every fault, not only the first."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import inspect

from docgen.errors import Words
from docgen.tables.faults import Fault, meant, unknown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docgen.tables.faults import Path


def faults_in(told: object, shape: type[object]) -> list[Fault]:
    """Every fault of what is ``told``, held against ``shape``."""
    return list(_faults(told, inspect.type_info(shape), ()))


def _faults(told: Any, kind: inspect.Type, path: Path) -> Iterator[Fault]:  # noqa: ANN401 - YAML
    check = _CHECKS.get(type(kind), _other)
    yield from check(told, kind, path)


def _group(told: Any, kind: Any, path: Path) -> Iterator[Fault]:  # noqa: ANN401 - as above
    if not isinstance(told, dict):
        names = ", ".join(f"{field.encode_name}: ..." for field in kind.fields[:3])
        what = Words("phải là một nhóm các khóa", "must be a group of keys")
        yield Fault(path, what, Words(f"Ghi như: {names}", f"Write: {names}"))
        return
    known = {field.encode_name: field for field in kind.fields}
    for key in told:
        if key not in known:
            yield unknown((*path, key), key, known, Words("khóa", "key"))
    for name, item in known.items():
        if name in told:
            yield from _faults(told[name], item.type, (*path, name))
        elif item.required:
            what = Words(f"thiếu khóa “{name}”", f"the key “{name}” is missing")
            yield Fault(path, what, Words(f"Thêm “{name}: ...”.", f"Add “{name}: ...”."))


def _list(told: Any, kind: Any, path: Path) -> Iterator[Fault]:  # noqa: ANN401 - as above
    if not isinstance(told, list):
        yield Fault(path, Words("phải là danh sách", "must be a list"), _LIST)
        return
    if len(told) < (kind.min_length or 0):
        yield Fault(path, Words("danh sách trống", "the list is empty"), _LIST)
    for place, item in enumerate(told):
        yield from _faults(item, kind.item_type, (*path, place))


_LIST = Words(
    "Ghi [a, b], hoặc mỗi phần tử một dòng bắt đầu bằng “- ”.",
    "Write [a, b], or one item a line beginning with “- ”.",
)


def _table(told: Any, kind: Any, path: Path) -> Iterator[Fault]:  # noqa: ANN401 - as above
    if not isinstance(told, dict):
        yield Fault(path, Words("phải là một nhóm các khóa", "must be a group of keys"))
        return
    for key, value in told.items():
        yield from _faults(key, kind.key_type, (*path, key))
        yield from _faults(value, kind.value_type, (*path, key))


def _text(told: Any, kind: Any, path: Path) -> Iterator[Fault]:  # noqa: ANN401 - as above
    if not isinstance(told, str):
        yield Fault(path, Words("phải là chữ", "must be text"), _QUOTES)
    elif len(told) < (kind.min_length or 0):
        yield Fault(path, Words("chưa ghi gì", "says nothing"))
    elif kind.pattern and not re.search(kind.pattern, told):
        what = Words(f"“{told}” không đúng dạng", f"“{told}” has not the right form")
        yield Fault(path, what, Words(f"Dạng đúng: {kind.pattern}", f"The form: {kind.pattern}"))


_QUOTES = Words(
    "Đặt trong ngoặc kép, ví dụ “2020”, “có dấu: hai chấm”.",
    "Put it in quotes, such as “2020” or “with: a colon”.",
)


def _number(told: Any, kind: Any, path: Path) -> Iterator[Fault]:  # noqa: ANN401 - as above
    if not isinstance(told, int) or isinstance(told, bool):
        yield Fault(path, Words("phải là số nguyên", "must be a whole number"))
    elif kind.ge is not None and told < kind.ge:
        yield Fault(path, Words(f"phải từ {kind.ge} trở lên", f"must be at least {kind.ge}"))
    elif kind.le is not None and told > kind.le:
        yield Fault(path, Words(f"phải từ {kind.le} trở xuống", f"must be at most {kind.le}"))


def _flag(told: Any, _: Any, path: Path) -> Iterator[Fault]:  # noqa: ANN401 - as above
    if not isinstance(told, bool):
        yield Fault(path, Words("phải là true hoặc false", "must be true or false"))


def _day(told: Any, _: Any, path: Path) -> Iterator[Fault]:  # noqa: ANN401 - as above
    if not isinstance(told, date):
        what = Words(f"“{told}” không phải là ngày", f"“{told}” is no day")
        yield Fault(path, what, Words("Ghi như 2025-07-01.", "Write it like 2025-07-01."))


def _choice(told: Any, kind: Any, path: Path) -> Iterator[Fault]:  # noqa: ANN401 - as above
    values = [option.value for option in kind.cls] if hasattr(kind, "cls") else list(kind.values)
    if told not in values:
        listed = ", ".join(map(str, values))
        what = Words(f"“{told}” phải là một trong: {listed}", f"“{told}” must be one of: {listed}")
        yield Fault(path, what, meant(told, map(str, values)))


def _either(told: Any, kind: Any, path: Path) -> Iterator[Fault]:  # noqa: ANN401 - as above
    """The faults by the kind that comes nearest: a group for groups, else the first."""
    tried = [list(_faults(told, option, path)) for option in kind.types]
    if all(tried):
        nested = [found for found in tried if any(len(fault.path) > len(path) for fault in found)]
        yield from (nested or tried)[0]


def _nothing(told: Any, _: Any, path: Path) -> Iterator[Fault]:  # noqa: ANN401 - as above
    if told is not None:
        yield Fault(path, Words("phải để trống", "must be empty"))


def _other(_: Any, __: Any, ___: Path) -> Iterator[Fault]:  # noqa: ANN401 - as above
    yield from ()


_CHECKS: dict[type[inspect.Type], Callable[[Any, Any, Path], Iterator[Fault]]] = {
    inspect.StructType: _group,
    inspect.VarTupleType: _list,
    inspect.DictType: _table,
    inspect.StrType: _text,
    inspect.IntType: _number,
    inspect.BoolType: _flag,
    inspect.DateType: _day,
    inspect.EnumType: _choice,
    inspect.LiteralType: _choice,
    inspect.UnionType: _either,
    inspect.NoneType: _nothing,
}
