"""A work folder as an office has one: models of both kinds, at every age, and every address."""

from __future__ import annotations

from datetime import date
from shutil import copytree
from typing import TYPE_CHECKING, Final

import docgen
from tests.samples import PROFILES, path_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from starlette.routing import Route

DAY: Final = date(2026, 9, 1)
MODELS: Final = {
    "giap-ranh": "lien-ket/giap-ranh-2026",
    "ngo-pho": "khu-dan-cu-2026-toi-thieu",
    "to-lien-gia": "xa-2026-to-lien-gia",
    "to-yeu": "vong-doi/yeu-co-quan-2026",
}
"""What their folders are called, and the samples that they are."""
DRAFTED: Final = "to-lien-gia"
"""The model whose papers are drafted."""
_PAPER: Final = "04-quyet-dinh-thanh-lap"
_GENERAL: Final = (
    *("/", "/?tim=lien+gia", "/moi", "/moi/nhap", "/lich", "/so-dang-ky"),
    *("/cai-dat", "/cai-dat/don-vi", "/cai-dat/may", "/ma/DG101"),
)
_OF_MODEL: Final = (
    *("", "/khai", "/khai/don-vi", "/khai/mo-hinh", "/khai/hoi-nghi", "/khai/xem-lai"),
    *("/soan", "/ho-so", "/xep-loai", "/doi-song", "/doi-song/dinh-chinh", "/doi-song/thanh-loai"),
)
_OF_DRAFTED: Final = (
    *("/khai/thanh-vien", "/khai/members/dan", f"/xem/{_PAPER}", "/xem/phu/to-trinh?rong=1"),
    *(f"/ho-so/{_PAPER}", f"/ho-so/{_PAPER}/so", f"/ho-so/{_PAPER}/ban-ky"),
)


def furnish(work: Path) -> None:
    """Put the models into ``work``; one of them has its papers."""
    copytree(path_of(f"{PROFILES}/x").parent, work / PROFILES)
    for name, sample in MODELS.items():
        folder = work / name
        folder.mkdir()
        (folder / "ban-khai.yaml").write_bytes(path_of(sample).read_bytes())
    drafted = work / DRAFTED
    docgen.package(drafted / "ban-khai.yaml", drafted / "ho-so", on=DAY)


def addresses(routes: Iterable[Route]) -> list[str]:
    """Every page of a furnished desk that ``routes`` know; one refusal."""
    wanted = [
        *_GENERAL,
        *(f"/m/{name}{page}" for name in ("ngo-pho", DRAFTED, "giap-ranh") for page in _OF_MODEL),
        *(f"/m/{DRAFTED}{page}" for page in _OF_DRAFTED),
        "/m/to-yeu/doi-song/thanh-loai",
        "/m/to-yeu/xep-loai",
    ]
    there = list(routes)
    known = [one for one in wanted if any(_answers(route, one) for route in there)]
    return [*known, "/khong-co"]


def _answers(route: Route, address: str) -> bool:
    path = address.partition("?")[0]
    return "GET" in (route.methods or ()) and route.path_regex.match(path) is not None
