"""``docgen ceremony`` as a person meets it: files, messages, exit codes, work that is kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml

from docgen.cli import run
from docgen.errors import ExitCode
from tests.doubts import LEAST_LINKED
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from pathlib import Path

LINKED = "lien-ket/cum-truong-xa-doanh-nghiep-2026"
OWN = "truong-2026-cong-truong"
LETTER = "van-ban/06-giay-moi-02.docx"
Output = pytest.CaptureFixture[str]


def ceremony(sample: str, folder: Path) -> int:
    """Run ``docgen ceremony`` on a sample with the built-in printer."""
    arguments = ["ceremony", str(path_of(sample)), "-o", str(folder), "--printer", "builtin"]
    return run([*arguments, "--date", drafted(sample).isoformat()])


def tree(folder: Path) -> dict[str, bytes]:
    """Every file under ``folder`` by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ceremony of a linked model; read only."""
    folder = tmp_path_factory.mktemp("le-ky")
    assert ceremony(LINKED, folder) == ExitCode.DONE
    return folder


def test_a_signing_ceremony_is_drafted_whole(made: Path) -> None:
    """II.2.2: four guests and four other units are invited; five units sign two acts."""
    drafts = [name for name in tree(made) if name.startswith("van-ban/")]
    copies = [
        f"ban-ky/{act}-{n:02d}" for act in ("03-quy-che", "05-ke-hoach-nam") for n in range(1, 6)
    ]
    letters = [f"06-giay-moi-{n:02d}" for n in range(1, 9)]
    others = [
        *("bao-cao-qua-trinh", "bien-ban-ky-ket", "bien-ten", "danh-sach-du", "loi-dan"),
        *("phat-bieu", "thu-tu-ky"),
    ]
    stems = ["06-chuong-trinh", *letters, "06-ke-hoach-ky-ket", *copies]
    stems += [f"phu/{stem}" for stem in others]
    assert drafts == [f"van-ban/{stem}.docx" for stem in stems]
    assert all((made / "pdf" / f"{stem}.pdf").exists() for stem in stems)


def test_a_ceremony_is_told_of_without_a_dossier(tmp_path: Path, capsys: Output) -> None:
    """A launch within another conference; the papers are counted, no dossier is spoken of."""
    assert ceremony(OWN, tmp_path / "a") == ExitCode.DONE
    told = capsys.readouterr()
    assert "Đã soạn 14 văn bản trong" in told.err
    assert "ho-so.pdf" not in told.out
    assert {"van-ban/06-ke-hoach-ra-mat.docx", "van-ban/phu/bien-ban-ra-mat.docx"} <= tree(
        tmp_path / "a"
    ).keys()


def test_an_invitation_changed_by_hand_is_never_overwritten(tmp_path: Path) -> None:
    """The Word file stays as the person left it; nothing but the memory of the folder changes."""
    folder = tmp_path / "a"
    assert ceremony(OWN, folder) == ExitCode.DONE
    edited = folder / LETTER
    edited.write_bytes(edited.read_bytes() + b"tay")
    before = tree(folder)
    assert ceremony(OWN, folder) == ExitCode.DONE
    after = tree(folder)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"manifest.json", ".docgen/manifest.json"}
    assert json.loads(after["manifest.json"])["files"][LETTER]["state"] == "edited"


def test_a_print_changed_by_hand_stops_the_work(tmp_path: Path, capsys: Output) -> None:
    """Exit 4, the file named, nothing in the folder touched."""
    folder = tmp_path / "a"
    assert ceremony(OWN, folder) == ExitCode.DONE
    edited = folder / "pdf" / "06-giay-moi-02.pdf"
    edited.write_bytes(edited.read_bytes() + b"tay")
    before = tree(folder)
    capsys.readouterr()
    assert ceremony(OWN, folder) == ExitCode.PROTECTED
    assert "06-giay-moi-02.pdf" in capsys.readouterr().err
    assert tree(folder) == before


def test_a_ceremony_joins_the_establishment_in_its_folder(tmp_path: Path) -> None:
    """What both steps make is the same; the papers made before stay, the dossier with them."""
    folder = tmp_path / "a"
    arguments = ["establish", str(path_of(OWN)), "-o", str(folder), "--printer", "builtin"]
    assert run([*arguments, "--date", drafted(OWN).isoformat()]) == ExitCode.DONE
    before = tree(folder)
    assert ceremony(OWN, folder) == ExitCode.DONE
    after = tree(folder)
    papers = [name for name in before if name.endswith((".docx", ".pdf"))]
    assert [name for name in papers if after.get(name) != before[name]] == []
    assert "van-ban/phu/bien-ban-ra-mat.docx" in after


def test_a_ceremony_made_again_gives_the_same_bytes(tmp_path: Path) -> None:
    """Same record, same day: same files, also over the folder made before."""
    assert ceremony(OWN, tmp_path / "a") == ExitCode.DONE
    first = tree(tmp_path / "a")
    assert ceremony(OWN, tmp_path / "a") == ExitCode.DONE
    assert tree(tmp_path / "a") == first


def test_the_memory_of_a_ceremony_holds_no_names(made: Path) -> None:
    """Names of people stay in the papers."""
    manifest = (made / "manifest.json").read_text(encoding="utf-8")
    record = yaml.safe_load(path_of(LINKED).read_text(encoding="utf-8"))
    people = [*record["ceremony"]["guests"], *(unit["signer"] for unit in record["units"])]
    assert not [person["name"] for person in people if person["name"] in manifest]


CASES = {
    "chair": ('ceremony: {chair: "Ông Đỗ Cường, Giám đốc Công ty X"}\n', "", "", ":7:"),
    "leads": ("", "kind: school", "kind: school, lead: true", ":6:"),
    "one unit": ("", LEAST_LINKED.splitlines()[-1], "", ":4:"),
    "twins": ("", "Trường Trung học cơ sở", "xã", ":6:"),
    "guest": ("ceremony: {guests: [{name: Đỗ Cường}]}\n", "", "", ":7:"),
}


@pytest.mark.parametrize("command", ["ceremony", "establish"])
@pytest.mark.parametrize(("more", "old", "new", "line"), CASES.values(), ids=CASES)
def test_what_cannot_be_right_is_told_at_its_line(
    command: str, more: str, old: str, new: str, line: str, tmp_path: Path, capsys: Output
) -> None:
    """A chair of no unit, two leads, one unit, a unit twice, a guest without title: exit 1."""
    file = tmp_path / "sai.yaml"
    file.write_text(LEAST_LINKED.replace(old, new) + more, encoding="utf-8")
    assert run([command, str(file), "-o", str(tmp_path / "a")]) == ExitCode.INPUT
    assert f"{file}{line}" in capsys.readouterr().err
    assert not (tmp_path / "a").exists()
