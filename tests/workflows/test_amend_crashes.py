"""A paper being corrected or replaced and the run cut off: the next run tells and ends it, once."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from docgen.errors import ProtectedWorkError
from docgen.folder import contents
from docgen.folder.memory import BASES
from docgen.record.loading import load
from docgen.workflows.bundling import bundle
from docgen.workflows.status import status
from tests.changes import text_of
from tests.dying_deeds import DEEDS, killed
from tests.offices import Office, silent
from tests.presses import page_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from docgen.errors import Problem
    from docgen.workflows.desk import Order
    from docgen.workflows.status import Status

SCHOOL = "truong-2026-cong-truong"
DECISION = "van-ban/04-quyet-dinh-thanh-lap.docx"
LETTER = "van-ban/phu/dinh-chinh-01.docx"
SCAN = "04-quyet-dinh-thanh-lap.pdf"
NEW_HEAD = "Trần Thị Khác"
SIGNED = page_of(b"signed")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="a process is killed as on POSIX")


@pytest.fixture
def school(life_of: Callable[[str], Office]) -> Office:
    """A school whose papers are issued, one of them signed; the record now names another head."""
    own = life_of(SCHOOL)
    told = own.told()
    told["issuer"]["head"]["name"] = NEW_HEAD
    own.write(told)
    (own.folder / "da-ky" / SCAN).write_bytes(SIGNED)
    own.make()
    return own


def _tells(own: Office) -> int:
    """How many amendments the record tells."""
    return len(load(own.order.file).record.amendments)


def _is_done(own: Office, deed: str) -> bool:
    return LETTER in own.files() if deed == "correct" else DECISION not in own.issued()


def _is_open(remarks: Iterable[Problem]) -> bool:
    return any("the folder has not followed" in one.what.en for one in remarks)


@pytest.mark.parametrize("deed", ["correct", "replace"])
def test_whatever_moment_amend_is_killed_at_the_next_run_ends_it(
    school: Office, tmp_path: Path, deed: str
) -> None:
    """Status and bundle say that record and folder are apart; no amendment is told twice."""
    before = school.files()
    whole = killed(school.beside(tmp_path / "whole").order, 0, deed)
    assert whole > 6
    moments = [1, 4, whole // 3, whole // 2, whole - 1]
    apart = 0
    for moment in moments:
        own = school.beside(tmp_path / str(moment))
        assert killed(own.order, moment, deed) == 0
        contents.recover(own.folder)
        is_apart = _tells(own) == 1 and not _is_done(own, deed)
        apart += is_apart
        looked = bundle if moment % 2 else _status
        assert _is_open(looked(own.order, silent).remarks) == is_apart
        if not _is_done(own, deed):
            assert own.files()[DECISION] == before[DECISION]
            DEEDS[deed](own.order)
        _see_done(own, deed, before)
        shutil.rmtree(own.order.file.parent)
    assert apart > 1


def _status(order: Order, _: object) -> Status:
    return status(order.folder, order.drafted, order.record)


def _see_done(own: Office, deed: str, before: dict[str, bytes]) -> None:
    """Done, once; what was issued and what was signed are still there."""
    assert _tells(own) == 1
    assert _is_done(own, deed)
    every = [path.read_bytes() for path in own.folder.rglob("*.*") if path.is_file()]
    assert before[DECISION] in every
    assert SIGNED in every
    assert not _is_open(status(own.folder, own.order.drafted, own.order.record).remarks)
    if deed == "correct":
        assert own.files()[DECISION] == before[DECISION]
        assert text_of(own.files()[LETTER]).count("nay đính chính là") == 1
    else:
        assert not (own.folder / "da-ky" / SCAN).exists()
        assert NEW_HEAD in text_of(own.files()[DECISION])


def test_a_second_replacement_is_told_besides_the_first(school: Office) -> None:
    """One that was carried out is not taken for one that was cut off."""
    DEEDS["replace"](school.order)
    (school.folder / "da-ky" / SCAN).write_bytes(SIGNED)
    school.make()
    assert not _is_open(bundle(school.order, silent).remarks)
    DEEDS["replace"](school.order)
    assert _tells(school) == 2
    assert not _is_open(bundle(school.order, silent).remarks)


def test_without_snapshots_the_former_number_tells(school: Office) -> None:
    """The renders are lost: a number told as that of the former paper is still on the paper."""
    told = school.told()
    former = told["papers"]["decision"]
    told["papers"]["decision"] = {}
    told["amendments"] = [{"paper": "decision", "replaces": True, "former": former}]
    (school.folder / BASES).unlink()
    (school.folder / "da-ky" / SCAN).unlink()
    school.write(told)
    assert _is_open(bundle(school.order, silent).remarks)
    told["amendments"][0]["former"] = {**former, "number": 99999}
    school.write(told)
    assert not _is_open(bundle(school.order, silent).remarks)


def test_a_record_elsewhere_is_not_written(school: Office, tmp_path: Path) -> None:
    """A folder that came from others does not have files of this machine changed."""
    elsewhere = tmp_path / "noi khac" / "sau"
    elsewhere.mkdir(parents=True)
    moved = elsewhere / school.order.file.name
    school.order.file.rename(moved)
    own = school.order.changed(record=moved)
    bundle(own, silent)
    with pytest.raises(ProtectedWorkError, match="unless it is named"):
        DEEDS["correct"](own.changed(record=None))
