"""Zips read within limits and written the one way."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from docgen.errors import TemplateError
from docgen.word import archive
from tests.odd import PLAIN, zipped


def test_what_is_written_is_read_again() -> None:
    """Packed or stored, in the same order."""
    parts = {"b.xml": b"<b/>", "a.xml": b"x" * 1000, "c/đ.bin": b""}
    assert archive.parts_of(archive.stored(parts), "a") == parts
    members = [archive.packed(name, content) for name, content in parts.items()]
    assert list(archive.parts_of(archive.written(members), "a").items()) == list(parts.items())


def test_folders_are_no_parts() -> None:
    """Some programs write them down."""
    assert archive.parts_of(zipped({"word/": b"", "word/a.xml": b"x"}), "a") == {"word/a.xml": b"x"}


@pytest.mark.parametrize(
    ("limit", "value"), [("MAX_PARTS", 3), ("MAX_PART", 400), ("MAX_SIZE", 2000)]
)
def test_what_is_too_large_is_refused_before_it_is_unpacked(
    limit: str, value: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number and the sizes that the zip tells are looked at first."""
    monkeypatch.setattr(archive, limit, value)
    monkeypatch.setattr(zipfile.ZipFile, "open", None)
    with pytest.raises(TemplateError, match="too large") as caught:
        archive.parts_of(PLAIN, "a.docx")
    assert "quá lớn" in caught.value.problems[0].what.vi


def test_a_zip_that_lies_about_a_size_is_not_unpacked_beyond_it() -> None:
    """Four hundred megabytes that say they are ten bytes are read as ten, and found damaged."""
    bomb = zipped({"a.xml": b" " * (400 << 20)}, compression=zipfile.ZIP_DEFLATED)
    lying = bytearray(bomb)
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", lying, lying.find(mark) + place, 10)
    with pytest.raises(TemplateError, match="damaged"):
        archive.parts_of(bytes(lying), "a.docx")


@pytest.mark.parametrize("data", [PLAIN[:200], PLAIN[:-30], b"PK", b"PK\x03\x04" + b"\xff" * 99])
def test_a_zip_that_broke_off_is_damaged(data: bytes) -> None:
    """Nothing of what Python says reaches a person."""
    with pytest.raises(TemplateError, match="damaged") as caught:
        archive.parts_of(data, "a.docx")
    assert caught.value.problems[0].place.file == "a.docx"


def test_a_part_whose_bytes_were_altered_is_damaged() -> None:
    """The checksum is held against what was unpacked."""
    data = bytearray(archive.stored({"a.xml": b"abc"}))
    data[data.find(b"abc")] = ord("x")
    with pytest.raises(TemplateError, match="damaged"):
        archive.parts_of(bytes(data), "a.docx")


def test_any_compression_but_the_two_of_the_standard_is_refused() -> None:
    """Other programs would not open it either."""
    for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        with pytest.raises(TemplateError, match="damaged"):
            archive.parts_of(zipped({"a.xml": b"abc"}, compression=method), "a.docx")


def test_the_same_parts_are_always_the_same_bytes() -> None:
    """No clock goes in."""
    (info,) = zipfile.ZipFile(io.BytesIO(archive.stored({"a": b"x"}))).infolist()
    assert info.date_time == (1980, 1, 1, 0, 0, 0)
