"""Templates are found in the user's folder first, then in the shipped one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.errors import TemplateError
from docgen.word.authoring.compile import compile_template
from docgen.word.filling.templates import TemplateFolder, documents, shipped_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def chosen(tmp_path: Path, source: Callable[..., str]) -> Path:
    """A user's folder with one template and one of Word's lock files."""
    (tmp_path / "rieng.docx").write_bytes(compile_template(source("named"), "rieng"))
    (tmp_path / "~$rieng.docx").write_bytes(b"lock")
    return tmp_path


def test_the_shipped_folder_exists() -> None:
    """A checkout finds its templates without any setting."""
    assert shipped_folder().is_dir()


def test_the_users_template_comes_first(chosen: Path) -> None:
    """A file in --templates stands before the shipped one of its name."""
    folder = TemplateFolder(chosen)
    assert folder.path("rieng") == chosen / "rieng.docx"
    assert folder.template("rieng").name == "rieng.docx"


def test_names_leave_out_locks(chosen: Path) -> None:
    """Word's lock files are no templates."""
    names = TemplateFolder(chosen).names()
    assert "rieng" in names
    assert not [name for name in names if name.startswith("~$")]


def test_a_missing_template_has_a_nearest_name(chosen: Path) -> None:
    """A typing error in a name is told with the right one."""
    with pytest.raises(TemplateError) as caught:
        TemplateFolder(chosen).read("rienng")
    assert caught.value.problems[0].hint.en == "did you mean rieng?"


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    """--templates must name a folder that exists."""
    with pytest.raises(TemplateError, match="no such template folder"):
        TemplateFolder(tmp_path / "khong-co")


def test_a_name_in_capitals_is_the_same_name(chosen: Path) -> None:
    """Windows, scanners and people write QUYET-DINH.DOCX; on Linux that is another file."""
    (chosen / "rieng.docx").rename(chosen / "RIENG.DOCX")
    folder = TemplateFolder(chosen)
    assert folder.path("rieng") == chosen / "RIENG.DOCX"
    assert "rieng" in folder.names()
    assert documents(chosen) == [chosen / "RIENG.DOCX"]


def test_two_files_of_one_name_are_told(chosen: Path) -> None:
    """Which of them is meant is not guessed."""
    (chosen / "Rieng.docx").write_bytes((chosen / "rieng.docx").read_bytes())
    if len(documents(chosen)) == 1:
        pytest.skip("this disk knows no capitals")
    with pytest.raises(TemplateError, match=r"Rieng\.docx, rieng\.docx"):
        TemplateFolder(chosen).read("rieng")


def test_a_folder_that_cannot_be_read_is_told(
    chosen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A drive that was pulled out, a folder of another user."""

    def refused(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    folder = TemplateFolder(chosen)
    monkeypatch.setattr("pathlib.Path.iterdir", refused)
    with pytest.raises(TemplateError, match="cannot be read: Permission denied"):
        folder.path("rieng")


def test_one_folder_gives_one_state_of_a_template(chosen: Path, source: Callable[..., str]) -> None:
    """Papers of one run are of the same template, though it is saved meanwhile."""
    folder = TemplateFolder(chosen)
    before = folder.read("rieng")
    (chosen / "rieng.docx").write_bytes(compile_template(source("named"), "khac"))
    assert folder.read("rieng") is before
    assert TemplateFolder(chosen).read("rieng") == (chosen / "rieng.docx").read_bytes()
