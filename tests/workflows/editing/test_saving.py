"""What is typed is saved into the record; what it cannot hold waits beside it; nothing is lost."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from docgen.errors import ChangedMeanwhileError, OutsideError, RecordError
from docgen.workflows.converting import convert
from docgen.workflows.editing.clashing import choose, clashes, give_up
from docgen.workflows.editing.drawer import STEPS_BACK
from docgen.workflows.editing.opened import open_record
from docgen.workflows.editing.plans import Typed, path_in
from docgen.workflows.editing.saving import Saved, save, undo, undoable
from docgen.workflows.opening import load
from tests.samples import path_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SAMPLE = path_of("xa-2026-to-lien-gia")
MEMBERS = 15


@pytest.fixture(params=["yaml", "xlsx"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A record of its own, in both forms."""
    made = tmp_path / f"ban-khai.{request.param}"
    shutil.copy(SAMPLE, made) if request.param == "yaml" else convert(SAMPLE, made)
    return made


@pytest.fixture
def yaml(tmp_path: Path) -> Path:
    """A record of its own."""
    made = tmp_path / "ban-khai.yaml"
    shutil.copy(SAMPLE, made)
    return made


def typed(
    file: Path, *texts: tuple[str, str], shown: dict[str, Sequence[int]] | None = None
) -> Saved:
    """Save what was typed on a page just opened."""
    return save(file, open_record(file).revision, Typed(texts, shown or {}))


def names(file: Path) -> list[str]:
    """The names of the members that the file tells."""
    return [one.name for one in load(file).record.members]  # type: ignore[union-attr]


def test_a_value_is_saved_into_the_same_file(file: Path) -> None:
    """Its day as papers write it; commands read it."""
    saved = typed(file, ("launch.day", "1-10-2026"), ("launch.time", "09 giờ"))
    assert saved.changed
    assert not saved.drafts
    record = load(file).record
    assert str(record.launch.day) == "2026-10-01"  # type: ignore[union-attr]
    assert open_record(file).revision == saved.revision


def test_comments_stay(yaml: Path) -> None:
    """Only the line of the field is another."""
    before = yaml.read_text("utf-8").splitlines()
    typed(yaml, ("launch.day", "1/10/2026"))
    after = yaml.read_text("utf-8").splitlines()
    assert [one for one in after if one not in before] == ["  day: 01/10/2026"]
    assert len(after) == len(before)


def test_what_the_record_cannot_hold_waits_beside_it(yaml: Path) -> None:
    """The yaml stays readable; the field shows what was typed; a mended value goes in."""
    before = yaml.read_bytes()
    saved = typed(yaml, ("launch.day", "31/2/2026"), ("issuer.name", ""))
    assert saved.drafts == {"launch.day", "issuer.name"}
    assert {problem.place.field for problem in saved.problems} == {"launch.day", "issuer.name"}
    assert yaml.read_bytes() == before
    assert open_record(yaml).drafts == {"launch.day": "31/2/2026", "issuer.name": ""}
    other = typed(yaml, ("launch.time", "09 giờ"))
    assert other.drafts == saved.drafts
    assert other.changed
    mended = typed(yaml, ("launch.day", "28/2/2026"), ("issuer.name", "xã Minh Thịnh"))
    assert not mended.drafts
    assert not open_record(yaml).drafts


def test_an_unchanged_page_writes_nothing(yaml: Path) -> None:
    """A default that the yaml does not tell is not told by a page either."""
    before = yaml.read_bytes()
    record = open_record(yaml)
    texts = [("launch.day", "25/9/2026"), ("consent", "letter"), ("numbered_laws", "false")]
    texts = [(name, text) for name, text in texts if record.told(path_in(name)) in (text, None)]
    assert not typed(yaml, *texts).changed
    assert yaml.read_bytes() == before


def test_rows_are_added_moved_and_removed(file: Path) -> None:
    """As the page has them; a row is told its number where that is another."""
    was = names(file)
    added = typed(file, ("members[18].name", "Người Mới"), ("members[18].job", "Thợ mộc"))
    assert added.renamed == {"members[18]": "members[16]"}
    assert names(file) == [*was, "Người Mới"]
    order = [2, 1, *range(4, 17)]
    texts = [(f"members[{place}].name", [*was, "Người Mới"][place - 1]) for place in order]
    typed(file, *texts, shown={"members": range(1, 17)})
    assert names(file) == [was[1], was[0], *was[3:], "Người Mới"]


