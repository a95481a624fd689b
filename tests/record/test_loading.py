"""From a file to a record: the good ones whole, the bad ones with all that is wrong."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from docgen.errors import DocgenError, RecordError
from docgen.record.explaining import explain
from docgen.record.files.snapshot import snapshot
from docgen.record.files.writing import yaml_of
from docgen.record.loading import SHOWN_PROBLEMS, load
from docgen.record.schema.linked import AnyRecord, LinkedRecord
from docgen.record.schema.offices import Signer
from docgen.record.schema.own import Record
from docgen.record.schema.shape import slots_of
from docgen.record.taking import Fault, Reason
from tests.doubts import LEAST_LINKED
from tests.records import records

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.errors import Problem
    from docgen.record.loading import Loaded

    LoadText = Callable[[str], Loaded]

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(
    path for path in (ROOT / "samples").rglob("*.yaml") if path.parent.name != "don-vi"
)
ROOTS: list[type[AnyRecord]] = [Record, LinkedRecord]
ENGLISH = ("should", "valid", "input", "type=", "Extra", "Field", "String")


def own(loaded: Loaded) -> Record:
    """The record of a self-managed model."""
    assert isinstance(loaded.record, Record)
    return loaded.record


@pytest.fixture
def fault(load_text: LoadText, least: str) -> Callable[[str], Problem]:
    """The only problem of the least record with some lines more."""

    def found(more: str) -> Problem:
        with pytest.raises(RecordError) as caught:
            load_text(least + more)
        (problem,) = caught.value.problems
        return problem

    return found


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_loads_and_survives_being_written_again(path: Path, tmp_path: Path) -> None:
    """What a record tells is the same after dumping and loading it again."""
    loaded = load(path)
    again = tmp_path / "again.yaml"
    told = json.loads(snapshot(loaded.record))
    again.write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
    assert load(again).record == loaded.record


def test_a_loaded_record_knows_where_it_came_from(load_text: LoadText, least: str) -> None:
    """The hash is of the bytes, the name is bare, and marks point into the file."""
    loaded = load_text(least)
    assert loaded.sha256 == sha256(least.encode()).hexdigest()
    assert loaded.name == "ho-so.yaml"
    assert loaded.file.endswith("ho-so.yaml")
    assert loaded.marks["issuer", "name"] == (4, 3)


def test_an_empty_field_takes_its_default(load_text: LoadText, least: str) -> None:
    """Nothing, quoted nothing and a part of nothings all mean "not told"."""
    more = 'party:\n  name:\n  signer: {title: "", name: }\npilot:\n  reason: " "\n'
    record = own(load_text(least + more))
    assert record.party.signer == Signer(title="Bí thư")
    assert record.pilot is None


def test_empty_items_vanish_and_empty_members_stay(load_text: LoadText, least: str) -> None:
    """A bare dash tells nothing; a member of empty fields is a row to fill by hand."""
    record = own(load_text(least + "members:\n  -\n  - name:\n  - {name: A}\nbases:\n  - ''\n"))
    assert [member.name for member in record.members] == ["", "A"]
    assert record.bases == []


def test_money_is_read_as_it_is_written_in_vietnam(load_text: LoadText, least: str) -> None:
    """500.000 is half a million."""
    more = "funds:\n  items:\n    - {what: x, amount: 500.000}\n    - {what: y, amount: 21500000}\n"
    items = own(load_text(least + more)).funds.items
    assert [item.amount for item in items] == [500_000, 21_500_000]


@pytest.mark.parametrize("day", ["5/9/2026", "05/09/2026", "2026-09-05", "'05/9/2026'"])
def test_a_day_is_read_in_either_order(load_text: LoadText, least: str, day: str) -> None:
    """Day first, or the international order."""
    record = own(load_text(least + f"launch:\n  day: {day}\n"))
    assert record.launch.day == date(2026, 9, 5)


def test_text_is_cleaned_at_the_door(load_text: LoadText, least: str) -> None:
    """Decomposed letters, zero-width marks, controls and spaces are mended; emoji stay."""
    more = 'front: "Hô\u0323i\u200b  A\\u0001\\tB 👮"\nbases:\n  - a <b> & {{ c }}\n'
    record = own(load_text(least + more))
    assert record.front == "Hội A B 👮"
    assert record.bases == ["a <b> & {{ c }}"]


def test_paragraphs_may_be_given_as_a_list(load_text: LoadText, least: str) -> None:
    """A list of lines in place of a text is one paragraph an item."""
    record = own(load_text(least + "survey:\n  people:\n    - một\n    - hai\n"))
    assert record.survey.people == "một\nhai"


@pytest.mark.parametrize(
    ("more", "line", "field", "vi", "hint"),
    [
        ("fron: x\n", 7, "fron", "Không có mục “fron”", "“front”"),
        ("Thành viên: []\n", 7, "Thành viên", "Không có mục", "“members”"),
        ("zzz: 1\n", 7, "zzz", "Không có mục “zzz”", "kind, profile, issuer, model"),
        (
            "funds:\n  items:\n    - {what: Mua còi, gậy}\n",
            9,
            "funds.items[1].gậy",
            "Không có mục “gậy”",
            "dấu phẩy",
        ),
        ("front: true\n", 7, "front", "phải là chữ", "Ví dụ: front:"),
        ("front: [a]\n", 7, "front", "phải là chữ", "không phải danh sách"),
        ("front: {a: b}\n", 7, "front", "phải là chữ", "dấu hai chấm"),
        ("front: " + "x" * 501 + "\n", 7, "front", "dài 501 ký tự, tối đa 500", "gọn"),
        ("front: " + "1" * 600 + "\n", 7, "front", "dài 600 ký tự, tối đa 500", "gọn"),
        (
            "funds:\n  items:\n    - {what: x, amount: 3.50 đồng}\n",
            9,
            "funds.items[1].amount",
            "phải là số nguyên",
            "21.500.000",
        ),
        (
            "members:\n  - birth_year: true\n",
            8,
            "members[1].birth_year",
            "“Thành viên 1 › Năm sinh” phải là số nguyên",
            "ví dụ 1979",
        ),
        ("members:\n  - birth_year: 85\n", 8, "members[1].birth_year", "từ 1900 trở lên", ""),
        ("members:\n  - birth_year: 2985\n", 8, "members[1].birth_year", "từ 2100 trở xuống", ""),
        ("members:\n  - role: boss\n", 8, "members[1].role", "head, deputy, secretary", "đứng đầu"),
        ("approver: mayor\n", 7, "approver", "phải là một trong: decider, police", "phê duyệt"),
        ("numbered_laws: co\n", 7, "numbered_laws", "true (có) hoặc false", "true"),
        ("numbered_laws: []\n", 7, "numbered_laws", "true (có) hoặc false", "true"),
        ("launch: mai\n", 7, "launch", "nhóm mục con", "day: ..., time: ..."),
        ("members: [x]\n", 7, "members[1]", "“Thành viên 1” phải là một nhóm", "name: ..."),
        ("members: x\n", 7, "members", "phải là danh sách", "members:"),
        ("launch:\n  day: 5-9-26\n", 8, "launch.day", "phải là một ngày", "05/9/2026"),
        ("launch:\n  day: 5\n", 8, "launch.day", "phải là một ngày", "05/9/2026"),
        ("launch:\n  day: 31/02/2026\n", 8, "launch.day", "không có trong lịch", "tháng"),
        ("schedule:\n  - lead: x\n", 8, "schedule[1].task", "chưa được khai", "task: Khảo sát"),
    ],
)
def test_a_fault_is_told_with_place_label_and_remedy(
    fault: Callable[[str], Problem], more: str, line: int, field: str, vi: str, hint: str
) -> None:
    """Each kind of fault: its line, its field, Vietnamese words, and what to do."""
    problem = fault(more)
    assert problem.place.line == line
    assert problem.place.field == field
    assert vi in problem.what.vi
    assert hint in problem.hint.vi
    assert problem.what.en
    assert bool(problem.hint.en) == bool(problem.hint.vi)
    assert not any(word in problem.what.vi + problem.hint.vi for word in ENGLISH)


def test_all_faults_are_told_at_once_in_the_order_of_the_file(load_text: LoadText) -> None:
    """Structure and content are checked in one go, from the first line to the last."""
    text = "kind: x\nmodel:\n  name: A\n  name: B\nfront: *a\nissuer:\n  nam: A\n"
    with pytest.raises(RecordError) as caught:
        load_text(text)
    told = [(problem.place.line, problem.place.field) for problem in caught.value.problems]
    assert told == [
        (1, "kind"),
        (4, ""),
        (5, ""),
        (6, "issuer.kind"),
        (6, "issuer.name"),
        (7, "issuer.nam"),
    ]


def test_what_was_refused_is_not_missing_as_well(load_text: LoadText) -> None:
    """An alias in place of a required part is one fault, not two."""
    with pytest.raises(RecordError) as caught:
        load_text("kind: self_managed\nissuer: *x\nmodel:\n  name: A\n")
    assert len(caught.value.problems) == 1


def test_a_fault_of_structure_alone_still_refuses_the_record(
    load_text: LoadText, least: str
) -> None:
    """A valid record with an anchor in it is not taken."""
    with pytest.raises(RecordError):
        load_text(least + "front: &a x\n")


@pytest.mark.parametrize(("text", "what"), [("# x\n", "không khai gì"), ("- a\n", "tên_mục")])
def test_a_file_that_is_no_record_is_told_so(load_text: LoadText, text: str, what: str) -> None:
    """Comments alone, or a list, are no record."""
    with pytest.raises(RecordError) as caught:
        load_text(text)
    assert what in caught.value.problems[0].what.vi
    assert "docgen new" in caught.value.problems[0].hint.vi


def test_a_flood_of_faults_is_cut_and_counted(load_text: LoadText, least: str) -> None:
    """The list ends with how many more there are."""
    with pytest.raises(RecordError) as caught:
        load_text(least + "members:\n" + "  - x\n" * (SHOWN_PROBLEMS + 5))
    assert caught.value.problems[-1].what.vi == "Và 5 lỗi khác"


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words_of_its_own(reason: Reason) -> None:
    """Whatever is wrong with a value is told with the label of its field, and no other reason's."""
    found = {one: explain([Fault(("front",), one, "x", 3, 9)], Record, {}, "a") for one in Reason}
    ((problem,),) = [problems for one, problems in found.items() if one is reason]
    assert "Ủy ban Mặt trận Tổ quốc" in problem.what.vi or reason is Reason.UNKNOWN
    assert [told.what for (told,) in found.values()].count(problem.what) == 1


