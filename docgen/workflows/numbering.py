"""The number and day that the văn thư gave: into the record, and into every paper that tells it."""

from __future__ import annotations

from dataclasses import dataclass
from os.path import normpath
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import RecordError, Words
from docgen.folder import contents
from docgen.folder.manifest import UNKNOWN
from docgen.papers.covers import paper_title
from docgen.papers.numbers import place, unnumbered
from docgen.papers.register.series import register_key
from docgen.record.files.file import is_workbook, read_bytes
from docgen.record.files.snapshot import key_of, snapshot
from docgen.text.dates import slashed
from docgen.values import Value
from docgen.word.merging.comparing import same_text
from docgen.workflows.choosing import choose
from docgen.workflows.desk import Desk, Order, Package, Rehearsed, sound
from docgen.workflows.examining import Findings, find
from docgen.workflows.keeping import rewritten
from docgen.workflows.opening import loaded
from docgen.workflows.packaging import remake
from docgen.workflows.recalling import record_of, record_to_write
from docgen.workflows.settling import Settled, as_found, settle
from docgen.workflows.standing import at_work

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date

    from docgen.guidance.papers import Due
    from docgen.papers.drafting import Drafter
    from docgen.record.loading import Loaded
    from docgen.record.schema.shape import FieldPath
    from docgen.workflows.desk import Tell
    from docgen.workflows.packaging import Settle
    from docgen.workflows.standing import Standing


@dataclass(frozen=True, slots=True)
class Given:
    """Số và ngày do văn thư cấp: for the paper that ``item`` names.

    Attributes:
        item: Number of a dossier item, name of a file, of a template or of a paper.
        number: The number, from 1.
        day: The day of issue.
        anew: Whether a number told before is replaced.
    """

    item: str
    number: int
    day: date
    anew: bool = False


def number(order: Order, given: Given, tell: Tell) -> Package:
    """Write a number and its day into the record; re-make that paper and those that tell it.

    All other papers stay as they are, byte for byte; edits by hand are merged. Where the folder
    cannot be written the record is as it was before.

    Args:
        order: The folder, the printer, the day; the record, where it has been moved.
        given: The number.
        tell: Shows progress.

    Returns:
        What changed in the folder, and what the number brings into doubt.

    Raises:
        RecordError: no paper or several fit, the number is taken, the day is still to come, or
            the record has problems.
        ProtectedWorkError: a person's work would be lost, or the folder remembers a record outside
            of it that the order does not name.
        MissingToolError: no printer prints one of the papers.
        OutsideError: the disk or an outside program failed.
    """
    _see_past(order, given)
    with at_work(order.folder, tell) as there:
        file = record_to_write(order.folder, order.record, there)
        step = _given(order, given, there, file)
        order, new, table = step.table.order, step.new, step.table
        findings = _new_ones(find(table.loaded, order.drafted), step.findings)
        contents.guard(order.folder, (), there.words)
        with rewritten(order.file, step.data, step.made):
            desk = Desk.of(order, new, there).changed(anew=_anew(table, step.chosen, given))
            result = remake(desk, tell, _telling(step.where, _same(table, desk, step.where)))
        tell(_written(table, step.chosen, given))
        return _of_it(result, findings, order, there)


def rehearse(order: Order, given: Given, tell: Tell) -> Rehearsed:
    """What :func:`number` would do; nothing is written. Raises as :func:`number`."""
    _see_past(order, given)
    with at_work(order.folder, tell) as there:
        file = record_of(order.folder, order.record, there)
        step = _given(order, given, there, file)
        table, file = step.table, step.table.order.file
        desk = Desk.of(table.order, step.new, there)
        tells = _tells(step.where)
        again = [due for due in desk.dues() if tells(desk.drafter, due)]
        papers = [due.file_stem for due in again]
        same = register_key(step.chosen)
        ordered = sorted(again, key=lambda due: register_key(due) != same)
        titles = [paper_title(desk.papers.sheet(due), many=True) for due in ordered]
        title, day = table.drafter.named(step.chosen).title, slashed(given.day)
        rehearsed = Words(
            f"Sẽ ghi số {given.number}, ngày {day} ({title}) vào {normpath(file)}",
            f"Number {given.number}, {day} ({title}) would be written into {normpath(file)}",
        )
        return Rehearsed(
            Path(normpath(file)),
            rehearsed,
            tuple(dict.fromkeys(papers)),
            desk.papers.sheet(step.chosen).number.strip(),
            tuple(dict.fromkeys(titles)),
            _new_ones(find(table.loaded, order.drafted), step.findings).problems,
        )


class _Step(Value):
    """A number about to be given.

    Attributes:
        table: The folder with the record as it was.
        chosen: The paper.
        where: Where the record tells its number.
        data: The file of the record as it was.
        made: The file with the number.
        new: The record with the number.
        findings: What is doubtful in it.
    """

    table: Desk
    chosen: Due
    where: FieldPath
    data: bytes
    made: bytes
    new: Loaded
    findings: Findings


