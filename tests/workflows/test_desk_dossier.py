"""What a person at the desk does to single papers: clash settled, scans placed, life looked at."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from pypdf import PdfReader

from docgen import api
from docgen.errors import DocgenError, ProtectedWorkError, RecordError, Words
from docgen.workflows.paper_status import PaperState
from tests import foreign
from tests.hands import retyped, texts
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from docgen.workflows.paper_status import PaperStatus

SAMPLE = "xa-2026-to-lien-gia"
DAY = drafted(SAMPLE)
DECISION = "04-quyet-dinh-thanh-lap"
REGULATION = "05-quy-che"
POLICE = "- Công an xã Minh Thịnh (Cơ quan"
MINE = "- Công an xã Minh Thịnh (viết lại bằng tay);"
DESK = ("Ban Chỉ đạo 138 xã Minh Thịnh\nsteering", "Ban Chỉ đạo 138 của xã\nsteering")

pytestmark = pytest.mark.usefixtures("press")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of a model with its record and its package, as the desk has it."""
    record = tmp_path / "ban-khai.yaml"
    record.write_bytes(path_of(SAMPLE).read_bytes())
    api.package(record, tmp_path / "ho-so", on=DAY)
    return tmp_path


def paper(home: Path, stem: str, on: date = DAY) -> PaperStatus:
    """How far one paper has come."""
    found = api.status(home / "ho-so", on=on).papers
    return next(one for one in found if one.stem == stem)


def tell(home: Path, old: str, new: str) -> None:
    """Change the record."""
    record = home / "ban-khai.yaml"
    text = record.read_text("utf-8")
    assert old in text
    record.write_text(text.replace(old, new), "utf-8")


def word(home: Path, stem: str) -> Path:
    """The Word file of a paper."""
    return home / "ho-so" / "van-ban" / f"{stem}.docx"


@pytest.fixture
def clash(home: Path) -> Path:
    """A paper in which one paragraph was changed by hand and in the record."""
    file = word(home, REGULATION)
    file.write_bytes(retyped(file.read_bytes(), POLICE, MINE))
    tell(home, *DESK)
    api.package(None, home / "ho-so", on=DAY)
    assert paper(home, REGULATION).clashes
    return home


@pytest.mark.parametrize("takes", [False, True])
def test_a_clash_is_settled_by_choice(clash: Path, takes: bool) -> None:  # noqa: FBT001
    """The paragraph is exactly what was chosen; the former file is kept, the spare draft goes."""
    file = word(clash, REGULATION)
    found = api.disputes(clash / "ho-so", REGULATION, on=DAY)
    (place,) = found.places
    assert (place.mine, "138 của xã" in place.new) == (MINE, True)
    before = texts(file.read_bytes())
    new = texts(file.with_suffix(".moi.docx").read_bytes())
    taken = [place.number] if takes else []
    api.resolve(clash / "ho-so", REGULATION, found.seen, taken, on=DAY)
    assert texts(file.read_bytes()) == (new if takes else before)
    assert not file.with_suffix(".moi.docx").exists()
    now = paper(clash, REGULATION)
    assert not now.clashes
    assert now.edited is not takes
    assert not now.behind


def test_a_choice_made_of_other_versions_is_refused(clash: Path) -> None:
    """Nobody settles what he has not seen: the file was edited once more meanwhile."""
    found = api.disputes(clash / "ho-so", REGULATION, on=DAY)
    file = word(clash, REGULATION)
    file.write_bytes(retyped(file.read_bytes(), MINE, "Viết lại lần nữa."))
    kept = file.read_bytes()
    with pytest.raises(ProtectedWorkError):
        api.resolve(clash / "ho-so", REGULATION, found.seen, [0], on=DAY)
    assert file.read_bytes() == kept


def test_edits_by_hand_are_told_place_by_place(home: Path) -> None:
    """What docgen wrote, what stands there now."""
    file = word(home, REGULATION)
    file.write_bytes(retyped(file.read_bytes(), POLICE, MINE))
    (edit,) = api.edits(home / "ho-so", REGULATION, on=DAY)
    assert edit.was.startswith(POLICE)
    assert edit.now == MINE
    assert api.edits(home / "ho-so", DECISION, on=DAY) == ()