def test_rows_of_other_pages_stay(yaml: Path) -> None:
    """A page of a long table says nothing of the others."""
    was = names(yaml)
    typed(yaml, ("members[6].name", was[5]), shown={"members": [5, 6]})
    assert names(yaml) == [*was[:4], *was[5:]]


def test_a_row_that_cannot_be_waits_cell_by_cell(yaml: Path) -> None:
    """A faulty year waits, the name is saved; once mended it goes in."""
    saved = typed(yaml, ("members[16].name", "Mới"), ("members[16].birth_year", "abc"))
    assert saved.drafts == {"members[16].birth_year"}
    assert names(yaml)[-1] == "Mới"
    assert not typed(yaml, ("members[16].birth_year", "1980")).drafts


def test_a_row_without_what_it_needs_waits_as_a_whole(tmp_path: Path) -> None:
    """A unit without its kind would make the record unreadable."""
    file = tmp_path / "a.yaml"
    shutil.copy(path_of("lien-ket/cum-truong-xa-doanh-nghiep-2026"), file)
    count = len(load(file).record.units)  # type: ignore[union-attr]
    name, kind = (f"units[{count + 1}].{one}" for one in ("name", "kind"))
    assert typed(file, (name, "Chợ Tân Mỹ")).drafts == {name}
    assert open_record(file).drafts == {name: "Chợ Tân Mỹ"}
    assert not typed(file, (kind, "agency")).drafts
    assert load(file).record.units[-1].name == "Chợ Tân Mỹ"  # type: ignore[union-attr]


def test_too_few_units_are_refused(tmp_path: Path) -> None:
    """No page makes a record unreadable."""
    file = tmp_path / "a.yaml"
    shutil.copy(path_of("lien-ket/giap-ranh-2026"), file)
    before = file.read_bytes()
    texts = [("units[1].name", str(open_record(file).told(("units", 0, "name"))))]
    with pytest.raises(RecordError):
        typed(file, *texts, shown={"units": range(1, 31)})
    assert file.read_bytes() == before


def test_a_record_with_faults_is_mended_step_by_step(tmp_path: Path) -> None:
    """What was missing before does not keep anything out."""
    file = tmp_path / "a.yaml"
    file.write_text("kind: self_managed\nmodel:\n  name: Tổ liên gia\n", "utf-8")
    assert not typed(file, ("issuer.name", "xã Tân Mỹ")).drafts
    assert not typed(file, ("issuer.kind", "commune")).drafts
    assert load(file).record.issuer.name == "xã Tân Mỹ"  # type: ignore[union-attr]


def test_changes_are_undone_one_by_one(yaml: Path) -> None:
    """Back to the first byte, drafts too, whoever opens the yaml again."""
    first = yaml.read_bytes()
    typed(yaml, ("launch.time", "09 giờ"))
    typed(yaml, ("launch.day", "31/2/2026"))
    typed(
        yaml,
        *((f"members[{n}].name", names(yaml)[n - 1]) for n in range(2, MEMBERS + 1)),
        shown={"members": range(1, MEMBERS + 1)},
    )
    step = undoable(open_record(yaml))
    assert step is not None
    assert step.what.vi == "xóa Vũ Văn Thắng"
    assert undo(yaml, open_record(yaml).revision) == step.what
    assert len(names(yaml)) == MEMBERS
    assert open_record(yaml).drafts == {"launch.day": "31/2/2026"}
    undo(yaml, open_record(yaml).revision)
    assert yaml.read_bytes() == first
    assert undo(yaml, open_record(yaml).revision) is None


def test_one_field_changed_again_is_one_step_back(yaml: Path) -> None:
    """A long text saved while it is typed is undone at once; no more than fifty are kept."""
    first = yaml.read_bytes()
    typed(yaml, ("launch.time", "09 giờ"))
    typed(yaml, ("launch.time", "09 giờ 30"))
    undo(yaml, open_record(yaml).revision)
    assert yaml.read_bytes() == first
    for count in range(STEPS_BACK + 3):
        typed(yaml, ("launch.time" if count % 2 else "launch.end", f"{count} giờ"))
    assert len(open_record(yaml).drawer.steps_back()) == STEPS_BACK


def test_a_change_from_elsewhere_is_not_undone(yaml: Path) -> None:
    """What another program wrote is nobody's to take back here."""
    typed(yaml, ("launch.time", "09 giờ"))
    yaml.write_bytes(yaml.read_bytes() + b"# x\n")
    assert undoable(open_record(yaml)) is None
    assert undo(yaml, open_record(yaml).revision) is None


