"""How the four kinds of deciding unit are named and addressed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from docgen.guidance.data import frozen, read
from docgen.record.schema.offices import IssuerKind
from docgen.text.names import first_upper

if TYPE_CHECKING:
    from docgen.record.schema.own import Record


@dataclass(frozen=True, slots=True)
class Terms:
    """Cách gọi của một loại đơn vị: a row of ``issuers.yaml``, with ``{...}`` open."""

    full: str
    short: str
    header: tuple[str, ...]
    leader: str
    leader_short: str
    default_title: str
    within: str
    place: str
    people: str
    members_source: str
    units: str
    units_recipient: str
    masses: str
    bodies: tuple[str, ...]
    reports_to: str
    competence: tuple[str, ...]
    collective: str = ""
    default_abbreviation: str = ""


@cache
def _open_terms(kind: IssuerKind) -> Terms:
    row = read("issuers")[kind.value]
    return Terms(**frozen(row))


def terms(record: Record) -> Terms:
    """The terms of the record's deciding unit, every ``{...}`` closed."""
    opened = _open_terms(record.issuer.kind)
    title = record.issuer.head.title or opened.default_title
    return _closed(record.issuer.kind, record.issuer.name, commune_type(record), title)


@cache
def _closed(kind: IssuerKind, name: str, commune_kind: str, title: str) -> Terms:
    fill = {"name": name, "type": commune_kind, "title": title}
    closed: dict[str, Any] = {
        field: tuple(part.format(**fill) for part in value)
        if isinstance(value, tuple)
        else value.format(**fill)
        for field, value in asdict(_open_terms(kind)).items()
    }
    return Terms(**closed)


def commune_type(record: Record) -> str:
    """``xã``, ``phường``, ``thị trấn`` or ``đặc khu``: the first word(s) of the commune's name."""
    name = commune(record)
    return next((one for one in COMMUNE_TYPES if name.lower().startswith(one)), "xã")


def commune(record: Record) -> str:
    """The commune in which the unit works: ``xã Tân Mỹ``."""
    if record.issuer.kind is IssuerKind.COMMUNE:
        return record.issuer.name
    return record.issuer.commune


def steering_committee(record: Record) -> str:
    """The commune's steering committee, by the name told or that of guidance 1923."""
    return first_upper(record.steering_committee) or committee_of(commune(record))


def committee_of(commune_name: str) -> str:
    """The steering committee of a commune, by the name that guidance 1923 gives it."""
    usual: str = read("issuers")["steering_committee"].format(commune=commune_name)
    return first_upper(usual.strip())


COMMUNE_TYPES = ("xã", "phường", "thị trấn", "đặc khu")
