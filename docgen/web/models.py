"""The model that an address is about: looked up in the listing, never joined to a path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from docgen import api
from docgen.web.pages import desk_of

if TYPE_CHECKING:
    from starlette.requests import Request

    from docgen.workflows.workroom import Model


def the_model(request: Request) -> Model:
    """The model of the address, with ``.id``, ``.name``, ``.folder``, ``.record``, ``.package``.

    Raises:
        HTTPException: the work folder has no such model; the answer is 404.
    """
    wanted = request.path_params["id"]
    for model in api.models_in(desk_of(request).work):
        if model.id == wanted:
            return model
    raise HTTPException(404)
