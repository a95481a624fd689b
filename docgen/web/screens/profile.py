"""Hồ sơ đơn vị: told once for every new model of the work folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from starlette.routing import Route

from docgen import api
from docgen.web.pages import desk_of, page, to

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from docgen.errors import Problem

_OURS: Final = frozenset({"csrf", "revision"})


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
    sent = request.state.form
    typed = {name: text for name, text in sent.items() if name not in _OURS}
    texts = {name: text for name, text in typed.items() if isinstance(text, str)}
    revision = str(sent.get("revision", ""))
    problems = api.keep_profile(desk_of(request).work, revision, texts)
    if problems:
        return _shown(request, texts, problems)
    return to("/cai-dat/don-vi?da-luu=1")


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


ROUTES = [Route("/cai-dat/don-vi", profile, methods=["GET", "POST"])]
