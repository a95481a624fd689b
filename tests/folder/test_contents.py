"""The folder of a package on disk."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.errors import DocgenError, ExitCode, OutsideError, ProtectedWorkError
from docgen.folder import contents, faults, location
from docgen.folder.disk import Disk
from docgen.folder.manifest import COPY, NAME, FileEntry, Manifest, sha256
from docgen.folder.swap import Aside, Recovered
from tests.disks import Cut, Failing, Held, KilledError, Meddling, Watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

OLD = {
    "ho-so.pdf": b"%PDF old",
    "van-ban/04-quyet-dinh.docx": b"decision, old",
    "van-ban/05-quy-che.docx": b"rules",
    "van-ban/phu/01-xin-y-kien.docx": b"letter",
}
NEW = {
    "ho-so.pdf": b"%PDF new",
    "van-ban/04-quyet-dinh.docx": b"decision, new",
    "van-ban/05-quy-che.docx": b"rules",
    "pdf/04-quyet-dinh.pdf": b"%PDF decision",
}
SCAN = "da-ky/04-quyet-dinh.pdf"
EMPTY = Manifest("0.1.0", "ab", ("establish",), date(2026, 9, 5), {}, {})


def manifest_of(files: Mapping[str, bytes]) -> Manifest:
    """A manifest that knows ``files``."""
    return EMPTY.changed(files={path: FileEntry(sha256(data)) for path, data in files.items()})


def put(directory: Path, files: Mapping[str, bytes], disk: Disk | None = None) -> None:
    """Write ``files`` with their manifest."""
    contents.write(directory, files, manifest_of(files), disk or Disk())


def content(directory: Path) -> dict[str, bytes]:
    """All files under ``directory`` but the manifest; nothing where there is none."""
    return {
        path.relative_to(directory).as_posix(): path.read_bytes()
        for path in directory.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder of Vietnamese name, with spaces, that holds nothing but the package."""
    path = tmp_path / "Hồ sơ của xã"
    path.mkdir()
    return path


@pytest.fixture
def package(home: Path) -> Path:
    """A package as the last run made it, with a signed scan and a person's note."""
    path = home / "Tổ tự quản số 1"
    put(path, OLD)
    (path / SCAN).write_bytes(b"%PDF signed")
    (path / "van-ban" / "ghi chú.txt").write_bytes(b"note")
    return path


KEPT = {SCAN: b"%PDF signed", "van-ban/ghi chú.txt": b"note"}


def test_new_folder_holds_the_files_and_a_place_for_scans(home: Path) -> None:
    """A first run makes the folder, those above it, the files and da-ky/."""
    target = home / "a" / "b"
    put(target, NEW)
    assert content(target) == NEW
    assert (target / "da-ky").is_dir()
    assert contents.read(target) == manifest_of(NEW)


def test_next_run_replaces_drafts_and_keeps_what_persons_put_there(package: Path) -> None:
    """Drafts that are due no more go; scans and strange files stay."""
    put(package, NEW)
    assert content(package) == NEW | KEPT
    assert [path.name for path in package.parent.iterdir()] == [package.name]


def test_unchanged_file_is_left_as_it_is(package: Path) -> None:
    """A paper that stays the same keeps its time, so that no cloud disk sends it again."""
    paper = package / "van-ban/05-quy-che.docx"
    os.utime(paper, (1_000_000_000, 1_000_000_000))
    put(package, NEW)
    assert paper.stat().st_mtime == 1_000_000_000


def test_empty_folder_may_be_used(home: Path) -> None:
    """An empty folder, or one with nothing but what the system leaves, is as good as a new one."""
    (home / "Thumbs.db").write_bytes(b"")
    contents.guard(home)
    put(home, NEW)
    assert content(home) == NEW | {"Thumbs.db": b""}


