"""Word papers held against the rules of form: files found, each judged, copies written beside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from docgen.errors import (
    NO_WORDS,
    DocgenError,
    Place,
    Problem,
    ProtectedWorkError,
    Severity,
    Words,
)
from docgen.folder.faults import telling
from docgen.lint import wording
from docgen.lint.holding import AUTO, Held, hold
from docgen.lint.marking.annotating import annotated
from docgen.lint.marking.fixing import fixed
from docgen.workflows.keeping import write_new

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from docgen.lint.rulebook.model import Outcome

_SUFFIX: Final = ".docx"
_LOCK: Final = "~$"
"""How Word begins the name of the file that says who has a paper open."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to hold against the rules, and how.

    ``sources`` are files, folders or patterns; ``day`` is for papers that tell none of their own;
    ``lang`` is the language of comments.
    """

    sources: tuple[str, ...]
    day: date
    regime: str = AUTO
    without: tuple[str, ...] = ()
    annotate: Path | None = None
    fix: Path | None = None
    lang: str = "vi"


@dataclass(frozen=True, slots=True)
class Linted:
    """Kết quả: the papers read, what could not be read, the copies written."""

    held: tuple[Held, ...]
    problems: tuple[Problem, ...]
    written: tuple[Path, ...]

    @property
    def remarks(self) -> tuple[Problem, ...]:
        """What the files carry that is harmless and should be known."""
        return tuple(remark for held in self.held for remark in held.file.remarks)

    @property
    def fails(self) -> bool:
        """Whether a paper has an error or a warning, or could not be read."""
        return bool(self.problems) or any(held.fails for held in self.held)


def lint(order: Order) -> Linted:
    """Every paper of ``order`` held against the rules of its regime.

    A file that cannot be read stops none of the others.

    Raises:
        DocgenError: a source names nothing.
        ProtectedWorkError: a copy would stand over a file that is there.
        OSError: the disk failed.
    """
    files = list(dict.fromkeys(found(order.sources)))
    _see_free(order, files)
    held: list[Held] = []
    problems: list[Problem] = []
    written: list[Path] = []
    for file, kept in zip(files, _names(files), strict=True):
        with telling(file):
            data = file.read_bytes()
        try:
            paper = hold(
                data, str(file), order.day, regime=order.regime, without=order.without
            )  # fmt: skip
            written += _copies(order, paper, data, kept)
        except ProtectedWorkError:
            raise
        except DocgenError as fault:
            problems += fault.problems
        else:
            held.append(paper)
    return Linted(tuple(held), tuple(problems), tuple(written))


def failed(docx: bytes, path: str, day: date) -> Iterator[Problem]:
    """What the paper ``docx`` at ``path`` fails of the rules of form, each rule told once.

    Raises:
        DocgenError: the file is no sound .docx.
    """
    by_rule: dict[str, list[Outcome]] = {}
    for one in hold(docx, path, day).findings:
        if not one.is_advice:
            by_rule.setdefault(one.rule.id, []).append(one)
    for first, *more in by_rule.values():
        rule, where = first.rule, wording.place(first)
        others = Words(f" và {len(more)} chỗ khác", f" and {len(more)} more") if more else NO_WORDS
        what = Words(
            f"trái quy định về thể thức: {rule.title.vi} ({rule.cited}): {where.vi}{others.vi}",
            f"against the rules of form: {rule.title.en} ({rule.cited}): {where.en}{others.en}",
        )
        yield Problem(Place(path), what, rule.remedy, Severity.WARNING)


def _copies(order: Order, held: Held, data: bytes, name: str) -> Iterator[Path]:
    """The copies of one paper that were asked for, written where nothing stands yet."""
    if order.annotate is not None:
        copy = annotated(held, data, order.day, order.lang)
        yield _written(order.annotate / name, copy)
    if order.fix is not None:
        yield _written(order.fix / name, fixed(held, data, order.day))


def _written(file: Path, data: bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    write_new(file, data)
    return file


def found(sources: Iterable[str]) -> Iterator[Path]:
    """The Word files that ``sources`` name: files as they are, folders and patterns walked.

    Raises:
        DocgenError: a source names nothing.
    """
    for source in sources:
        files = list(_files(source))
        if not files:
            raise DocgenError.at(
                source,
                "không có tệp Word (.docx) nào",
                "there is no Word file (.docx)",
                hint=Words("Kiểm tra lại đường dẫn.", "Check the path."),
            )
        yield from files


def _files(source: str) -> Iterator[Path]:
    path = Path(source)
    if path.is_dir():
        yield from sorted(found for found in path.rglob("*") if _is_paper(found))
    elif path.exists():
        yield path
    else:
        start = Path(path.anchor or ".")
        matched = sorted(start.glob(str(path.relative_to(path.anchor)))) if source else []
        for found in matched:
            yield from [found] if found.is_file() and _is_paper(found) else []
            yield from sorted(each for each in found.rglob("*") if _is_paper(each))


def _is_paper(path: Path) -> bool:
    named = path.suffix.lower() == _SUFFIX and not path.name.startswith(_LOCK)
    return named and path.is_file()


def _names(files: Sequence[Path]) -> list[str]:
    """A name for the copy of each file; those alike are numbered."""
    names: list[str] = []
    for file in files:
        name, number = file.name, 1
        while name.casefold() in {known.casefold() for known in names}:
            number += 1
            name = f"{file.stem}-{number}{file.suffix}"
        names.append(name)
    return names


def _see_free(order: Order, files: Sequence[Path]) -> None:
    """Nothing is written when any copy would stand over a file."""
    folders = [folder for folder in (order.annotate, order.fix) if folder is not None]
    if len(folders) > len({folder.resolve() for folder in folders}):
        raise ProtectedWorkError.at(
            folders[0],
            "bản ghi chú và bản sửa cần hai thư mục khác nhau",
            "annotated and mended copies need folders of their own",
        )
    taken = [
        folder / name for folder in folders for name in _names(files) if (folder / name).exists()
    ]
    if taken:
        raise ProtectedWorkError(*(_taken(file) for file in taken))


def _taken(file: Path) -> Problem:
    return Problem(
        Place(str(file)),
        Words("tệp đã có, không ghi đè", "the file exists and is not overwritten"),
        Words("Chọn thư mục khác.", "Choose another folder."),
    )
