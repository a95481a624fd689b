"""The command line as a person meets it: words, files, exit codes."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml
from pypdf import PdfReader

from docgen.cli import docgen, run
from docgen.errors import ExitCode
from docgen.word.authoring.compile import stale
from tests.samples import ROOT, drafted, path_of

SAMPLE = "khu-dan-cu-2026-toi-thieu"
Output = pytest.CaptureFixture[str]


def commands() -> list[tuple[str, click.Command]]:
    """Every command with the words that call it."""
    found: list[tuple[str, click.Command]] = []
    docgen.load()
    for name, command in docgen.commands.items():
        if isinstance(command, click.Group):
            found += [(f"{name} {sub}", inner) for sub, inner in command.commands.items()]
        else:
            found.append((name, command))
    return found


def establish(sample: str, folder: Path, *more: str) -> int:
    """Run ``docgen establish`` on a sample with the built-in printer."""
    arguments = ["establish", str(path_of(sample)), "-o", str(folder)]
    return run([*arguments, "--date", drafted(sample).isoformat(), "--printer", "builtin", *more])


def tree(folder: Path) -> dict[str, bytes]:
    """Every file under ``folder`` by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize(("name", "command"), commands(), ids=str)
def test_every_command_explains_itself(name: str, command: click.Command, capsys: Output) -> None:
    """Each command has help in Vietnamese that names its options."""
    assert command.help
    assert run([*name.split(), "--help"]) == ExitCode.DONE
    assert command.help.splitlines()[0][:30] in capsys.readouterr().out


def test_the_table_of_exit_codes_is_the_one_in_the_code() -> None:
    """docs/ma-thoat.md lists every code and no other."""
    table = (ROOT / "docs" / "ma-thoat.md").read_text(encoding="utf-8")
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)] == list(
        ExitCode
    )


def test_a_blank_form_goes_to_the_screen_or_to_a_file(tmp_path: Path, capsys: Output) -> None:
    """Without -o the form is printed; with -o it is written, and never over another file."""
    assert run(["new", "tu-quan"]) == ExitCode.DONE
    printed = capsys.readouterr().out
    file = tmp_path / "bản khai.yaml"
    assert run(["new", "tu-quan", "-o", str(file)]) == ExitCode.DONE
    assert file.read_text(encoding="utf-8") == printed
    file.write_text("của tôi", encoding="utf-8")
    assert run(["new", "tu-quan", "-o", str(file)]) == ExitCode.PROTECTED
    assert file.read_text(encoding="utf-8") == "của tôi"


def test_checking_a_good_record_lists_what_prints_blank(capsys: Output) -> None:
    """A usable record exits 0 and says what stays open."""
    assert run(["check", str(path_of(SAMPLE)), "--date", "24/11/2026"]) == ExitCode.DONE
    assert "Tình hình Nhân dân" in capsys.readouterr().out


def test_checking_tells_every_problem_at_its_line(tmp_path: Path, capsys: Output) -> None:
    """All faults at once, each with file, line and column, what is wrong and what to do."""
    file = tmp_path / "sai.yaml"
    file.write_text(
        "kind: self_managed\n"
        "issuer:\n  kind: comune\n  name: xã Tân Mỹ\n"
        "model: {nam: Tổ tuần tra nhân dân}\n"
        "launch:\n  day: 31/02/2026\n",
        encoding="utf-8",
    )
    assert run(["check", str(file)]) == ExitCode.INPUT
    told = capsys.readouterr().err
    for line in (3, 5, 7):
        assert f"{file}:{line}:" in told
    assert "commune" in told
    assert "31/02/2026" in told
    assert run(["check", str(file), "--lang", "en"]) == ExitCode.INPUT
    assert "error:" in capsys.readouterr().err


