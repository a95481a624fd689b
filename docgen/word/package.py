"""The zip side of a .docx: read within limits, written with fixed times."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

from docgen.errors import TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

MAX_PARTS: Final = 512
MAX_SIZE: Final = 64 * 1024 * 1024  # bytes unpacked, all parts together

_DOS_DATE: Final = (1 << 5) | 1  # 1 January 1980, the earliest a zip can say
_UTF8: Final = 0x800


@dataclass(frozen=True, slots=True)
class Member:
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
    """The parts of the package ``data`` by name, in the order of the zip.

    Raises:
        TemplateError: not a zip, damaged, too many parts or too large when unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > MAX_PARTS or sum(info.file_size for info in infos) > MAX_SIZE:
                raise TemplateError.at(
                    name, "tệp .docx lớn bất thường khi giải nén", "the .docx unpacks too large"
                )
            return {info.filename: archive.read(info) for info in infos if not info.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        raise TemplateError.at(
            name,
            "không mở được: tệp hỏng hoặc không phải .docx",
            "cannot be opened: damaged, or not a .docx",
        ) from None


def canonical(xml: str) -> bytes:
    """``xml`` as one part: checked to be well formed and serialised the one way."""
    from lxml import etree  # noqa: PLC0415  filling needs it late, listing templates never

    return etree.tostring(etree.fromstring(xml), encoding="UTF-8", standalone=True)


def core_properties(
    title: str = "", subject: str = "", author: str = "", day: date | None = None
) -> str:
    """``docProps/core.xml``; without a day (a template) it carries no dates."""
    stamps = ""
    if day is not None:
        when = f'xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z'
        stamps = (
            f"<dcterms:created {when}</dcterms:created><dcterms:modified {when}</dcterms:modified>"
        )
    texts = "".join(
        f"<{tag}>{escape(value, quote=False)}</{tag}>"
        for tag, value in (
            ("dc:title", title),
            ("dc:subject", subject),
            ("dc:creator", author),
            ("cp:lastModifiedBy", author),
        )
        if value
    )
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{texts}<dc:language>vi-VN</dc:language>{stamps}</cp:coreProperties>"
    )
