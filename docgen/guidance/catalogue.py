"""The catalogue of models (danh mục mô hình): what each is for and how it works, by default."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from docgen.guidance.data import frozen, read
from docgen.text.normal import clean_line

if TYPE_CHECKING:
    from docgen.record.model import Model, Record

GENERAL = "00-chung"
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


@cache
def listing() -> tuple[Listed, ...]:
    """The models of the appendix, in its order."""
    rows: list[dict[str, Any]] = read("catalogue/index")["models"]
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


def find(model: Model) -> Listed | None:
    """The catalogue's model meant by the record: by slug or number when told, else by name.

    ``None`` when the record names a model of its own.
    """
    told = model.catalogue or model.name
    return _by_key().get(_key(told))


@cache
def _by_key() -> dict[str, Listed]:
    found: dict[str, Listed] = {}
    for one in listing():
        for name in (one.slug, str(one.number), one.name, *one.aliases):
            found[_key(name)] = one
    return found


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


def load(file: str) -> Entry:
    """The content held by the data file named ``file``."""
    row: dict[str, Any] = dict(read(f"catalogue/{file}"))
    row["activities"] = tuple(Work(**work) for work in row["activities"])
    return Entry(**frozen(row))
