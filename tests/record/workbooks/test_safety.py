"""Workbooks that are none, are broken, or mean harm: a clear word, never a traceback."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.errors import DocgenError, RecordError
from docgen.record.loading import load
from docgen.record.schema.own import Record
from docgen.record.taking import taken
from docgen.record.workbooks.making import workbook_of
from docgen.record.workbooks.opening import MOST_ROWS
from docgen.record.workbooks.safety import MOST_BYTES

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.errors import Problem

RECORD = taken(
    Record,
    {
        "kind": "self_managed",
        "issuer": {"kind": "commune", "name": "xã A"},
        "model": {"name": "B"},
        "members": [{"name": "C"}],
    },
)
GOOD = workbook_of(RECORD, "a.xlsx")
FIRST = "xl/worksheets/sheet1.xml"
MEMBERS = "xl/worksheets/sheet4.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"


def packed(changes: dict[str, bytes | None]) -> bytes:
    """The good workbook with parts changed, added, or (``None``) left out."""
    made = BytesIO()
    with ZipFile(BytesIO(GOOD)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *changes]):
            data = changes[name] if name in changes else old.read(name)
            if data is not None:
                new.writestr(name, data)
    return made.getvalue()


def part(name: str) -> bytes:
    """A part of the good workbook."""
    with ZipFile(BytesIO(GOOD)) as package:
        return package.read(name)


def related(kind: bytes) -> dict[str, bytes | None]:
    """The good workbook with one relation of ``kind`` that leads outside."""
    relation = (
        b'<Relationship Id="x9" Target="https://example.invalid/a.xlsx" TargetMode="External" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        + kind
        + b'"/></Relationships>'
    )
    return {RELATIONS: part(RELATIONS).replace(b"</Relationships>", relation)}


def fault(tmp_path: Path, data: bytes, name: str = "a.xlsx") -> Problem:
    """The first thing that is told about ``data``."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(RecordError) as caught:
        load(path)
    problem = caught.value.problems[0]
    assert all((problem.what.vi, problem.what.en, problem.hint.vi, problem.hint.en))
    return problem


def test_the_good_workbook_is_good(tmp_path: Path) -> None:
    """What the others are made from, packed once more."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed({}))
    assert load(path).record == RECORD


def test_a_workbook_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    """Whatever the file is called."""
    path = tmp_path / "a.bin"
    path.write_bytes(GOOD)
    assert load(path).record == RECORD


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "đời cũ"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "mật khẩu"),
        ("a.xlsx", b"kind: self_managed\n", "không phải tệp Excel"),
        ("a.xlsx", b"", "không phải tệp Excel"),
        ("a.csv", b"a,b\n1,2\n", "CSV"),
        ("a.xlsx", GOOD[:-2000], "hỏng"),
        ("a.xlsx", GOOD[:4] + bytes(100), "hỏng"),
    ],
    ids=["xls", "password", "yaml", "empty", "csv", "truncated", "garbled"],
)
def test_what_is_no_workbook_is_named(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    """With the way to make one of it."""
    assert said in fault(tmp_path, data, name).what.vi


def test_other_packages_are_named(tmp_path: Path) -> None:
    """An .ods, and a zip of something else under the name of a workbook."""
    mimetype: dict[str, bytes | None] = {"mimetype": b"application/vnd.oasis.opendocument.x"}
    assert ".ods" in fault(tmp_path, packed({"xl/workbook.xml": None, **mimetype}), "a.ods").what.vi
    assert "bảng tính" in fault(tmp_path, packed({"xl/workbook.xml": None})).what.vi


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"xl/vbaProject.bin": b"x"}, "macro"),
        ({"xl/macrosheets/sheet1.xml": b"<x/>"}, "macro"),
        ({"[Content_Types].xml": part("[Content_Types].xml") + b"<!-- macroEnabled -->"}, "macro"),
        ({"xl/externalLinks/externalLink1.xml": b"<x/>"}, "tệp khác"),
        ({"xl/connections.xml": b"<x/>"}, "nơi khác"),
        ({"xl/embeddings/oleObject1.bin": b"x"}, "OLE"),
        (related(b"externalLinkPath"), "bên ngoài"),
    ],
    ids=["macro", "macro sheet", "macro type", "link", "connection", "object", "relation"],
)
def test_what_may_do_harm_is_refused(
    tmp_path: Path, changes: dict[str, bytes | None], said: str
) -> None:
    """Macros, and whatever fetches from elsewhere."""
    assert said in fault(tmp_path, packed(changes)).what.vi


def test_a_hyperlink_does_no_harm(tmp_path: Path) -> None:
    """Excel makes one of every address that is typed."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(related(b"hyperlink")))
    assert load(path).record == RECORD


