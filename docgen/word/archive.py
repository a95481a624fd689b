"""The zip side of a .docx: read within limits, written with fixed times."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from docgen.errors import Place, Problem, TemplateError, Words
from docgen.values import Value
from docgen.word import foreign, unpacked
from docgen.word.fence import DAMAGED, SAVE_AGAIN, fenced

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MAX_PARTS: Final = 512
MAX_PART: Final = 64 << 20  # bytes unpacked
MAX_SIZE: Final = 256 << 20  # bytes unpacked, all parts together

_DOS_DATE: Final = (1 << 5) | 1  # 1 January 1980, the earliest a zip can say
_UTF8: Final = 0x800
_LOCKED: Final = 0x1
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # ECMA-376 part 2, annex B


class Member(Value):
    """One part as it lies in the zip: its name, the checksum and size of its content, the data."""

    name: str
    crc: int
    size: int
    data: bytes
    method: int


def packed(name: str, content: bytes) -> Member:
    """``content`` deflated, ready to be written as the part ``name``."""
    squeeze = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = squeeze.compress(content) + squeeze.flush()
    return Member(name, zlib.crc32(content), len(content), data, zipfile.ZIP_DEFLATED)


@lru_cache(maxsize=256)
def content(member: Member) -> bytes:
    """What a ``member`` of our own unpacks to: the same part is a member of many files."""
    if member.method == zipfile.ZIP_STORED:
        return member.data
    return zlib.decompress(member.data, -zlib.MAX_WBITS)


def written(members: Iterable[Member]) -> bytes:
    """A zip of ``members`` in the given order; no clock, no system, so the same bytes always."""
    out = io.BytesIO()
    central: list[bytes] = []
    for member in members:
        name = member.name.encode()
        shared = struct.pack(
            "<HHHHHIIIHH",
            20, _UTF8, member.method, 0, _DOS_DATE, member.crc, len(member.data), member.size,
            len(name), 0,
        )  # fmt: skip
        place = struct.pack("<HHHII", 0, 0, 0, 0, out.tell())
        central.append(b"PK\x01\x02" + struct.pack("<H", 20) + shared + place + name)
        out.write(b"PK\x03\x04" + shared + name + member.data)
    start = out.tell()
    directory = b"".join(central)
    count = len(central)
    out.write(directory)
    out.write(b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), start, 0))
    return out.getvalue()


def stored(parts: Mapping[str, bytes]) -> bytes:
    """A zip without compression: its bytes do not depend on the deflate library of the machine."""
    return written(
        Member(name, zlib.crc32(data), len(data), data, zipfile.ZIP_STORED)
        for name, data in parts.items()
    )


def parts_of(data: bytes, name: str) -> dict[str, bytes]:
    """The parts of the zip ``data`` by name, in its order.

    Raises:
        TemplateError: not a zip, damaged, locked, too many parts or too large when unpacked.
    """
    if (known := unpacked.parts_of(data)) is not None:
        return known
    if kind := foreign.of_bytes(data):
        raise TemplateError(kind.problem(name))
    with fenced(name), zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        _check(infos, name)
        return {info.filename: _content(archive, info) for info in infos}


def _check(infos: Sequence[zipfile.ZipInfo], name: str) -> None:
    sizes = [info.file_size for info in infos]
    if len(infos) > MAX_PARTS or sum(sizes) > MAX_SIZE or max(sizes, default=0) > MAX_PART:
        raise too_large(name)
    if any(info.flag_bits & _LOCKED for info in infos):
        raise TemplateError(foreign.LOCKED.problem(name))
    # Two parts of one name: we would look at one, and Word at the other.
    names = {key(info.filename) for info in infos}
    if len(names) < len(infos) or any(info.compress_type not in _METHODS for info in infos):
        raise TemplateError(Problem(Place(name), DAMAGED, SAVE_AGAIN))


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """What a part unpacks to, and never more than it says, whatever lies in the zip."""
    with archive.open(info) as stream:
        return stream.read(info.file_size + 1)


def key(part: str) -> str:
    """By this two names are those of one part (ECMA-376 part 2, 6.2.2.3)."""
    return part.replace("\\", "/").lower().lstrip("/")


def too_large(name: str) -> TemplateError:
    """The file ``name`` unpacks to more than any paper."""
    what = Words(
        f"tệp Word quá lớn khi giải nén (trên {MAX_SIZE >> 20} MB hoặc quá nhiều phần)",
        f"the Word file is too large when unpacked (over {MAX_SIZE >> 20} MB or too many parts)",
    )
    hint = Words(
        "Thu nhỏ ảnh trong văn bản (Nén ảnh) rồi lưu lại.",
        "Make the pictures in it smaller (Compress Pictures) and save it again.",
    )
    return TemplateError(Problem(Place(name), what, hint))
