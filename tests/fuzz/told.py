"""What every refusal and remark must be: about the file that was given, in words, with a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docgen.errors import Problem


def well(problems: Iterable[Problem], file: str) -> None:
    """See that each is told in both languages, about ``file``."""
    found = list(problems)
    assert found
    for problem in found:
        assert problem.place.file == file, problem
        assert all(problem.what), problem
