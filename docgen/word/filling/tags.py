"""Template tags inside WordprocessingML: lifted out of their paragraphs and rows, text put back in.

Where every tag stands whole in one run, as in all templates that we compile, this does what
docxtpl's own (slow to import, slow to run) patching does; a test holds the two equal.
"""

from __future__ import annotations

import re
from typing import Final

_TAG: Final = r"(?s)\{[{%].*?[}%]\}"
_ANY_TAG: Final = r"(?s)\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}"
_SPLIT: Final = r"\{(?:<[^>]*>)+[{%#]|[%}#](?:<[^>]*>)+\}"
_RARE: Final = (
    r"\{%-|-%\}|\{#|\{\{(?:r|p|tr|tc) |\{%(?:r|tc) |\{%\s*(?:colspan|cellbg|vm|hm)\b|<w:t>"
)
_RUN: Final = r"(?s)<w:r(?: [^>]*)?>.*?</w:r>"
_RUN_PROPERTIES: Final = r"(?s)<w:rPr>.*?</w:rPr>"
_TEXT: Final = r"<w:t(?: [^>]*)?>[^<]*[\n\t][^<]*</w:t>"
_OPEN_TEXT: Final = '<w:t xml:space="preserve">'
_ENTITIES: Final = (("&quot;", '"'), ("&apos;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
_UNESCAPED: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
# How a template writes two braces that are no tag; done before filling, so values keep theirs.
_LITERALS: Final = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))


def is_plain(xml: str) -> bool:
    """Whether every tag stands whole in one run and is of a kind that ``lifted`` knows."""
    if re.search(_SPLIT, xml) or re.search(_RARE, xml):
        return False
    return not any("<" in tag for tag in re.findall(_TAG, xml))


def is_unclosed(text: str) -> bool:
    """Whether a tag is opened in the paragraph ``text`` and not closed in it."""
    return "{" in text and any(mark in re.sub(_ANY_TAG, "", text) for mark in ("{{", "{%", "{#"))


def lifted(xml: str) -> str:
    """Plain ``xml`` as Jinja source: ``{%p`` and ``{%tr`` tags replace the element around them."""
    for element in ("tr", "p"):
        xml = _lift(xml, element)
    return re.sub(_TAG, _unescape, xml)


def _lift(xml: str, element: str) -> str:
    mark, close = f"{{%{element} ", f"</w:{element}>"
    pieces: list[str] = []
    done = 0
    while (at := xml.find(mark, done)) >= 0:
        start = max(xml.rfind(f"<w:{element}{end}", done, at) for end in " >")
        end = xml.find("%}", at) + 2
        pieces += [xml[done:start], "{% ", xml[at + len(mark) : end]]
        done = xml.find(close, end) + len(close)
    return "".join(pieces) + xml[done:]


def _unescape(tag: re.Match[str]) -> str:
    return tag[0].replace("&lt;", "<").replace("&gt;", ">").translate(_UNESCAPED)


def with_characters(source: str) -> str:
    """Jinja ``source`` with the characters in tags that XML writes as entities: ``"A & B"``."""
    return re.sub(_ANY_TAG, _characters, source) if "&" in source else source


def _characters(tag: re.Match[str]) -> str:
    text = tag[0]
    for written, meant in _ENTITIES:
        text = text.replace(written, meant)
    return text


def literal_braces(source: str) -> str:
    """Jinja ``source`` in which ``{_{`` and its kin print as two braces."""
    for written, meant in _LITERALS:
        source = source.replace(written, f'{{{{ "{meant}" }}}}')
    return source


def broken_lines(xml: str) -> str:
    """Filled ``xml`` with the newlines and tabs of values as Word's line breaks and tabs."""
    return re.sub(_RUN, _break_run, xml) if "\n" in xml or "\t" in xml else xml


def _break_run(run: re.Match[str]) -> str:
    if "\n" not in run[0] and "\t" not in run[0]:
        return run[0]
    found = re.search(_RUN_PROPERTIES, run[0])
    look = found[0] if found else ""
    tab = f"</w:t></w:r><w:r>{look}<w:tab/></w:r><w:r>{look}{_OPEN_TEXT}"
    line = f"</w:t><w:br/>{_OPEN_TEXT}"
    return re.sub(_TEXT, lambda text: text[0].replace("\t", tab).replace("\n", line), run[0])
