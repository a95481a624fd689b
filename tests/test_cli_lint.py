"""docgen lint on the command line: what is shown, what is written, with which exit code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
import pytest

from docgen.cli import run
from docgen.errors import ExitCode
from docgen.word.archive import parts_of
from tests.lint.altered import Altered, golden
from tests.lint.made import line, word_file
from tests.lint.mutants import mutant

if TYPE_CHECKING:
    from pathlib import Path

DAY = ["--date", "01/09/2026"]


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A paper that breaks no rule."""
    file = tmp_path / "ke-hoach.docx"
    file.write_bytes(golden("ke-hoach-xay-dung"))
    return file


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A paper whose Tiêu ngữ is not bold, with a date that wants mending."""
    made = Altered(golden("ke-hoach-xay-dung"))
    made.look(made.of("motto"), b="0")
    made.say(made.of("place_date")[0], "Minh Thịnh, ngày 4 tháng 8 năm 2026")
    file = tmp_path / "sai.docx"
    file.write_bytes(made.bytes())
    return file


def test_a_whole_paper_exits_0_and_is_not_called_right(
    whole: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The verdicts are counted; nothing says that the paper is right."""
    assert run(["lint", str(whole), *DAY]) == ExitCode.DONE
    shown = capsys.readouterr().out
    assert "đạt" in shown
    assert "không kết luận văn bản đúng thể thức" in shown


