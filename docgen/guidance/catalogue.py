"""The catalogue of models (danh mục mô hình): what each is for and how it works, by default."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from docgen.guidance.data import frozen, read
from docgen.text.normal import clean_line

if TYPE_CHECKING:
    from docgen.record.schema.own import Record
    from docgen.record.schema.parts import Model

GENERAL = "00-chung"
OWN, LINKED = "catalogue", "catalogue/linked"
_QUOTES = "“”\"' ."


@dataclass(frozen=True, slots=True)
class Listed:
    """Một dòng của danh mục (phụ lục Hướng dẫn 1923): how a model is recognised."""

    number: int
    slug: str
    name: str
    aliases: tuple[str, ...]
    fits: tuple[str, ...]

    @property
    def file(self) -> str:
        """The data file of the model."""
        return f"{self.number:02d}-{self.slug}"


@dataclass(frozen=True, slots=True)
class Work:
    """Một hoạt động trong năm; ``lead`` may hold the open titles of the model."""

    when: str
    what: str
    lead: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Nội dung mặc định của một mô hình; texts may hold ``{scope}``, ``{unit}``, ``{model}``."""

    head_title: str
    deputy_title: str
    member_title: str
    form: str
    purpose: str
    necessity: str
    function: str
    duties: tuple[str, ...]
    powers: tuple[str, ...]
    methods: tuple[str, ...]
    standards: tuple[str, ...]
    rewards: tuple[str, ...]
    discipline: tuple[str, ...]
    funding: tuple[str, ...]
    meetings: tuple[str, ...]
    targets: tuple[str, ...]
    activities: tuple[Work, ...]


@dataclass(frozen=True, slots=True)
class LinkedEntry:
    """Nội dung mặc định của một mô hình liên kết; texts may hold ``{scope}``, ``{chair}``."""

    form: str
    purpose: str
    necessity: str
    function: str
    duties: tuple[str, ...]
    powers: tuple[str, ...]
    methods: tuple[str, ...]
    exchange: tuple[str, ...]
    unit_duties: tuple[str, ...]
    chair_duties: tuple[str, ...]
    handover: tuple[str, ...]
    standards: tuple[str, ...]
    rewards: tuple[str, ...]
    discipline: tuple[str, ...]
    funding: tuple[str, ...]
    meetings: tuple[str, ...]
    targets: tuple[str, ...]
    activities: tuple[Work, ...]


@cache
def listing(folder: str = OWN) -> tuple[Listed, ...]:
    """The models of the appendix, in its order: self-managed, or those of ``LINKED``."""
    rows: list[dict[str, Any]] = read(f"{folder}/index")["models"]
    return tuple(
        Listed(
            number=row["number"],
            slug=row["slug"],
            name=row["name"],
            aliases=tuple(row["aliases"]),
            fits=tuple(row["fits"]),
        )
        for row in rows
    )


def find(model: Model, folder: str = OWN) -> Listed | None:
    """The catalogue's model meant by the record: by slug or number when told, else by name.

    ``None`` when the record names a model of its own.
    """
    told = _key(model.catalogue or model.name)
    whole, beginnings = _by_key(folder)
    begun = [start for start in beginnings if told.startswith(start)]
    return whole.get(told) or (beginnings[max(begun, key=len)] if begun else None)


@cache
def _by_key(folder: str) -> tuple[dict[str, Listed], dict[str, Listed]]:
    """The models by whole name, and by the beginnings (``...``) that a record goes on writing."""
    whole: dict[str, Listed] = {}
    beginnings: dict[str, Listed] = {}
    for one in listing(folder):
        for name in (one.slug, str(one.number), one.name, *one.aliases):
            (beginnings if name.endswith("...") else whole)[_key(name)] = one
    return whole, beginnings


def _key(name: str) -> str:
    """Names are the same without “Mô hình”, quotes and letter case."""
    bare = clean_line(name).casefold().strip(_QUOTES)
    while bare.startswith("mô hình"):
        bare = bare.removeprefix("mô hình").strip(_QUOTES)
    return bare


def entry(record: Record) -> Entry:
    """The default content for the record's model; the general one outside the catalogue."""
    listed = find(record.model)
    return load(listed.file if listed else GENERAL)


def linked_entry(model: Model) -> LinkedEntry:
    """The default content for a linked model; the general one outside the catalogue."""
    listed = find(model, LINKED)
    return LinkedEntry(**_content(LINKED, listed.file if listed else GENERAL))


def load(file: str) -> Entry:
    """The content held by the data file named ``file``."""
    return Entry(**_content(OWN, file))


def _content(folder: str, file: str) -> dict[str, Any]:
    row: dict[str, Any] = dict(read(f"{folder}/{file}"))
    row["activities"] = tuple(Work(**work) for work in row["activities"])
    return frozen(row)
