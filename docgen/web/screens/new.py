"""Mô hình mới: a folder and a record in under a minute, or a record brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.routing import Route

ROUTES: list[Route] = []