def clashing(file: Path) -> None:
    """A page opened before another program changed the file, saved after it."""
    record = open_record(file)
    record.drawer.keep_version(record.revision, record.data)
    typed(file, ("launch.time", "09 giờ"), ("launch.day", "30/9/2026"))
    mine = [("launch.time", "10 giờ"), ("launch.place", "Chỗ mới"), ("launch.day", "25/9/2026")]
    with pytest.raises(ChangedMeanwhileError):
        save(file, record.revision, Typed(mine, {}))


def test_a_file_changed_meanwhile_is_not_overwritten(file: Path) -> None:
    """Both sides are shown; the chosen ones are written, all else of both stays."""
    clashing(file)
    found = clashes(file)
    assert found is not None
    told = {one.name: (one.base, one.file, one.page, one.both) for one in found.entries}
    assert told["launch.time"] == ("08 giờ 00 phút", "09 giờ", "10 giờ", True)
    assert told["launch.day"] == ("25/9/2026", "30/9/2026", "25/9/2026", False)
    assert told["launch.place"][2:] == ("Chỗ mới", False)
    choose(file, found.record.revision, {"launch.time"})
    launch = load(file).record.launch  # type: ignore[union-attr]
    assert (launch.time, launch.place, str(launch.day)) == ("10 giờ", "Chỗ mới", "2026-09-30")
    assert clashes(file) is None


def test_the_side_of_the_file_may_be_chosen_or_the_page_given_up(yaml: Path) -> None:
    """Then nothing of the page is written."""
    clashing(yaml)
    found = clashes(yaml)
    assert found is not None
    before = yaml.read_bytes()
    give_up(yaml)
    assert clashes(yaml) is None
    assert yaml.read_bytes() == before


def test_rows_on_both_sides_are_chosen_as_one(yaml: Path) -> None:
    """A list that one side lengthened and the other shortened is chosen as a whole."""
    record = open_record(yaml)
    record.drawer.keep_version(record.revision, record.data)
    was = names(yaml)
    typed(yaml, ("members[16].name", "Mới"))
    texts = [(f"members[{n}].name", was[n - 1]) for n in range(2, MEMBERS + 1)]
    with pytest.raises(ChangedMeanwhileError):
        save(yaml, record.revision, Typed(texts, {"members": range(1, MEMBERS + 1)}))
    found = clashes(yaml)
    assert found is not None
    (entry,) = found.entries
    assert (entry.name, entry.both) == ("members", True)
    choose(yaml, found.record.revision, {"members"})
    assert names(yaml) == was[1:]


def test_without_the_old_state_everything_is_asked(yaml: Path) -> None:
    """Nobody knows who changed what."""
    with pytest.raises(ChangedMeanwhileError):
        save(yaml, "0" * 16, Typed([("launch.time", "10 giờ")], {}))
    found = clashes(yaml)
    assert found is not None
    assert [(one.name, one.base, one.both) for one in found.entries] == [
        ("launch.time", None, True)
    ]


def test_a_write_that_fails_leaves_all_as_it_was(
    yaml: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file whole, nothing to undo."""
    before = yaml.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Exception, match=r"the disk is full|đã đầy"):
        typed(yaml, ("launch.time", "09 giờ"))
    monkeypatch.undo()
    assert yaml.read_bytes() == before
    assert undoable(open_record(yaml)) is None


@pytest.mark.parametrize("mark", ["~$ban-khai.yaml", ".~lock.ban-khai.yaml#"])
def test_a_file_open_in_excel_is_not_written(yaml: Path, mark: str) -> None:
    """Excel would write its own state over it."""
    before = yaml.read_bytes()
    (yaml.parent / mark).write_bytes(b"")
    with pytest.raises(OutsideError, match="open in Excel"):
        typed(yaml, ("launch.time", "09 giờ"))
    assert yaml.read_bytes() == before


@pytest.mark.parametrize("name", ["", "a..b", "A", "members[0]", "members[x]", "../x", "a b"])
def test_what_is_no_name_of_a_field_leads_nowhere(name: str) -> None:
    """Names come from outside."""
    assert path_in(name) == ()


def test_unknown_fields_change_nothing(yaml: Path) -> None:
    """Nor do parts where a value should be."""
    before = yaml.read_bytes()
    typed(yaml, ("nobody", "x"), ("issuer", "x"), ("members[1].nobody", "x"), ("kind.x", "y"))
    assert yaml.read_bytes() == before
