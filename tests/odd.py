"""Word files as strangers send them: harmful, harmless, and those that are no Word files at all."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from docgen.word import archive
from tests.printing.docx import docx, paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office"
TYPES, DOCUMENT = "[Content_Types].xml", "word/document.xml"
PLAIN = docx(paragraph("Chữ"))
VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


def relation(kind: str, target: str, *, external: bool = True, types: str = OFFICE) -> str:
    """A relation of ``kind`` to ``target``."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="x" Type="{types}/{kind}" Target="{target}"{mode}/>'


def related(kind: str, target: str, **how: bool | str) -> bytes:
    """A paper whose main part has one more relation."""
    return docx(paragraph("Chữ"), relations=relation(kind, target, **how))  # type: ignore[arg-type]


def of_settings(kind: str, target: str) -> bytes:
    """A paper whose settings have a relation."""
    told = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{relation(kind, target)}</Relationships>"
    )
    return docx(paragraph("Chữ"), extra={"word/_rels/settings.xml.rels": told})


def holding(xml: str) -> bytes:
    """A paper with ``xml`` at the end of its body."""
    return docx(paragraph("Chữ") + xml)


def field(*codes: str) -> str:
    """A paragraph with a field whose code is cut into runs."""
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{stage}"/></w:r>' for stage in ("begin", "separate", "end")
    )
    code = "".join(_code(piece) for piece in codes)
    return f"<w:p>{begin}{code}{separate}<w:r><w:t>x</w:t></w:r>{end}</w:p>"


def _code(piece: str) -> str:
    return f"<w:r><w:instrText>{piece}</w:instrText></w:r>"


def with_types(old: str, new: str, data: bytes = PLAIN) -> bytes:
    """A paper whose content types have ``new`` for ``old``."""
    return changed(data, TYPES, lambda told: told.replace(old.encode(), new.encode()))


def changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """``data`` with one part changed, or added."""
    parts = archive.parts_of(data, "x")
    return archive.stored({**parts, part: change(parts.get(part, b""))})


def in_utf16(data: bytes, part: str) -> bytes:
    """``data`` with one part in another encoding, in which no bytes spell a word of ours."""
    return changed(data, part, lambda xml: f'<?xml version="1.0"?>{xml.decode()}'.encode("utf-16"))


def chart(workbook: str = "embeddings/data.xlsx", *, external: bool = False) -> bytes:
    """A paper with a chart and the workbook behind it."""
    told = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{relation('package', f'../{workbook}', external=external)}</Relationships>"
    )
    extra = {
        "word/charts/chart1.xml": "<c/>",
        "word/charts/_rels/chart1.xml.rels": told,
        f"word/{workbook}": "x",
    }
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    override = f'<Override PartName="/word/charts/chart1.xml" ContentType="{kind}"/></Types>'
    drawn = docx(
        paragraph("Chữ"),
        extra=extra,
        relations=relation("chart", "charts/chart1.xml", external=False),
    )
    return with_types("</Types>", override, drawn)


def renamed(part: str, new: str, data: bytes = PLAIN) -> bytes:
    """``data`` whose ``part`` (and its relations) go by another name, told everywhere."""
    folder, _, file = part.rpartition("/")
    rels = f"{folder}/_rels/{file}.rels"
    names = {part: f"{folder}/{new}", rels: f"{folder}/_rels/{new}.rels"}
    return archive.stored(
        {
            names.get(name, name): content.replace(part.encode(), f"{folder}/{new}".encode())
            if name in {TYPES, "_rels/.rels"}
            else content
            for name, content in archive.parts_of(data, "x").items()
        }
    )


def strict(data: bytes) -> bytes:
    """``data`` as Word saves "Strict Open XML Document": other namespaces, measures with units."""
    parts = archive.parts_of(data, "x")
    return archive.stored({name: _strict(name, part) for name, part in parts.items()})