def test_every_edited_file_is_named(package: Path) -> None:
    """Two papers retouched in Word: both are named, nothing is written."""
    for name in ("van-ban/04-quyet-dinh.docx", "van-ban/05-quy-che.docx"):
        (package / name).write_bytes(b"by hand")
    before = content(package)
    with pytest.raises(ProtectedWorkError) as caught:
        contents.guard(package)
    assert caught.value.exit_code == ExitCode.PROTECTED
    assert [problem.place.file for problem in caught.value.problems] == [
        str(package / "van-ban/04-quyet-dinh.docx"),
        str(package / "van-ban/05-quy-che.docx"),
    ]
    assert "sửa bằng tay" in caught.value.problems[0].what.vi
    with pytest.raises(ProtectedWorkError):
        put(package, NEW)
    assert content(package) == before


def test_deleted_file_is_no_edit(package: Path) -> None:
    """A paper that the person deleted comes back without a question."""
    (package / "van-ban/05-quy-che.docx").unlink()
    put(package, NEW)
    assert content(package) == NEW | KEPT


def test_paper_replaced_by_a_link_or_a_folder_is_an_edit(package: Path) -> None:
    """What stands at the place of a paper and is no longer that file is protected."""
    (package / "ho-so.pdf").unlink()
    (package / "ho-so.pdf").symlink_to(package / "van-ban/05-quy-che.docx")
    (package / "van-ban/04-quyet-dinh.docx").unlink()
    (package / "van-ban/04-quyet-dinh.docx").mkdir()
    with pytest.raises(ProtectedWorkError) as caught:
        contents.guard(package)
    assert len(caught.value.problems) == 2


def test_folder_that_is_not_ours_is_refused(home: Path) -> None:
    """A folder with files and without manifest is never written to."""
    (home / "ảnh.jpg").write_bytes(b"x")
    with pytest.raises(ProtectedWorkError) as caught:
        put(home, NEW)
    assert caught.value.problems[0].what.vi == "thư mục đã có tệp không do docgen tạo"
    assert content(home) == {"ảnh.jpg": b"x"}


@pytest.mark.parametrize("name", ["pdf/04-quyet-dinh.pdf", "pdf"])
def test_strange_file_in_the_way_is_protected(package: Path, name: str) -> None:
    """A person's file where a paper or its folder is to come is named, not overwritten."""
    (package / name).parent.mkdir(exist_ok=True)
    (package / name).write_bytes(b"mine")
    with pytest.raises(ProtectedWorkError, match=name):
        put(package, NEW)
    assert (package / name).read_bytes() == b"mine"


def test_damaged_manifest_protects_the_folder(package: Path) -> None:
    """Where the memory is gone, nobody can tell what was edited: nothing is touched."""
    for name in (NAME, COPY):
        (package / name).write_bytes(b"{")
    before = content(package)
    with pytest.raises(ProtectedWorkError, match="by hand"):
        put(package, NEW)
    assert content(package) == before


def test_edit_during_the_run_stops_it(package: Path) -> None:
    """A paper saved in Word a moment before the exchange wins."""
    paper = package / "van-ban/04-quyet-dinh.docx"
    with pytest.raises(ProtectedWorkError, match="04-quyet-dinh"):
        put(package, NEW, Meddling(lambda: paper.write_bytes(b"saved just now")))
    assert content(package) == OLD | KEPT | {"van-ban/04-quyet-dinh.docx": b"saved just now"}
    assert [path.name for path in package.parent.iterdir()] == [package.name]


def test_scan_dropped_during_the_run_is_kept(package: Path) -> None:
    """A scan that comes, and one that changes, a moment before the exchange are carried over."""

    def deed() -> None:
        (package / "da-ky/05-quy-che.pdf").write_bytes(b"%PDF just scanned")
        (package / SCAN).unlink()
        (package / SCAN).write_bytes(b"%PDF better scan")

    put(package, NEW, Meddling(deed))
    late = {"da-ky/05-quy-che.pdf": b"%PDF just scanned", SCAN: b"%PDF better scan"}
    assert content(package) == NEW | KEPT | late


def test_links_and_empty_folders_of_a_person_are_carried(package: Path) -> None:
    """A link stays a link; an empty folder made by a person stays."""
    (package / "da-ky" / "lối tắt.pdf").symlink_to("04-quyet-dinh.pdf")
    (package / "ảnh" / "buổi ra mắt").mkdir(parents=True)
    put(package, NEW)
    assert (package / "da-ky" / "lối tắt.pdf").is_symlink()
    assert (package / "ảnh" / "buổi ra mắt").is_dir()
    assert not (package / "van-ban/phu").exists()


