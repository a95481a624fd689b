"""Files inside the dossier that are no pages: originals kept byte by byte."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from docgen.dossier.archival import text
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.dossier.book import Book


class Attachment(Value):
    """A file to be kept inside the dossier.

    Attributes:
        name: Its name, without folder.
        data: Its bytes, which are kept as they are.
        about: What it is, in the words of viewers' lists of attachments.
    """

    name: str
    data: bytes
    about: str


def add_attachments(book: Book, attachments: Sequence[Attachment]) -> bytes:
    """The catalog entries that list ``attachments``; none where there are none.

    Raises:
        ValueError: Two of them have one name.
    """
    names = sorted(text(attachment.name) for attachment in attachments)
    if len(set(names)) < len(names):
        raise ValueError("two attachments have one name")
    if not names:
        return b""
    numbers = {text(attachment.name): _add(book, attachment) for attachment in attachments}
    listed = b"".join(b"%b%d 0 R" % (name, numbers[name]) for name in names)
    related = b" ".join(b"%d 0 R" % numbers[name] for name in names)
    return b"/Names<</EmbeddedFiles<</Names[%b]>>>>/AF[%b]" % (listed, related)


def _add(book: Book, attachment: Attachment) -> int:
    # MD5 is what the format asks for; it guards against nothing but damage.
    check = hashlib.md5(attachment.data, usedforsecurity=False).hexdigest().encode()
    entries = b"/Type/EmbeddedFile/Subtype/application#2Fpdf/Params<</Size %d/CheckSum<%b>>>"
    stream = book.add_stream(entries % (len(attachment.data), check), attachment.data, pack=False)
    name = text(attachment.name)
    body = b"<</Type/Filespec/F%b/UF%b/Desc%b/AFRelationship/Source/EF<</F %d 0 R/UF %d 0 R>>>>"
    return book.add(body % (name, name, text(attachment.about), stream, stream))