def test_a_paper_tells_its_number_marks_and_blanks(home: Path) -> None:
    """Before and after the clerk gives the number."""
    before = paper(home, DECISION)
    assert (before.number, before.issued, before.state) == (None, False, PaperState.DRAFT)
    assert before.changed is not None
    assert before.printed is not None
    rehearsed = api.rehearse_number(home / "ho-so", "4", 45, DAY, on=DAY)
    assert rehearsed.symbol == "45/QĐ-UBND"
    assert rehearsed.titles[0] == before.title
    assert len(rehearsed.titles) > 1
    assert paper(home, DECISION) == before
    api.number(home / "ho-so", "4", 45, DAY, on=DAY)
    after = paper(home, DECISION)
    assert (after.number, after.day, after.symbol) == (45, DAY, "45/QĐ-UBND")
    assert after.issued
    assert after.state is PaperState.NUMBERED


def test_what_the_record_says_otherwise_stands_by_its_paper(home: Path) -> None:
    """After a paper was issued its differences are its own, not another's."""
    api.number(home / "ho-so", "4", 45, DAY, on=DAY)
    kept = word(home, DECISION).read_bytes()
    tell(home, "Nguyễn Đình Khải", "Nguyễn Đình Khôi")
    assert any("Khôi" in one.what.vi for one in paper(home, DECISION).otherwise)
    assert not paper(home, REGULATION).otherwise
    api.package(None, home / "ho-so", on=DAY)
    assert word(home, DECISION).read_bytes() == kept


def photo(*, sideways: bool) -> bytes:
    """A picture of a page: white with one dark corner, taken upright or with the phone turned."""
    picture = Image.new("RGB", (1240, 1754), "white")
    picture.paste("black", (0, 0, 200, 200))
    exif = Image.Exif()
    if sideways:
        picture = picture.transpose(Image.Transpose.ROTATE_90)
        exif[274] = 6
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def stems(home: Path) -> list[str]:
    """The stems of every paper."""
    return [one.stem for one in api.status(home / "ho-so", on=DAY).papers]


def test_a_photo_turned_by_exif_is_upright_and_kept_as_it_is(home: Path) -> None:
    """Its page is upright; what is placed is the file itself, and the paper is signed."""
    data = photo(sideways=True)
    tray = api.lay_scans(home / ".docgen" / "khay", [("IMG_1.jpg", data)])
    (page,) = PdfReader(io.BytesIO(api.print_tray(tray))).pages
    assert page.mediabox.height > page.mediabox.width
    assert any("dpi" in remark.what.vi for remark in tray.remarks)
    names = api.place_scans(home / "ho-so", DECISION, tray, stems=stems(home))
    assert names == [f"{DECISION}.jpg"]
    assert (home / "ho-so" / "da-ky" / names[0]).read_bytes() == data
    assert paper(home, DECISION).state is PaperState.SIGNED
    assert api.find_tray(home / ".docgen" / "khay", tray.name) is None


def test_pages_are_turned_ordered_and_left_out_by_hand(home: Path) -> None:
    """What is placed is one PDF of the pages as they were arranged."""
    khay = home / ".docgen" / "khay"
    scans = [("a.pdf", foreign.pdf(2)), ("b.jpg", photo(sideways=False))]
    tray = api.lay_scans(khay, scans)
    tray = api.leave_out_page(tray, 1)
    tray = api.move_page(tray, 1, -1)
    tray = api.turn_page(tray, 0)
    tray = api.find_tray(khay, tray.name) or tray
    assert [(one.file, one.number, one.turn) for one in tray.sheets] == [
        ("b.jpg", 1, 1),
        ("a.pdf", 1, 0),
    ]
    api.place_scans(home / "ho-so", DECISION, tray, stems=stems(home))
    made = PdfReader(home / "ho-so" / "da-ky" / f"{DECISION}.pdf")
    assert [page.rotation for page in made.pages] == [90, 0]
    assert "Scan page 1" in made.pages[1].extract_text()


