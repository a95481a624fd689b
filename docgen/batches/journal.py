"""Nhật ký of a batch: which results are there, and by which key; the one door to SQLite.

It holds places, keys, states and names of profiles, and nothing of a record's own words.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from docgen.batches.deeds import State
from docgen.errors import DocgenError, OutsideError, Words
from docgen.folder.faults import telling

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docgen.batches.task import Outcome

FILE: Final = "nhat-ky.sqlite"
_FORM: Final = 2
_TABLE: Final = """
create table if not exists results (
    place text not null, deed text not null, key text not null, state text not null,
    profile text not null, folder text not null,
    primary key (place, deed)
) without rowid
"""
_PUT: Final = "insert or replace into results values (?, ?, ?, ?, ?, ?)"
_KNOWN: Final = "select place, key, state, profile, folder from results where deed = ?"
_BROKEN: Final = Words("nhật ký hỏng hoặc không ghi được", "the journal is damaged or not writable")
_HINT: Final = Words(
    "Xóa tệp này rồi chạy lại: mọi bản khai được làm lại, không mất văn bản nào.",
    "Delete this file and run again: every record is done anew, no paper is lost.",
)


class Known(NamedTuple):
    """A result that an earlier run gave: its key, how it ended, its record's profile, its folder.

    ``left`` is how its folder stood when the work was done.
    """

    key: str
    state: State
    profile: str
    left: str


class Journal:
    """The journal of the results in one folder, open."""

    def __init__(self, file: Path, connection: sqlite3.Connection) -> None:
        """Only :func:`opened` opens one."""
        self._file = file
        self._connection = connection

    def known(self, deed: str) -> dict[str, Known]:
        """Every result of ``deed``, by its place."""
        with _told(self._file):
            rows = self._connection.execute(_KNOWN, (deed,)).fetchall()
        return {place: Known(key, State(state), *more) for place, key, state, *more in rows}

    def put(self, outcome: Outcome, deed: str) -> None:
        """Remember ``outcome``; it is on the disk when this returns."""
        row = (outcome.place, deed, outcome.key, outcome.state.value)
        with _told(self._file), self._connection:
            self._connection.execute(_PUT, (*row, outcome.profile, outcome.left))


@contextmanager
def opened(folder: Path) -> Iterator[Journal]:
    """The journal in ``folder``, which is made where it is not there.

    Raises:
        OutsideError: the disk failed, or the file there is no journal, or one of a newer docgen.
    """
    with telling(folder):
        folder.mkdir(parents=True, exist_ok=True)
    file = folder / FILE
    with _told(file), closing(sqlite3.connect(file)) as connection:
        (form,) = connection.execute("pragma user_version").fetchone()
        if form > _FORM:
            raise _newer(file)
        if form < _FORM:  # a journal that is there is not touched before there is a result
            connection.execute("drop table if exists results")
            connection.execute(_TABLE)
            connection.execute(f"pragma user_version = {_FORM}")
        yield Journal(file, connection)


@contextmanager
def _told(file: Path) -> Iterator[None]:
    """What SQLite throws, told of the journal."""
    try:
        yield
    except sqlite3.Error as fault:
        raise OutsideError.at(file, _BROKEN.vi, _BROKEN.en, hint=_HINT) from fault


def _newer(file: Path) -> DocgenError:
    return OutsideError.at(
        file,
        "nhật ký của phiên bản docgen mới hơn",
        "the journal is of a newer docgen",
        hint=Words("Dùng phiên bản docgen mới hơn.", "Use the newer docgen."),
    )
