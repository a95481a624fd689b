"""A run over many records: each ends on its own, and what is as it was is not done again."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from docgen.batches import journal
from docgen.batches.batching import Batch, batch, rehearsed
from docgen.batches.deeds import State
from docgen.batches.engine import Force
from docgen.batches.task import How
from docgen.errors import OutsideError
from docgen.folder.lock import held
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = "khu-dan-cu-2026-toi-thieu"
DAY = drafted(SAMPLE)


@pytest.fixture
def asked(tmp_path: Path) -> Batch:
    """Two records that can be checked, and one that cannot be read."""
    for place in ("xa-a/to", "xa-b/to"):
        file = tmp_path / "vao" / f"{place}.yaml"
        file.parent.mkdir(parents=True)
        file.write_bytes(path_of(SAMPLE).read_bytes())
    (tmp_path / "vao" / "xa-b" / "hong.yaml").write_text("kind: gì đó\n", encoding="utf-8")
    return Batch((tmp_path / "vao",), tmp_path / "ra", How("check", DAY), Force(1))


def ends(asked: Batch) -> dict[str, State]:
    """How each record ends."""
    with batch(asked) as run:
        found = {one.place: one.state for one in run.outcomes}
        assert len(found) == run.count
    return found


FIRST = {"xa-a/to": State.DONE, "xa-b/to": State.DONE, "xa-b/hong": State.PROBLEMS}
AGAIN = {"xa-a/to": State.UNCHANGED, "xa-b/to": State.UNCHANGED, "xa-b/hong": State.PROBLEMS}


def test_one_record_s_fault_never_stops_another(asked: Batch) -> None:
    """Its problems come with it; the rest is done, and not done again by the next run."""
    with batch(asked) as run:
        told = {one.place: one for one in run.outcomes}
    assert {place: one.state for place, one in told.items()} == FIRST
    assert "kind" in str(told["xa-b/hong"].problems[0].place.field)
    assert ends(asked) == AGAIN


@pytest.mark.parametrize("change", ["record", "day", "part", "printer", "templates"])
def test_what_a_result_depends_on_has_it_made_again(
    asked: Batch, change: str, tmp_path: Path
) -> None:
    """The record alone its own; options, day and templates every one."""
    ends(asked)
    if change == "record":
        file = tmp_path / "vao" / "xa-a" / "to.yaml"
        file.write_bytes(file.read_bytes() + b"# ghi th\xc3\xaam\n")
        assert ends(asked) == {**AGAIN, "xa-a/to": State.DONE}
        return
    (tmp_path / "mau").mkdir()
    options = {
        "day": {"drafted": DAY.replace(day=28)},
        "part": {"part": "2026"},
        "printer": {"printer": "builtin"},
        "templates": {"templates": tmp_path / "mau"},
    }[change]
    assert ends(replace(asked, how=replace(asked.how, **options))) == FIRST  # type: ignore[arg-type]


def test_only_what_failed_can_be_asked_for(asked: Batch) -> None:
    """What never ran, or ended well, is left out."""
    only = replace(asked, only_failed=True)
    assert ends(only) == {}
    ends(asked)
    assert ends(only) == {"xa-b/hong": State.PROBLEMS}


def test_a_rehearsal_writes_nothing(asked: Batch) -> None:
    """It says which would be done, and which stay."""
    assert {one.state for one in rehearsed(asked)} == {State.DONE}
    assert not asked.results.exists()
    ends(asked)
    before = (asked.results / journal.FILE).read_bytes()
    found = {one.place: one.state for one in rehearsed(asked)}
    assert (asked.results / journal.FILE).read_bytes() == before
    assert found == {**AGAIN, "xa-b/hong": State.DONE}


def test_papers_go_into_a_folder_for_each_record(asked: Batch) -> None:
    """A folder that a person took away is made again."""
    asked = replace(asked, how=replace(asked.how, deed="establish", printer="builtin"))
    assert ends(asked) == FIRST
    folder = asked.results / "xa-a" / "to"
    folder.rename(asked.results / "cat-di")
    assert ends(asked) == {**AGAIN, "xa-a/to": State.DONE}
    assert (folder / "ho-so.pdf").is_file()


def test_a_folder_that_changed_is_done_again(asked: Batch) -> None:
    """A scan laid in, a paper edited: what is bound from it is no longer the same."""
    asked = replace(asked, how=replace(asked.how, deed="establish", printer="builtin"))
    ends(asked)
    bundled = replace(asked, how=replace(asked.how, deed="bundle"))
    assert ends(bundled)["xa-a/to"] is State.DONE
    assert ends(bundled)["xa-a/to"] is State.UNCHANGED
    (asked.results / "xa-a" / "to" / "da-ky" / "ghi-chu.txt").write_text("x", encoding="utf-8")
    assert ends(bundled)["xa-a/to"] is State.DONE


@pytest.mark.parametrize("deed", ["rate", "status", "renew"])
def test_what_is_no_step_can_be_done_too(asked: Batch, deed: str, tmp_path: Path) -> None:
    """Classes and what is lacking are told; papers apart from the dossier stand apart from it."""
    sample = path_of("vong-doi/tot-xa-2026")
    file = tmp_path / "vao" / "xa-a" / "to.yaml"
    file.write_bytes(sample.read_bytes())
    how = replace(asked.how, drafted=date(2026, 12, 20), printer="builtin")
    alone = replace(asked, sources=(file,), how=replace(how, deed="establish"))
    ends(alone)
    with batch(replace(alone, how=replace(how, deed=deed))) as run:
        (one,) = run.outcomes
    assert one.state is State.DONE, one.errors
    found = " ".join(words.vi for words in one.found)
    assert {"rate": "2026: ", "status": ".", "renew": ""}[deed] in found
    apart = {"rate": "xep-loai", "renew": "nam-sau"}
    if deed in apart:
        assert (asked.results / apart[deed] / "to" / "manifest.json").is_file()


def test_a_file_changed_by_hand_is_told_apart(asked: Batch) -> None:
    """What would be lost stops that record alone."""
    asked = replace(asked, how=replace(asked.how, deed="establish", printer="builtin"))
    ends(asked)
    changed = asked.results / "xa-a" / "to" / "pdf" / "01-nghi-quyet.pdf"
    changed.write_bytes(b"%PDF-1.7 tay")
    later = replace(asked, how=replace(asked.how, drafted=DAY.replace(day=28)))
    found = ends(later)
    assert found["xa-a/to"] is State.PROTECTED
    assert found["xa-b/to"] is State.DONE


def test_two_runs_on_one_folder_are_told_apart(asked: Batch) -> None:
    """The second says so and does nothing."""
    there, goes = threading.Event(), threading.Event()

    def another() -> None:
        with held(asked.results):
            there.set()
            goes.wait(60)

    other = threading.Thread(target=another)
    other.start()
    there.wait(60)
    try:
        with pytest.raises(OutsideError), batch(asked):
            pass
    finally:
        goes.set()
        other.join()
    assert not (asked.results / journal.FILE).exists()


@pytest.mark.parametrize("damage", ["no journal", "of a newer docgen"])
def test_a_journal_that_cannot_be_used_is_told(asked: Batch, damage: str) -> None:
    """With its place, and what to do."""
    asked.results.mkdir()
    file = asked.results / journal.FILE
    if damage == "no journal":
        file.write_bytes(b"khong phai SQLite " * 100)
    else:
        with sqlite3.connect(file) as connection:
            connection.execute("pragma user_version = 99")
    with pytest.raises(OutsideError) as caught, batch(asked):
        pass
    assert journal.FILE in caught.value.problems[0].place.file
    assert caught.value.problems[0].hint.vi


def test_the_journal_holds_no_word_of_a_record(asked: Batch) -> None:
    """Places, keys and states alone."""
    ends(asked)
    with sqlite3.connect(asked.results / journal.FILE) as connection:
        rows = connection.execute("select * from results").fetchall()
    assert sorted(row[0] for row in rows) == sorted(FIRST)
    assert all(len(key) in (0, 64) for _, _, key, *_ in rows)
    assert {profile for *_, profile, _ in rows} == {""}


def test_a_record_is_done_again_when_its_profile_changes(asked: Batch, tmp_path: Path) -> None:
    """The profile is half of what the record tells."""
    sample = path_of("xa-2026-muoi-lam-o")
    for name in (sample.name, "don-vi/xa-dong-son.yaml"):
        file = tmp_path / "ho-so" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes((sample.parent / name).read_bytes())
    alone = replace(asked, sources=(tmp_path / "ho-so" / sample.name,))
    assert ends(alone) == {sample.stem: State.DONE}
    assert ends(alone) == {sample.stem: State.UNCHANGED}
    profile = tmp_path / "ho-so" / "don-vi" / "xa-dong-son.yaml"
    profile.write_bytes(profile.read_bytes() + b"# ghi th\xc3\xaam\n")
    assert ends(alone) == {sample.stem: State.DONE}