def _given(order: Order, given: Given, there: Standing, file: Path) -> _Step:
    """The paper chosen, and the record with its number; nothing is written. Raises as number."""
    order = order.changed(record=file)
    data = read_bytes(order.file)
    table = Desk.of(order, loaded(data, order.file), there)
    chosen = choose(table, given.item)
    _see_open(table, chosen, given)
    where = place(table.papers.record, chosen)
    made = _told(data, order.file, table.loaded, where, given)
    new = loaded(made, order.file)
    return _Step(table, chosen, where, data, made, new, sound(find(new, order.drafted)))


def _anew(table: Desk, chosen: Due, given: Given) -> frozenset[str]:
    """The files of all copies that share the number, where a number told before is replaced.

    So do those of which nobody knows whether they were issued, where none was told before.
    """
    filed = table.standing.filed(Settled(table.drafter.named(chosen), b"", b"").path)
    unsure = filed.issued == UNKNOWN and table.papers.sheet(chosen).issued.number is None
    key = register_key(chosen) if given.anew or unsure else None
    return frozenset(due.file_stem for due in table.dues() if register_key(due) == key)


def _see_past(order: Order, given: Given) -> None:
    """A number is given after signing (NĐ 30/2020, Điều 15): never for a day to come."""
    if given.day <= order.drafted:
        return
    shown, today = slashed(given.day), slashed(order.drafted)
    raise RecordError.at(
        order.folder,
        f"ngày ban hành {shown} sau hôm nay ({today})",
        f"the day of issue, {shown}, is after today ({today})",
        hint=Words(
            "Số, ngày được cấp sau khi ký: kiểm tra lại ngày, hoặc ghi ngày hôm nay ở --date.",
            "Number and day are given after signing: check the day, or tell today with --date.",
        ),
    )


def _see_open(table: Desk, chosen: Due, given: Given) -> None:
    """A slip of the hand does not change what was issued."""
    told = table.papers.sheet(chosen).issued
    same = told.number in (None, given.number) and told.day in (None, given.day)
    if same or given.anew:
        return
    day = f", {slashed(told.day)}" if told.day else ""
    raise RecordError.at(
        table.order.file,
        f"“{chosen.file_stem}” đã ghi số {told.number or '…'}{day}",
        f"“{chosen.file_stem}” has the number {told.number or '…'}{day} already",
        hint=Words("Muốn thay số, ngày đã ghi: thêm --sua.", "To replace it, add --sua."),
    )


def _told(data: bytes, file: Path, before: Loaded, where: FieldPath, given: Given) -> bytes:
    """The record file with number and day at ``where``, all else as its author left it."""
    number, day = (*where, "number"), (*where, "day")
    if is_workbook(data, file):
        from docgen.record.workbooks.rewriting import set_cells  # noqa: PLC0415 - slow to import

        cells = {number: str(given.number), day: slashed(given.day)}
        return set_cells(data, cells, before.marks, before.file)
    from docgen.record.files.rewriting import set_values  # noqa: PLC0415 - as above

    return set_values(data, {number: given.number, day: given.day}, before.file)


def _new_ones(before: Findings, after: Findings) -> Findings:
    """What the number brings into doubt; what was in doubt before has been told already."""
    known = {problem.what for problem in before.problems}
    return Findings(tuple(problem for problem in after.problems if problem.what not in known), ())


def _same(table: Desk, desk: Desk, where: FieldPath) -> frozenset[str]:
    """The keys of what the record told but for the number at ``where``, before and after."""
    without = unnumbered(desk.record, where)
    return frozenset({table.told, desk.told, key_of(snapshot(without))})


def _telling(where: FieldPath, same: Collection[str]) -> Settle:
    """Settles the papers that tell the number at ``where``; all others stay as they are found.

    A paper tells it when it reads otherwise without: so it is told anew after a cut off run, too.
    Another that was made from a record that is the ``same`` but for the number follows it.
    """
    tells = _tells(where)

    def settle_one(drafter: Drafter, due: Due, there: Standing) -> Settled | None:
        if tells(drafter, due):
            return settle(drafter, due, there)
        paper = as_found(drafter, due, there)
        follows = paper is not None and not paper.issued and paper.told in same
        return paper.changed(told=None) if paper is not None and follows else paper

    return settle_one


def _tells(where: FieldPath) -> Callable[[Drafter, Due], bool]:
    """Whether a paper tells the number at ``where``."""
    mute: list[Drafter] = []

    def tells(drafter: Drafter, due: Due) -> bool:
        if not mute:
            papers = drafter.papers
            without = papers.changed(record=unnumbered(papers.record, where))
            mute.append(drafter.changed(papers=without))
        return not same_text(mute[0].draft(due).docx, drafter.draft(due).docx)

    return tells


def _written(table: Desk, chosen: Due, given: Given) -> Words:
    title, day = table.drafter.named(chosen).title, slashed(given.day)
    return Words(
        f"Đã ghi số {given.number}, ngày {day} vào bản khai {normpath(table.order.file)}: {title}",
        f"The record {normpath(table.order.file)} has number {given.number}, {day}: {title}",
    )


def _of_it(
    made: Package,
    findings: Findings,
    order: Order,
    there: Standing,
) -> Package:
    """Of the whole folder only what changed."""
    now = contents.read(order.folder)
    hashes = now.files if now else {}
    files = tuple(path for path in made.files if hashes[path].sha256 != there.filed(path).sha256)
    count = sum(path.endswith(".docx") for path in files)
    return made.changed(files=files, papers=count, findings=findings, notes=())
