"""Mô hình mới: a folder and a record in under a minute, or a record brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from starlette.datastructures import UploadFile
from starlette.routing import Route

from docgen import api
from docgen.errors import DocgenError, Problem, Words
from docgen.web.forms import told
from docgen.web.pages import desk_of, page, to

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

_FIELDS: Final = ("kind", "catalogue", "name", "folder")
_NO_KIND = Words("Chưa chọn mô hình của ai.", "Whose model it is has not been chosen.")
_OTHER_KIND = Words(
    "Mô hình đã chọn trong danh mục thuộc loại hình kia.",
    "The model chosen from the catalogue is of the other kind.",
)
_NO_FILE = Words("Chưa chọn tệp.", "No file has been chosen.")


def new(request: Request) -> Response:
    """``/moi``: create a model, and go on with its record."""
    if request.method == "GET":
        return _asking(request, dict.fromkeys(_FIELDS, ""), {})
    values = {name: told(request, name) for name in _FIELDS}
    chosen = next((one for one in api.catalogue() if one.code == values["catalogue"]), None)
    kind = values["kind"] or (chosen.kind if chosen else "")
    if not kind:
        return _asking(request, values, {"kind": _NO_KIND})
    if chosen and chosen.kind != kind:
        return _asking(request, values, {"catalogue": _OTHER_KIND})
    name = values["name"] or (chosen.name if chosen else "")
    code = chosen.code if chosen else ""
    try:
        made = api.begin_model(
            desk_of(request).work, kind, name, catalogue=code, folder=values["folder"]
        )
    except DocgenError as fault:
        return _asking(request, {**values, "kind": kind}, _by_field(fault))
    return to(f"/m/{made.id}/khai")


def bring_in(request: Request) -> Response:
    """``/moi/nhap``: copy a record that somebody has into a folder of its own."""
    if request.method == "GET":
        return page(request, "bring_in.html", problems=[], folder="")
    sent, folder = request.state.form.get("file"), told(request, "folder")
    if not isinstance(sent, UploadFile) or not sent.filename:
        return page(request, "bring_in.html", 422, problems=[], folder=folder, missing=_NO_FILE)
    work, name = desk_of(request).work, sent.filename
    try:
        made = api.bring_in(work, name, sent.file.read(), folder=folder)
    except DocgenError as fault:
        return page(request, "bring_in.html", 422, problems=fault.problems, folder=folder)
    return to(f"/m/{made.id}")


def _asking(request: Request, values: dict[str, str], faults: dict[str, Words]) -> Response:
    status = 422 if faults else 200
    return page(
        request, "new.html", status, values=values, faults=faults, catalogue=api.catalogue()
    )


def _by_field(fault: DocgenError) -> dict[str, Words]:
    """Each problem with the field that it is about."""
    return {problem.place.field or "name": _sentence(problem) for problem in fault.problems}


def _sentence(problem: Problem) -> Words:
    """What is wrong, and what to do, as one text beside a field."""
    what, hint = problem.what, problem.hint
    return Words(
        f"{what.vi[:1].upper()}{what.vi[1:]}. {hint.vi}".strip(),
        f"{what.en[:1].upper()}{what.en[1:]}. {hint.en}".strip(),
    )


ROUTES = [
    Route("/moi", new, methods=["GET", "POST"]),
    Route("/moi/nhap", bring_in, methods=["GET", "POST"]),
]