def test_link_to_a_folder_is_followed(package: Path, home: Path) -> None:
    """Where DIR is a link, the folder behind it is renewed and the link stays."""
    link = home / "hiện hành"
    link.symlink_to(package)
    put(link, NEW)
    assert link.is_symlink()
    assert content(package) == NEW | KEPT


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
def test_disk_failing_at_any_change_leaves_the_folder_whole(tmp_path: Path, fault: int) -> None:
    """At whichever change the disk fails, the folder is as before or as after."""
    for at in range(1, 200):
        home = tmp_path / str(at)
        home.mkdir()
        package = home / "goi"
        put(package, OLD)
        disk = Failing(at, OSError(fault, os.strerror(fault)))
        try:
            put(package, NEW, disk)
        except OutsideError as error:
            (problem,) = error.problems
            assert problem.place.file == str(package)
            assert problem.hint.vi
            assert content(package) == OLD
        else:
            assert content(package) == NEW
        if disk.left > 0:
            return
        contents.recover(package)
        assert [path.name for path in home.iterdir()] == ["goi"]
    pytest.fail("the run never came to its end")


def test_failing_first_run_leaves_nothing(home: Path) -> None:
    """A full disk during the first run: neither the folder nor those above it remain."""
    target = home / "xã" / "mô hình"
    for at in range(1, 15):
        with pytest.raises(OutsideError, match="disk is full"):
            put(target, NEW, Failing(at, OSError(errno.ENOSPC, "No space left on device")))
        assert list(home.iterdir()) == []


def test_kill_at_any_change_is_mended_by_the_next_run(tmp_path: Path) -> None:
    """Killed anywhere, the folder recovers to before or after, scans included."""
    for at in range(1, 200):
        home = tmp_path / str(at)
        home.mkdir()
        package = home / "goi"
        put(package, OLD)
        (package / SCAN).write_bytes(b"%PDF signed")
        disk = Failing(at, KilledError())
        try:
            put(package, NEW, disk)
        except KilledError:
            contents.recover(package)
            scan = {SCAN: b"%PDF signed"}
            assert content(package) in (OLD | scan, NEW | scan)
            put(package, NEW)
        assert content(package) == NEW | {SCAN: b"%PDF signed"}
        assert [path.name for path in home.iterdir()] == ["goi"]
        if disk.left > 0:
            return
    pytest.fail("the run never came to its end")


def test_kill_during_recovery_is_mended_too(tmp_path: Path) -> None:
    """Recovery itself may be killed anywhere and be called again."""
    for at in range(1, 60):
        package = tmp_path / str(at) / "goi"
        put(package, OLD)
        with pytest.raises(KilledError):
            put(package, NEW, Cut(at=2))
        disk = Failing(at, KilledError())
        try:
            contents.recover(package, disk)
        except KilledError:
            contents.recover(package)
        assert content(package) == OLD
        if disk.left > 0:
            return
    pytest.fail("recovery never came to its end")


def test_folder_made_anew_after_a_kill_is_not_taken_for_ours(package: Path) -> None:
    """Cut off between the renames, and a person made the folder again: both are protected."""
    with pytest.raises(KilledError):
        put(package, NEW, Cut(at=2))
    package.mkdir()
    (package / "khác.docx").write_bytes(b"other")
    with pytest.raises(ProtectedWorkError, match="cut off"):
        contents.recover(package)
    assert content(package) == {"khác.docx": b"other"}
    assert any(content(path) == OLD | KEPT for path in package.parent.iterdir())


def test_former_folder_with_work_that_is_nowhere_else_is_kept(package: Path) -> None:
    """What a cut-off run left is removed only where it holds nothing of its own."""
    former = package.parent / "former"
    put(former, OLD)
    (former / "chỉ ở đây.docx").write_bytes(b"only here")
    aside = former.rename(Aside.of(package).old)
    with pytest.raises(ProtectedWorkError) as caught:
        put(package, NEW)
    assert str(aside) in caught.value.problems[0].hint.vi
    assert (aside / "chỉ ở đây.docx").exists()