def test_findings_are_to_be_had_as_json(capsys: Output) -> None:
    """``--json`` gives problems, blanks and the model used, and nothing else, on stdout."""
    assert run(["check", str(path_of(SAMPLE)), "--json", "--date", "24/11/2026"]) == ExitCode.DONE
    told = json.loads(capsys.readouterr().out)
    assert told.keys() == {"content", "problems", "blanks", "progress"}
    assert run(["templates", "list", "--json"]) == ExitCode.DONE
    assert {"name": "giay-moi", "title": "Giấy mời", "article": "HD 1923, II.1.2"} in json.loads(
        capsys.readouterr().out
    )


def test_the_package_has_every_paper_and_the_dossier(tmp_path: Path, capsys: Output) -> None:
    """Word file and print of each paper, the dossier, the manifest; the paths on stdout."""
    folder = tmp_path / "Hồ sơ mô hình"
    assert establish("xa-2026-to-lien-gia", folder) == ExitCode.DONE
    files = tree(folder)
    drafts = {name for name in files if name.startswith("van-ban/")}
    assert {
        f"pdf/{Path(name).with_suffix('.pdf').relative_to('van-ban').as_posix()}" for name in drafts
    } <= files.keys()
    assert {"ho-so.pdf", "manifest.json"} <= files.keys()
    assert len(drafts) == 27
    told = capsys.readouterr()
    assert str(folder / "ho-so.pdf") in told.out
    assert "Mục 9" in told.err


def test_the_manifest_tells_no_personal_data(tmp_path: Path) -> None:
    """Names of people stay in the papers."""
    assert establish("xa-2026-to-lien-gia", tmp_path / "a") == ExitCode.DONE
    manifest = (tmp_path / "a" / "manifest.json").read_text(encoding="utf-8")
    record = yaml.safe_load(path_of("xa-2026-to-lien-gia").read_text(encoding="utf-8"))
    people = [*record["members"], *record["launch"]["guests"]]
    assert not [person["name"] for person in people if person["name"] in manifest]


def test_running_again_gives_the_same_bytes(tmp_path: Path) -> None:
    """Same record, same templates, same day: same files."""
    assert establish(SAMPLE, tmp_path / "a") == ExitCode.DONE
    assert establish(SAMPLE, tmp_path / "b") == ExitCode.DONE
    first = tree(tmp_path / "a")
    assert first == tree(tmp_path / "b")
    assert establish(SAMPLE, tmp_path / "a") == ExitCode.DONE
    assert tree(tmp_path / "a") == first


def test_a_paper_changed_by_hand_is_never_overwritten(tmp_path: Path) -> None:
    """The Word file stays as the person left it; its print and the dossier are made from it."""
    folder = tmp_path / "a"
    assert establish(SAMPLE, folder) == ExitCode.DONE
    edited = folder / "van-ban" / "05-quy-che.docx"
    edited.write_bytes(edited.read_bytes() + b"tay")
    before = tree(folder)
    assert establish(SAMPLE, folder) == ExitCode.DONE
    after = tree(folder)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"manifest.json", ".docgen/manifest.json"}
    assert json.loads(after["manifest.json"])["files"]["van-ban/05-quy-che.docx"]["state"] == (
        "edited"
    )


def test_a_print_changed_by_hand_is_never_overwritten(tmp_path: Path, capsys: Output) -> None:
    """Exit 4, the file named, nothing in the folder touched."""
    folder = tmp_path / "a"
    assert establish(SAMPLE, folder) == ExitCode.DONE
    edited = folder / "pdf" / "05-quy-che.pdf"
    edited.write_bytes(edited.read_bytes() + b"tay")
    before = tree(folder)
    capsys.readouterr()
    assert establish(SAMPLE, folder) == ExitCode.PROTECTED
    assert "05-quy-che.pdf" in capsys.readouterr().err
    assert tree(folder) == before


def test_a_folder_of_someone_else_is_left_alone(tmp_path: Path) -> None:
    """A folder that holds files docgen did not make is refused."""
    (tmp_path / "ghi chú.txt").write_text("của tôi", encoding="utf-8")
    assert establish(SAMPLE, tmp_path) == ExitCode.PROTECTED
    assert tree(tmp_path) == {"ghi chú.txt": "của tôi".encode()}


