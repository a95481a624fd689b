"""What a person reads in the terminal: problems, blanks, verdicts, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Problem, Severity, Words
from docgen.shown.language import spoken
from docgen.shown.paint import strong
from docgen.shown.results import as_json

__all__ = ["as_json"]

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    import click

    from docgen.checks.blanks import Blanked
    from docgen.workflows.desk import Package
    from docgen.workflows.examining import Findings

STOPPED = Words("Đã dừng theo yêu cầu; thư mục vẫn nguyên vẹn.", "Stopped; the folder is whole.")
FORM_MADE = Words("Đã tạo bản khai trống: {file}", "Blank form written: {file}")
REGISTERED = Words("Đã ghi {count} văn bản vào {file}", "Wrote {count} papers to {file}")
WRITTEN = Words("Đã ghi {file}", "Wrote {file}")
COMMENTS_LOST = Words(
    "Các dòng ghi chú (#) trong {file} không được chép sang; tệp này vẫn giữ nguyên.",
    "The comments (#) in {file} are not carried over; that file stays as it is.",
)
FORMATS = Words(
    "tên tệp phải kết thúc bằng .yaml hoặc .xlsx: {file}",
    "the name must end in .yaml or .xlsx: {file}",
)
NOTHING_WRITTEN = Words(
    "Chưa ghi gì (--dry-run); trên đây là văn bản sẽ soạn lại.",
    "Nothing was written (--dry-run); above are the papers that would be made again.",
)
TEMPLATES_SOUND = Words("Các mẫu dùng được.", "The templates are sound.")
DATA_SOUND = Words("Dữ liệu không có lỗi.", "The data are sound.")
TEMPLATE_ROW = Words("{name}: {title} ({article})", "{name}: {title} ({article})")
PACKAGE_MADE = Words(
    "Đã soạn {count} văn bản và hồ sơ đánh số trang trong {folder}.",
    "{count} papers and the numbered dossier are in {folder}.",
)
INCOMPLETE = Words(
    "Hồ sơ chưa đầy đủ: thiếu {missing}.", "The dossier is not complete, it lacks: {missing}."
)
PAPERS_MADE = Words("Đã soạn {count} văn bản trong {folder}.", "{count} papers are in {folder}.")
REGISTER_FORMAT = Words(
    "sổ đăng ký là tệp Excel, tên phải kết thúc bằng .xlsx: {file}",
    "the register is a workbook, its name ends with .xlsx: {file}",
)
SUMMARY_FORMAT = Words(
    "bảng tổng hợp là tệp Excel, tên phải kết thúc bằng .xlsx: {file}",
    "the summary is a workbook, its name ends with .xlsx: {file}",
)
NAMED_ALWAYS = Words(
    "--redact chỉ áp dụng cho bảng tổng hợp, không dùng cùng --ics, --reports",
    "--redact is for the workbook only, not with --ics or --reports",
)
MANY_FORMAT = Words(
    "sổ nhiều mô hình là tệp Excel: ghi tên tệp sau -o, ví dụ -o tinh.xlsx",
    "the form of many models is a workbook: name a file after -o, such as -o tinh.xlsx",
)
RETURN_FILES = Words(
    "--return-files chỉ dùng với --scheduler",
    "--return-files goes with --scheduler only",
)
LINT_SOURCES = Words(
    "thiếu TỆP|THƯ_MỤC; xem các quy tắc bằng --rules",
    "a file or folder is missing; see the rules with --rules",
)
NO_SUCH_RULE = Words("không có quy tắc {rule}", "there is no rule {rule}")
PROFILE_OR_FILE = Words(
    "-o tạo hồ sơ đơn vị trống, không đi với một hồ sơ đã có",
    "-o makes a blank profile and does not go with one that is there",
)
ONE_FOLDER = Words("--record đi với một thư mục duy nhất", "--record goes with a single folder")
ONE_DOSSIER = Words("--dossier đi với một bản khai duy nhất", "--dossier goes with a single record")

_SEVERITY = {
    Severity.ERROR: Words("lỗi", "error"),
    Severity.WARNING: Words("cảnh báo", "warning"),
}
_COLOUR = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
_HINT = Words("cách xử lý", "hint")
_BLANKS = Words(
    "Những chỗ sẽ in để trống, điền tay sau:", "Will print as blanks, to be filled by hand:"
)
_MARKS = Words(
    "Những nội dung còn thiếu, sẽ in thành dấu [Cần bổ sung: …]:",
    "Missing text, printed as a mark “[Cần bổ sung: …]”:",
)
_REGISTRY = Words(
    "Số, ngày để văn thư cấp sau khi ký:", "Number and day, given by the registry after signing:"
)
_VERDICT_GOOD = Words(
    "Bản khai dùng được: {warnings} cảnh báo, {marks} nội dung còn thiếu, {holes} chỗ để trống.",
    "The record is usable: {warnings} warnings, {marks} missing texts, {holes} blanks.",
)
_VERDICT_BAD = Words(
    "Bản khai có {errors} lỗi phải sửa trước khi soạn văn bản.",
    "The record has {errors} errors to mend before papers can be drafted.",
)
_PROGRESS = Words(
    "Đã khai {told} trong {needed} mục mà văn bản cần.",
    "{told} of {needed} fields that papers need are told.",
)
_CELL = Words("trang “{place.sheet}”, ô {place.cell}", "sheet “{place.sheet}”, cell {place.cell}")
_NEXT = Words("Nên điền tiếp:", "To fill in next:")
_NEXT_COUNT = 3
_USAGE = Words(
    "Lệnh gõ chưa đúng: {what}. Gõ “docgen --help” hoặc “docgen LỆNH --help” để xem cách dùng.",
    "Wrong usage: {what}. See “docgen --help” or “docgen COMMAND --help”.",
)
_A_FILE = Words("tệp", "a file")
_DISK = Words(
    "Không đọc hoặc ghi được {file}: {why}. Kiểm tra ổ đĩa, quyền ghi rồi chạy lại.",
    "Cannot read or write {file}: {why}. Check the disk and its permissions, then run again.",
)


def problem(remark: Problem, lang: str) -> str:
    """``place: severity: what (code)`` and, on a second line, what to do."""
    from docgen.shown.codes import code_of  # noqa: PLC0415 - reads a catalogue: for problems only

    place, severity = remark.place.in_language(lang), _SEVERITY[remark.severity].in_language(lang)
    severity = strong(severity, _COLOUR[remark.severity])
    head = f"{place}: {severity}: {remark.what.in_language(lang)} ({code_of(remark)})"
    hint = remark.hint.in_language(lang)
    return f"{head}\n    {_HINT.in_language(lang)}: {hint}" if hint else head


def blanks(found: Iterable[Blanked], lang: str) -> list[str]:
    """The lines that list what prints as a mark, then what prints as a blank.

    Numbers and days of papers come from the registry; they are told in one line.
    """
    found = list(found)
    registry = [blank for blank in found if blank.field.startswith("papers.")]
    marks = [blank for blank in found if blank.kind.value == "mark"]
    holes = [blank for blank in found if blank.kind.value == "hole" and blank not in registry]
    lines = _listed(_MARKS, marks, lang) + _listed(_BLANKS, holes, lang)
    if registry:
        papers = dict.fromkeys(blank.label.in_language(lang).split(" › ")[-2] for blank in registry)
        lines.append(f"{_REGISTRY.in_language(lang)} {'; '.join(papers)}.")
    return lines


def _listed(head: Words, found: list[Blanked], lang: str) -> list[str]:
    lines = [f"  - {blank.label.in_language(lang)} ({_where(blank, lang)})" for blank in found]
    return [head.in_language(lang), *lines] if found else []


def _where(blank: Blanked, lang: str) -> str:
    """The field's name; in a form its sheet and cell, for whoever fills it in knows no names."""
    place = blank.place
    return _CELL.in_language(lang).format(place=place) if place.sheet else blank.field


