"""A new year: the record of the year that ends, carried over, and the plan of the year to come."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docgen.checks.remark import remark
from docgen.errors import ProtectedWorkError, Words
from docgen.folder import contents
from docgen.guidance.papers import RENEW
from docgen.record.files.file import is_workbook, read_bytes
from docgen.record.files.rewriting import set_values
from docgen.record.files.writing import yaml_text
from docgen.record.joining import FIELD
from docgen.record.profiles import seen_from
from docgen.record.schema.shape import slots_of
from docgen.workflows.desk import Desk, Step, sound
from docgen.workflows.examining import find, read
from docgen.workflows.issuing import NONE_SIGNED
from docgen.workflows.keeping import write_new
from docgen.workflows.opening import loaded, own_values
from docgen.workflows.packaging import keep, settled
from docgen.workflows.printing import printed
from docgen.workflows.settling import settle
from docgen.workflows.standing import at_work

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from docgen.errors import Problem
    from docgen.record.files.rewriting import Value
    from docgen.record.loading import Loaded
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.shape import FieldPath
    from docgen.workflows.desk import Order, Package, Tell

_PLAN = ("papers", "year_plan")


def renew(order: Order, tell: Tell) -> Package:
    """Write the record of the next year into the folder, and its plan (II.1.3, II.2.3).

    The year of the plan is the next one, the plan's number and day are open again; comments,
    layout and all else stay as they were (a workbook becomes YAML).

    Raises:
        RecordError: the record has problems.
        TemplateError: a template has problems.
        ProtectedWorkError: the record of the next year exists, or the folder is another package's.
        MissingToolError: no printer prints the plan.
        OutsideError: the disk or an outside program failed.
    """
    with at_work(order.folder, tell) as there:
        old, findings = read(order)
        sound(findings)
        year = plan_year(old.record, order.drafted) + 1
        target = order.folder / renewed_name(order.file, year)
        _see_free(order.folder, target)
        data = renewed(old, order.file, year, target)
        new = loaded(data, target)
        findings = sound(find(new, order.drafted))
        table = Desk.of(order.changed(record=target), new, there, Step(RENEW))
        tell(Words("Soạn và in kế hoạch năm…", "Drafting and printing the plan of the year…"))
        made = keep(table, printed(table, settled(table, settle, NONE_SIGNED)))
        write_new(target, data)
        return made.changed(
            files=(target.name, *made.files),
            findings=findings,
            remarks=(*made.remarks, *_stale(new, year - 1)),
        )


def plan_year(record: AnyRecord, drafted: date) -> int:
    """The year of the plan that the record tells of; where it is not told, that of its day."""
    told = record.year_plan.year
    day = record.papers.year_plan.day
    return told or (day or drafted).year


def renewed_name(record: Path, year: int) -> str:
    """``to-lien-gia-2027.yaml`` from ``to-lien-gia.yaml`` or ``to-lien-gia-2026.yaml``."""
    return f"{record.stem.removesuffix(f'-{year - 1}')}-{year}.yaml"


def renewed(old: Loaded, file: Path, year: int, target: Path) -> bytes:
    """The bytes of the record for ``year``, which shall be ``target``."""
    data = read_bytes(file)
    if not is_workbook(data, file):
        changes: dict[FieldPath, Value] = {
            (*_PLAN, "number"): None,
            (*_PLAN, "day"): None,
            ("year_plan", "year"): year,
        }
        if old.profile:
            changes[(FIELD,)] = seen_from(target.parent, old.profile)
        return set_values(data, changes, str(file))
    told = own_values(file)
    values: dict[str, Any] = {"papers": {}, "year_plan": {}, **told.values}
    papers = {name: issued for name, issued in values["papers"].items() if name != _PLAN[1]}
    values |= {"papers": papers, "year_plan": {**values["year_plan"], "year": year}}
    if old.profile:
        values[FIELD] = seen_from(target.parent, old.profile)
    order = (name for name in slots_of(told.root) if values.get(name))
    return yaml_text({name: values[name] for name in order}).encode()


def _see_free(directory: Path, target: Path) -> None:
    """See that nothing stands where the new record and the plan are to come."""
    known = contents.read(directory)
    if known is not None and known.made != (RENEW,):
        raise ProtectedWorkError.at(
            directory,
            "thư mục đang giữ hồ sơ đã soạn",
            "the folder holds a package already",
            hint=Words(
                "Chọn thư mục riêng cho năm mới (-o).", "Choose a folder for the new year (-o)."
            ),
        )
    if target.exists():
        raise ProtectedWorkError.at(
            target,
            "bản khai của năm mới đã có, không ghi đè",
            "the record of the new year exists and is not overwritten",
            hint=Words("Chọn thư mục khác (-o).", "Choose another folder (-o)."),
        )


def _stale(new: Loaded, year: int) -> Iterator[Problem]:
    """Activities that still name the year that ends."""
    for index, activity in enumerate(new.record.year_plan.activities):
        if re.search(rf"\b{year}\b", f"{activity.when} {activity.what}"):
            yield remark(
                new,
                ("year_plan", "activities", index),
                Words(f"Hoạt động còn ghi năm {year}", f"An activity still names {year}"),
                Words("Sửa thành năm mới.", "Change it to the new year."),
            )
