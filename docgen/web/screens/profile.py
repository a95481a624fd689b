"""Hồ sơ đơn vị: told once for every new model of the work folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from starlette.responses import JSONResponse
from starlette.routing import Route

from docgen import api
from docgen.web.pages import desk_of, page, to
from docgen.web.screens.record import told_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from docgen.errors import Problem

_OURS: Final = frozenset({"csrf", "revision", "step"})


@dataclass(frozen=True)
class Wrong:
    """What is wrong on the page, as the macros of fields ask for it."""

    problems: tuple[Problem, ...]
    opened: frozenset[str]
    told_names: frozenset[str] = frozenset()

    def wrong(self, name: str) -> list[Problem]:
        """What is wrong at a field."""
        return [one for one in self.problems if one.place.field == name]


def profile(request: Request) -> Response:
    """``/cai-dat/don-vi``: the profile, field by field."""
    if request.method == "GET":
        return _shown(request)
    texts = _texts(request)
    revision = str(request.state.form.get("revision", ""))
    problems = api.keep_profile(desk_of(request).work, revision, texts)
    if problems:
        return _shown(request, texts, problems)
    return to("/cai-dat/don-vi?da-luu=1")


def read_back(request: Request) -> Response:
    """``/cai-dat/don-vi/doc``: how fields that were just left are read; nothing is written."""
    language = desk_of(request).language
    texts = _texts(request)
    found, problems = api.read_profile_back(desk_of(request).work, texts)
    echoes = {one.name: one.echo for one in api.fields_in(found.asked) if one.name in texts}
    told = {one.place.field: told_of(one, language) for one in problems}
    state = str(request.state.form.get("revision", ""))  # the page's own: nothing was written
    answer = {"drafts": [], "problems": told, "renamed": {}, "echoes": echoes, "undo": ""}
    return JSONResponse({"revision": state, **answer})


def _texts(request: Request) -> dict[str, str]:
    sent = request.state.form.items()
    return {name: str(text) for name, text in sent if name not in _OURS and isinstance(text, str)}


def _shown(
    request: Request, typed: dict[str, str] | None = None, problems: tuple[Problem, ...] = ()
) -> Response:
    found = api.open_profile(desk_of(request).work, typed)
    names = {one.place.field for one in problems}
    around = {name.rsplit(".", depth)[0] for name in names for depth in range(4)}
    return page(
        request,
        "profile.html",
        422 if problems else 200,
        profile=found,
        problems=problems,
        it=Wrong(problems, frozenset(around)),
        saved="da-luu" in request.query_params,
    )


ROUTES = [
    Route("/cai-dat/don-vi", profile, methods=["GET", "POST"]),
    Route("/cai-dat/don-vi/doc", read_back, methods=["POST"]),
]
