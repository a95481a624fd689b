"""Names of places and bodies that do not fit the day of drafting: three tiers or two."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from docgen.errors import Words
from docgen.record.model import IssuerKind
from docgen.record.remark import remark
from docgen.record.shape import Kind, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.errors import Problem
    from docgen.record.loading import Loaded
    from docgen.record.shape import FieldPath

TWO_TIERS = date(2025, 7, 1)
_NO_DISTRICT_POLICE = date(2025, 3, 1)

# Nghị quyết 202/2025/QH15: the provinces that gave up their names, and the names they took.
_MERGED = {
    "Hà Giang": "Tuyên Quang",
    "Yên Bái": "Lào Cai",
    "Bắc Kạn": "Thái Nguyên",
    "Vĩnh Phúc": "Phú Thọ",
    "Hòa Bình": "Phú Thọ",
    "Bắc Giang": "Bắc Ninh",
    "Thái Bình": "Hưng Yên",
    "Hải Dương": "Hải Phòng",
    "Hà Nam": "Ninh Bình",
    "Nam Định": "Ninh Bình",
    "Quảng Bình": "Quảng Trị",
    "Quảng Nam": "Đà Nẵng",
    "Kon Tum": "Quảng Ngãi",
    "Bình Định": "Gia Lai",
    "Ninh Thuận": "Khánh Hòa",
    "Đắk Nông": "Lâm Đồng",
    "Bình Thuận": "Lâm Đồng",
    "Phú Yên": "Đắk Lắk",
    "Bà Rịa - Vũng Tàu": "Thành phố Hồ Chí Minh",
    "Bình Dương": "Thành phố Hồ Chí Minh",
    "Bình Phước": "Đồng Nai",
    "Long An": "Tây Ninh",
    "Sóc Trăng": "Cần Thơ",
    "Hậu Giang": "Cần Thơ",
    "Bến Tre": "Vĩnh Long",
    "Trà Vinh": "Vĩnh Long",
    "Tiền Giang": "Đồng Tháp",
    "Bạc Liêu": "Cà Mau",
    "Kiên Giang": "An Giang",
}
_OLD_PROVINCE = re.compile(rf"\btỉnh ({'|'.join(_MERGED)})\b", re.IGNORECASE)
_NEW_NAME = {old.casefold(): new for old, new in _MERGED.items()}
_LIVING_CITIES = "Hà Nội|Hải Phòng|Huế|Đà Nẵng|Cần Thơ|Hồ Chí Minh"
_DISTRICT = rf"(?:huyện|quận|thị xã|thành phố(?!\s+(?:{_LIVING_CITIES})\b))\s+\w"
# A paper cited as a basis, and a former office, keep the names of their own time.
_KEEP_OLD_NAMES = frozenset({"bases", "charter", "district", "title", "job"})


class _Gone(NamedTuple):
    """A kind of body that ended on a day, by what act."""

    pattern: re.Pattern[str]
    since: date
    what: Words
    hint: Words


_GONE = (
    _Gone(
        re.compile(rf"\bcông an {_DISTRICT}", re.IGNORECASE),
        _NO_DISTRICT_POLICE,
        Words("không còn Công an cấp huyện", "there is no district police"),
        Words(
            "Từ 01/3/2025 Công an có Công an tỉnh và Công an cấp xã; sửa tên cơ quan.",
            "Since 01/3/2025 the police are of the province and of the commune; mend the name.",
        ),
    ),
    _Gone(
        re.compile(rf"\b{_DISTRICT}", re.IGNORECASE),
        TWO_TIERS,
        Words("không còn cấp huyện", "there is no district"),
        Words(
            "Từ 01/7/2025 chính quyền địa phương có hai cấp tỉnh, xã (Luật 72/2025/QH15, Điều 51); "
            "sửa tên cơ quan.",
            "Since 01/7/2025 there are provinces and communes only (Law 72/2025/QH15, Article 51); "
            "mend the name.",
        ),
    ),
    _Gone(
        re.compile(r"\bthị trấn\s+\w", re.IGNORECASE),
        TWO_TIERS,
        Words("không còn thị trấn", "there are no townships (thị trấn)"),
        Words(
            "Từ 01/7/2025 cấp xã gồm xã, phường, đặc khu (Luật 72/2025/QH15); ghi tên mới.",
            "Since 01/7/2025 there are xã, phường, đặc khu (Law 72/2025/QH15); use the new name.",
        ),
    ),
)


def eras(loaded: Loaded, today: date) -> Iterator[Problem]:
    """Bodies and places that no longer exist, or do not exist yet, on the day of drafting."""
    yield from _district(loaded, today)
    for path, slot, value in walk(loaded.record):
        if slot.kind is Kind.LINE and isinstance(value, str) and slot.name not in _KEEP_OLD_NAMES:
            yield from _gone(loaded, path, value, today)
            yield from _renamed(loaded, path, value, today)


def _district(loaded: Loaded, today: date) -> Iterator[Problem]:
    issuer, path = loaded.record.issuer, ("issuer", "district")
    if today >= TWO_TIERS and issuer.district:
        yield remark(
            loaded,
            path,
            Words(
                f"Khai “{issuer.district}” mà ngày soạn thảo sau 01/7/2025: không còn cấp huyện",
                f"“{issuer.district}” is told, but there are no districts since 01/7/2025",
            ),
            Words(
                "Để trống mục này (Luật 72/2025/QH15, Điều 51); nếu soạn văn bản cũ, dùng --date.",
                "Leave it empty (Law 72/2025/QH15, Article 51); use --date for older papers.",
            ),
        )
    if today < TWO_TIERS and not issuer.district and issuer.kind is IssuerKind.COMMUNE:
        yield remark(
            loaded,
            path,
            Words(
                "Chưa khai huyện, thành phố mà ngày soạn thảo trước 01/7/2025",
                "No district is told, but the day of drafting is before 01/7/2025",
            ),
            Words("Thêm dòng “district: huyện ...”.", "Add the line “district: huyện ...”."),
        )


def _gone(loaded: Loaded, path: FieldPath, value: str, today: date) -> Iterator[Problem]:
    for body in _GONE:
        if today < body.since or not body.pattern.search(value):
            continue
        what = Words(f"“{value}”: {body.what.vi}", f"“{value}”: {body.what.en}")
        yield remark(loaded, path, what, body.hint)
        return


def _renamed(loaded: Loaded, path: FieldPath, value: str, today: date) -> Iterator[Problem]:
    found = _OLD_PROVINCE.search(value)
    if found is None or today < TWO_TIERS:
        return
    new = _NEW_NAME[found[1].casefold()]
    yield remark(
        loaded,
        path,
        Words(f"“{value}”: tỉnh {found[1]} đã sáp nhập", f"“{value}”: {found[1]} has been merged"),
        Words(
            f"Từ 01/7/2025 ghi {new} (Nghị quyết 202/2025/QH15).",
            f"Since 01/7/2025 it is {new} (Resolution 202/2025/QH15).",
        ),
    )
