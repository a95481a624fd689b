"""The closed set of tests that a rule may put to what is read off a paper."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

TOLERANCE: Final = 0.25
"""Points and millimetres that rounding by Word may add or take."""


@lru_cache(maxsize=1024)
def pattern(text: str) -> re.Pattern[str]:
    """A pattern of a rule, compiled once."""
    return re.compile(text)


@lru_cache(maxsize=256)
def anywhere(text: str) -> re.Pattern[str]:
    """A pattern of a rule for many lines at once."""
    return re.compile(text, re.MULTILINE)


def equals(value: Any, want: Any) -> bool:  # noqa: ANN401 - values of every kind are compared
    """The value is the one wanted; measures within rounding."""
    if _measures(value, want):
        return bool(abs(value - want) <= TOLERANCE)
    return bool(_plain(value) == _plain(want))


def _plain(value: Any) -> Any:  # noqa: ANN401
    return list(value) if isinstance(value, tuple) else value


def within(value: Any, want: Any) -> bool:  # noqa: ANN401
    """The value lies between two ends; an end that is not told is open."""
    low, high = want
    if not isinstance(value, int | float):
        return False
    return (low is None or value >= low - TOLERANCE) and (high is None or value <= high + TOLERANCE)


def share(value: Any, want: Any) -> bool:  # noqa: ANN401
    """The value, a share of something, lies between two ends; no rounding is forgiven."""
    low, high = want
    return isinstance(value, int | float) and low <= value <= high


def one_of(value: Any, want: Any) -> bool:  # noqa: ANN401
    """The value is one of those wanted."""
    return any(equals(value, one) for one in want)


def none_of(value: Any, want: Any) -> bool:  # noqa: ANN401
    """The value is none of those named."""
    return not one_of(value, want)


def matches(value: Any, want: Any) -> bool:  # noqa: ANN401
    """The whole text is of the wanted form."""
    return pattern(want).fullmatch(value) is not None


def lacks(value: Any, want: Any) -> bool:  # noqa: ANN401
    """The text holds nothing of the form named."""
    return pattern(want).search(value) is None


def ends(value: Any, want: Any) -> bool:  # noqa: ANN401
    """The text ends with the sign wanted."""
    return bool(value.endswith(want))


def present(value: Any, want: Any) -> bool:  # noqa: ANN401
    """The part is there."""
    return bool(value) is bool(want)


def same(value: Any, want: Any) -> bool:  # noqa: ANN401, ARG001
    """Both things read are the same: the value is a pair of them."""
    one, other = value
    return equals(one, other)


def _measures(value: Any, want: Any) -> bool:  # noqa: ANN401
    numbers = (int, float)
    told = isinstance(value, numbers) and isinstance(want, numbers)
    return told and not isinstance(value, bool) and not isinstance(want, bool)


TESTS: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "equals": equals,
    "range": within,
    "share": share,
    "one_of": one_of,
    "none_of": none_of,
    "matches": matches,
    "lacks": lacks,
    "ends": ends,
    "present": present,
    "same": same,
}


def usual(values: list[Any]) -> Any:  # noqa: ANN401
    """The value that most have."""
    return Counter(values).most_common(1)[0][0]
