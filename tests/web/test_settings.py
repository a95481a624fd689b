"""Settings: work folder, language, look, the machine, codes, the end."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from docgen.web.preferences import kept

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web.asking import Asked


def test_choices_are_kept_for_the_next_time(officer: Asked, tmp_path: Path) -> None:
    """Work folder, language and look; the folder is made."""
    officer.desk.keep = tmp_path / "cai-dat" / "desk.json"
    there = tmp_path / "noi khac"
    made = officer.post("/cai-dat", {"work": str(there), "language": "en", "look": "dark"})
    assert made.status_code == 303
    assert there.is_dir()
    chosen = kept(officer.desk.keep)
    assert (chosen.work, chosen.language, chosen.look) == (there, "en", "dark")
    assert '<html lang="en" data-look="dark"' in officer.ok("/")


def test_a_folder_that_cannot_be_written_is_refused(officer: Asked, tmp_path: Path) -> None:
    """What was typed stays, and so does the folder of before."""
    (tmp_path / "tep").write_text("x")
    before = officer.desk.work
    found = officer.post("/cai-dat", {"work": str(tmp_path / "tep" / "trong")})
    assert "Thư mục này không ghi được." in found.text
    assert officer.desk.work == before
    assert "Ghi đường dẫn đầy đủ" in officer.post("/cai-dat", {"work": "docgen"}).text


def test_damaged_choices_count_as_none(tmp_path: Path) -> None:
    """A file that somebody else wrote does not stop the desk."""
    file = tmp_path / "desk.json"
    for told in ("", "[]", json.dumps({"recent": [1], "language": 3, "look": "pink"})):
        file.write_text(told, "utf-8")
        assert (kept(file).language, kept(file).look) == ("vi", "auto")


def test_the_machine_is_told_line_by_line(officer: Asked) -> None:
    """As doctor does."""
    assert "Ghi được vào" in officer.ok("/cai-dat/may")


def test_codes_are_explained(officer: Asked) -> None:
    """The commands' own list; what is no code is no page."""
    assert "DG137" in officer.ok("/ma/DG137")
    assert officer.get("/ma/DG999").status_code == 404


def test_the_desk_stops_when_asked(officer: Asked) -> None:
    """The page says that the window can be closed, and the program ends."""
    ended: list[bool] = []
    officer.desk.stop = lambda: ended.append(True)
    assert "Đã dừng. Đóng cửa sổ này được." in officer.post("/dung").text
    assert ended
