"""What was made lately and may be asked for again: kept in memory, never on the disk."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Key = TypeVar("Key", bound="Hashable")
Made = TypeVar("Made")


class Recent(Generic[Key, Made]):
    """The last ``most`` things made, by what they were made from; many threads may ask."""

    def __init__(self, most: int) -> None:
        """Keep ``most`` of them."""
        self._most = most
        self._kept: OrderedDict[Key, Made] = OrderedDict()
        self._turn = Lock()

    def get(self, key: Key) -> Made | None:
        """What is kept under ``key``; nothing where it is forgotten."""
        with self._turn:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def of(self, key: Key, make: Callable[[], Made]) -> Made:
        """What is kept under ``key``, or else what ``make`` gives; two threads may both make it."""
        found = self.get(key)
        if found is None:
            found = make()
            with self._turn:
                self._kept[key] = found
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        return found
