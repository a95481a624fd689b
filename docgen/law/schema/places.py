"""``places.yaml``: the names of provinces and communes in time."""

from datetime import date
from typing import Literal

from docgen.law.schema.hints import Sure
from docgen.tables.rows import Row, Text


class PlaceName(Row, rename={"start": "from", "end": "until"}, kw_only=True):
    """Một tên, với loại: right from ``start`` to the end of ``end``, then ``becomes`` is.

    ``within`` is the province of a commune, without its kind.
    """

    name: Text
    start: date = date.min
    end: date | None = None
    becomes: str = ""
    within: str = ""
    act: str = ""
    sure: Sure

    def is_right(self, day: date) -> bool:
        """Whether a paper of ``day`` bears the name."""
        return self.start <= day and (self.end is None or day <= self.end)


class PlaceForm(Row):
    """Tên gọi theo loại của nơi: ``tỉnh ủy`` of a province is ``thành ủy`` of a city."""

    of_province: Text
    of_city: Text


class KindWritten(Row):
    """Cách viết khác của một loại đơn vị: ``TP`` for ``thành phố``."""

    kind: Text
    written: tuple[Text, ...]


class FullPlace(Row, rename={"start": "from"}, kw_only=True):
    """Địa danh viết đủ loại: for which proper names, from ``start`` on."""

    start: date = date.min
    rules: tuple[Literal["number", "name", "one_word", "province"], ...]
    sure: Sure


class InFull(Row):
    """Địa danh viết đủ: the State's rules, the Party's in time, names of people and events."""

    state: FullPlace
    party: tuple[FullPlace, ...]
    names: tuple[Text, ...]


class Places(Row):
    """``places.yaml``: the names, and how they stand in the names of bodies."""

    provinces: tuple[PlaceName, ...]
    communes: tuple[PlaceName, ...]
    forms: tuple[PlaceForm, ...]
    also: tuple[KindWritten, ...]
    in_full: InFull
    former: tuple[Text, ...]
    own_names: tuple[Text, ...]
