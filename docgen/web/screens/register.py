"""Sổ đăng ký văn bản đi: every numbered paper of every model, body by body."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from starlette.responses import Response
from starlette.routing import Route

from docgen import api
from docgen.web.packages import key_of
from docgen.web.pages import desk_of, page

if TYPE_CHECKING:
    from starlette.requests import Request

    from docgen.workflows.workroom import Model

_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show(request: Request) -> Response:
    """``/so-dang-ky``: what was given, then what waits for a number."""
    drafted = _drafted(request)
    found = api.registered([one.package for one in drafted], on=desk_of(request).today())
    by_body = groupby(found.lines, lambda line: (line.body, line.period))
    books = [(body, period, list(lines)) for (body, period), lines in by_body]
    homes = {one.package: one.id for one in drafted}
    return page(request, "register.html", found=found, books=books, homes=homes, key_of=key_of)


def _drafted(request: Request) -> list[Model]:
    models = api.models_in(desk_of(request).work)
    return [one for one in models if api.watch(one.package).token]


def take(request: Request) -> Response:
    """``/so-dang-ky.xlsx``: the same as a workbook."""
    folders = [one.package for one in _drafted(request)]
    with TemporaryDirectory() as home:
        file = Path(home) / "so-dang-ky.xlsx"
        api.register(folders, file, on=desk_of(request).today())
        data = file.read_bytes()
    named = {"content-disposition": 'attachment; filename="so-dang-ky.xlsx"'}
    return Response(data, media_type=_KIND, headers=named)


ROUTES = [Route("/so-dang-ky", show), Route("/so-dang-ky.xlsx", take)]
