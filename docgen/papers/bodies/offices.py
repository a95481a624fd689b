"""Who stands at the head and at the foot of a paper: the issuing bodies of a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.guidance import membership
from docgen.law import issuers
from docgen.papers.gaps import HOLE, mark
from docgen.record.schema.offices import Office, Signer, Signing
from docgen.record.schema.parts import Role
from docgen.text.lines import balanced
from docgen.text.names import first_upper

if TYPE_CHECKING:
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.own import Record

STATE_LETTERS = 19
"""About how many bold capitals of 13 pt the left of a State paper's head holds in one line."""
PARTY_LETTERS = 17
"""The same at 14 pt, for Party papers."""


@dataclass(frozen=True, slots=True)
class Body:
    """Cơ quan ban hành: names in prose, header lines in capitals, and who signs."""

    name: str
    leader: str
    superior: tuple[str, ...]
    header: tuple[str, ...]
    abbreviation: str
    signer: Signer
    archive: str
    collective: str = ""
    drafting_unit: str = ""
    always_collective: bool = False
    numbered: bool = True
    capacity: tuple[str, ...] = ()


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


BODIES = {"unit": unit, "proposer": proposer, "party": party, "model": model}


def replace_title(signer: Signer, title: str) -> Signer:
    """``signer`` with the title that the office usually has."""
    return signer.model_copy(update={"title": title})


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


def signature_lines(body: Body, act: str, *, party_form: bool = False) -> list[str]:
    """The lines over the signature: TM., KT., Q., TL. (NĐ 30/2020, Điều 13), or T/M of the Party.

    ``act`` is ``collective`` or ``personal``; the collective is named only for the former, and
    never by one who signs by order (TL.).
    """
    title, own = body.signer.title.upper(), body.signer.own_title.upper()
    collective = act == "collective" or body.always_collective
    if party_form:
        deputy = own or f"PHÓ {title}"
        lines = [title if body.signer.signing is Signing.HEAD else deputy]
        return [f"T/M {body.collective.upper()}", *lines]
    lines = {
        Signing.HEAD: [title],
        Signing.DEPUTY: [f"KT. {title}", own or f"PHÓ {title}"],
        Signing.ACTING: [f"Q. {title}"],
        Signing.BY_ORDER: [f"TL. {title}", own or HOLE],
    }[body.signer.signing]
    by_order = body.signer.signing is Signing.BY_ORDER
    if collective and body.collective and not by_order:
        return [f"TM. {body.collective.upper()}", *lines]
    return lines


def signer_office(body: Body) -> str:
    """Chức vụ of the person who signs: the head's title, or the signer's own (KT., TL.)."""
    signer = body.signer
    if signer.signing is Signing.ACTING:
        return f"Quyền {signer.title}"
    if signer.signing is Signing.DEPUTY:
        return signer.own_title or f"Phó {signer.title}"
    return signer.own_title or HOLE if signer.signing is Signing.BY_ORDER else signer.title


def signer_name(body: Body) -> str:
    """Rank and name as they stand under the signature; empty when the name is not known."""
    return f"{body.signer.rank} {body.signer.name}".strip() if body.signer.name else ""


def holder(title: str, office: str) -> str:
    """``Trưởng Công an xã Tân Mỹ`` from “Trưởng Công an xã” and “Công an xã Tân Mỹ”.

    The words with which the title ends and the office begins are said once.
    """
    if not office or office.casefold() in title.casefold():
        return title
    words = office.split()
    for length in range(len(words), 0, -1):
        shared = " ".join(words[:length]).casefold()
        if title.casefold().endswith(shared):
            return f"{title} {' '.join(words[length:])}".strip()
    return f"{title} {office}"


def bare_place(commune: str) -> str:
    """``Tân Mỹ`` from ``xã Tân Mỹ`` (NĐ 30/2020, Phụ lục I, II.4); ``Phường 3`` stays whole.

    What follows a comma tells namesakes apart and is no part of the place.
    """
    commune = commune.partition(",")[0]
    kind = next((one for one in issuers.COMMUNE_TYPES if commune.lower().startswith(one)), "")
    bare = commune[len(kind) :].strip()
    return first_upper(commune) if bare.isdigit() else bare


def superior_lines(name: str, width: int = STATE_LETTERS) -> tuple[str, ...]:
    """Common words of the superior's name may be abbreviated (NĐ 30/2020, Phụ lục I, II.2)."""
    return balanced(name.upper().replace("ỦY BAN NHÂN DÂN", "UBND"), width) if name else ()


def header_lines(
    told: list[str], usual: tuple[str, ...], width: int = STATE_LETTERS
) -> tuple[str, ...]:
    """The issuer in capitals: as told line by line, or its usual names broken well."""
    if told:
        return tuple(line.upper() for line in told)
    return tuple(line for name in usual for line in balanced(name.upper(), width))
