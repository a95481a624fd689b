"""What in a well-formed record goes against the guidance or the law, each with its clause."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING

from docgen.checks.assessments import assessing
from docgen.checks.catalogue import recognised
from docgen.checks.changes import changes
from docgen.checks.chronology import chronology
from docgen.checks.eras import eras
from docgen.checks.honours import honours
from docgen.checks.regulated import regulated
from docgen.checks.remark import in_reading_order, remark
from docgen.checks.reorganizations import living
from docgen.checks.signers import signers
from docgen.errors import Severity, Words
from docgen.guidance.guidance import guidance
from docgen.guidance.routing import seat
from docgen.law.acts import is_elsewhere, short
from docgen.law.hints import advice
from docgen.law.issuers import commune_types, kind_of
from docgen.law.units import unit_terms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from docgen.errors import Problem
    from docgen.record.loading import Loaded
    from docgen.record.schema.linked import LinkedRecord
    from docgen.record.schema.own import Record
    from docgen.record.schema.shape import FieldPath

_YOUNGEST, _OLDEST = 10, 100


def check(loaded: Loaded, today: date) -> list[Problem]:
    """Remarks on a loaded record drafted on ``today``, in the order of the file.

    Errors make it useless for drafting; warnings only cite the clause that is in doubt.
    """
    record = loaded.record
    own = (
        _linked(loaded, record) if record.kind == "linked" else _self_managed(loaded, record, today)
    )
    return in_reading_order(
        [
            *own,
            *_survey(loaded),
            *signers(loaded),
            *chronology(loaded, today),
            *changes(loaded),
            *eras(loaded, today),
            *living(loaded, today),
            *honours(loaded, today),
            *_guidance(loaded, today),
            *assessing(loaded),
            *recognised(loaded),
            *regulated(loaded),
        ]
    )


def _guidance(loaded: Loaded, today: date) -> Iterator[Problem]:
    """The guidance of another province, which papers do not cite unless it applies here too."""
    record, province = loaded.record, seat(loaded.record).province
    if record.guidance_applies or not is_elsewhere("guidance", today, province):
        return
    told = short(guidance().chronology.act)
    yield remark(
        loaded,
        ("guidance_applies",),
        Words(
            f"{told.vi} không phải của {province}: văn bản không viện dẫn",
            f"{told.en} is not of “{province}”: papers do not cite it",
        ),
        Words(
            "Địa phương có áp dụng thì ghi “guidance_applies: true”; văn bản của địa phương ghi ở "
            "“bases”.",
            "Write “guidance_applies: true” where it applies; tell local acts in “bases”.",
        ),
    )


def _self_managed(loaded: Loaded, record: Record, today: date) -> Iterator[Problem]:
    if kind_of(record).is_commune:
        yield from _commune_name(loaded, ("issuer", "name"), record.issuer.name)
    yield from _approval(loaded, record)
    yield from _ages(loaded, record, today)


def _linked(loaded: Loaded, record: LinkedRecord) -> Iterator[Problem]:
    for index, unit in enumerate(record.units):
        if unit_terms(unit.kind).is_commune:
            yield from _commune_name(loaded, ("units", index, "name"), unit.name)
    rotation = guidance().requirements.rotation
    if sum(unit.turn is not None for unit in record.units) < rotation.least:
        yield remark(
            loaded,
            ("units",),
            Words("Chưa có đơn vị nào luân phiên chủ trì", "No unit takes a turn as chair"),
            advice(rotation.hint),
        )


def _commune_name(loaded: Loaded, path: FieldPath, name: str) -> Iterator[Problem]:
    if re.match(rf"(?:{'|'.join(commune_types())})\b", name, re.IGNORECASE):
        return
    *kinds, last = (f"“{one}”" for one in commune_types())
    listed = ", ".join(kinds)
    yield remark(
        loaded,
        path,
        Words(
            f"Tên đơn vị cấp xã phải bắt đầu bằng {listed} hoặc {last}: “{name}”",
            f"A commune's name begins with {listed} or {last}: “{name}”",
        ),
        Words(
            "Ghi như “xã Tân Mỹ”, không ghi “Ủy ban nhân dân” ở trước.",
            "Write it like “xã Tân Mỹ”, without “Ủy ban nhân dân”.",
        ),
    )


def _approval(loaded: Loaded, record: Record) -> Iterator[Problem]:
    approval = guidance().requirements.police_approval
    if record.approver == "police" and not kind_of(record).police_may_approve:
        yield remark(
            loaded,
            ("approver",),
            Words(
                "Trưởng Công an xã chỉ phê duyệt quy chế của mô hình do UBND cấp xã thành lập",
                "The police approve regulations only of models founded by a commune",
            ),
            advice(approval.hint),
            Severity.ERROR,
        )


def _survey(loaded: Loaded) -> Iterator[Problem]:
    told = guidance().requirements.survey.of(loaded.record.kind)
    fields = told.fields
    if not any(attrgetter(field)(loaded.record) for field in fields):
        names = ", ".join(f"“{field}”" for field in fields)
        yield remark(
            loaded,
            ("survey",),
            Words("Chưa có kết quả khảo sát tình hình", "The survey's findings are missing"),
            advice(told.hint, fields=names),
        )


def _ages(loaded: Loaded, record: Record, today: date) -> Iterator[Problem]:
    for index, member in enumerate(record.members):
        if member.birth_year is None:
            continue
        age = today.year - member.birth_year
        if _YOUNGEST <= age <= _OLDEST:
            continue
        yield remark(
            loaded,
            ("members", index, "birth_year"),
            Words(
                f"Thành viên {index + 1} sinh năm {member.birth_year}: {age} tuổi",
                f"Member {index + 1}, born in {member.birth_year}, is {age} years old",
            ),
            Words("Kiểm tra lại năm sinh.", "Check the year of birth."),
        )
