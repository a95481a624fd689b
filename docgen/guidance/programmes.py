"""The usual programme of a launch or of a signing ceremony, for records that tell none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from docgen.guidance.data import read
from docgen.guidance.papers import fulfils

if TYPE_CHECKING:
    from docgen.record.schema.linked import AnyRecord


@dataclass(frozen=True, slots=True)
class Part:
    """Một mục của chương trình: a row of ``programmes.yaml``, with ``{...}`` open."""

    content: str
    by: str
    minutes: int
    before: bool = False
    when: str = "always"


@cache
def parts(kind: str) -> tuple[Part, ...]:
    """Every part of the programme of a model of ``kind``, in its order."""
    return tuple(Part(**row) for row in read("programmes")[kind])


def wanted(record: AnyRecord) -> list[Part]:
    """The parts that the conference of ``record`` has."""
    return [part for part in parts(record.kind) if fulfils(part.when, record)]
