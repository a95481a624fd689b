"""What people and their programs do to a Word file: typing, saving, tracking, commenting."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
from docx.text.paragraph import Paragraph
from lxml import etree

from docgen.guidance.papers import due
from docgen.papers.drafting import Drafter
from docgen.papers.sheet import Papers
from docgen.record.loading import load
from docgen.word import archive
from docgen.word.filling.templates import TemplateFolder
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"
SOFFICE = shutil.which("soffice")


def redrafted(sample: str, paper: str, *changes: tuple[str, str]) -> bytes:
    """The ``paper`` of a sample whose YAML has each ``(old, new)`` changed."""
    text = path_of(sample).read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ho-so.yaml"
        path.write_text(text, encoding="utf-8")
        record = load(path).record
    maker = Drafter(Papers(record, drafted(sample)), TemplateFolder())
    return next(maker.draft(one).docx for one in due(record) if one.paper.id == paper)


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """``data`` with one part changed."""
    found = parts(data)
    return archive.stored({**found, name: change(found[name])})


def typed(data: bytes, change: Callable[[Any], object]) -> bytes:
    """``data`` as python-docx saves it after ``change(document)``."""
    document = docx.Document(io.BytesIO(data))
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def paragraphs(document: Any) -> Iterator[Any]:
    """Every paragraph of a python-docx document, those in tables too, in order."""
    for element in document.element.body.iter(f"{W}p"):
        yield Paragraph(element, document._body)  # noqa: SLF001


def at(document: Any, start: str) -> Any:
    """The first paragraph of a python-docx document that starts with ``start``."""
    return next(paragraph for paragraph in paragraphs(document) if paragraph.text.startswith(start))


def write_over(paragraph: Any, text: str) -> None:
    """``text`` instead of the words of a python-docx paragraph, in the look of its first run."""
    first, *others = paragraph.runs
    first.text = text
    for run in others:
        run.text = ""


def retyped(data: bytes, start: str, text: str) -> bytes:
    """``data`` in which a person wrote ``text`` over the paragraph that starts with ``start``."""
    return typed(data, lambda document: write_over(at(document, start), text))


def texts(data: bytes) -> list[str]:
    """The text of every paragraph of the body, tables included."""
    root = etree.fromstring(parts(data)[DOCUMENT])
    return [
        "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        for paragraph in root.iter(f"{W}p")
    ]


def saved_by_word(data: bytes) -> bytes:
    """``data`` with what Word leaves when it saves: ids, marks, languages, cut runs, new ids."""
    found = parts(data)
    stories = (DOCUMENT, *(name for name in found if name.startswith("word/header")))
    saved = {name: _marked(found[name]) for name in stories}
    saved["word/styles.xml"] = _translated(found["word/styles.xml"])
    return archive.stored({**found, **saved})


def _translated(styles: bytes) -> bytes:
    """Style ids as a Word of another language might write them; names stay."""
    ids = r'(w:styleId|w:basedOn w:val|w:next w:val)="(\w+)"'
    return re.sub(ids.encode(), rb'\1="Kieu\2"', styles)


def _marked(document: bytes) -> bytes:
    root = etree.fromstring(document)
    for style in root.iter(f"{W}pStyle", f"{W}rStyle"):
        style.set(f"{W}val", f"Kieu{style.get(f'{W}val')}")
    for number, run in enumerate(list(root.iter(f"{W}r"))):
        run.set(f"{W}rsidR", f"00A{number:05X}")
        _cut(run)
    for number, paragraph in enumerate(root.iter(f"{W}p")):
        paragraph.set(f"{W}rsidRDefault", "00B12345")
        for name in ("proofErr", "bookmarkStart", "bookmarkEnd"):
            mark = etree.SubElement(paragraph, W + name)
            mark.set(f"{W}id", str(number))
    return etree.tostring(root)


def _cut(run: Any) -> None:
    """The run in two, the second after a page break that Word only remembers."""
    words = run.findtext(f"{W}t") or ""
    if len(words) < 8 or run.xpath("count(*[not(self::w:rPr)])", namespaces=run.nsmap) != 1:
        return
    if run.find(f"{W}rPr") is None:
        run.insert(0, etree.Element(f"{W}rPr"))
    etree.SubElement(run.find(f"{W}rPr"), f"{W}lang").set(f"{W}val", "en-US")
    other: Any = deepcopy(run)
    run.addnext(other)
    for half, text in ((run, words[:5]), (other, words[5:])):
        half.find(f"{W}t").text = text
        half.find(f"{W}t").set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    other.insert(1, etree.Element(f"{W}lastRenderedPageBreak"))


def saved_by_libreoffice(*files: bytes) -> list[bytes]:
    """The files as LibreOffice writes them after opening them."""
    assert SOFFICE
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = [folder / f"{index}.docx" for index in range(len(files))]
        for path, data in zip(sources, files, strict=True):
            path.write_bytes(data)
        profile, out = f"-env:UserInstallation={(folder / 'p').as_uri()}", folder / "out"
        kind = "docx:MS Word 2007 XML"
        command = [SOFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(out)]
        subprocess.run([*command, *map(str, sources)], check=True, capture_output=True, timeout=300)
        return [(out / path.name).read_bytes() for path in sources]
