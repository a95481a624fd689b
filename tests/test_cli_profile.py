"""docgen profile, and how far docgen check says that a record is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import yaml

from docgen.cli import run
from tests.samples import ROOT, path_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

FIFTEEN = "xa-2026-muoi-lam-o"
PROFILE = ROOT / "samples" / "don-vi" / "xa-dong-son.yaml"


def cells(value: object) -> int:
    """How many single values a record tells."""
    if isinstance(value, dict):
        return sum(map(cells, value.values()))
    return sum(map(cells, value)) if isinstance(value, list) else 1


def test_fifteen_cells_beyond_the_profile_make_a_package_without_a_mark(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nothing that a paper must say is missing; only what is filled in by hand."""
    assert cells(yaml.safe_load(path_of(FIFTEEN).read_text("utf-8"))) <= 15
    assert run(["check", str(path_of(FIFTEEN)), "--date", "14/9/2026", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["problems"] == []
    assert {blank["kind"] for blank in found["blanks"]} == {"hole"}
    assert found["progress"]["told"] < found["progress"]["needed"]


def test_check_tells_how_far_the_record_is_and_what_comes_next(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Text that papers must have before blanks; each with its place."""
    assert run(["check", str(path_of("khu-dan-cu-2026-toi-thieu"))]) == 0
    lines = capsys.readouterr().out.splitlines()
    (at,) = [place for place, line in enumerate(lines) if line.startswith("Đã khai ")]
    assert "mục mà văn bản cần" in lines[at]
    assert lines[at + 1] == "Nên điền tiếp:"
    assert ".yaml:" in lines[at + 2]


def test_a_blank_profile_is_made_in_either_form_and_never_over_another(tmp_path: Path) -> None:
    """As the forms of records are."""
    for name in ("don-vi.yaml", "don-vi.xlsx"):
        assert run(["profile", "-o", str(tmp_path / name)]) == 0
        assert run(["profile", "-o", str(tmp_path / name)]) == 4
    assert run(["profile", str(PROFILE), "-o", str(tmp_path / "khac.yaml")]) == 2


def test_the_profile_shows_what_follows_from_it(capsys: pytest.CaptureFixture[str]) -> None:
    """Each with its source; told, derived and missing apart; choices in Vietnamese."""
    assert run(["profile", str(PROFILE)]) == 0
    shown = capsys.readouterr().out
    assert "Đảng ủy xã Đông Sơn (" in shown
    assert "Loại đơn vị: UBND cấp xã" in shown
    assert run(["profile", str(PROFILE), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    derived = {fact["field"]: fact for fact in found["derived"]}
    assert derived["police.name"]["value"] == "Công an xã Đông Sơn"
    assert derived["police.name"]["source"]
    assert all(fact["line"] for fact in found["told"])


def test_a_workbook_names_its_profile_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The record keeps naming it when it is converted; a fault is told in the profile."""
    (tmp_path / "don-vi").mkdir()
    kept = tmp_path / "don-vi" / "xa-dong-son.yaml"
    kept.write_text(PROFILE.read_text("utf-8"), encoding="utf-8")
    (tmp_path / "r.yaml").write_text(path_of(FIFTEEN).read_text("utf-8"), encoding="utf-8")
    book = tmp_path / "r.xlsx"
    assert run(["convert", str(tmp_path / "r.yaml"), str(book)]) == 0
    text = kept.read_text("utf-8").replace("kind: commune", "kind: xã")
    kept.write_text(text, encoding="utf-8")
    assert run(["check", str(book), "--json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert problem["file"].endswith("xa-dong-son.yaml")
    kept.write_text(PROFILE.read_text("utf-8"), encoding="utf-8")
    assert run(["check", str(book), "--date", "14/9/2026", "--json"]) == 0
    assert run(["convert", str(book), str(tmp_path / "lai.yaml")]) == 0
    assert "profile: don-vi/xa-dong-son.yaml" in (tmp_path / "lai.yaml").read_text("utf-8")


def test_the_record_of_the_next_year_still_finds_the_profile(tmp_path: Path) -> None:
    """Wherever the new year is kept."""
    (tmp_path / "don-vi").mkdir()
    kept = tmp_path / "don-vi" / "xa-dong-son.yaml"
    kept.write_text(PROFILE.read_text("utf-8"), encoding="utf-8")
    record = tmp_path / "r.yaml"
    record.write_text(path_of(FIFTEEN).read_text("utf-8"), encoding="utf-8")
    folder = tmp_path / "nam" / "moi"
    assert run(["renew", str(record), "-o", str(folder), "--date", "14/9/2026"]) == 0
    assert run(["check", str(folder / "r-2027.yaml"), "--date", "14/9/2027"]) == 0