def _strict(name: str, part: bytes) -> bytes:
    if name == TYPES:
        return part
    usual = re.compile(r"http://schemas\.openxmlformats\.org/(officeDocument|\w+ml)/2006/")
    text = usual.sub(r"http://purl.oclc.org/ooxml/\1/", part.decode())
    text = re.sub(r"(<w:(?:pgSz|pgMar|ind|spacing|tcW|gridCol)\b[^>]*>)", _with_units, text)
    text = re.sub(r"(<w:ind\b[^>]*?)w:left=", r"\1w:start=", text)
    text = text.replace('w:jc w:val="left"', 'w:jc w:val="start"')
    return text.replace("<w:document ", '<w:document w:conformance="strict" ', 1).encode()


def _with_units(element: re.Match[str]) -> str:
    measure = re.compile(r'(w:(?!line)\w+)="(-?\d+)"')
    return measure.sub(lambda told: f'{told[1]}="{int(told[2]) / 20:g}pt"', element[0])


def locked(data: bytes) -> bytes:
    """The zip ``data`` with the mark that its parts are encrypted."""
    return re.sub(b"(?s)(PK\x01\x02.{4}).", lambda head: head[1] + b"\x01", data)


def zipped(parts: Mapping[str, bytes], **how: int) -> bytes:
    """A zip of ``parts`` as Python's own library writes it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", **how) as file:  # type: ignore[call-overload]
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


HARMFUL: dict[str, tuple[bytes, str]] = {
    "macros": (docx("", extra={"word/vbaProject.bin": "x"}), "macro"),
    "macros by another name": (
        related("vbaProject", "x.bin", external=False, types=f"{MICROSOFT}/2006/relationships"),
        "macro",
    ),
    "macros by content type": (
        with_types("wordprocessingml.document.main", "ms-word.document.macroEnabled.main"),
        "macro",
    ),
    "a template with macros": (
        with_types("wordprocessingml.document.main", "ms-word.template.macroEnabledTemplate.main"),
        "macro",
    ),
    "OLE object": (docx("", extra={"word/embeddings/oleObject1.bin": "x"}), "OLE"),
    "linked OLE object": (related("oleObject", "file:///C:/a.doc"), "OLE"),
    "OLE in the text": (
        holding(f"<w:p><w:r><w:object {VML}><o:OLEObject/></w:object></w:r></w:p>"),
        "OLE",
    ),
    "embedded file": (docx("", extra={"word/embeddings/sheet.xlsx": "x"}), "tệp nhúng"),
    "embedded file of the text": (
        changed(
            related("package", "embeddings/a.xlsx", external=False),
            "word/embeddings/a.xlsx",
            lambda _: b"x",
        ),
        "tệp nhúng",
    ),
    "ActiveX": (docx("", extra={"word/activeX/activeX1.xml": "<x/>"}), "ActiveX"),
    "ActiveX in the text": (holding("<w:p><w:r><w:control/></w:r></w:p>"), "ActiveX"),
    "altChunk": (related("aFChunk", "afchunk.html", external=False), "altChunk"),
    "altChunk in the text": (holding('<w:altChunk r:id="x"/>'), "altChunk"),
    "subdocument": (holding('<w:subDoc r:id="x"/>'), "tài liệu con"),
    "subdocument elsewhere": (related("subDocument", "b.docx"), "tài liệu con"),
    "frames": (related("frame", "http://example.invalid/"), "khung"),
    "add-in": (
        related("webextensiontaskpanes", "x.xml", types=f"{MICROSOFT}/2011/relationships"),
        "tiện ích",
    ),
    "mail merge": (
        changed(
            PLAIN,
            "word/settings.xml",
            lambda xml: xml.replace(b"<w:compat>", b"<w:mailMerge/><w:compat>"),
        ),
        "trộn thư",
    ),
    "template on the web": (
        of_settings("attachedTemplate", "https://example.invalid/e.dotm"),
        "mẫu",
    ),
    "template on a server": (of_settings("attachedTemplate", r"\\server\chung\mau.dotx"), "mẫu"),
    "template on a server as file": (
        of_settings("attachedTemplate", "file://server/mau.dotx"),
        "mẫu",
    ),
    "template on a server, four slashes": (
        of_settings("attachedTemplate", "file:////server/mau.dotx"),
        "mẫu",
    ),
    "template on a server, hidden": (
        of_settings("attachedTemplate", "file:///%5C%5Cserver/a.dotx"),
        "mẫu",
    ),
    "picture on the web": (related("image", "https://example.invalid/track.png"), "ảnh"),
    "picture beside the file": (related("image", "anh.png"), "ảnh"),
    "picture of an old drawing": (
        holding(
            f'<w:p><w:r><w:pict {VML}><v:shape><v:imagedata src="http://a/b.png"/></v:shape></w:pict></w:r></w:p>'
        ),
        "ảnh",
    ),
    "link to a file": (related("hyperlink", "file:///etc/passwd"), "liên kết"),
    "link to a drive": (related("hyperlink", r"C:\Windows\System32\calc.exe"), "liên kết"),
    "link to a server": (related("hyperlink", r"\\server\a.exe"), "liên kết"),
    "link that acts": (related("hyperlink", "javascript:alert(1)"), "liên kết"),
    "link that acts, cut": (related("hyperlink", "java&#10;script:alert(1)"), "liên kết"),
    "link to a tool": (related("hyperlink", "ms-msdt:/id PCWDiagnostic"), "liên kết"),
    "link field to a file": (holding(field(' HYPERLINK "file:///C:/', 'a.exe" ')), "liên kết"),
    "link field with switches": (
        holding(field(r' HYPERLINK \t "_blank" "search-ms:query=a" ')),
        "liên kết",
    ),
    "link of an old drawing": (
        holding(f'<w:p><w:r><w:pict {VML}><v:shape href="file:///a"/></w:pict></w:r></w:p>'),
        "liên kết",
    ),
    "film on the web": (related("video", "https://example.invalid/a.mp4"), "trỏ ra ngoài"),
    "style sheet that transforms": (
        of_settings("transform", "https://example.invalid/a.xsl"),
        "trỏ ra ngoài",
    ),
    "address without its mode": (
        related("font", "https://example.invalid/", external=False),
        "trỏ ra ngoài",
    ),
    "chart of another file": (chart("b.xlsx", external=True), "tệp nhúng"),
    "chart over a workbook with macros": (chart("embeddings/data.xlsm"), "tệp nhúng"),
    "DDE": (holding(field(" DDEAUTO c:\\\\a.exe ")), "trường"),
    "DDE in pieces": (holding(field(" DD", "EAU", "TO c:\\\\a.exe ")), "trường"),
    "DDE out of numbers": (
        holding(field("").replace(_code(""), field("QUOTE 68 68 69")[5:-6])),
        "trường",
    ),
    "DDE in one element": (holding('<w:p><w:fldSimple w:instr="DDE a b"/></w:p>'), "trường"),
    "DDE in another encoding": (in_utf16(holding(field(" DDEAUTO a ")), DOCUMENT), "trường"),
    "text of another file": (holding(field(' IncludeText "C:\\\\a.docx" ')), "trường"),
    "picture field": (holding(field(' INCLUDEPICTURE "http://a/b.png" ')), "trường"),
    "DOCTYPE": (
        changed(PLAIN, DOCUMENT, lambda xml: b'<!DOCTYPE x [<!ENTITY a "b">]>' + xml),
        "DOCTYPE",
    ),
    "DOCTYPE in another encoding": (
        in_utf16(
            changed(PLAIN, DOCUMENT, lambda xml: b'<!DOCTYPE x [<!ENTITY a "b">]>' + xml), DOCUMENT
        ),
        "DOCTYPE",
    ),
}
"""Files that are refused, and a word of the reason."""

FOREIGN: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "rỗng"),
    "password": (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "a zip with a password": (locked(PLAIN), "mật khẩu"),
    "doc": (COMPOUND + "WordDocument".encode("utf-16-le"), ".doc"),
    "xls": (COMPOUND + "Workbook".encode("utf-16-le"), ".xls"),
    "pdf": (b"%PDF-1.7\n", "PDF"),
    "rtf": (b"{\\rtf1 a}", ".rtf"),
    "picture": (b"\xff\xd8\xff\xe0", "ảnh"),
    "web page": (b"\xef\xbb\xbf\r\n<!DOCTYPE html><p>", "trang web"),
    "Word XML": (b'<?xml version="1.0"?><pkg:package xmlns:pkg="x"/>', "XML"),
    "odt": (
        zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}),
        ".odt",
    ),
    "ods": (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), ".ods"),
    "xlsx": (zipped({TYPES: b"<Types/>", "xl/workbook.xml": b"<workbook/>"}), "Excel"),
    "pptx": (zipped({"ppt/presentation.xml": b"<a/>"}), "PowerPoint"),
    "Pages": (zipped({"Index/Document.iwa": b"x"}), "Pages"),
    "some zip": (zipped({"a.txt": b"x"}), "không phải tài liệu Word"),
    "no text": (changed(PLAIN, DOCUMENT, lambda _: b"<workbook/>"), "không phải tài liệu Word"),
    "letters": (b"Kinh gui", "không phải .docx"),
    "cut off": (PLAIN[:-30], "hỏng"),
    "an odd compression": (
        zipped(archive.parts_of(PLAIN, "x"), compression=zipfile.ZIP_LZMA),
        "hỏng",
    ),
    "two parts of one name": (
        archive.written(
            archive.packed(name, part)
            for name, part in [
                *archive.parts_of(PLAIN, "x").items(),
                ("Word/Document.xml", b"<x/>"),
            ]
        ),
        "hỏng",
    ),
    "no XML": (changed(PLAIN, DOCUMENT, lambda xml: xml[:-9]), "word/document.xml bị hỏng"),
    "styles that are no XML": (changed(PLAIN, "word/styles.xml", lambda _: b"<a"), "hỏng"),
    "relations that are no XML": (changed(PLAIN, "_rels/.rels", lambda _: b"\xff"), "hỏng"),
    "longer than a paper": (holding("<w:p/>" * 20_001), "dài"),
}
"""Files that are no Word files, or no more, and a word of what is said."""

HARMLESS: dict[str, bytes] = {
    "plain": PLAIN,
    "web link": related("hyperlink", "https://example.invalid/a?b=c#d"),
    "letter link": related("hyperlink", "mailto:ubnd@example.invalid"),
    "telephone link": related("hyperlink", "tel:0912345678"),
    "link to a place": related("hyperlink", "#dieu-3"),
    "link to a file beside": related("hyperlink", "phu-luc/bieu-1.docx"),
    "our own link": related("hyperlink", "docgen:05-quy-che"),
    "link field": holding(field(' HYPERLINK "https://example.invalid/" ')),
    "link field to a place": holding(field(r' HYPERLINK \l "dieu_3" ')),
    "template by name": of_settings("attachedTemplate", "MauUBND.dotx"),
    "template on a drive": of_settings("attachedTemplate", r"C:\Users\VanThu\MauUBND.dotx"),
    "template on a drive as file": of_settings("attachedTemplate", r"file:///C:\Mau\UBND.dotx"),
    "a template by type": with_types(".document.main+xml", ".template.main+xml"),
    "another main part": renamed(DOCUMENT, "document2.xml"),
    "strict": strict(PLAIN),
    "in another encoding": in_utf16(PLAIN, DOCUMENT),
    "chart": chart(),
    "tracked changes": holding(
        '<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>x</w:t></w:r></w:ins></w:p>'
    ),
    "a day by field": holding(field(" DATE ")),
    "a sum by field": holding(field(" =SUM(ABOVE) ")),
    "a picture that is missing": related("image", "media/a.png", external=False),
}
"""Files that are let through."""

TOLD = {
    "template by name": "mẫu",
    "template on a drive": "mẫu",
    "template on a drive as file": "mẫu",
    "chart": "biểu đồ",
    "tracked changes": "sửa đổi",
    "a day by field": "trường",
    "a sum by field": "trường",
}
"""What of the harmless is told."""