def test_findings_exit_1_with_place_rule_and_clause(
    wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each finding tells where, which rule, what is, what should be, and the clause."""
    assert run(["lint", str(wrong), *DAY]) == ExitCode.INPUT
    shown = capsys.readouterr().out
    assert "đoạn 5 (Tiêu ngữ)" in shown
    assert "C04 lỗi" in shown
    assert "chữ không đậm" in shown
    assert "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.1.b" in shown


def test_advice_alone_exits_0(tmp_path: Path) -> None:
    """A habit that is not kept is told, but is no fault."""
    file = tmp_path / "goi-y.docx"
    file.write_bytes(mutant("nd30", "C05", "rule_typed")[1])
    assert run(["lint", str(file), *DAY]) == ExitCode.DONE


def test_english_is_spoken_on_request(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same findings in English."""
    run(["lint", str(wrong), "--lang", "en", *DAY])
    shown = capsys.readouterr().out
    assert "paragraph 5 (Tiêu ngữ)" in shown
    assert "not bold" in shown


def test_json_has_findings_and_what_stayed_open(
    wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Programs read findings, verdicts and the day that was taken."""
    assert run(["lint", str(wrong), "--json", *DAY]) == ExitCode.INPUT
    told = json.loads(capsys.readouterr().out)
    paper = told["files"][0]["papers"][0]
    assert (paper["regime"], paper["kind"], paper["day"]) == ("nd30", "kh", "2026-08-04")
    assert {one["rule"] for one in paper["findings"]} == {"C04", "C18"}
    assert all(one["is"] and one["should_be"] and one["remedy"] for one in paper["findings"])
    assert paper["verdicts"]["fails"] == 2


# What SARIF 2.1.0 (OASIS) asks of a log, as far as this command writes one.
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "tool": {"required": ["driver"]},
                    "results": {
                        "items": {
                            "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
                            "properties": {
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": {"required": ["text"]},
                            },
                        }
                    },
                },
            },
        },
    },
}


def test_sarif_names_each_rule_once(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Results point at their rules by index; places are logical locations."""
    assert run(["lint", str(wrong), "--sarif", *DAY]) == ExitCode.INPUT
    log = json.loads(capsys.readouterr().out)
    jsonschema.validate(log, SARIF)
    driver = log["runs"][0]["tool"]["driver"]
    for result in log["runs"][0]["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]


def test_copies_are_written_and_the_source_stays(wrong: Path, tmp_path: Path) -> None:
    """One folder gets comments, another the mended paper; the source is as it was."""
    before = wrong.read_bytes()
    notes, mended = tmp_path / "nhan-xet", tmp_path / "da-sua"
    code = run(["lint", str(wrong), "--annotate", str(notes), "--fix", str(mended), *DAY])
    assert code == ExitCode.INPUT
    assert wrong.read_bytes() == before
    assert "word/comments.xml" in parts_of((notes / "sai.docx").read_bytes(), "x")
    assert run(["lint", str(mended / "sai.docx"), *DAY]) == ExitCode.DONE


def test_no_copy_stands_over_a_file(wrong: Path, tmp_path: Path) -> None:
    """A copy that is there is kept, and nothing at all is written."""
    folder = tmp_path / "da-sua"
    folder.mkdir()
    (folder / "sai.docx").write_bytes(b"mine")
    other = tmp_path / "nhan-xet"
    code = run(["lint", str(wrong), "--fix", str(folder), "--annotate", str(other), *DAY])
    assert code == ExitCode.PROTECTED
    assert (folder / "sai.docx").read_bytes() == b"mine"
    assert not other.exists()


def test_one_folder_cannot_hold_both_copies(wrong: Path, tmp_path: Path) -> None:
    """Comments and mended papers would stand over each other."""
    folder = str(tmp_path / "chung")
    code = run(["lint", str(wrong), "--fix", folder, "--annotate", folder, *DAY])
    assert code == ExitCode.PROTECTED


def test_folders_and_patterns_are_walked(
    whole: Path, wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every .docx below a folder is read, but not the locks that Word leaves."""
    (tmp_path / "~$ke-hoach.docx").write_bytes(b"lock")
    (tmp_path / "con").mkdir()
    (tmp_path / "con" / "ke-hoach.docx").write_bytes(whole.read_bytes())
    assert run(["lint", str(tmp_path), "--json", *DAY]) == ExitCode.INPUT
    assert len(json.loads(capsys.readouterr().out)["files"]) == 3
    assert run(["lint", str(tmp_path / "ke-*.docx"), "--json", *DAY]) == ExitCode.DONE
    assert len(json.loads(capsys.readouterr().out)["files"]) == 1
    assert wrong.exists()


def test_files_of_one_name_get_copies_of_their_own(wrong: Path, tmp_path: Path) -> None:
    """Two papers called alike in two folders both find their copy."""
    (tmp_path / "con").mkdir()
    (tmp_path / "con" / "sai.docx").write_bytes(wrong.read_bytes())
    folder = tmp_path / "da-sua"
    files = [str(wrong), str(tmp_path / "con" / "sai.docx")]
    run(["lint", *files, "--fix", str(folder), *DAY])
    assert sorted(one.name for one in folder.iterdir()) == ["sai-2.docx", "sai.docx"]


def test_a_damaged_file_stops_no_other(
    whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be read is told, the rest is judged, the code says that not all is well."""
    bad = tmp_path / "hong.docx"
    bad.write_bytes(b"not a Word file")
    assert run(["lint", str(bad), str(whole), *DAY]) == ExitCode.INPUT
    shown = capsys.readouterr()
    assert "hong.docx" in shown.err
    assert "ke-hoach.docx" in shown.out


def test_a_source_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong path is a fault of the input, in plain words."""
    assert run(["lint", str(tmp_path / "khong-co.docx")]) == ExitCode.INPUT
    assert "không có tệp Word" in capsys.readouterr().err


def test_without_a_source_the_usage_is_wrong() -> None:
    """A command without anything to do is a slip of the hand."""
    assert run(["lint"]) == ExitCode.USAGE


def test_a_text_that_is_no_paper_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where no part of a paper is found, nothing is judged."""
    file = tmp_path / "thu.docx"
    file.write_bytes(word_file(line("Chào Bình,")))
    assert run(["lint", str(file), *DAY]) == ExitCode.DONE
    assert "không nhận ra" in capsys.readouterr().out


def test_the_regime_can_be_forced_and_a_rule_skipped(
    wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A paper may be held against other rules, or without some."""
    run(["lint", str(wrong), "--regime", "hd05", "--json", "--date", "01/09/2026"])
    assert json.loads(capsys.readouterr().out)["files"][0]["papers"][0]["regime"] == "hd05"
    skipped = ["--skip", "C04", "--skip", "C18"]
    assert run(["lint", str(wrong), *skipped, *DAY]) == ExitCode.DONE


def test_rules_are_listed_with_their_clauses(capsys: pytest.CaptureFixture[str]) -> None:
    """All regimes, and what a Word file alone does not decide."""
    assert run(["lint", "--rules"]) == ExitCode.DONE
    shown = capsys.readouterr().out
    assert "C04  lỗi" in shown
    assert "D13" in shown
    assert "C17" in shown
    assert run(["lint", "--rules", "--json"]) == ExitCode.DONE
    told = json.loads(capsys.readouterr().out)
    assert len(told["rules"]) > 100
    assert told["undecided"]


def test_a_rule_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """Its clause in each regime, its weight, since when, its remedy."""
    assert run(["lint", "--explain", "d13"]) == ExitCode.DONE
    shown = capsys.readouterr().out
    assert "[hd36]" in shown
    assert "[hd05]" in shown
    assert "đến hết 26/5/2026" in shown
    assert run(["lint", "--explain", "C17"]) == ExitCode.DONE
    assert "Không đủ dữ liệu" in capsys.readouterr().out
    assert run(["lint", "--explain", "Z99"]) == ExitCode.USAGE
