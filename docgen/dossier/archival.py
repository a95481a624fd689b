"""What a dossier says about itself, and its claim to be PDF/A-2b (ISO 19005-2)."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from docgen.dossier.source import follow, key_of
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from pypdf.generic import DictionaryObject

    from docgen.dossier.book import Book
    from docgen.dossier.carrying import Carrier
    from docgen.dossier.source import Source

_TOOL = "docgen"
_CLAIM = re.compile(rb"pdfaid:part\s*(?:=\s*[\"']|>)\s*([12])\b")
_COUNT = re.compile(rb"/N (\d+)(?= ?[/>])")
# Forbidden in XML, and so in XMP; the document information has to say the same.
_ILLEGAL = "[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{tool}</xmp:CreatorTool>
<xmp:CreateDate>{day}T00:00:00+07:00</xmp:CreateDate>
<xmp:ModifyDate>{day}T00:00:00+07:00</xmp:ModifyDate>
<pdf:Producer>{tool}</pdf:Producer>
{claim}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
_CLAIM_TEXT = "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n"


class Information(Value):
    """What a PDF tells about the dossier.

    Attributes:
        title: Its title, which viewers show in the window.
        author: The office that keeps it.
        day: The day of drafting; the date of the PDF (midnight, Vietnamese time).
        language: A BCP 47 language tag.
    """

    title: str
    author: str
    day: date
    language: str = "vi-VN"


def text(words: str) -> bytes:
    """``words`` as a PDF text string, without what has no place in a line of text."""
    return b"<%b>" % (b"\xfe\xff" + _legal(words).encode("utf-16-be")).hex().encode()


def _legal(words: str) -> str:
    return words if words.isprintable() else re.sub(_ILLEGAL, "", words)


def colours_of(source: Source) -> int:
    """How many colours the profile counts that ``source`` brings; 0 where it is no PDF/A-1 or 2."""
    with source.reading():
        if not _CLAIM.search(_data(source, source.catalog.get("/Metadata"))):
            return 0
        intent = follow(_intent(source))
        return 0 if intent is None else _colours(source, intent.raw_get("/DestOutputProfile"))


def _data(source: Source, stream: object) -> bytes | memoryview:
    """What ``stream`` holds: as it stands in the file, where it is not packed."""
    key = key_of(stream)
    raw = None if key is None else source.raw(key)
    if raw is not None and raw.tail and b"/Filter" not in raw.head:
        return raw.tail
    found = follow(stream)
    return b"" if found is None else bytes(found.get_data())


def _colours(source: Source, profile: object) -> int:
    """How many colours ``profile``, a stream, counts."""
    key = key_of(profile)
    told = _COUNT.search(b"" if key is None else source.raw(key).head)
    return int(told[1] if told else follow(profile).get("/N", 0))


def _intent(source: Source) -> object | None:
    """The PDF/A output intent of ``source`` as it stands in its list, if there is one."""
    for entry in follow(source.catalog.get("/OutputIntents")) or []:
        intent = follow(entry)
        if intent.get("/S") == "/GTS_PDFA1" and _is_stream(source, intent, "/DestOutputProfile"):
            return entry  # type: ignore[no-any-return]
    return None


def _is_stream(source: Source, thing: DictionaryObject, name: str) -> bool:
    key = key_of(thing.get(name))
    return bool(source.raw(key).tail) if key is not None else False


def output_intent(carrier: Carrier, colours: Collection[int]) -> bytes:
    """The catalog entry that names the one colour profile of a dossier, which ``carrier`` brings.

    Args:
        carrier: One of the PDFs that are bound.
        colours: What :func:`colours_of` says of all of them.

    Returns:
        Nothing where one of them is no PDF/A, or where they count colours differently.
    """
    if len(set(colours)) > 1 or 0 in colours:
        return b""
    return b"/OutputIntents[%d 0 R]" % carrier.reference(_intent(carrier.source))


def add_information(book: Book, about: Information) -> int:
    """The number of the document information dictionary."""
    day = b"(D:%b000000+07'00')" % about.day.strftime("%Y%m%d").encode()
    tool = text(_TOOL)
    return book.add(
        b"<</Title%b/Author%b/Creator%b/Producer%b/CreationDate%b/ModDate%b>>"
        % (text(about.title), text(about.author), tool, tool, day, day)
    )


def add_metadata(book: Book, about: Information, *, archival: bool) -> int:
    """The number of the XMP metadata; it says the same as the document information."""
    packet = _XMP.format(
        title=escape(_legal(about.title)),
        author=escape(_legal(about.author)),
        language=escape(about.language),
        day=about.day.isoformat(),
        tool=_TOOL,
        claim=_CLAIM_TEXT if archival else "",
    )
    return book.add_stream(b"/Type/Metadata/Subtype/XML", packet.encode(), pack=False)
