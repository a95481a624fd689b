"""Signers against the decree on clerical work: name, rank, a title of their own."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from docgen.checks.remark import remark
from docgen.errors import Words
from docgen.guidance.data import read
from docgen.law.acts import Hint, rule
from docgen.record.schema.offices import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.errors import Problem
    from docgen.record.loading import Loaded
    from docgen.record.schema.linked import LinkedRecord
    from docgen.record.schema.offices import Signer
    from docgen.record.schema.own import Record
    from docgen.record.schema.shape import FieldPath


class Prefix(NamedTuple):
    """Chữ đứng trước họ tên: what people put before a signer's name against the decree."""

    long: tuple[str, ...]
    what: Words
    hint: Hint
    short: tuple[str, ...] = ()

    def stands_before(self, name: str) -> bool:
        """Whether ``name`` begins with such a word."""
        return _pattern(self).match(name) is not None


class Ranks(NamedTuple):
    """Cấp bậc hàm: words that show a body of the police or the army, whose signers have one."""

    bodies: tuple[str, ...]
    hint: Hint


class OwnTitle(NamedTuple):
    """Chức vụ của người ký thay: the ways of signing that need it."""

    signing: tuple[str, ...]
    hint: Hint


@cache
def prefixes() -> tuple[Prefix, ...]:
    """The prefixes of ``signers.yaml``."""
    return tuple(rule(Prefix, row) for row in read("signers")["prefixes"])


@cache
def ranks() -> Ranks:
    """Whose signers have a rank."""
    return rule(Ranks, read("signers")["ranks"])


@cache
def own_title() -> OwnTitle:
    """Who signs with a title of their own."""
    return rule(OwnTitle, read("signers")["own_title"])


@cache
def _pattern(prefix: Prefix) -> re.Pattern[str]:
    long = rf"(?:{'|'.join(map(re.escape, prefix.long))})\s"
    short = rf"(?:{'|'.join(map(re.escape, prefix.short))})(?:[.,]\s*|\s+)"
    return re.compile(f"{long}|{short}" if prefix.short else long, re.IGNORECASE)


def signers(loaded: Loaded) -> Iterator[Problem]:
    """What the decree does not want in a signature of the record, or misses there."""
    record = loaded.record
    for one in _of_units(record) if record.kind == "linked" else _of_offices(record):
        yield from _prefixed(loaded, one)
        yield from _ranked(loaded, one)
        yield from _untitled(loaded, one)


class Signature(NamedTuple):
    """Chữ ký: where in the record the signer is told, who it is, and the body signed for.

    ``army`` is told of a member unit; other bodies are known by their names.
    """

    path: FieldPath
    signer: Signer
    body: str
    army: bool = False


def _of_offices(record: Record) -> Iterator[Signature]:
    yield Signature(("issuer", "head"), record.issuer.head, record.issuer.name)
    yield Signature(("proposer", "signer"), record.proposer.signer, record.proposer.name)
    yield Signature(("party", "signer"), record.party.signer, record.party.name)
    yield Signature(("police", "signer"), record.police.signer, record.police.name or "Công an")


def _of_units(record: LinkedRecord) -> Iterator[Signature]:
    for index, unit in enumerate(record.units):
        army = unit.kind is UnitKind.ARMY
        yield Signature(("units", index, "signer"), unit.signer, unit.name, army)
    if record.committee:
        issuer = record.committee.issuer
        yield Signature(("committee", "issuer", "signer"), issuer.signer, issuer.name)


def _prefixed(loaded: Loaded, one: Signature) -> Iterator[Problem]:
    signer = one.signer
    for prefix in prefixes():
        if prefix.stands_before(signer.name):
            what = Words(
                f"Tên người ký “{signer.name}” {prefix.what.vi}",
                f"The signer “{signer.name}” {prefix.what.en}",
            )
            yield remark(loaded, (*one.path, "name"), what, prefix.hint.words())
            return


def _ranked(loaded: Loaded, one: Signature) -> Iterator[Problem]:
    signer = one.signer
    armed = one.army or any(word in one.body.lower() for word in ranks().bodies)
    if signer.rank and not armed:
        yield remark(
            loaded,
            (*one.path, "rank"),
            Words(
                f"Ghi cấp bậc hàm “{signer.rank}” cho người ký không thuộc Công an, Quân đội",
                f"The rank “{signer.rank}” is told for a signer outside the police and army",
            ),
            ranks().hint.words(),
        )


def _untitled(loaded: Loaded, one: Signature) -> Iterator[Problem]:
    if one.signer.signing in own_title().signing and not one.signer.own_title:
        yield remark(
            loaded,
            (*one.path, "own_title"),
            Words(
                "Người ký thay chưa có chức vụ của mình",
                "The one who signs for the head has no title of their own",
            ),
            own_title().hint.words(),
        )
