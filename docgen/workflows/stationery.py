"""Templates for those who restyle them: listed, exported, checked, built from their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Place, Problem, ProtectedWorkError, TemplateError, Words
from docgen.guidance.papers import papers
from docgen.papers.phrases import rows
from docgen.word.filling.fields import known_fields
from docgen.word.filling.templates import TemplateFolder, documents

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_OWN_FOLDER = Words("Chọn thư mục khác (-o).", "Choose another folder (-o).")


def list_templates() -> list[dict[str, str]]:
    """Every template: ``name``, ``title`` of its paper, ``article`` of the guidance."""
    every = {paper.template: paper for kind in ("self_managed", "linked") for paper in papers(kind)}
    of_papers = [
        {"name": name, "title": paper.kind, "article": _article(paper.article)}
        for name, paper in every.items()
    ]
    return [*of_papers, *(dict(row) for row in rows("dossier.templates"))]


def _article(told: str) -> str:
    """Which act and article want the paper: the guidance, unless another act is named."""
    return told if "/" in told else f"HD 1923, {told}"


def export_templates(folder: Path, names: Iterable[str]) -> list[Path]:
    """Copy the shipped templates ``names`` (none: all) to ``folder``; returns what was written.

    Raises:
        TemplateError: there is no such template.
        ProtectedWorkError: one of the files exists; nothing was written.
    """
    shipped = TemplateFolder()
    chosen = list(names) or [row["name"] for row in list_templates()]
    contents = {folder / f"{name}.docx": shipped.read(name) for name in chosen}
    if standing := [path for path in contents if path.exists()]:
        raise ProtectedWorkError(*(_standing(path) for path in standing))
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in contents.items():
        path.write_bytes(content)
    return list(contents)


def check_templates(folder: Path) -> list[Problem]:
    """Every fault of every template in ``folder``, in the order of their names.

    Raises:
        TemplateError: there is no such folder, or no template in it.
    """
    if not folder.is_dir() or not (files := documents(folder)):
        raise TemplateError.at(folder, "không có mẫu .docx nào", "there is no .docx template")
    told = [problem for path in files for problem in _faults(path)]
    return [*TemplateFolder(folder).unused(), *told]


def _faults(path: Path) -> list[Problem]:
    """What is wrong with one template, held against the papers that are made with it."""
    from docgen.papers.samples import known_names, views  # noqa: PLC0415
    from docgen.word.filling.check import check_template  # noqa: PLC0415 - only this command needs it

    trials = views(path.stem.lower())
    names = {name for values in trials for name in known_fields(values)} or known_names()
    return check_template(path.read_bytes(), path.name, names, trials)


def build_templates(folder: Path) -> list[Path]:
    """Compile every source (.md) in ``folder`` to the .docx beside it; returns what changed.

    Raises:
        TemplateError: a source has a fault.
    """
    from docgen.word.authoring.compile import build  # noqa: PLC0415 - for authors only

    written: list[Path] = []
    for name, content in build(folder):
        path = folder / f"{name}.docx"
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)
            written.append(path)
    return written


def _standing(path: Path) -> Problem:
    return Problem(
        Place(str(path)),
        Words("tệp đã có, không ghi đè", "the file exists and is not overwritten"),
        _OWN_FOLDER,
    )
