"""The properties of a Word file, as Word shows them under File > Info."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


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
