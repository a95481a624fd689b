"""Papers with invented values, and the means to look into the Word files made from them."""

from __future__ import annotations

import copy
import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from docgen.word.authoring.compile import compile_template
from docgen.word.filling.fill import Properties, prepare

if TYPE_CHECKING:
    from collections.abc import Callable

CONTEXT: dict[str, Any] = {
    "paper": {
        "header": {
            "superior": ["CÔNG AN TỈNH BẮC NINH"],
            "issuer": ["CÔNG AN XÃ TÂN MỸ"],
            "number": "Số:      /BC-CAX",
            "place_date": "Tân Mỹ, ngày 05 tháng 9 năm 2026",
        },
        "authority": "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN MỸ",
        "bases": ["Căn cứ Luật An ninh quốc gia;", "Theo đề nghị của Trưởng Công an xã."],
        "to": [],
        "to_label": "Kính gửi:",
        "sign": {"lines": ["TRƯỞNG CÔNG AN XÃ"], "capacity": [], "name": "Nguyễn Văn An"},
        "approve": {
            "lines": ["CHỦ TỊCH"],
            "capacity": [],
            "name": "Trần Thị Bình",
            "date": "Tân Mỹ, ngày 06 tháng 9 năm 2026",
        },
        "secretary": {"lines": ["THƯ KÝ"], "name": "Lê Thị Cúc"},
        "recipients": ["Như trên;", "Lưu: VT, CAX."],
        "attached_to": "(Kèm theo Quyết định số      /QĐ-UBND)",
        "replaces": [],
        "signer_pairs": [
            [
                {
                    "unit": "Ủy ban nhân dân xã Tân Mỹ",
                    "lines": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
                    "name": "Lê Văn C",
                },
                {"unit": "Trường Tiểu học Tân Mỹ", "lines": ["HIỆU TRƯỞNG"], "name": ""},
            ],
            [{"unit": "Thôn Đông", "lines": ["TRƯỞNG THÔN"], "name": "Vũ Văn D"}, {}],
        ],
    },
    "copy": "",
    "places": [
        {"name": "Lê Văn C", "title": "Chủ tịch", "unit": "Ủy ban nhân dân xã Tân Mỹ"},
        {"name": "Hoàng Thị Minh Nguyệt", "title": "", "unit": ""},
    ],
    "model": {"name": "Cổng trường an toàn"},
    "members": [{"name": "Lê A", "title": "Tổ trưởng"}, {"name": "Lê B", "title": "Tổ viên"}],
    "dossier": {
        "superior": ["ỦY BAN NHÂN DÂN TỈNH"],
        "unit": ["ỦY BAN NHÂN DÂN XÃ"],
        "title": "Hồ sơ mô hình",
        "symbol": "01.ANTT",
        "year": "2026",
        "period": "Từ ngày 05/01/2026 đến ngày 31/12/2026",
        "sheets": "45",
        "retention": "Vĩnh viễn",
        "missing": "5. Quy chế hoạt động của Mô hình",
        "count": "01",
        "pages": "3",
        "pages_words": "ba",
        "place": "Tân Mỹ",
        "closed": "ngày      tháng      năm 2026",
        "rows": [
            {
                "number": "1",
                "symbol": "02/QĐ-UBND",
                "date": "05/9/2026",
                "title": "Quyết định thành lập",
                "author": "UBND xã",
                "pages": "3",
                "note": "",
                "link": "docgen:quyet-dinh",
            }
        ],
        "notes": ["Mục 9: chưa đến hạn."],
    },
}
PROPERTIES = Properties("Báo cáo", "Mô hình", "Công an xã Tân Mỹ", date(2026, 9, 5))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Paper:
    """A filled Word file, looked at through its parts."""

    def __init__(self, data: bytes) -> None:
        """Open the package ``data``."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])

    def styled(self, style: str) -> list[str]:
        """The text of every paragraph of the style id ``style``; line breaks as newlines."""
        return [self.text(paragraph) for paragraph in self.paragraphs(style)]

    def paragraphs(self, style: str) -> list[Any]:
        """Every paragraph of the style id ``style``."""
        return self.root.findall(f".//{W}p/{W}pPr/{W}pStyle[@{W}val='{style}']/../..")

    @staticmethod
    def text(element: Any) -> str:
        """All text below ``element``."""
        marks = {f"{W}br": "\n", f"{W}tab": "\t"}
        nodes = element.iter(f"{W}t", f"{W}br", f"{W}tab")
        return "".join(marks.get(node.tag) or node.text or "" for node in nodes)


@pytest.fixture
def context() -> dict[str, Any]:
    """Values for every layout; each test changes its own copy."""
    return copy.deepcopy(CONTEXT)


@pytest.fixture
def properties() -> Properties:
    """Document properties of an invented paper."""
    return PROPERTIES


@pytest.fixture
def source() -> Callable[..., str]:
    """A template source: ``source("named", "body", title="KẾ HOẠCH")``."""

    def write(layout: str, body: str = "Nội dung./.", **facts: str) -> str:
        front = {"layout": layout, "title": "BÁO CÁO", "summary": "Kết quả {{ model.name }}"}
        lines = "\n".join(f"{key}: {value}" for key, value in {**front, **facts}.items())
        return f"---\n{lines}\n---\n\n{body}\n"

    return write


@pytest.fixture
def paper(context: dict[str, Any], source: Callable[..., str]) -> Callable[..., Paper]:
    """A filled paper: ``paper("named", "body", changes of context.paper...)``."""

    def fill(layout: str, body: str = "Nội dung./.", facts: Any = None, **changes: Any) -> Paper:
        context["paper"].update(changes)
        data = compile_template(source(layout, body, **(facts or {})), layout)
        return Paper(prepare(data, layout).fill(context, PROPERTIES))

    return fill


@pytest.fixture
def opened() -> type[Paper]:
    """The class that looks into the bytes of a Word file."""
    return Paper
