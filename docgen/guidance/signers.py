"""Signers against the decree on clerical work: name, rank, a title of their own."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from docgen.errors import Words
from docgen.guidance.data import read
from docgen.guidance.law import Hint, rule
from docgen.record.remark import remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.errors import Problem
    from docgen.record.loading import Loaded
    from docgen.record.model import Signer
    from docgen.record.shape import FieldPath


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
    bodies: tuple[tuple[FieldPath, Signer, str], ...] = (
        (("issuer", "head"), record.issuer.head, record.issuer.name),
        (("proposer", "signer"), record.proposer.signer, record.proposer.name),
        (("party", "signer"), record.party.signer, record.party.name),
        (("police", "signer"), record.police.signer, record.police.name or "Công an"),
    )
    for path, signer, body in bodies:
        yield from _prefixed(loaded, path, signer)
        yield from _ranked(loaded, path, signer, body)
        yield from _untitled(loaded, path, signer)


def _prefixed(loaded: Loaded, path: FieldPath, signer: Signer) -> Iterator[Problem]:
    for prefix in prefixes():
        if prefix.stands_before(signer.name):
            what = Words(
                f"Tên người ký “{signer.name}” {prefix.what.vi}",
                f"The signer “{signer.name}” {prefix.what.en}",
            )
            yield remark(loaded, (*path, "name"), what, prefix.hint.words())
            return


def _ranked(loaded: Loaded, path: FieldPath, signer: Signer, body: str) -> Iterator[Problem]:
    if signer.rank and not any(armed in body.lower() for armed in ranks().bodies):
        yield remark(
            loaded,
            (*path, "rank"),
            Words(
                f"Ghi cấp bậc hàm “{signer.rank}” cho người ký không thuộc Công an, Quân đội",
                f"The rank “{signer.rank}” is told for a signer outside the police and army",
            ),
            ranks().hint.words(),
        )


def _untitled(loaded: Loaded, path: FieldPath, signer: Signer) -> Iterator[Problem]:
    if signer.signing in own_title().signing and not signer.own_title:
        yield remark(
            loaded,
            (*path, "own_title"),
            Words(
                "Người ký thay chưa có chức vụ của mình",
                "The one who signs for the head has no title of their own",
            ),
            own_title().hint.words(),
        )
