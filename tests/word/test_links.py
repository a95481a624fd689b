"""Where links lead."""

from __future__ import annotations

import pytest

from docgen.word import links


@pytest.mark.parametrize(
    ("target", "scheme"),
    [
        ("https://a.vn/b", "https"),
        ("HTTP://A.VN", "http"),
        ("mailto:a@b.vn", "mailto"),
        ("tel:0912", "tel"),
        ("", ""),
        ("#dieu-3", ""),
        ("phu-luc/bieu 1.docx", ""),
        ("../a.pdf", ""),
        ("www.a.vn", ""),
        ("C:\\a.exe", "file"),
        ("c:/a", "file"),
        ("/etc/passwd", "file"),
        ("\\\\server\\a", "file"),
        ("//server/a", "file"),
        ("%5c%5cserver%5ca", "file"),
        ("file:///a", "file"),
        (" file:a", "file"),
        ("java\tscript:a", "javascript"),
        ("ms-word:ofe|u|http://a", "ms-word"),
        ("search-ms:a", "search-ms"),
        ("data:text/html,a", "data"),
    ],
)
def test_the_scheme_of_a_target(target: str, scheme: str) -> None:
    """Paths of any machine are files, and blanks hide nothing."""
    assert links.scheme(target) == scheme


@pytest.mark.parametrize(
    "target",
    [
        "Normal.dotm",
        "../mau.dotx",
        "C:\\a b\\c.dotx",
        "/Users/a/mau.dotx",
        "file:///C:\\a.dotx",
        "file:///C:/a.dotx",
        "file://C:/a.dotx",
        "file:/a.dotx",
        "file://localhost/a.dotx",
        "FILE:///Users/a.dotx",
    ],
)
def test_a_path_on_this_machine(target: str) -> None:
    """A drive, a folder, a mere name."""
    assert links.is_on_this_machine(target)


@pytest.mark.parametrize(
    "target",
    [
        "https://a/b.dotx",
        "ftp://a/b.dotx",
        "\\\\server\\a.dotx",
        "//server/a.dotx",
        "file://server/a.dotx",
        "file:\\\\server\\a.dotx",
        "file:////server/a.dotx",
        "file://///server/a.dotx",
        "file:///\\\\server/a.dotx",
        "\\\\?\\UNC\\server\\a.dotx",
        "file://",
    ],
)
def test_a_path_on_another_machine(target: str) -> None:
    """However a server is written."""
    assert not links.is_on_this_machine(target)


@pytest.mark.parametrize(
    ("code", "target"),
    [
        (' HYPERLINK "https://a" ', "https://a"),
        ("HYPERLINK https://a", "https://a"),
        (' HYPERLINK "https://a" \\l "dieu" ', "https://a"),
        (' HYPERLINK \\l "dieu" ', ""),
        (' HYPERLINK \\n \\o "gợi ý" "file:///a" ', "file:///a"),
        (' HYPERLINK "file:///a', "file:///a"),
        ("HYPERLINK", ""),
        ("", ""),
    ],
)
def test_the_target_of_a_field(code: str, target: str) -> None:
    """Switches and what belongs to them are no targets."""
    assert links.of_field(code) == target
