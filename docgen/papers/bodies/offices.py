"""The bodies that a self-managed model has around it: its unit, proposer, Party, police, itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance import membership
from docgen.law import issuers
from docgen.law.organisations import organisation
from docgen.law.places import heading, party_heading
from docgen.papers.bodies.body import (
    PARTY_LETTERS,
    Body,
    archive,
    called,
    header_lines,
    holder,
    replace_title,
    superior_lines,
)
from docgen.papers.bodies.once import once
from docgen.papers.gaps import HOLE, mark
from docgen.papers.phrases import names, phrase, words
from docgen.record.kinds import own
from docgen.record.schema.offices import Signer
from docgen.record.schema.parts import Role
from docgen.text.names import first_upper

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from docgen.papers.sheet import Sheet
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.offices import Office
    from docgen.record.schema.own import Record
    from docgen.record.schema.parts import Member


@once
def unit(record: Record) -> Body:
    """Đơn vị có người ra quyết định: UBND cấp xã, cơ quan, doanh nghiệp, nhà trường."""
    told, terms = record.issuer, issuers.terms(record)
    signer = told.head if told.head.title else replace_title(told.head, terms.default_title)
    return Body(
        name=terms.full,
        leader=first_upper(terms.leader),
        superior=superior_lines(told.superior),
        header=header_lines(told.header, terms.header),
        abbreviation=told.abbreviation or terms.default_abbreviation or HOLE,
        signer=signer,
        archive=archive(told.drafting_unit),
        collective=terms.collective,
        drafting_unit=told.drafting_unit,
    )


@once
def proposer(record: Record) -> Body:
    """Đơn vị đề xuất thành lập mô hình (II.1.1.1)."""
    return office(record.proposer, "proposer")


@once
def police(record: Record) -> Body:
    """Công an cấp xã."""
    commune = "" if record.police.name else issuers.commune(record)
    usual = phrase("bodies.commune_police", commune=commune) if commune else ""
    return office(record.police, "police", usual)


def approver(record: Record) -> Body:
    """Nơi phê duyệt quy chế: the decider or the commune police (II.1.1.3)."""
    return police(record) if record.approver == "police" else unit(record)


def office(told: Office, missing: str, usual: str = "") -> Body:
    """A body told as a plain office, by its ``usual`` name where none is told.

    Without any it prints a mark for what is ``missing``. An organisation whose papers have a form
    of their own writes in that form.
    """
    known = told.name or usual
    name, form = known or mark(missing), organisation(known)
    header = form.issued_by(known) if form else [name]
    collective = told.collective or (form.collective if form else "")
    title = form.signer_title if form else HOLE
    signer = told.signer if told.signer.title else replace_title(told.signer, title)
    return Body(
        name=name,
        leader=holder(signer.title, known) if known else name,
        superior=superior_lines(told.superior),
        header=header_lines(told.header, tuple(header)),
        abbreviation=told.abbreviation or (form.abbreviation if form else HOLE),
        signer=signer,
        archive=archive(told.drafting_unit),
        collective=collective,
        drafting_unit=told.drafting_unit,
        always_collective=bool(collective),
        form=form,
    )


@once
def party(record: Record) -> Body:
    """Cấp ủy ra nghị quyết; signs for the committee or the cell (T/M)."""
    told = record.party
    whole, title = names("bodies.party.collective")[told.kind], phrase("bodies.party.title")
    name = told.name or mark("party")
    speaks = phrase("bodies.party.speaks", body=name) if told.standing else name
    return Body(
        name=speaks,
        leader=phrase("bodies.party.leader", body=name),
        superior=superior_lines(told.superior, PARTY_LETTERS),
        header=header_lines([], (name,), PARTY_LETTERS),
        abbreviation=told.abbreviation or names("bodies.party.abbreviation")[told.kind],
        signer=told.signer if told.signer.title else replace_title(told.signer, title),
        archive=phrase("bodies.archive_of_party", body=whole),
        collective=phrase("bodies.party.standing") if told.standing else whole,
        always_collective=True,
    )


@once
def model(record: Record) -> Body:
    """Bản thân mô hình: no seal, number series of its own, signed by its head."""
    name = model_name(record)
    return Body(
        name=name,
        leader=f"{head_title(record)} {name}",
        superior=superior_lines(unit(record).name),
        header=header_lines([], model_header(record)),
        abbreviation=record.model.abbreviation,
        signer=Signer(title=head_title(record), name=head_name(record)),
        archive=phrase("bodies.archive_of_model"),
    )


def place_name(record: Record) -> str:
    """Địa danh of State papers: as told, or the commune's name."""
    return record.issuer.place or heading(issuers.commune(record)) or HOLE


def party_place(record: Record, day: date) -> str:
    """Địa danh of Party papers of ``day``: as told, or the commune's name."""
    told = record.issuer
    usual = party_heading(issuers.commune(record), day, told.province)
    return told.place or usual or HOLE


def _of_own(body: Callable[[Record], Body]) -> Callable[[Sheet], Body]:
    """``body`` of a self-managed model, as it is on the day of a paper."""

    def of(sheet: Sheet) -> Body:
        return body(own(sheet.record))

    return of


BODIES: dict[str, Callable[[Sheet], Body]] = {
    "unit": _of_own(unit),
    "proposer": _of_own(proposer),
    "party": _of_own(party),
    "model": _of_own(model),
}


def bare_name(record: AnyRecord) -> str:
    """The model's name without a leading “Mô hình”."""
    name, begins = record.model.name.strip('“”"'), phrase("bodies.model_begins")
    return first_upper(name[len(begins) :]) if name.casefold().startswith(begins) else name


def model_name(record: AnyRecord) -> str:
    """``Mô hình “Cổng trường an toàn giao thông”``."""
    return phrase("bodies.model", name=bare_name(record))


def model_header(record: AnyRecord) -> tuple[str, ...]:
    """The model's name as it stands at the head of a paper, in its two parts."""
    return tuple(part.format(name=bare_name(record)) for part in words("bodies.model_header"))


def head_title(record: Record) -> str:
    """Chức danh người đứng đầu mô hình: as told for the head, or as the catalogue has it."""
    return membership.titles(record)[Role.HEAD]


def head_name(record: Record) -> str:
    """Họ và tên người đứng đầu mô hình; empty when not told."""
    head = _head(record)
    return head.name if head else ""


def head_person(record: Record) -> str:
    """``ông Vũ Văn Thắng``: the head of the model within a sentence, a blank for the name."""
    head = _head(record)
    return called(head.honorific if head else "", head.name if head else "")


def _head(record: Record) -> Member | None:
    return next((member for member in record.members if member.role is Role.HEAD), None)
