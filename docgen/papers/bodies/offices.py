"""The bodies that a self-managed model has around it: its unit, proposer, Party, police, itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance import membership
from docgen.law import issuers
from docgen.papers.bodies.body import (
    PARTY_LETTERS,
    Body,
    bare_place,
    header_lines,
    holder,
    replace_title,
    superior_lines,
)
from docgen.papers.gaps import HOLE, mark
from docgen.record.schema.offices import Office, Signer
from docgen.record.schema.parts import Role
from docgen.text.names import first_upper

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.papers.sheet import Sheet
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.own import Record


def unit(record: Record) -> Body:
    """Đơn vị có người ra quyết định: UBND cấp xã, cơ quan, doanh nghiệp, nhà trường."""
    told, terms = record.issuer, issuers.terms(record)
    signer = told.head if told.head.title else replace_title(told.head, terms.default_title)
    archive = f"Lưu: VT, {told.drafting_unit}" if told.drafting_unit else "Lưu: VT"
    return Body(
        name=terms.full,
        leader=first_upper(terms.leader),
        superior=superior_lines(told.superior),
        header=header_lines(told.header, terms.header),
        abbreviation=told.abbreviation or terms.default_abbreviation or HOLE,
        signer=signer,
        archive=archive,
        collective=terms.collective,
        drafting_unit=told.drafting_unit,
    )


def proposer(record: Record) -> Body:
    """Đơn vị đề xuất thành lập mô hình (II.1.1.1)."""
    return office(record.proposer, "tên đơn vị đề xuất")


def police(record: Record) -> Body:
    """Công an cấp xã."""
    told, commune = record.police, issuers.commune(record)
    if not told.name and commune:
        told = told.model_copy(update={"name": f"Công an {commune}"})
    return office(told, "tên Công an cấp xã")


def office(told: Office, label: str) -> Body:
    """A body told as a plain office; one without a name prints as a mark with ``label``."""
    name = told.name or mark(label)
    archive = f"Lưu: VT, {told.drafting_unit}" if told.drafting_unit else "Lưu: VT"
    return Body(
        name=name,
        leader=holder(told.signer.title or HOLE, told.name) if told.name else name,
        superior=superior_lines(told.superior),
        header=header_lines(told.header, (name,)),
        abbreviation=told.abbreviation or HOLE,
        signer=told.signer if told.signer.title else replace_title(told.signer, HOLE),
        archive=archive,
        collective=told.collective,
        drafting_unit=told.drafting_unit,
        always_collective=bool(told.collective),
    )


def party(record: Record) -> Body:
    """Cấp ủy ra nghị quyết; signs for the committee or the cell (T/M)."""
    told = record.party
    cell = told.kind == "cell"
    whole = "Chi bộ" if cell else "Đảng ủy"
    name = told.name or mark("tên cấp ủy")
    return Body(
        name=name,
        leader=f"Bí thư {name}",
        superior=superior_lines(told.superior, PARTY_LETTERS),
        header=header_lines([], (name,), PARTY_LETTERS),
        abbreviation=told.abbreviation or ("CB" if cell else "ĐU"),
        signer=told.signer if told.signer.title else replace_title(told.signer, "Bí thư"),
        archive=f"Lưu {whole}",
        collective="Ban Thường vụ" if told.standing else whole,
        always_collective=True,
    )


def model(record: Record) -> Body:
    """Bản thân mô hình: no seal, number series of its own, signed by its head."""
    name = model_name(record)
    return Body(
        name=name,
        leader=f"{head_title(record)} {name}",
        superior=superior_lines(unit(record).name),
        header=header_lines([], ("Mô hình", f"“{bare_name(record)}”")),
        abbreviation=record.model.abbreviation,
        signer=Signer(title=head_title(record), name=head_name(record)),
        archive="Lưu: Hồ sơ Mô hình",
    )


def place_name(record: Record) -> str:
    """Địa danh: as told, or the commune's name."""
    return record.issuer.place or bare_place(issuers.commune(record)) or HOLE


def _of_own(body: Callable[[Record], Body]) -> Callable[[Sheet], Body]:
    """``body`` of a self-managed model, as it is on the day of a paper."""

    def of(sheet: Sheet) -> Body:
        record = sheet.then
        assert record.kind == "self_managed"  # noqa: S101 - no row of a linked model names it
        return body(record)

    return of


BODIES: dict[str, Callable[[Sheet], Body]] = {
    "unit": _of_own(unit),
    "proposer": _of_own(proposer),
    "party": _of_own(party),
    "model": _of_own(model),
}


def bare_name(record: AnyRecord) -> str:
    """The model's name without a leading “Mô hình”."""
    name = record.model.name.strip('“”"')
    if name.casefold().startswith("mô hình "):
        return first_upper(name[len("mô hình ") :])
    return name


def model_name(record: AnyRecord) -> str:
    """``Mô hình “Cổng trường an toàn giao thông”``."""
    return f"Mô hình “{bare_name(record)}”"


def head_title(record: Record) -> str:
    """Chức danh người đứng đầu mô hình: as told for the head, or as the catalogue has it."""
    return membership.titles(record)[Role.HEAD]


def head_name(record: Record) -> str:
    """Họ và tên người đứng đầu mô hình; empty when not told."""
    return next((member.name for member in record.members if member.role is Role.HEAD), "")