def test_signed_scans_are_kept(tmp_path: Path) -> None:
    """What lies in ``da-ky/`` stays there, and stands for the paper in the dossier."""
    folder = tmp_path / "a"
    assert establish(SAMPLE, folder) == ExitCode.DONE
    pages = len(PdfReader(folder / "ho-so.pdf").pages)
    scan = (folder / "pdf" / "08-ke-hoach-nam.pdf").read_bytes()
    signed = folder / "da-ky" / "04-quyet-dinh-thanh-lap.pdf"
    signed.write_bytes(scan)
    assert establish(SAMPLE, folder) == ExitCode.DONE
    assert signed.read_bytes() == scan
    decision = len(PdfReader(folder / "pdf" / "04-quyet-dinh-thanh-lap.pdf").pages)
    scanned = len(PdfReader(io.BytesIO(scan)).pages)
    assert len(PdfReader(folder / "ho-so.pdf").pages) == pages - decision + scanned


def test_a_bad_scan_leaves_the_last_good_dossier(tmp_path: Path, capsys: Output) -> None:
    """Exit 1, the scan named; the folder is as it was."""
    folder = tmp_path / "a"
    assert establish(SAMPLE, folder) == ExitCode.DONE
    (folder / "da-ky" / "04-quyet-dinh-thanh-lap.pdf").write_bytes(b"%PDF-scan")
    before = tree(folder)
    assert establish(SAMPLE, folder) == ExitCode.INPUT
    assert "da-ky/04-quyet-dinh-thanh-lap.pdf" in capsys.readouterr().err
    assert tree(folder) == before


def test_a_bad_record_makes_no_folder(tmp_path: Path) -> None:
    """Nothing is written when the record has problems."""
    file = tmp_path / "sai.yaml"
    file.write_text("kind: self_managed\nissuer: [", encoding="utf-8")
    assert run(["establish", str(file), "-o", str(tmp_path / "a")]) == ExitCode.INPUT
    assert not (tmp_path / "a").exists()


def test_an_output_that_is_a_file_is_a_failure_of_the_disk(tmp_path: Path, capsys: Output) -> None:
    """Exit 5 with the path and what to do, before any work is done."""
    (tmp_path / "a").write_text("", encoding="utf-8")
    assert establish(SAMPLE, tmp_path / "a") == ExitCode.OUTSIDE
    assert str(tmp_path / "a") in capsys.readouterr().err


def test_a_missing_printer_is_named_with_the_remedy(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 3, and the folder is not made."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("docgen.printing.libreoffice._PLACES", {})
    assert establish(SAMPLE, tmp_path / "a", "--printer", "libreoffice") == ExitCode.MISSING
    assert "LibreOffice" in capsys.readouterr().err
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["establish"], "BẢN_KHAI"),
        (["check", "a.yaml", "--nhanh"], "--nhanh"),
        (["soan"], "soan"),
        (["establish", "a.yaml", "-o", "b", "--date", "31/02/2026"], "--date"),
        (["new", "khac"], "LOẠI"),
    ],
)
def test_wrong_usage_is_told_in_plain_words(
    arguments: list[str], told: str, capsys: Output
) -> None:
    """Exit 2; what is wrong is named in Vietnamese."""
    assert run(arguments) == ExitCode.USAGE
    message = capsys.readouterr().err
    assert "Lệnh gõ chưa đúng" in message
    assert told in message


def test_hostile_values_arrive_whole(tmp_path: Path) -> None:
    """Markup, braces, emoji, decomposed letters and long names go through to the dossier."""
    record = yaml.safe_load(path_of(SAMPLE).read_text(encoding="utf-8"))
    record["model"]["name"] = "Tổ <b> & {{ x }} {% y %} “kẻng” 🔔"
    record["members"] = [
        {"name": "Trâ\u0300n Thi\u0323 Hoa\u0300", "unit": "A & B < C > D {0}", "role": "head"},
        {"name": "Nguyễn " * 42 + "An\u0007\u200b", "job": "thợ \\ $ # @ // `mã`"},
    ]
    file = tmp_path / "lạ.yaml"
    file.write_text(yaml.safe_dump(record, allow_unicode=True), encoding="utf-8")
    arguments = ["establish", str(file), "-o", str(tmp_path / "a"), "--printer", "builtin"]
    assert run([*arguments, "--date", "24/11/2026"]) == ExitCode.DONE


