"""The dossier again from the folder as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Place, Problem, RecordError, Words
from docgen.folder import contents
from docgen.workflows import packaging, printing, scanning
from docgen.workflows.desk import Desk, sound
from docgen.workflows.examining import read
from docgen.workflows.issuing import Issued, told_otherwise
from docgen.workflows.recalling import record_of
from docgen.workflows.settling import as_found, held
from docgen.workflows.standing import at_work

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.workflows.desk import Order, Package, Tell


def bundle(order: Order, tell: Tell, *, complete: bool = False) -> Package:
    """Print what was edited and bind the dossiers from the folder as it stands; nothing is drafted.

    Args:
        order: The folder, the printer, the day; the record, where it has been moved.
        tell: Shows progress.
        complete: Refuse a dossier that lacks an item.

    Raises:
        RecordError: the record or a scan has problems, or the dossier is not complete.
        MissingToolError: no printer prints an edited paper.
        ProtectedWorkError: a print or a dossier was changed by hand.
        OutsideError: the disk or an outside program failed.
    """
    with at_work(order.folder, tell) as there:
        order = order.changed(record=record_of(order.folder, order.record, there))
        loaded, findings = read(order)
        sound(findings)
        contents.guard(order.folder, (), there.words)
        desk = Desk.of(order, loaded, there)
        scans = scanning.read(order.folder, held(desk.drafter, desk.dues(), there))
        issued = Issued(frozenset(scans.papers))
        papers = list(packaging.settled(desk, as_found, issued))
        if not papers:
            raise RecordError(_empty(order.folder))
        prints = printing.printed(desk, papers, scans.papers, tell)
        if complete and (faults := [told for one in prints.papers for told in one.faults]):
            raise RecordError(*faults)
        lacking = packaging.lacking(desk, prints.papers)
        if complete and lacking:
            raise RecordError(*(_lacks(order.folder, title) for title in lacking))
        tell(Words("Đóng hồ sơ, đánh số trang…", "Binding the dossier…"))
        made = packaging.keep(desk, prints, issued)
        remarks = (*made.remarks, *scans.remarks, *told_otherwise(desk, papers))
        return made.changed(findings=findings, remarks=remarks)


def _empty(directory: Path) -> Problem:
    return Problem(
        Place(str(directory)),
        Words(
            "thư mục không có văn bản nào để đóng thành hồ sơ",
            "the folder has no paper to bind",
        ),
        Words(
            "Soạn lại vào thư mục này (docgen establish … -o), hoặc chép van-ban/ và manifest.json "
            "từ bản sao lưu; các tệp đang có vẫn giữ nguyên.",
            "Draft into this folder again (docgen establish … -o), or bring van-ban/ and "
            "manifest.json back from a copy; all files were left as they are.",
        ),
    )


def _lacks(directory: Path, title: str) -> Problem:
    return Problem(
        Place(str(directory)),
        Words(f"hồ sơ chưa đầy đủ: thiếu mục {title}", f"the dossier lacks item {title}"),
        Words(
            "Soạn văn bản còn thiếu rồi đóng lại; hồ sơ đã có vẫn giữ nguyên.",
            "Draft what is missing, then bundle again; the present dossier was left as it is.",
        ),
    )