def progress(found: Findings, lang: str) -> list[str]:
    """How far the record is, and what to fill in next: text before blanks, each with its place."""
    if found.progress is None:
        return []
    told, needed = found.progress
    lines = [_PROGRESS.in_language(lang).format(told=told, needed=needed)]
    open_yet = [blank for blank in found.blanks if not blank.field.startswith("papers.")]
    marked = [blank for blank in open_yet if blank.kind.value == "mark"]
    following = [*marked, *(blank for blank in open_yet if blank not in marked)][:_NEXT_COUNT]
    if following:
        lines.append(_NEXT.in_language(lang))
    for blank in following:
        where = blank.place.in_language(lang)
        lines.append(f"  - {blank.label.in_language(lang)} ({where})")
    return lines


def verdict(problems: Sequence[Problem], found: Iterable[Blanked], lang: str) -> str:
    """One line: whether papers can be drafted from the record."""
    errors = sum(remark.severity is Severity.ERROR for remark in problems)
    if errors:
        return _VERDICT_BAD.in_language(lang).format(errors=errors)
    kinds = [blank.kind.value for blank in found]
    return _VERDICT_GOOD.in_language(lang).format(
        warnings=len(problems), marks=kinds.count("mark"), holes=kinds.count("hole")
    )


def usage(fault: click.UsageError, lang: str) -> str:
    """What is wrong with the command line, in click's words and the language that is spoken."""
    what, param = fault.format_message().rstrip("."), getattr(fault, "param", None)
    if param is not None and param.metavar:
        what = what.replace(param.metavar, spoken(param.metavar))
    return _USAGE.in_language(lang).format(what=what).replace("?.", "?")


def disk(fault: OSError, lang: str) -> str:
    """A failure of the disk that no workflow foresaw."""
    return _DISK.in_language(lang).format(
        file=fault.filename or _A_FILE.in_language(lang), why=fault.strerror or fault
    )


def outcome(made: Package, folder: Path, lang: str) -> list[str]:
    """What was made: items without papers, what the dossier lacks, and where it all is."""
    lines = list(made.notes) if made.has_dossier else []
    if made.missing:
        lines.append(INCOMPLETE.in_language(lang).format(missing="; ".join(made.missing)))
    words = PACKAGE_MADE if made.has_dossier else PAPERS_MADE
    return [*lines, words.in_language(lang).format(count=made.papers, folder=folder)]
