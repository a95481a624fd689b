"""Where the data files lie: inside the program, or in a folder that was chosen in their place."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import DataError, Words
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGE = Path(__file__).parents[1]


class DataFolder(Value, eq=False):
    """The data of all rooms; one object for one use of a folder, so that nothing read goes stale.

    ``root`` holds a folder for each of the :data:`ROOMS`; ``None`` stands for the data inside the
    program.
    """

    root: Path | None = None

    def of(self, room: str) -> Path:
        """The folder of the data files of ``room``, one of the :data:`ROOMS`."""
        return self.root / room if self.root else _PACKAGE / room / "data"


ROOMS = ("law", "guidance", "lint")
"""The rooms that have data."""
SHIPPED = DataFolder()
"""The data inside the program."""
_CHOSEN: ContextVar[DataFolder] = ContextVar("data", default=SHIPPED)


def chosen() -> DataFolder:
    """The data in use."""
    return _CHOSEN.get()


@contextmanager
def using(root: Path) -> Iterator[None]:
    """Work with the data in ``root``, a copy of the program's own, until the end of the block.

    Raises:
        DataError: there is no such folder.
    """
    if not root.is_dir():
        hint = Words(
            "Tạo bản sao để sửa: docgen data copy THƯ_MỤC.",
            "Make a copy to work on: docgen data copy FOLDER.",
        )
        raise DataError.at(
            root, "không có thư mục dữ liệu này", "there is no such data folder", hint=hint
        )
    with _using(DataFolder(root)):
        yield


@contextmanager
def shipped() -> Iterator[None]:
    """Work with the data inside the program until the end of the block."""
    with _using(SHIPPED):
        yield


@contextmanager
def _using(data: DataFolder) -> Iterator[None]:
    token = _CHOSEN.set(data)
    try:
        yield
    finally:
        _CHOSEN.reset(token)
