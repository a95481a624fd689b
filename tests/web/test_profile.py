"""The profile of the unit, told field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.samples import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web.asking import Asked

ADDRESS = "/cai-dat/don-vi"


def revision(officer: Asked) -> str:
    """The state of the profile that the page shows."""
    return officer.ok(ADDRESS).partition('name="revision" value="')[2].partition('"')[0]


def test_a_profile_is_made_of_what_is_typed(officer: Asked, work: Path) -> None:
    """Defaults that nobody chose are not written; a new record names the file."""
    told = {
        "revision": revision(officer),
        "issuer.kind": "commune",
        "issuer.name": "xã Tân Mỹ",
        "issuer.head.signing": "head",
        "approver": "decider",
        "party.standing": "false",
    }
    assert officer.post(ADDRESS, told).status_code == 303
    text = (work / "don-vi.yaml").read_text("utf-8")
    assert text == "kind: profile\nissuer: {kind: commune, name: xã Tân Mỹ}\n"
    assert "xã Tân Mỹ" in officer.ok(ADDRESS)


def test_comments_of_a_profile_stay(officer: Asked, work: Path) -> None:
    """One value changes, every other byte stays."""
    sample = (ROOT / "samples/don-vi/xa-dong-son.yaml").read_text("utf-8")
    (work / "don-vi.yaml").write_text(sample, "utf-8")
    told = {"revision": revision(officer), "issuer.head.name": "Trần Văn Nam"}
    assert officer.post(ADDRESS, told).status_code == 303
    expected = sample.replace("Nguyễn Văn Khôi", "Trần Văn Nam")
    assert (work / "don-vi.yaml").read_text("utf-8") == expected


def test_what_is_wrong_is_told_and_not_written(officer: Asked, work: Path) -> None:
    """The page comes back with what was typed."""
    told = {"revision": revision(officer), "issuer.kind": "hoi-dong", "issuer.name": "xã A"}
    found = officer.post(ADDRESS, told)
    assert found.status_code == 422
    assert "<title>Lỗi: " in found.text
    assert "xã A" in found.text
    assert not (work / "don-vi.yaml").exists()


def test_a_profile_changed_meanwhile_is_left_alone(officer: Asked, work: Path) -> None:
    """The page was of another state of the file."""
    before = revision(officer)
    (work / "don-vi.yaml").write_text("kind: profile\n# x\n", "utf-8")
    found = officer.post(ADDRESS, {"revision": before, "issuer.name": "xã A"})
    assert found.status_code == 409
    assert (work / "don-vi.yaml").read_text("utf-8") == "kind: profile\n# x\n"


def test_a_field_that_is_left_is_read_back_and_not_written(officer: Asked, work: Path) -> None:
    """Its day in words, or why it is none; what other fields lack is not told yet."""
    told = {"revision": "x", "step": "", "party.term_since": "01/7/2025"}
    answer = officer.post(f"{ADDRESS}/doc", told).json()
    assert answer["echoes"] == {"party.term_since": "Thứ Ba, ngày 01 tháng 7 năm 2025"}
    assert (answer["problems"], answer["revision"]) == ({}, "x")
    answer = officer.post(f"{ADDRESS}/doc", {**told, "party.term_since": "31/2/2025"}).json()
    assert list(answer["problems"]) == ["party.term_since"]
    assert not (work / "don-vi.yaml").exists()
