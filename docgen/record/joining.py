"""What a record tells and what its profile tells, joined: what the record tells wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Problem, Words
from docgen.record.explaining import moved_to, place_of
from docgen.text.names import same_name_key
from docgen.text.normal import clean_line
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docgen.record.files.tree import Mark, Plain
    from docgen.record.schema.shape import FieldPath

FIELD = "profile"
"""The field in which a record names its profile."""
_UNIT_HAS = {"head": "signer"}
"""What a member unit of a linked model calls otherwise than a deciding unit."""


class Join(Value):
    """A record's marks as they grow by those of its profile, and what does not fit together."""

    marks: dict[FieldPath, Mark]
    theirs: Mapping[FieldPath, Mark]
    file: str
    record: str
    problems: list[Problem]

    def own(self, values: dict[str, Plain], profile: dict[str, Plain]) -> None:
        """Into the record of one unit's own model."""
        mine, other = _name(values.get("issuer")), _name(profile.get("issuer"))
        if mine and other and same_name_key(mine) != same_name_key(other):
            place = place_of(("issuer", "name"), self.marks, self.record)
            self.problems.append(Problem(place, *_other_unit(mine, other, self.file)))
        self.merge(values, profile, (), ())

    def linked(self, values: dict[str, Plain], profile: dict[str, Plain]) -> None:
        """Into the record of many units: the unit of the same name has what the profile tells."""
        issuer = profile.pop("issuer", None)
        self.merge(values, {name: profile[name] for name in profile if name in _OF_LINKED}, (), ())
        name, units = _name(issuer), values.get("units")
        if not name or not isinstance(issuer, dict) or not isinstance(units, list):
            return
        for index, unit in enumerate(units):
            if isinstance(unit, dict) and same_name_key(_name(unit)) == same_name_key(name):
                told = dict(unit)
                for field in (one for one in issuer if one in _OF_UNIT):
                    there = _UNIT_HAS.get(field, field)
                    here: FieldPath = ("units", index, there)
                    self.take(told, there, issuer[field], here, ("issuer", field))
                values["units"] = [*units[:index], told, *units[index + 1 :]]
                return
        place = place_of((FIELD,), self.marks, self.record)
        self.problems.append(Problem(place, *_no_such_unit(name)))

    def merge(
        self, mine: dict[str, Plain], theirs: dict[str, Plain], here: FieldPath, there: FieldPath
    ) -> None:
        """What ``theirs`` tell and ``mine`` do not, into ``mine``."""
        for name, value in theirs.items():
            self.take(mine, name, value, (*here, name), (*there, name))

    def take(
        self, mine: dict[str, Plain], name: str, value: Plain, here: FieldPath, there: FieldPath
    ) -> None:
        """What the profile tells as ``value`` into ``mine``, where ``mine`` is silent on it."""
        own = mine.get(name)
        if is_silent(value):
            return
        if is_silent(own):
            mine[name] = value
            for path, mark in self.theirs.items():
                if path[: len(there)] == there:
                    self.marks[(*here, *path[len(there) :])] = moved_to(mark, self.file)
        elif isinstance(own, dict) and isinstance(value, dict) and not _is_another(own, value):
            mine[name] = inside = dict(own)
            self.merge(inside, value, here, there)


_OF_LINKED = ("bases", "numbered_laws", "guidance_applies", "recipients")
_OF_UNIT = (
    *("kind", "superior", "commune", "district", "province", "abbreviation", "drafting_unit"),
    *("place", "header", "head"),
)


def _name(part: Plain) -> str:
    told = part.get("name") if isinstance(part, dict) else None
    return clean_line(told) if isinstance(told, str) else ""


def is_silent(value: Plain) -> bool:
    """Whether a value tells nothing: blank, empty, or made of such values alone."""
    if isinstance(value, dict):
        return all(map(is_silent, value.values()))
    return value in (None, []) or (isinstance(value, str) and not clean_line(value))


def _is_another(own: dict[str, Plain], theirs: dict[str, Plain]) -> bool:
    """Whether two parts name two bodies or persons, whose facts must not be mixed."""
    names = _name(own), _name(theirs)
    return all(names) and same_name_key(names[0]) != same_name_key(names[1])


def _other_unit(mine: str, other: str, file: str) -> tuple[Words, Words]:
    return Words(
        f"Bản khai ghi đơn vị “{mine}”, hồ sơ đơn vị {file} là của “{other}”",
        f"The record tells “{mine}”, the profile {file} is of “{other}”",
    ), Words(
        "Ghi đúng hồ sơ của đơn vị này, hoặc để trống tên đơn vị trong bản khai.",
        "Name the profile of this unit, or leave the unit's name empty in the record.",
    )


def _no_such_unit(name: str) -> tuple[Words, Words]:
    return Words(
        f"Không có đơn vị thành viên nào tên “{name}” như trong hồ sơ đơn vị",
        f"No member unit is called “{name}”, as the profile has it",
    ), Words(
        "Ghi tên đơn vị trong danh sách đơn vị thành viên đúng như hồ sơ đơn vị.",
        "Call the unit in the list of member units as the profile does.",
    )
