"""Pages from their templates; the door of the desk to Jinja."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse, Response

from docgen.shown.buttons import at_desk
from docgen.shown.codes import code_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.requests import Request

    from docgen.errors import Problem, Words
    from docgen.web.settings import Settings

_TEMPLATES: Final = Path(__file__).with_name("templates")
_ENVIRONMENT: Final = Environment(
    loader=FileSystemLoader(_TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.globals["code_of"] = code_of


def desk_of(request: Request) -> Settings:
    """The desk that was asked."""
    desk: Settings = request.scope["desk"]
    return desk


def page(request: Request, template: str, /, status: int = 200, **facts: object) -> Response:
    """The page that the template ``template`` makes of ``facts``.

    Every template also has: ``t(vi, en)`` and ``say(words)``, the words in the language chosen;
    ``csrf``, ``path``, ``language``, ``look``; ``model``, nothing where the page is of none;
    ``called(model)``, its name.
    """
    desk = desk_of(request)
    english = desk.language == "en"
    known = {
        "t": lambda vi, en: en if english else vi,
        "say": lambda words: at_desk(words.in_language(desk.language), desk.language),
        "csrf": desk.keys.csrf,
        "path": request.url.path,
        "language": desk.language,
        "look": desk.look,
        "model": None,
        "called": desk.overviews.called,
    }
    text = _ENVIRONMENT.get_template(template).render({**known, **facts})
    return HTMLResponse(text, status)


def refusal(request: Request, status: int, why: Words) -> Response:
    """The page that says why a request goes no further."""
    return page(request, "refused.html", status, why=why)


def refused(request: Request, problems: Iterable[Problem], status: int = 400) -> Response:
    """The page that tells problems for which a screen has no place of its own."""
    return page(request, "problems.html", status, problems=list(problems))


def to(address: str) -> Response:
    """Send the browser to ``address``, as after every change."""
    return RedirectResponse(address, status_code=303)
