"""The data files as a whole: the shipped ones are sound, a fault in a copy is told at its line."""

from __future__ import annotations

import random
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from docgen import cli
from docgen.errors import DataError, ExitCode, ProtectedWorkError
from docgen.guidance.guidance import guidance
from docgen.guidance.soundness.around import Around
from docgen.guidance.soundness.sheets import sheets
from docgen.law import soundness
from docgen.law.law import law
from docgen.lint import soundness as of_form
from docgen.lint.book import book
from docgen.tables.rows import Texts
from docgen.tables.soundness import Sheet, problems
from docgen.workflows.soundness import check, copy, fixed, using
from tests.samples import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.changes import Data

_load_all = yaml.load_all


@lru_cache(maxsize=512)
def _pages(text: str, loader: Any) -> tuple[object, ...]:
    return tuple(_load_all(text, Loader=loader))


@pytest.fixture(autouse=True)
def parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that a test leaves as they are need not be parsed again for it."""

    def load_all(text: str, Loader: Any) -> Iterator[object]:  # noqa: N803
        try:
            return iter(_pages(text, Loader))
        except yaml.YAMLError:
            return _load_all(text, Loader=Loader)

    monkeypatch.setattr(yaml, "load_all", load_all)


PAPERS, RATINGS, ITEMS = "guidance/papers", "guidance/ratings", "guidance/items"
CHRONOLOGY, MODEL = "guidance/chronology", "guidance/catalogue/07-to-tuan-tra-nhan-dan"


def test_the_shipped_data_have_no_fault() -> None:
    """Every name in them is one that is there."""
    assert check() == []


def test_a_copy_of_the_shipped_data_is_sound(tmp_path: Path) -> None:
    """What people begin with; a copy is never written over."""
    written = copy(tmp_path / "data")
    assert {path.name for path in written} >= {"papers.yaml", "legal.yaml"}
    assert check(tmp_path / "data") == []
    with pytest.raises(ProtectedWorkError):
        copy(tmp_path / "data")


@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        (PAPERS, "    template: dong-y\n", "    template: dong-i\n", "no template “dong-i”"),
        (PAPERS, "    item: 7\n", "    item: 77\n", "no item “77”"),
        (PAPERS, "[competence, security", "[competance, security", "no basis “competance”"),
        (PAPERS, "issuer: proposer", "issuer: proposal", "no issuer “proposal”"),
        (PAPERS, "signer: chair", "signer: chairman", "no way of signing “chairman”"),
        (PAPERS, "attached_to: launch_plan", "attached_to: lunch", "no paper “lunch”"),
        (PAPERS, '"{front}"', '"{fromt}"', "no open name “{fromt}”"),
        (PAPERS, "lãnh đạo, chỉ đạo xây dựng {model}", "{modell}", "no open name “{modell}”"),
        (PAPERS, "when: pilot", "when: pilots", "no field of the record “pilots”"),
        (PAPERS, "when: consent = letter", "when: consent = later", "no value “later”"),
        (PAPERS, "when: pilot", "when: numbered_laws = yes", "no value “yes”"),
        (PAPERS, "when: part.meeting", "when: part.meting", "no field of the record “meting”"),
        (PAPERS, "each: launch.guests", "each: launch.gests", "no list “launch.gests”"),
        (PAPERS, "stages: [ceremony]", "stages: [ceremonie]", "“ceremonie” must be one of"),
        (PAPERS, "told: reports.issued", "told: report.issued", "no section “report”"),
        (PAPERS, "told: reports.issued", "told: reports.isued", "no number and day"),
        (PAPERS, "meeting: launch", "meeting: lunch", "no meeting “lunch”"),
        (PAPERS, "id: plan", "id: resolution", "paper “resolution” stands twice"),
        (ITEMS, "number: 2", "number: 1", "item “1” stands twice"),
        (ITEMS, "{leader}", "{lead}", "no open name “{lead}”"),
        (CHRONOLOGY, "paper: consent,", "paper: consennt,", "no paper “consennt”"),
        (CHRONOLOGY, "after: [proposal]", "after: [consent]", "comes before itself"),
        (CHRONOLOGY, "day: launch.day, after", "day: launch.place, after", "no day of the record"),
        ("guidance/requirements", "survey.movement]", "survey.move]", "no text “survey.move”"),
        (RATINGS, "order: [good, fair", "order: [best, fair", "no class “best”"),
        (RATINGS, "fact: keeping", "fact: keping", "no fact “keping”"),
        (RATINGS, "met_by: [scientific]", "met_by: [scientifik]", "no value “scientifik”"),
        (RATINGS, "levels: [district", "levels: [distrikt", "“distrikt” must be one of"),
        (RATINGS, "      neat: {vi", "      net: {vi", "the value “neat” is missing"),
        ("guidance/reviews", "  enterprise:", "  enterprize:", "no kind of unit “enterprize”"),
        ("guidance/reviews", "  two_tier:", "  to_tier:", "the era “two_tier” is missing"),
        ("guidance/deadlines", "before: 10/5", "before: 31/4", "there is no 31/4"),
        ("guidance/deadlines", "id: survey", "id: surveys", "“survey” of both periods"),
        ("guidance/endings", "tại {scope}", "tại {scop}", "no open name “{scop}”"),
        ("guidance/programmes", "{proposer}", "{propose}", "no open name “{propose}”"),
        (MODEL, "fits: [commune]", "fits: [comune]", "no kind of unit “comune”"),
        (MODEL, "number: 7", "number: 8", "by number and slug the file is 08-"),
        (MODEL, "{police}", "{polise}", "no open name “{polise}”"),
        (MODEL, "Tổ tuần tra nhân dân về", "Dòng họ tự quản về", "is one of “Dòng họ"),
        ("law/legal", "kind: Luật", "kind: Luat", "no kind “Luat”"),
        ("law/legal", "until: 2025-02-28", "until: 2015-02-28", "ends before it begins"),
        ("law/eras", "act: local_government_2025_06", "act: local", "no act “local”"),
        ("law/eras", "from: 2026-05-27", "from: soon", "“soon” is no day"),
        ("law/honours", "\nsure: known", "\nsure: perhaps", "“perhaps” must be one of"),
        ("law/signers", "act: clerical_2020", "akt: clerical_2020", "there is no key “akt”"),
        ("law/numbering", "since: 2020-06-30", "since: 2010-06-30", "is not after the day"),
        ("law/issuers", "  school:", "  scool:", "records name “school” too"),
        ("law/issuers", "[local_government]", "[local_goverment]", "no topic “local_goverment”"),
        ("law/issuers", "{commune}", "{comune}", "no open name “{comune}”"),
        ("law/units", "begins: Thôn,", "begins: Tổ,", "never reached"),
        ("law/units", "Công an {commune}", "Công an {comune}", "no open name “{comune}”"),
    ],
)
def test_a_fault_is_told_at_its_line(data: Data, file: str, old: str, new: str, what: str) -> None:
    """A slip in any file has a message that names the file, the line, and what is wrong there."""
    data.change(file, old, new)
    found = [one for one in data.faults() if what in one.what.en]
    assert found
    assert all(one.place.line and one.what.vi for one in found)
    assert str(data.file(file)) in {one.place.file for one in found}


def test_all_faults_of_all_files_are_told_at_once(data: Data) -> None:
    """Also where one of the files cannot be read."""
    data.change(PAPERS, "template: dong-y\n", "template: dong-i\n")
    data.change(RATINGS, "fact: keeping", "fact: keping")
    data.file(ITEMS).write_text("items: [", "utf-8")
    data.change("law/eras", "\n  sure: verified", "\n  shure: verified")
    files = {one.place.file.removeprefix(f"{data.root}/") for one in data.faults()}
    assert {f"{ITEMS}.yaml", f"{RATINGS}.yaml", "law/eras.yaml"} <= files


def test_a_key_told_twice_is_a_fault(data: Data) -> None:
    """YAML would silently take the second."""
    data.change(RATINGS, "    any: true\n", "    any: true\n    any: false\n")
    (fault,) = data.faults()
    assert (fault.what.en, fault.place.line) == (
        "the key “any” stands twice",
        data.line(RATINGS, "any: false"),
    )


def test_a_missing_file_is_told(data: Data) -> None:
    """A copy is a whole copy."""
    data.file("law/units").unlink()
    assert any(one.what.en == "there is no such data file" for one in data.faults())


@pytest.mark.parametrize("seed", range(25))
def test_no_damage_goes_unsaid_in_a_traceback(data: Data, seed: int) -> None:
    """A line lost, doubled or torn anywhere: checking comes to an end, every fault has its line."""
    chance = random.Random(seed)  # noqa: S311 - the same damage every time
    files = sorted(path for path in data.root.rglob("*.yaml"))
    file = chance.choice(files)
    lines = file.read_text("utf-8").splitlines(keepends=True)
    place = chance.randrange(len(lines))
    lines[place] = chance.choice(
        ["", lines[place] * 2, lines[place][: len(lines[place]) // 2], f" {lines[place]}", "? x\n"]
    )
    file.write_text("".join(lines), "utf-8")
    assert all(one.place.line and one.place.file for one in data.faults())


def test_work_with_faulty_data_is_refused_with_all_faults(data: Data) -> None:
    """Nothing is drafted from them."""
    data.change(RATINGS, "fact: keeping", "fact: keping")
    with pytest.raises(DataError) as caught, using(data.root):
        pass
    assert list(caught.value.problems) == data.faults()


def test_the_command_tells_the_faults(data: Data, capsys: pytest.CaptureFixture[str]) -> None:
    """With exit code 1; 0 and one line where there are none."""
    assert cli.run(["data", "check", "--data", str(data.root)]) == ExitCode.DONE
    data.change(PAPERS, "template: dong-y\n", "template: dong-i\n")
    assert cli.run(["--data", str(data.root), "data", "check", "--lang", "en"]) == ExitCode.INPUT
    line = data.line(PAPERS, "dong-i")
    assert f"papers.yaml:{line}:5: error: there is no template" in capsys.readouterr().out
    assert cli.run(["data", "check"]) == ExitCode.DONE


def test_every_command_works_with_the_chosen_data(
    data: Data, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``DOCGEN_DATA`` names them; a folder that is none is refused."""
    data.change(PAPERS, "    kind: Nghị quyết\n", "    kind: Nghị quyết mới\n")
    monkeypatch.setenv("DOCGEN_DATA", str(data.root))
    assert cli.run(["templates", "list"]) == ExitCode.DONE
    assert "Nghị quyết mới" in capsys.readouterr().out
    monkeypatch.setenv("DOCGEN_DATA", str(data.root / "nowhere"))
    assert cli.run(["templates", "list"]) == ExitCode.INPUT
    monkeypatch.delenv("DOCGEN_DATA")
    assert cli.run(["templates", "list"]) == ExitCode.DONE
    assert "Nghị quyết mới" not in capsys.readouterr().out


def test_every_shipped_file_is_checked() -> None:
    """Each data file of the program has its shape, whichever room it lies in."""
    around = Around(guidance(), law(), {}, None)
    read = (*soundness.sheets(law()), *sheets(around), *of_form.sheets(book()), *fixed())
    assert {sheet.file for sheet in read} == {*(ROOT / "docgen").glob("*/data/**/*.yaml")}


def test_a_fault_in_the_words_of_papers_is_told_at_its_line(tmp_path: Path) -> None:
    """Words that nobody copies are read as strictly as the law."""
    file = tmp_path / "bodies.yaml"
    file.write_text("archive: Lưu\ndeputy: 5\n", "utf-8")
    (fault,) = problems([Sheet(file, Texts)])
    assert (fault.place.line, fault.what.en) == (2, "must be text")