def test_disk_without_hard_links_gets_copies(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a FAT stick files cannot be linked; they are copied."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    put(package, NEW)
    assert content(package) == NEW | KEPT


def told_of(action: Callable[[], object]) -> list[tuple[str, str]]:
    """The file and the words of each problem that stops ``action`` with exit 5."""
    with pytest.raises(OutsideError) as caught:
        action()
    assert all(problem.hint.vi for problem in caught.value.problems)
    return [(problem.place.file, problem.what.vi) for problem in caught.value.problems]


def test_files_open_in_other_programs_are_all_named_at_once(package: Path) -> None:
    """Word and a viewer hold two of them: both are told before any work is done."""
    names = ("ho-so.pdf", "van-ban/04-quyet-dinh.docx")
    disk = Held(*(package / name for name in names))
    held = [(str(package / name), "thư mục hoặc tệp đang được dùng") for name in names]
    assert told_of(lambda: location.writable(package, disk)) == held


def test_a_file_opened_during_the_run_is_named(package: Path) -> None:
    """The folder cannot be renamed then: it is as before, and nothing is left beside it."""
    held = [(str(package / "ho-so.pdf"), "thư mục hoặc tệp đang được dùng")]
    assert told_of(lambda: put(package, NEW, Held(package / "ho-so.pdf"))) == held
    assert content(package) == OLD | KEPT
    assert [path.name for path in package.parent.iterdir()] == [package.name]


def test_a_file_marked_as_read_only_is_not_replaced(package: Path) -> None:
    """It is named; one that stays the same is no hindrance."""
    (package / "van-ban/05-quy-che.docx").chmod(0o444)
    put(package, NEW | {"ho-so.pdf": OLD["ho-so.pdf"]})
    (package / "ho-so.pdf").chmod(0o444)
    before = content(package)
    locked = [(str(package / "ho-so.pdf"), "tệp hoặc thư mục chỉ cho đọc (Read-only)")]
    assert told_of(lambda: put(package, NEW)) == locked
    assert content(package) == before
    assert [path.name for path in package.parent.iterdir()] == [package.name]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_named_before_any_work(package: Path) -> None:
    """Its files could not be taken out of it afterwards."""
    (package / "van-ban").chmod(0o555)
    locked = [(str(package / "van-ban"), "tệp hoặc thư mục chỉ cho đọc (Read-only)")]
    assert told_of(lambda: location.writable(package)) == locked
    (package / "van-ban").chmod(0o755)


def test_a_folder_that_cannot_be_read_is_named(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be seen cannot be carried over: nothing is begun."""
    walk = os.walk

    def fail(top: str, onerror: Callable[[OSError], None]) -> Iterator[object]:
        fault = PermissionError(errno.EACCES, "Permission denied", str(package / "da-ky"))
        onerror(fault)
        yield from walk(top)

    monkeypatch.setattr(os, "walk", fail)
    told = told_of(lambda: put(package, NEW))
    assert told == [(str(package / "da-ky"), "không có quyền ghi vào đây")]
    monkeypatch.undo()
    assert content(package) == OLD | KEPT


@pytest.mark.parametrize("by_number", [True, False])
def test_a_file_that_is_in_the_cloud_only_is_named(
    package: Path, monkeypatch: pytest.MonkeyPatch, *, by_number: bool
) -> None:
    """OneDrive holds its content and there is no network: told so, the folder as before."""
    opened = Path.open

    def fetch(path: Path, *how: Any, **more: Any) -> Any:
        if path.name != "05-quy-che.docx":
            return opened(path, *how, **more)
        fault = OSError(errno.EINVAL, "Invalid argument")
        fault.winerror = 362 if by_number else None  # type: ignore[attr-defined, unused-ignore]
        raise fault

    monkeypatch.setattr(Path, "open", fetch)
    monkeypatch.setattr(faults, "_NOT_HERE", 0 if by_number else 1)
    monkeypatch.setattr(Path, "lstat", lambda _: SimpleNamespace(st_file_attributes=1, st_mode=0))
    told = told_of(lambda: put(package, NEW))
    monkeypatch.undo()
    place = str(package / "van-ban/05-quy-che.docx")
    assert told == [(place, "tệp chỉ có trên mây (OneDrive), chưa tải về được")]
    assert content(package) == OLD | KEPT


def test_virus_scanners_are_waited_for(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is held for a moment is renamed a moment later."""
    rename, faults_left = Path.rename, [PermissionError(13, "held")] * 2

    def hold(path: Path, target: Path) -> Path:
        if faults_left:
            raise faults_left.pop()
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", hold)
    monkeypatch.setattr(Disk, "waits", (0.0, 0.0))
    put(home / "gói", OLD)
    assert content(home / "gói") == OLD


def test_recovery_tells_what_became_of_the_run(package: Path) -> None:
    """Cut off before the folder is in its place, and after: before, and after."""
    assert contents.recover(package) is Recovered.NOTHING
    with pytest.raises(KilledError):
        put(package, NEW, Cut(at=2))
    assert contents.recover(package) is Recovered.BEFORE
    assert content(package) == OLD | KEPT
    with pytest.raises(KilledError):
        put(package, NEW, Cut(at=3, removing=False))
    assert contents.recover(package) is Recovered.AFTER
    assert content(package) == NEW | KEPT


def test_a_folder_that_was_left_aside_is_not_taken_for_a_missing_one(package: Path) -> None:
    """Who only looks is told that a run was cut off, and how to mend it."""
    with pytest.raises(KilledError):
        put(package, NEW, Cut(at=2))
    ((place, words),) = told_of(lambda: contents.read(package))
    assert place == str(package)
    assert "bị ngắt" in words


def test_a_kept_edit_does_not_stop_recovery(package: Path) -> None:
    """The person's version was moved to another name by the run that was cut off."""
    edited = package / "van-ban/04-quyet-dinh.docx"
    edited.write_bytes(b"by hand")
    files = NEW | {"ban-cu/04-quyet-dinh.docx": b"by hand"}
    seen = {"van-ban/04-quyet-dinh.docx": sha256(b"by hand")}
    with pytest.raises(KilledError):
        contents.write(package, files, manifest_of(files), Cut(at=3, removing=False), seen)
    assert contents.recover(package) is Recovered.AFTER
    assert content(package) == files | KEPT


@pytest.mark.parametrize("at", [1, 2])
def test_a_person_who_interrupts_finds_the_folder_in_its_place(package: Path, at: int) -> None:
    """Ctrl+C between the renames puts everything back; nothing is left beside the folder."""

    def interrupt() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        put(package, NEW, Meddling(interrupt, at))
    assert content(package) == OLD | KEPT
    assert [path.name for path in package.parent.iterdir()] == [package.name]


@pytest.mark.skipif(os.name == "nt", reason="Windows knows other permissions")
def test_folders_stay_open_to_the_same_people(package: Path) -> None:
    """Permissions of folders are those that a person gave them."""
    (package / "van-ban").chmod(0o700)
    put(package, NEW)
    assert (package / "van-ban").stat().st_mode & 0o777 == 0o700


def test_file_in_the_place_of_the_folder_is_told_at_once(home: Path) -> None:
    """-o that names a file: known before any work is done."""
    target = home / "ho-so.pdf"
    target.write_bytes(b"%PDF")
    for place in (target, target / "trong"):
        with pytest.raises(OutsideError) as caught:
            location.writable(place)
        assert caught.value.exit_code == ExitCode.OUTSIDE
        assert caught.value.problems[0].what.vi == "đây là tệp, không phải thư mục"


def test_name_too_long_is_told_at_once(home: Path) -> None:
    """A folder name that the disk does not take is known before any work is done."""
    with pytest.raises(OutsideError) as caught:
        location.writable(home / ("ư" * 200))
    assert caught.value.problems[0].what.vi == "tên hoặc đường dẫn quá dài"


def test_longest_name_of_a_folder_works(home: Path) -> None:
    """A name as long as the disk takes leaves room for what stands beside it."""
    target = home / ("x" * 255)
    location.writable(target)
    put(target, OLD)
    put(target, NEW)
    assert content(target) == NEW


def test_disk_that_refuses_is_told_at_once(home: Path) -> None:
    """No permission to make anything there: known before any work is done."""
    fault = OSError(errno.EACCES, "Permission denied")
    with pytest.raises(OutsideError) as caught:
        location.writable(home / "moi", Failing(1, fault))
    assert caught.value.problems[0].what.vi == "không có quyền ghi vào đây"
    assert list(home.iterdir()) == []


def test_root_of_a_disk_is_no_package() -> None:
    """A root cannot be exchanged by renaming."""
    with pytest.raises(OutsideError):
        location.writable(Path("/"))


def test_writable_folder_leaves_no_trace_of_the_trial(home: Path) -> None:
    """Looking whether one can write makes nothing."""
    location.writable(home / "a" / "b")
    location.writable(home)
    assert list(home.iterdir()) == []


def test_unreadable_manifest_of_read_is_told(package: Path) -> None:
    """A damaged manifest is told as such when a folder without a paper is read."""
    shutil.rmtree(package / "van-ban")
    for name in (NAME, COPY):
        (package / name).write_bytes(b"[]")
    with pytest.raises(DocgenError, match="damaged"):
        contents.read(package)
    assert contents.read(package / "da-ky") is None


@pytest.mark.parametrize(
    "files",
    [{"nul.docx": b""}, {"../x": b""}, {"A.pdf": b"", "a.pdf": b""}, {"manifest.json": b""}],
)
def test_names_that_are_not_portable_are_a_fault_of_the_program(
    home: Path, files: dict[str, bytes]
) -> None:
    """No file is made that Windows would refuse."""
    with pytest.raises(ValueError, match="not portable"):
        put(home / "x", files)


def test_manifest_that_does_not_fit_is_a_fault_of_the_program(home: Path) -> None:
    """A folder never remembers other hashes than those of its files."""
    with pytest.raises(ValueError, match="does not fit"):
        contents.write(home / "x", NEW, manifest_of(OLD))


_PATHS = st.sampled_from(["ho-so.pdf", "van-ban/a.docx", "van-ban/b.docx", "pdf/a.pdf", "x/y/z"])
_FILES = st.dictionaries(_PATHS, st.binary(max_size=4))


@settings(max_examples=40, deadline=None)
@given(
    first=_FILES,
    theirs=st.dictionaries(st.sampled_from(["da-ky/1", "van-ban/t", "n"]), st.binary(max_size=4)),
    second=_FILES,
)
def test_any_run_after_any_run(
    first: dict[str, bytes], theirs: dict[str, bytes], second: dict[str, bytes]
) -> None:
    """Whatever the two runs make, the folder is the second one's files and the person's."""
    with tempfile.TemporaryDirectory() as top:
        target = Path(top) / "goi"
        put(target, first)
        for name, data in theirs.items():
            (target / name).parent.mkdir(exist_ok=True)
            (target / name).write_bytes(data)
        put(target, second)
        assert content(target) == second | theirs


def test_a_file_that_is_held_for_a_moment_is_brought_to_the_disk_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A virus scanner that looks at a new file is waited for."""
    file = tmp_path / "moi.docx"
    file.write_bytes(b"PK")
    holds, real = [PermissionError(errno.EACCES, "held")], os.fsync

    def fsync(handle: int) -> None:
        if holds:
            raise holds.pop()
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    disk = Disk()
    disk.waits = (0.0,)
    disk.flush([file])
    assert holds == []


def test_a_file_that_does_not_come_to_the_disk_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of many that are brought there together, the one that failed is told."""
    files = [tmp_path / f"{number}.pdf" for number in range(20)]
    for file in files:
        file.write_bytes(b"%PDF")
    bad, real = files[7].stat().st_ino, os.fsync

    def fsync(handle: int) -> None:
        if os.fstat(handle).st_ino == bad:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(OSError, match="error") as caught:
        Disk().flush(files)
    assert caught.value.filename == str(files[7])


def test_all_that_is_written_is_on_the_disk_before_the_folder_is_exchanged(
    package: Path, home: Path
) -> None:
    """Whenever the power is cut, no file of the new folder is empty; new and renewed alike."""
    for target in (home / "moi", package):
        disk = Watched()
        put(target, NEW, disk)
        assert disk.moves
        assert not any(disk.moves)
        assert disk.written == set()
