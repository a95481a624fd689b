"""Names that every system takes."""

from __future__ import annotations

import pytest

from docgen.folder.names import is_portable, refused


@pytest.mark.parametrize(
    "path",
    ["ho-so.pdf", "van-ban/05-quy-che.docx", "Thư mục của tôi/giấy mời.docx", ".an", "console.txt"],
)
def test_ordinary_names_are_portable(path: str) -> None:
    """Vietnamese letters, spaces and dots inside a name are no trouble."""
    assert is_portable(path)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/ho-so.pdf",
        "van-ban//a.docx",
        "../a.docx",
        "van-ban/./a.docx",
        "a\\b.docx",
        "a:b.docx",
        "vì sao?.docx",
        "con",
        "CON.docx",
        "com1.tar.gz",
        "van-ban/LPT9.pdf",
        "nul .txt",
        "cuoi.",
        "cuoi ",
        "dong\n.txt",
        "CONOUT$.log",
        "com¹.docx",
        "aux. docx",
        "van-ban./a.docx",
        "ten*.docx",
        "“a”|b.docx",
        "a\u0000.docx",
        "ư" * 128,
    ],
)
def test_names_that_some_system_refuses_are_not_portable(path: str) -> None:
    """What Windows, Linux or macOS would refuse or read as something else is refused."""
    assert not is_portable(path)


def test_names_that_differ_by_case_alone_are_one_on_windows() -> None:
    """The second of two names that Windows takes for one is refused."""
    assert refused(["van-ban/A.docx", "van-ban/a.docx", "con"]) == ["van-ban/a.docx", "con"]
