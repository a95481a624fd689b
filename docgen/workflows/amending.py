"""An issued paper put right: corrected by a letter, or replaced by a new paper (NĐ 30, Điều 18)."""

from __future__ import annotations

from dataclasses import dataclass
from os.path import normpath
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.errors import Place, Problem, RecordError, Words
from docgen.folder import contents
from docgen.guidance.papers import due
from docgen.papers.numbers import place
from docgen.papers.register.series import register_key
from docgen.record.files.appending import append
from docgen.record.files.file import is_workbook, read_bytes
from docgen.record.files.rewriting import set_values
from docgen.record.files.writing import plain
from docgen.record.schema.amendments import Amendment
from docgen.record.taking import taken
from docgen.scans import inbox
from docgen.values import Value
from docgen.workflows.choosing import choose
from docgen.workflows.desk import Desk, Rehearsed, sound
from docgen.workflows.examining import find
from docgen.workflows.issuing import Issued, changes_of, kept
from docgen.workflows.keeping import rewritten
from docgen.workflows.opening import loaded
from docgen.workflows.packaging import remake
from docgen.workflows.recalling import record_of, record_to_write
from docgen.workflows.setting_aside import put_aside
from docgen.workflows.standing import at_work
from docgen.workflows.unfinished import pending, step_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.guidance.papers import Due
    from docgen.record.schema.shape import FieldPath
    from docgen.workflows.desk import Order, Package, Tell
    from docgen.workflows.examining import Findings
    from docgen.workflows.settling import Settled
    from docgen.workflows.standing import Standing

_SECTION = "amendments"
_GOING_ON = Words(
    "Bản khai đã ghi việc này, thư mục thì chưa có: làm tiếp, không ghi thêm.",
    "The record tells this already and the folder has not followed: it is carried out, once.",
)


@dataclass(frozen=True, slots=True)
class Amending:
    """What a person asks for: which paper, replaced or corrected, and why.

    Attributes:
        item: Number of a dossier item, name of a file, of a template or of a paper.
        replaces: Whether a new paper under a new number replaces it; else a letter corrects it.
        reason: Why, as the letter says it; may be empty.
    """

    item: str
    replaces: bool = False
    reason: str = ""


def amend(order: Order, asked: Amending, tell: Tell) -> Package:
    """Correct an issued paper by a letter of its issuer, or open it for a replacement.

    What the record now says otherwise is what is corrected. The issued paper itself stays as it
    is; one that is replaced goes to ``ban-cu/`` with its print and its signed scans, and the new
    paper waits for a number of its own. Where the folder cannot be written the record is as it was.
    An amendment that the record tells already, as after a run that was cut off, is carried out.

    Raises:
        RecordError: no paper or several fit, it is not issued, the record says nothing otherwise,
            or the record has problems.
        ProtectedWorkError: a person's work would be lost, or the folder remembers a record outside
            of it that the order does not name.
        MissingToolError: no printer prints one of the papers.
        OutsideError: the disk or an outside program failed.
    """
    with at_work(order.folder, tell) as there:
        file = record_to_write(order.folder, order.record, there)
        step = _asked(order.changed(record=file), asked, there, tell)
        contents.guard(order.folder, (), there.words)
        aside = _scans(order.folder, step.stems) if asked.replaces else ()
        with rewritten(file, step.data, step.made), put_aside(order.folder, aside):
            result = remake(step.desk, tell)
        tell(_written(file, step.title))
        return result.changed(findings=step.findings)


def rehearse(order: Order, asked: Amending, tell: Tell) -> Rehearsed:
    """What :func:`amend` would do; nothing is written. Raises as :func:`amend`."""
    with at_work(order.folder, tell) as there:
        file = record_of(order.folder, order.record, there)
        step = _asked(order.changed(record=file), asked, there, tell)
        letter = due(step.desk.record, *step.desk.made[-1]) if not asked.replaces else ()
        papers = step.stems if asked.replaces else [one.file_stem for one in letter]
        rehearsed = Words(
            f"Sẽ ghi đính chính, thay thế ({step.title}) vào bản khai {normpath(file)}",
            f"The amendment ({step.title}) would be written into the record {normpath(file)}",
        )
        return Rehearsed(Path(normpath(file)), rehearsed, tuple(papers))


class _Step(Value):
    """An amendment about to be told.

    Attributes:
        title: Of the paper that it is about.
        stems: The files of all copies of that paper.
        data: The file of the record as it was.
        made: The file with the amendment.
        desk: All at hand with the new record.
        findings: What is doubtful in it.
    """

    title: str
    stems: tuple[str, ...]
    data: bytes
    made: bytes
    desk: Desk
    findings: Findings


