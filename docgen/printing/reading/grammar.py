"""Properties read by rules: an element, attribute or value that no rule names is refused."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from docgen.printing import refusals
from docgen.values import Value, field

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from lxml.etree import _Element

    from docgen.errors import Words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Values = dict[str, Any]
Attributes = dict[str, str]

ON_OFF = "true|false|1|0|on|off"
INT = r"-?\d{1,5}"
UINT = r"\d{1,5}"
NAME = r".{1,255}"
COLOR = "auto|[0-9A-Fa-f]{6}"
ANY = r"[\s\S]*"
_OFF = frozenset({"false", "0", "off"})


class Rule(Value):
    """One property: its attributes with the values allowed, what they mean, its children.

    ``remark`` is what is said of a property that is left out of the print.
    """

    attributes: Mapping[str, str] = field(default_factory=dict)
    read: Callable[[Attributes], Values] = lambda _: {}
    needs: tuple[str, ...] = ()
    key: str = ""
    children: Mapping[str, Rule] | None = None
    remark: Words | None = None


Rules = dict[str, Rule]


def is_on(attributes: Attributes) -> bool:
    """Whether an on/off property is on; without a value it is."""
    return attributes.get("val", "true") not in _OFF


def read_properties(element: _Element | None, rules: Rules) -> tuple[Values, tuple[Words, ...]]:
    """The values that ``element`` sets by ``rules``, and what in it is refused."""
    values: Values = {}
    faults: list[Words] = []
    if element is not None:
        for child in element:
            _read_one(child, rules, values, faults)
    return values, tuple(faults)


_MOST_READ = 4096


class Properties:
    """Reads properties by one set of rules; equal ones are read once and remembered for a while.

    They say how a paper looks, never what stands in it.
    """

    def __init__(self, rules: Rules) -> None:
        """Nothing read yet."""
        self._rules = rules
        self._read: dict[Hashable, tuple[Values, tuple[Words, ...]]] = {}

    def read(self, element: _Element | None) -> tuple[Values, tuple[Words, ...]]:
        """What `read_properties` says of ``element``; the answer is shared, not to be changed."""
        if element is None:
            return {}, ()
        key = likeness(element)
        answer = self._read.get(key)
        if answer is None:
            if len(self._read) >= _MOST_READ:
                self._read.clear()
            answer = self._read[key] = read_properties(element, self._rules)
        return answer


def likeness(element: _Element) -> tuple[Hashable, ...]:
    """The children of ``element`` as told: equal for properties that read alike.

    The XML itself would do as well, and takes twice the time to be written.
    """
    told: list[Hashable] = []
    for child in element:
        told.append(str(child.tag))
        told += child.items()
        if inner := len(child):
            told += (inner, *likeness(child))
    return tuple(told)


def first(children: Iterable[_Element], tag: str) -> _Element | None:
    """The first of ``children`` that is a ``tag``."""
    for child in children:
        if child.tag == tag:
            return child
    return None


def _read_one(child: _Element, rules: Rules, values: Values, faults: list[Words]) -> None:
    name = local(child)
    if not str(child.tag).startswith((W, W14)):
        return
    rule = rules.get(name if str(child.tag).startswith(W) else f"w14:{name}")
    if rule is None:
        faults.append(refusals.element(name))
        return
    if rule.remark is not None:
        faults.append(rule.remark)
        return
    attributes = _checked(child, name, rule, faults)
    if rule.children is not None:
        _read_children(child, rule, values, faults)
        values.update(rule.read(attributes))
    elif all(need in attributes for need in rule.needs):
        values.update(rule.read(attributes))
    else:
        faults.append(refusals.element(name))


def _read_children(child: _Element, rule: Rule, values: Values, faults: list[Words]) -> None:
    inner, more = read_properties(child, dict(rule.children or {}))
    faults.extend(more)
    if rule.key:
        values[rule.key] = inner


def _checked(element: _Element, name: str, rule: Rule, faults: list[Words]) -> Attributes:
    """The attributes of ``element`` whose values are allowed; the others go to ``faults``."""
    allowed: Attributes = {}
    for key, value in element.attrib.items():
        short = str(key).rpartition("}")[2]
        if not str(key).startswith((W, R, W14)):
            continue
        pattern = rule.attributes.get(short)
        if pattern is not None and _fits(str(value), pattern):
            allowed[short] = str(value)
        elif not short.startswith("rsid"):
            faults.append(refusals.attribute(name, short, str(value)))
    return allowed


@lru_cache(maxsize=4096)
def _fits(value: str, pattern: str) -> bool:
    """Whether ``value`` is all of ``pattern``; most patterns are lists of words."""
    if pattern.replace("|", "").isalnum():
        return value in pattern.split("|")
    return re.fullmatch(pattern, value) is not None


def strange_attributes(element: _Element) -> list[Words]:
    """The attributes of a paragraph, run, row or cell that do more than mark a saving of it."""
    return [
        refusals.attribute(local(element), str(key).rpartition("}")[2], str(value))
        for key, value in element.items()
        if str(key).startswith(W) and not str(key).startswith(f"{W}rsid")
    ]


def local(element: _Element) -> str:
    """The name of ``element`` without its namespace."""
    return str(element.tag).rpartition("}")[2]


# -- builders of rules --


def flag(key: str) -> Rule:
    """An on/off property, on when it has no value."""
    return Rule({"val": ON_OFF}, lambda a: {key: is_on(a)})


def ignored(**attributes: str) -> Rule:
    """A property that does not change how the paper prints."""
    return Rule(attributes)


def left_out(remark: Words) -> Rule:
    """A property that the print does without, and says so."""
    return Rule(remark=remark)


def only_off() -> Rule:
    """A property that is printed only when it is off."""
    return Rule({"val": "false|0|off"}, needs=("val",))


def number(key: str, pattern: str = UINT) -> Rule:
    """A property that is a number."""
    return Rule({"val": pattern}, lambda a: {key: int(a["val"])}, needs=("val",))


def signed(key: str) -> Rule:
    """A property that is a number, which may be negative."""
    return number(key, INT)


def choice(key: str, pattern: str) -> Rule:
    """A property that is one word of those that ``pattern`` matches."""
    return Rule({"val": pattern}, lambda a: {key: a["val"]}, needs=("val",))


def length(key: str, pattern: str = INT) -> Rule:
    """A length in twips."""
    return Rule({"w": pattern, "type": "dxa"}, lambda a: {key: int(a["w"])}, needs=("w", "type"))


def integers(attributes: Attributes, names: Mapping[str, str]) -> Values:
    """The attributes of ``names`` that are set, as numbers under their keys."""
    return {key: int(attributes[name]) for name, key in names.items() if name in attributes}