def _load_anything(folder: Path, data: bytes) -> None:
    path = folder / "a.yaml"
    path.write_bytes(data)
    problems: tuple[Problem, ...] | None = None
    try:
        load(path)
    except DocgenError as error:
        problems = error.problems
    assert problems is None or problems
    assert all(problem.what.vi and problem.what.en for problem in problems or ())


_ANY_FOLDER = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@_ANY_FOLDER
@given(st.binary(max_size=200))
@example(b"\x00")
@example(b"{?")
@example(b"? ? ? ?")
def test_random_bytes_never_end_in_a_traceback(tmp_path: Path, data: bytes) -> None:
    """Whatever the bytes, only our own errors leave the loader."""
    _load_anything(tmp_path, data)


_BITS = st.sampled_from(
    [*"\n\n\n  :-?[]{},&*!|>'\"%@`#~\t", "  ", ": ", "- ", "\n  ", "---\n", "<<: ", "!!int ", "1"]
    + [f"{name}: " for root in ROOTS for name in slots_of(root)]
    + [
        "name: ",
        "kind: self_managed\n",
        "kind: linked\n",
        "- {name: A, kind: school}\n",
        "true",
        "31/02/2026",
        "ạ",
        "\u2028",
        "\x85",
        "\x07",
        "👮",
    ]
)