def test_templates_are_exported_changed_and_used(tmp_path: Path, capsys: Output) -> None:
    """A template changed in Word is used instead of the shipped one; a broken one is located."""
    own = tmp_path / "mau"
    assert run(["templates", "export", "giay-moi", "-o", str(own)]) == ExitCode.DONE
    assert run(["templates", "export", "giay-moi", "-o", str(own)]) == ExitCode.PROTECTED
    assert run(["templates", "check", str(own)]) == ExitCode.DONE
    assert establish(SAMPLE, tmp_path / "a", "--templates", str(own)) == ExitCode.DONE
    (own / "giay-moi.docx").write_bytes(b"PK hong")
    capsys.readouterr()
    assert run(["templates", "check", str(own)]) == ExitCode.INPUT
    assert establish(SAMPLE, tmp_path / "b", "--templates", str(own)) == ExitCode.INPUT
    assert "giay-moi.docx" in capsys.readouterr().err


def test_every_shipped_template_passes_the_check(tmp_path: Path) -> None:
    """What is exported is sound by the measure that changed templates are held to."""
    assert run(["templates", "export", "-o", str(tmp_path / "mau")]) == ExitCode.DONE
    assert run(["templates", "check", str(tmp_path / "mau")]) == ExitCode.DONE


def test_built_templates_agree_with_their_sources() -> None:
    """The committed .docx are what their sources compile to, byte for byte."""
    assert stale(ROOT / "templates") == []


def test_the_program_runs_as_a_module() -> None:
    """``python -m docgen`` is the same program, in UTF-8 whatever the terminal."""
    done = subprocess.run(
        [sys.executable, "-m", "docgen", "--help"],
        check=True,
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": "", "SYSTEMROOT": "C:\\Windows"},
    )
    assert "Hướng dẫn 1923/HD-BCĐ" in done.stdout.decode("utf-8")


def test_every_chair_of_a_linked_model_gets_a_dossier_of_its_own(tmp_path: Path) -> None:
    """II.2.4: each unit that takes the chair keeps the file; one list of members for all."""
    folder = tmp_path / "a"
    assert establish("lien-ket/cum-truong-xa-doanh-nghiep-2026", folder) == ExitCode.DONE
    files = tree(folder)
    dossiers = sorted(name for name in files if name.endswith("ho-so.pdf"))
    assert len(dossiers) == 3
    assert [name for name in files if name.endswith("04-danh-sach.docx")] == [
        "van-ban/04-danh-sach.docx"
    ]
    for dossier in dossiers:
        pages = [page.extract_text() for page in PdfReader(folder / dossier).pages]
        assert "HỒ SƠ" in pages[0]
        assert any("Người đại diện" in page and "DANH SÁCH" in page for page in pages)
    covers = {PdfReader(folder / dossier).pages[0].extract_text() for dossier in dossiers}
    assert len(covers) == 3
    assert "ho-so.pdf" not in files


def test_every_unit_that_is_asked_stands_in_one_letter_and_has_its_own_reply(
    tmp_path: Path,
) -> None:
    """II.2.1.1: one letter with one number to all, one form of reply for each addressed unit."""
    folder = tmp_path / "a"
    assert establish("lien-ket/giap-ranh-2024", folder) == ExitCode.DONE
    names = [Path(name).name for name in tree(folder) if name.startswith("van-ban/01-")]
    assert names == ["01-de-xuat.docx", *(f"01-tra-loi-{n:02d}.docx" for n in (1, 2, 3))]
