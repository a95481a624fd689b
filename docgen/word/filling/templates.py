"""Where templates are found: the user's own folder first, then the one that ships with docgen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import Place, Problem, TemplateError, Words
from docgen.word.filling.fields import did_you_mean
from docgen.word.filling.fill import prepare

if TYPE_CHECKING:
    from docgen.word.filling.fill import Template


def shipped_folder() -> Path:
    """The folder of the shipped templates: inside an installed package, or beside a checkout."""
    package = Path(__file__).parents[2]
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


class TemplateFolder:
    """Templates by name; those in ``chosen`` stand before the shipped ones of the same name."""

    def __init__(self, chosen: Path | None = None) -> None:
        """Look in ``chosen`` first.

        Raises:
            TemplateError: ``chosen`` is not a folder.
        """
        if chosen is not None and not chosen.is_dir():
            raise TemplateError.at(
                chosen, "không có thư mục mẫu này", "there is no such template folder"
            )
        self.folders = [folder for folder in (chosen, shipped_folder()) if folder is not None]

    def names(self) -> list[str]:
        """The names of all templates at hand, sorted."""
        return sorted({path.stem for folder in self.folders for path in _documents(folder)})

    def path(self, name: str) -> Path:
        """The .docx of the template ``name``.

        Raises:
            TemplateError: no folder has it; carries the nearest name as a hint.
        """
        for folder in self.folders:
            if (path := folder / f"{name}.docx").is_file():
                return path
        what = Words(f"không có mẫu “{name}”", f"there is no template `{name}`")
        place = Place(str(self.folders[0]))
        raise TemplateError(Problem(place, what, did_you_mean(name, self.names())))

    def read(self, name: str) -> bytes:
        """The bytes of the template ``name``.

        Raises:
            TemplateError: missing, or the file cannot be read.
        """
        path = self.path(name)
        try:
            return path.read_bytes()
        except OSError as error:
            reason = error.strerror or str(error)
            raise TemplateError.at(
                path, f"không đọc được: {reason}", f"cannot be read: {reason}"
            ) from None

    def template(self, name: str) -> Template:
        """The template ``name``, ready to be filled; faults name the file.

        Raises:
            TemplateError: missing, damaged, unsafe or with a broken tag.
        """
        return prepare(self.read(name), f"{name}.docx")


def _documents(folder: Path) -> list[Path]:
    """The templates of ``folder``; Word's lock files (``~$...``) are none."""
    return [path for path in folder.glob("*.docx") if not path.name.startswith("~$")]