@_ANY_FOLDER
@given(st.lists(_BITS, max_size=40))
def test_text_like_yaml_never_ends_in_a_traceback(tmp_path: Path, bits: list[str]) -> None:
    """Half-broken YAML of the kind that people write only raises our own errors."""
    _load_anything(tmp_path, "".join(bits).encode())


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just("31/02/2026"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*slots_of(Record), *slots_of(LinkedRecord), "name", "day", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@_ANY_FOLDER
@given(
    st.sampled_from(["self_managed", "linked"]),
    st.dictionaries(st.sampled_from([*slots_of(Record), *slots_of(LinkedRecord)]), _VALUES),
)
def test_values_of_wrong_kinds_never_end_in_a_traceback(
    tmp_path: Path, kind: str, values: dict[str, object]
) -> None:
    """Any value in any field is either taken or told to be wrong."""
    told = {"kind": kind, **values}
    _load_anything(tmp_path, yaml.safe_dump(told, allow_unicode=True).encode())


@settings(_ANY_FOLDER, max_examples=40)
@given(st.one_of(records(Record), records(LinkedRecord)))
def test_any_record_is_the_same_after_it_is_written_and_read(
    tmp_path: Path, record: AnyRecord
) -> None:
    """Whatever a record of either kind tells, YAML carries it there and back."""
    path = tmp_path / "a.yaml"
    path.write_text(yaml_of(record), encoding="utf-8", newline="")
    assert load(path).record == record


@pytest.mark.parametrize("kind", ["lien_ket", "self managed", "[linked]", "1", "true"])
def test_an_unknown_kind_is_answered_with_both(load_text: LoadText, kind: str) -> None:
    """The two kinds are named, and told apart in words."""
    with pytest.raises(RecordError) as caught:
        load_text(LEAST_LINKED.replace("kind: linked", f"kind: {kind}"))
    (problem,) = caught.value.problems
    assert problem.place.field == "kind"
    assert "self_managed, linked" in problem.what.vi
    assert "mô hình tự quản" in problem.hint.vi
    assert "mô hình liên kết" in problem.hint.vi


@pytest.mark.parametrize("kind", ["", "kind:\n", "kind: ''\n"])
def test_a_record_without_a_kind_is_read_as_what_it_looks_like(
    load_text: LoadText, kind: str
) -> None:
    """Units make it a linked model; only the kind and what is wrong in them is told."""
    text = LEAST_LINKED.replace("kind: linked\n", kind) + "ceremony: {dya: 1/9/2026}\n"
    with pytest.raises(RecordError) as caught:
        load_text(text)
    assert [problem.place.field for problem in caught.value.problems] == ["kind", "ceremony.dya"]
    assert "“kind: linked”" in caught.value.problems[0].hint.vi


def test_a_field_of_the_other_kind_is_unknown(load_text: LoadText) -> None:
    """A linked model has no proposer."""
    with pytest.raises(RecordError) as caught:
        load_text(LEAST_LINKED + "approver: police\n")
    assert "Không có mục “approver”" in caught.value.problems[0].what.vi


@pytest.mark.parametrize(
    ("units", "told"),
    [
        ("[{name: A, kind: school}]", "mới có 1, ít nhất phải có 2"),
        ("[]", "mới có 0"),
        ("[" + "{name: A, kind: school}, " * 31 + "]", "có 31, nhiều nhất là 30"),
    ],
)
def test_a_linked_model_has_from_two_to_thirty_units(
    load_text: LoadText, units: str, told: str
) -> None:
    """One unit is no linked model, and thirty are more than any ceremony seats."""
    with pytest.raises(RecordError) as caught:
        load_text(f"kind: linked\nmodel: {{name: A}}\nunits: {units}\n")
    (problem,) = caught.value.problems
    assert told in problem.what.vi
    assert problem.place.line == 3
    assert problem.hint.vi


def test_a_fault_in_a_unit_is_told_at_its_place(load_text: LoadText) -> None:
    """The kind of unit, the turn, the role in the committee."""
    text = LEAST_LINKED.replace("kind: school, turn: 2", "kind: schol, turn: 0")
    with pytest.raises(RecordError) as caught:
        load_text(text + "committee: {members: [{name: A, role: secretary}]}\n")
    told = {problem.place.field: problem.what.vi for problem in caught.value.problems}
    assert "residential, commune, agency, enterprise, school, army" in told["units[2].kind"]
    assert "từ 1 trở lên" in told["units[2].turn"]
    assert "head, deputy, member" in told["committee.members[1].role"]


def test_a_required_part_of_empty_fields_says_which_field_is_needed(load_text: LoadText) -> None:
    """An emptied group asks for its required field, not for the group."""
    with pytest.raises(RecordError) as caught:
        load_text("kind: self_managed\nissuer: {kind: school, name: A}\nmodel:\n  name:\n")
    assert [str(problem.place.field) for problem in caught.value.problems] == ["model.name"]
