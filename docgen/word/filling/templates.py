"""Where templates are found: the user's own folder first, then the one that ships with docgen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import Place, Problem, TemplateError, Words
from docgen.word.filling.fields import did_you_mean
from docgen.word.filling.fill import prepare

if TYPE_CHECKING:
    from docgen.errors import DocgenError
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
        self._documents: dict[Path, list[Path]] = {}

    def names(self) -> list[str]:
        """The names of all templates at hand, sorted."""
        return sorted({_name(path) for folder in self.folders for path in self._in(folder)})

    def _in(self, folder: Path) -> list[Path]:
        """The templates in ``folder``, looked up once."""
        if folder not in self._documents:
            self._documents[folder] = documents(folder)
        return self._documents[folder]

    def path(self, name: str) -> Path:
        """The .docx of the template ``name``, in small letters or capitals.

        Raises:
            TemplateError: no folder has it (carries the nearest name as a hint), or a folder has
                it twice.
        """
        for folder in self.folders:
            found = [path for path in self._in(folder) if _name(path) == name.lower()]
            if len(found) > 1:
                raise _doubled(found)
            if found:
                return found[0]
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
            raise _unreadable(path, error) from None

    def template(self, name: str) -> Template:
        """The template ``name``, ready to be filled; faults name the file.

        Raises:
            TemplateError: missing, damaged, unsafe or with a broken tag.
        """
        return prepare(self.read(name), f"{name}.docx")


def documents(folder: Path) -> list[Path]:
    """The Word files of ``folder`` by name; Word's lock files (``~$...``) are none.

    Raises:
        TemplateError: the folder cannot be read.
    """
    try:
        named = [path for path in folder.iterdir() if path.suffix.lower() == ".docx"]
    except OSError as error:
        raise _unreadable(folder, error) from None
    return sorted(path for path in named if path.is_file() and not path.name.startswith("~$"))


def _unreadable(path: Path, error: OSError) -> DocgenError:
    reason = error.strerror or str(error)
    return TemplateError.at(path, f"không đọc được: {reason}", f"cannot be read: {reason}")


def _name(path: Path) -> str:
    """The name of the template at ``path``: Windows and people may write it in capitals."""
    return path.stem.lower()


def _doubled(found: list[Path]) -> TemplateError:
    names = ", ".join(path.name for path in found)
    what = Words(
        f"một mẫu có nhiều tệp chỉ khác chữ hoa, chữ thường: {names}",
        f"one template has several files that differ in capitals only: {names}",
    )
    hint = Words("Giữ lại một tệp, xóa tệp kia.", "Keep one of them, delete the other.")
    return TemplateError(Problem(Place(str(found[0].parent)), what, hint))
