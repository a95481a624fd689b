"""How the kinds of deciding unit are named and addressed."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from docgen.law.law import law
from docgen.text.names import first_upper

if TYPE_CHECKING:
    from docgen.law.schema.issuers import Terms
    from docgen.record.schema.own import Record


def kind_of(record: Record) -> Terms:
    """The row of the record's kind of deciding unit: its traits, its terms still open."""
    return law().issuers.kinds[record.issuer.kind]


def terms(record: Record) -> Terms:
    """The terms of the record's deciding unit, every ``{...}`` closed."""
    opened = kind_of(record)
    title = record.issuer.head.title or opened.default_title
    return _closed(opened, record.issuer.name, commune_type(record), title)


@lru_cache(maxsize=64)
def _closed(opened: Terms, name: str, commune_kind: str, title: str) -> Terms:
    place = law().issuers.hamlets[commune_kind]
    return opened.closed(
        name=name, type=commune_kind, title=title, areas=place.name, area_heads=place.heads
    )


def commune_type(record: Record) -> str:
    """``xã``, ``phường``, ``thị trấn`` or ``đặc khu``: the first word(s) of the commune's name."""
    return type_of(commune(record))


def type_of(name: str) -> str:
    """``xã``, ``phường``, ``thị trấn`` or ``đặc khu`` as a commune's name begins; else ``xã``."""
    types = commune_types()
    return next((kind for kind in types if name.lower().startswith(kind)), types[0])


def commune(record: Record) -> str:
    """The commune in which the unit works: ``xã Tân Mỹ``."""
    return record.issuer.name if kind_of(record).is_commune else record.issuer.commune


def steering_committee(record: Record) -> str:
    """The commune's steering committee, by the name told or that of guidance 1923."""
    return first_upper(record.steering_committee) or committee_of(commune(record))


def committee_of(commune_name: str) -> str:
    """The steering committee of a commune, by the name that guidance 1923 gives it."""
    return first_upper(law().issuers.steering_committee.format(commune=commune_name).strip())


def commune_types() -> tuple[str, ...]:
    """``xã``, ``phường`` and the other kinds of commune, the usual one first."""
    return tuple(law().issuers.hamlets)