def test_a_scan_in_the_place_of_another_keeps_the_former(home: Path) -> None:
    """The older one goes to the former versions, byte by byte."""
    first, again = foreign.pdf(1), foreign.pdf(2)
    for data in (first, again):
        tray = api.lay_scans(home / ".docgen" / "khay", [("quét.pdf", data)])
        api.place_scans(home / "ho-so", DECISION, tray, stems=stems(home))
    assert (home / "ho-so" / "ban-cu" / f"{DECISION}.pdf").read_bytes() == first
    assert (home / "ho-so" / "da-ky" / f"{DECISION}.pdf").read_bytes() == again


def test_what_is_no_scan_never_comes_on_a_tray(home: Path) -> None:
    """A renamed text file is told, and nothing is kept of it."""
    khay = home / ".docgen" / "khay"
    with pytest.raises(RecordError) as caught:
        api.lay_scans(khay, [("quét.jpg", b"only words\n"), ("b.jpg", photo(sideways=False))])
    assert "đây không phải là bản quét" in caught.value.problems[0].what.vi
    assert not khay.exists()


def test_a_scan_that_bundle_refuses_is_never_called_signed(home: Path) -> None:
    """The paper keeps its state, and tells why its scan is of no use."""
    (home / "ho-so" / "da-ky" / f"{DECISION}.pdf").write_bytes(b"words")
    found = paper(home, DECISION)
    assert found.state is PaperState.DRAFT
    assert found.scan is not None
    assert "đây không phải là bản quét" in found.scan.faults[0].what.vi


def test_a_paper_that_is_not_there_takes_no_scan(home: Path) -> None:
    """The tray stays for another choice."""
    tray = api.lay_scans(home / ".docgen" / "khay", [("quét.pdf", foreign.pdf(1))])
    with pytest.raises(DocgenError):
        api.place_scans(home / "ho-so", "99-khong-co", tray, stems=stems(home))
    assert api.find_tray(home / ".docgen" / "khay", tray.name) == tray


def test_watching_tells_what_the_dossier_does_not_follow(home: Path) -> None:
    """An edited paper and a scan that came, until the dossier is bound again."""
    folder = home / "ho-so"
    before = api.watch(folder)
    assert before == api.watch(folder)
    assert before.changed == ()
    file = word(home, REGULATION)
    file.write_bytes(retyped(file.read_bytes(), POLICE, MINE))
    (folder / "da-ky" / f"{DECISION}.pdf").write_bytes(foreign.pdf(1))
    seen = api.watch(folder)
    assert seen.token != before.token
    assert {*seen.changed} == {f"{REGULATION}.docx", f"{DECISION}.pdf"}
    api.bundle(folder, on=DAY)
    assert api.watch(folder).changed == ()
    assert api.watch(home / "khong-co").token == ""


def test_a_run_that_is_stopped_leaves_the_folder_as_it_was(home: Path) -> None:
    """What ``tell`` throws ends the work, and record and folder are as before."""

    class Enough(Exception):  # noqa: N818
        """The user has had enough."""

    def stop(_: Words) -> None:
        raise Enough

    seen, record = api.watch(home / "ho-so"), (home / "ban-khai.yaml").read_bytes()
    for work in _runs(home, stop):
        with pytest.raises(Enough):
            work()
        assert api.watch(home / "ho-so") == seen
        assert (home / "ban-khai.yaml").read_bytes() == record


def _runs(home: Path, stop: Callable[[Words], None]) -> list[Callable[[], object]]:
    folder = home / "ho-so"
    return [
        lambda: api.package(home / "ban-khai.yaml", folder, on=DAY, tell=stop),
        lambda: api.bundle(folder, on=DAY, tell=stop),
        lambda: api.number(folder, "4", 45, DAY, on=DAY, tell=stop),
    ]
