"""Signers against the decree on clerical work: name, rank, a title of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.checks.remark import remark
from docgen.errors import Words
from docgen.law.hints import advice
from docgen.law.signers import is_armed, is_rank, own_title, prefix_of, ranks
from docgen.law.units import unit_terms
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.errors import Problem
    from docgen.record.loading import Loaded
    from docgen.record.schema.linked import LinkedRecord
    from docgen.record.schema.offices import Signer
    from docgen.record.schema.own import Record
    from docgen.record.schema.shape import FieldPath


def signers(loaded: Loaded) -> Iterator[Problem]:
    """What the decree does not want in a signature of the record, or misses there."""
    record = loaded.record
    for one in _of_units(record) if record.kind == "linked" else _of_offices(record):
        yield from _prefixed(loaded, one)
        yield from _ranked(loaded, one)
        yield from _not_a_rank(loaded, one)
        yield from _untitled(loaded, one)


class Signature(Value):
    """Chữ ký: where in the record the signer is told, who it is, and the body signed for.

    ``is_armed`` goes by the kind of a member unit; other bodies are known by their names.
    """

    path: FieldPath
    signer: Signer
    body: str
    is_armed: bool = False


def _of_offices(record: Record) -> Iterator[Signature]:
    yield Signature(("issuer", "head"), record.issuer.head, record.issuer.name)
    yield Signature(("proposer", "signer"), record.proposer.signer, record.proposer.name)
    yield Signature(("party", "signer"), record.party.signer, record.party.name)
    yield Signature(("police", "signer"), record.police.signer, record.police.name or "Công an")


def _of_units(record: LinkedRecord) -> Iterator[Signature]:
    for index, unit in enumerate(record.units):
        armed = unit_terms(unit.kind).is_armed
        yield Signature(("units", index, "signer"), unit.signer, unit.name, armed)
    if record.committee:
        issuer = record.committee.issuer
        yield Signature(("committee", "issuer", "signer"), issuer.signer, issuer.name)


def _prefixed(loaded: Loaded, one: Signature) -> Iterator[Problem]:
    signer = one.signer
    prefix = prefix_of(signer.name)
    if prefix is not None:
        what = Words(
            f"Tên người ký “{signer.name}” {prefix.what.vi}",
            f"The signer's name “{signer.name}” {prefix.what.en}",
        )
        yield remark(loaded, (*one.path, "name"), what, advice(prefix.hint))


def _ranked(loaded: Loaded, one: Signature) -> Iterator[Problem]:
    signer = one.signer
    if signer.rank and not (one.is_armed or is_armed(one.body)):
        yield remark(
            loaded,
            (*one.path, "rank"),
            Words(
                f"Ghi cấp bậc hàm “{signer.rank}” cho người ký không thuộc Công an, Quân đội",
                f"The rank “{signer.rank}” is told for a signer outside the police and army",
            ),
            advice(ranks().hint),
        )


def _not_a_rank(loaded: Loaded, one: Signature) -> Iterator[Problem]:
    rank = one.signer.rank
    if rank and not is_rank(rank):
        yield remark(
            loaded,
            (*one.path, "rank"),
            Words(f"“{rank}” không phải là cấp bậc hàm", f"“{rank}” is no rank"),
            Words(
                "Ghi như “Thiếu tá”; họ tên ghi ở mục “name”.",
                "Write it like “Thiếu tá”; the name belongs to the field “name”.",
            ),
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
            advice(own_title().hint),
        )