def _asked(order: Order, asked: Amending, there: Standing, tell: Tell) -> _Step:
    """The paper chosen, and the record with its amendment; nothing is written. Raises as amend."""
    data = read_bytes(order.file)
    table = Desk.of(order, loaded(data, order.file), there)
    chosen = choose(table, asked.item)
    issued = _issued(table, chosen)
    open_ = pending(table, issued, replaces=asked.replaces)
    if open_:
        tell(_GOING_ON)
    made = data if open_ else _told(data, table, chosen, asked, _amendment(table, issued, asked))
    new = loaded(made, order.file)
    stems, title = _stems(table, chosen), table.drafter.named(chosen).title
    desk = _desk(Desk.of(order, new, there), asked, stems, open_)
    return _Step(title, stems, data, made, desk, sound(find(new, order.drafted)))


def _written(file: Path, title: str) -> Words:
    return Words(
        f"Đã ghi đính chính, thay thế vào bản khai {normpath(file)}: {title}",
        f"The record {normpath(file)} has the amendment: {title}",
    )


def _desk(desk: Desk, asked: Amending, stems: Sequence[str], open_: int) -> Desk:
    """The same, with the step that drafts the letter, or with the paper to be made anew."""
    if asked.replaces:
        return desk.changed(anew=frozenset(stems))
    step = step_of(open_ or len(desk.record.amendments))
    return desk.changed(acknowledged=frozenset(stems), made=(*desk.made, step))


def _stems(table: Desk, chosen: Due) -> tuple[str, ...]:
    """The files of all copies of the paper."""
    key = register_key(chosen)
    return tuple(due.file_stem for due in table.dues() if register_key(due) == key)


def _issued(table: Desk, chosen: Due) -> Settled:
    """The paper as it was issued."""
    scans = inbox.find(table.order.folder, [chosen.file_stem])
    issued = kept(table.drafter, chosen, table.standing, Issued(frozenset(scans.files)))
    if issued is None:
        raise _refused(
            table,
            Words(f"“{chosen.file_stem}” chưa ban hành", f"“{chosen.file_stem}” is not issued yet"),
            Words(
                "Văn bản chưa có số, ngày thì sửa bản khai rồi soạn lại.",
                "A draft follows the record: mend the record and draft again.",
            ),
        )
    return issued


def _amendment(table: Desk, issued: Settled, asked: Amending) -> dict[str, Any]:
    """What the record will tell of it."""
    chosen = issued.draft.due
    about: dict[str, Any] = {"paper": chosen.paper.id}
    if chosen.part:
        about["part"] = chosen.part
    if asked.replaces:
        told = table.papers.sheet(chosen).issued
        about["replaces"] = True
        former = {"number": told.number, "day": told.day}
        about["former"] = {name: value for name, value in former.items() if value is not None}
    else:
        about["texts"] = _texts(table, chosen, changes_of(table, issued))
    if asked.reason:
        about["reason"] = asked.reason
    return about


def _texts(table: Desk, chosen: Due, changes: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    if table.papers.sheet(chosen).of_party:
        raise _refused(
            table,
            Words(
                "văn bản của Đảng không đính chính bằng công văn theo Nghị định 30/2020/NĐ-CP",
                "Party papers are not corrected by a letter of Decree 30/2020/NĐ-CP",
            ),
            Words("Thay thế bằng văn bản mới: thêm --replace.", "Replace it: add --replace."),
        )
    if not changes:
        raise _refused(
            table,
            Words(
                f"bản khai đang ghi đúng như “{chosen.file_stem}” đã ban hành",
                f"the record says the same as “{chosen.file_stem}” as issued",
            ),
            Words(
                "Sửa chỗ ghi sai trong bản khai trước, rồi chạy lại lệnh này.",
                "Mend what is wrong in the record first, then run this again.",
            ),
        )
    return [
        {name: text for name, text in (("was", was), ("now", now)) if text} for was, now in changes
    ]


def _told(data: bytes, table: Desk, chosen: Due, asked: Amending, item: dict[str, Any]) -> bytes:
    """The record with the amendment; of a paper to be replaced, number and day are open again."""
    file, where = table.order.file, place(table.papers.record, chosen)
    opened = [(*where, "number"), (*where, "day")] if asked.replaces and where else []
    if is_workbook(data, file):
        return _told_in_workbook(data, table, item, opened)
    made = append(data, _SECTION, item, table.loaded.file)
    return set_values(made, dict.fromkeys(opened), table.loaded.file)


def _told_in_workbook(
    data: bytes, table: Desk, item: dict[str, Any], opened: Sequence[FieldPath]
) -> bytes:
    from docgen.record.workbooks.adding import add_item  # noqa: PLC0415 - slow to import
    from docgen.record.workbooks.rewriting import set_cells  # noqa: PLC0415 - as above

    loaded, told = table.loaded, plain(taken(Amendment, item))
    made = add_item(data, _SECTION, told, type(loaded.record), loaded.file)
    return set_cells(made, dict.fromkeys(opened, ""), loaded.marks, loaded.file)


def _scans(directory: Path, stems: Sequence[str]) -> tuple[Path, ...]:
    """The signed scans of a paper, which are of its former version from now on."""
    found = inbox.find(directory, stems)
    return tuple(file for stem in stems for file in found.files.get(stem, ()))


def _refused(table: Desk, what: Words, hint: Words) -> RecordError:
    return RecordError(Problem(Place(str(table.order.folder)), what, hint))
