"""Where templates are found: the user's own folder first, then the one that ships with docgen."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import DocgenError, Place, Problem, Severity, TemplateError, Words
from docgen.word.filling.fields import did_you_mean
from docgen.word.filling.fill import prepare

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

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
        self._documents: dict[Path, dict[str, list[Path]]] = {}
        self._held: dict[Path, bytes] = {}

    def names(self) -> list[str]:
        """The names of all templates at hand, sorted."""
        return sorted({name for folder in self.folders for name in self._in(folder)})

    def _in(self, folder: Path) -> dict[str, list[Path]]:
        """The templates in ``folder`` by their names, looked up once."""
        if folder not in self._documents:
            named = self._documents[folder] = {}
            for path in documents(folder):
                named.setdefault(_name(path), []).append(path)
        return self._documents[folder]

    def path(self, name: str) -> Path:
        """The .docx of the template ``name``, in small letters or capitals.

        Raises:
            TemplateError: no folder has it (carries the nearest name as a hint), or a folder has
                it twice.
        """
        for folder in self.folders:
            found = self._in(folder).get(name.lower(), [])
            if len(found) > 1:
                raise _doubled(found)
            if found:
                return found[0]
        what = Words(f"không có mẫu “{name}”", f"there is no template `{name}`")
        place = Place(str(self.folders[0]))
        raise TemplateError(Problem(place, what, did_you_mean(name, self.names())))

    def read(self, name: str) -> bytes:
        """The bytes of the template ``name``, read once: those of one run are of one state.

        Raises:
            TemplateError: missing, or the file cannot be read.
        """
        path = self.path(name)
        if path not in self._held:
            try:
                self._held[path] = path.read_bytes()
            except OSError as error:
                raise _unreadable(path, error) from None
        return self._held[path]

    def unused(self) -> list[Problem]:
        """The files of the chosen folder that fill no paper, each with the reason, as warnings.

        Raises:
            TemplateError: the folder cannot be read.
        """
        if len(self.folders) == 1:
            return []
        known = {_name(path) for path in documents(self.folders[-1])}
        found = (unused(path, known) for path in _listed(self.folders[0]))
        return [problem for problem in found if problem is not None]

    def remarks(self, names: Iterable[str]) -> list[Problem]:
        """What is to be told of the templates ``names``, and of files that are none, as warnings.

        Nothing of those that ship with docgen.
        """
        if len(self.folders) == 1:
            return []
        told: list[Problem] = []
        for name in names:
            try:
                told += self.template(name).remarks
            except DocgenError as fault:
                told += [replace(one, severity=Severity.WARNING) for one in fault.problems]
        return [*self.unused(), *told]

    def template(self, name: str) -> Template:
        """The template ``name``, ready to be filled; faults name the file.

        Raises:
            TemplateError: missing, damaged, unsafe or with a broken tag.
        """
        return prepare(self.read(name), f"{name}.docx")

    def ready(self, names: Iterable[str]) -> None:
        """Prepare the templates ``names`` together; a fault is told by whoever fills one.

        Each would wait for its files while other papers are set beside.
        """
        for name in dict.fromkeys(names):
            with suppress(DocgenError):
                self.template(name)


def documents(folder: Path) -> list[Path]:
    """The Word files of ``folder`` by name; Word's lock files (``~$...``) are none.

    Raises:
        TemplateError: the folder cannot be read.
    """
    named = (path for path in _listed(folder) if path.suffix.lower() == ".docx")
    return [path for path in named if not path.name.startswith(_OWNER)]


def unused(path: Path, known: Collection[str]) -> Problem | None:
    """Why the file at ``path`` is no template of ``known`` names; nothing where it is one.

    Sources (.md) and what systems leave are passed over.
    """
    ending = path.suffix.lower()
    if ending not in _WORD or (ending == ".docx" and _name(path) in known):
        return None
    if path.name.startswith(_OWNER):
        what, hint = _OPEN
    elif ending != ".docx":
        what, hint = _OTHER
    else:
        what, hint = _NAMELESS, did_you_mean(_name(path), known)
    words = Words(f"tệp không được dùng: {what.vi}", f"the file is not used: {what.en}")
    return Problem(Place(str(path)), words, hint, Severity.WARNING)


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_file())
    except OSError as error:
        raise _unreadable(folder, error) from None


_OWNER = "~$"
"""How the names of the files begin by which Word marks that it has a file open."""
_WORD = frozenset({".docx", ".dotx", ".docm", ".dotm", ".doc", ".dot", ".odt", ".ott", ".rtf"})
_OPEN = (
    Words("tệp tạm, Word ghi khi đang mở một mẫu", "Word's mark that it has a template open"),
    Words("Lưu và đóng mẫu trong Word.", "Save and close the template in Word."),
)
_OTHER = (
    Words("mẫu phải là tệp .docx", "a template is a .docx file"),
    Words("Mở bằng Word, lưu lại dạng .docx.", "Open it in Word, save it as .docx."),
)
_NAMELESS = Words(
    "không có mẫu nào tên như vậy (xem docgen templates list)",
    "no template has this name (see docgen templates list)",
)


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