@pytest.mark.parametrize("name", [FIRST, "xl/workbook.xml", "xl/styles.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_anything_expands_them(
    tmp_path: Path, name: str, encoding: str
) -> None:
    """A billion laughs, in whatever part and encoding."""
    laughs = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(12)
    )
    text = part(name).decode().partition("?>")[2] or part(name).decode()
    bomb = f"<?xml version='1.0' encoding='{encoding}'?><!DOCTYPE x [{laughs}]>{text}"
    assert "thực thể" in fault(tmp_path, packed({name: bomb.encode(encoding)})).what.vi


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    """A small file that would fill the memory."""
    data = packed({"xl/media/image1.png": bytes(MOST_BYTES + 1)})
    assert len(data) < 200_000
    assert "MiB" in fault(tmp_path, data).what.vi


def test_a_part_that_stands_twice_is_refused(tmp_path: Path) -> None:
    """Two programs could read two different records out of one file."""
    made = BytesIO(GOOD)
    with ZipFile(made, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr(FIRST, b"<x/>")
    assert fault(tmp_path, made.getvalue())


def test_rows_upon_rows_of_nothing_do_no_harm(tmp_path: Path) -> None:
    """Someone formatted a whole sheet; the values are all the same."""
    sheet = part(MEMBERS)
    rows = b"".join(b'<row r="%d"/>' % row for row in range(100, 200_000))
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed({MEMBERS: sheet.replace(b"</sheetData>", rows + b"</sheetData>")}))
    assert load(path).record == RECORD


@pytest.mark.parametrize("row", [MOST_ROWS + 1, 1_048_576])
def test_values_far_below_any_list_are_told(tmp_path: Path, row: int) -> None:
    """Not read, and not skipped in silence."""
    stray = b'<row r="%d"><c r="B%d" t="inlineStr"><is><t>x</t></is></c></row>' % (row, row)
    data = packed({MEMBERS: part(MEMBERS).replace(b"</sheetData>", stray + b"</sheetData>")})
    assert str(MOST_ROWS) in fault(tmp_path, data).what.vi


def test_a_row_beyond_what_excel_has_is_told_at_once(tmp_path: Path) -> None:
    """A number of a row that would take years to count to."""
    far = b'<row r="99999999999"><c r="B99999999999" t="n"><v>1</v></c></row>'
    data = packed({MEMBERS: part(MEMBERS).replace(b"</sheetData>", far + b"</sheetData>")})
    assert str(MOST_ROWS) in fault(tmp_path, data).what.vi


@pytest.mark.parametrize("name", [FIRST, "xl/workbook.xml", RELATIONS, "[Content_Types].xml"])
@pytest.mark.parametrize("data", [None, b"", b"<x/>", b"<x", b"\xff\x00"])
def test_a_workbook_with_a_broken_part_is_told(
    tmp_path: Path, name: str, data: bytes | None
) -> None:
    """Missing, empty, strange, torn."""
    assert fault(tmp_path, packed({name: data}))


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(
    st.sampled_from([FIRST, "xl/workbook.xml", "xl/styles.xml", RELATIONS]),
    st.floats(0, 1, exclude_max=True),
    st.binary(min_size=1, max_size=6),
)
def test_no_damage_to_a_part_ends_in_a_traceback(
    tmp_path: Path, name: str, where: float, patch: bytes
) -> None:
    """Read all the same, or told to be damaged."""
    data = bytearray(part(name))
    at = int(where * len(data))
    data[at : at + len(patch)] = patch
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed({name: bytes(data)}))
    with suppress(DocgenError):
        load(path)
