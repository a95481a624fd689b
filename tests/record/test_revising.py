"""Values and lists changed in a record's file: YAML and workbooks tell the same afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from docgen.errors import RecordError
from docgen.record.files.relisting import New
from docgen.record.loading import faults_of, load, loaded, root_of, tree_in
from docgen.record.plain import only_told
from docgen.record.revising import Revision, foreseen, revised
from docgen.record.taking import taken
from docgen.record.workbooks.making import workbook_of
from tests.samples import path_of

if TYPE_CHECKING:
    from docgen.record.files.tree import Plain

SAMPLE = "xa-2026-to-lien-gia"
REVISION = Revision(
    {
        ("launch", "day"): "01/10/2026",
        ("members", 0, "job"): "Giáo viên",
        ("content", "duties"): ["Một", "Hai"],
        ("launch", "attendees"): None,
        ("numbered_laws",): True,
        ("survey", "people"): "Đoạn một.\nĐoạn hai: có dấu.",
    },
    {
        ("members",): [1, 0, New({"name": "Mới", "role": "secretary"}), *range(3, 9)],
        ("launch", "programme"): [New({"time": "08 giờ", "content": "Ổn định tổ chức"})],
    },
)


@pytest.fixture(params=["yaml", "xlsx"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The sample in both forms."""
    made = tmp_path / f"ban-khai.{request.param}"
    source = path_of(SAMPLE)
    data = source.read_bytes()
    made.write_bytes(data if request.param == "yaml" else workbook_of(load(source).record, "a"))
    return made


def test_the_file_tells_just_what_was_foreseen(file: Path) -> None:
    """Single values, lists of lines, tables, in whichever form."""
    data = file.read_bytes()
    tree = tree_in(data, file)
    root = root_of(tree)
    made = revised(data, file, root, REVISION)
    wanted = taken(root, only_told(foreseen(tree.value, REVISION), root))
    assert loaded(made, file).record == wanted


def test_taken_back_it_tells_what_it_told(file: Path) -> None:
    """Rows that were added go, and the form stays one."""
    data = file.read_bytes()
    before = loaded(data, file).record
    count = len(before.members)  # type: ignore[union-attr]
    root = type(before)
    more = revised(
        data, file, root, Revision({}, {("members",): [*range(count), New({"name": "Mới"})]})
    )
    again = revised(more, file, root, Revision({}, {("members",): list(range(count))}))
    assert loaded(again, file).record == before


def test_rows_move_within_a_workbook_and_keep_their_form(tmp_path: Path) -> None:
    """What they say moves, running numbers do not; an emptied list says nothing."""
    file = tmp_path / "a.xlsx"
    file.write_bytes(workbook_of(load(path_of(SAMPLE)).record, "a"))
    data = file.read_bytes()
    root = root_of(tree_in(data, file))
    made = revised(data, file, root, Revision({}, {("members",): [2, 1]}))
    assert [one.name for one in loaded(made, file).record.members] == [  # type: ignore[union-attr]
        "Đặng Văn Lực",
        "Nguyễn Thị Hòa",
    ]
    none = revised(made, file, root, Revision({}, {("members",): []}))
    assert not loaded(none, file).record.members  # type: ignore[union-attr]


def test_a_list_inside_an_item_of_a_workbook_is_refused(tmp_path: Path) -> None:
    """Its rows name those of another sheet; nothing is guessed."""
    source = path_of("vong-doi/hai-nam-2025-2026")
    file = tmp_path / "a.xlsx"
    file.write_bytes(workbook_of(load(source).record, "a"))
    data = file.read_bytes()
    root = root_of(tree_in(data, file))
    inner = ("reorganizations", 0, "members")
    with pytest.raises(RecordError, match="cannot be changed in this workbook"):
        revised(data, file, root, Revision({}, {inner: []}))


def test_faults_are_told_of_values_not_yet_written() -> None:
    """As if the file told them."""
    file = path_of(SAMPLE)
    tree = tree_in(file.read_bytes(), file)
    told: dict[str, Plain] = foreseen(tree.value, Revision({("launch", "day"): "31/2/2026"}, {}))

    (fault,) = faults_of(tree.changed(value=told), Path("a.yaml"))
    assert fault.place.field == "launch.day"
    assert faults_of(tree, file) == ()
