"""Bản ký: scans dropped, looked at, turned and ordered; nothing stands before they are used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from docgen import api
from docgen.errors import DocgenError, Words
from docgen.web.models import the_model
from docgen.web.packages import begin, key_of, the_paper, whole
from docgen.web.pages import desk_of, page, to

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request

    from docgen.workflows.desk import Tell
    from docgen.workflows.paper_status import PaperStatus
    from docgen.workflows.trays import Tray
    from docgen.workflows.workroom import Model

_TITLE = Words(
    "Đã đặt bản ký, đóng lại hồ sơ", "The scan is in its place; binding the dossier again"
)
_WIDTH = 360
"""Pixels of the picture of a page."""


def ask(request: Request) -> Response:
    """``…/ho-so/{van-ban}/ban-ky``: the scan of one paper."""
    model = the_model(request)
    paper = the_paper(request, whole(request, model))
    return page(request, "scan.html", model=model, paper=paper, key=key_of(paper.stem), problems=[])


def lay(request: Request) -> Response:
    """Files came: they are looked through, and shown page by page."""
    model = the_model(request)
    found = whole(request, model)
    paper = the_paper(request, found) if "paper" in request.path_params else None
    files = [one for one in request.state.form.getlist("tep") if getattr(one, "filename", "")]
    scans = [(str(one.filename), one.file.read()) for one in files]
    try:
        tray = api.lay_scans(_home(model), scans)
    except DocgenError as fault:
        key = key_of(paper.stem) if paper else ""
        problems = [*fault.problems]
        return page(request, "scan.html", 422, model=model, paper=paper, key=key, problems=problems)
    stem = paper.stem if paper else api.paper_of_tray(tray, [one.stem for one in found.papers])
    told = f"?van-ban={key_of(stem)}" if stem else ""
    return to(f"/m/{model.id}/khay/{tray.name}{told}")


def show(request: Request) -> Response:
    """``/m/{id}/khay/{khay}``: the pages, as they are ordered and turned by now."""
    model = the_model(request)
    tray, found = _tray(request, model), whole(request, model)
    return _shown(request, model, tray, found.papers, request.query_params.get("van-ban", ""))


def _shown(
    request: Request,
    model: Model,
    tray: Tray,
    papers: tuple[PaperStatus, ...],
    chosen: str,
    fault: bool = False,  # noqa: FBT001, FBT002
) -> Response:
    paper = next((one for one in papers if key_of(one.stem) == chosen), None)
    return page(
        request,
        "tray.html",
        422 if fault else 200,
        model=model,
        tray=tray,
        paper=paper,
        chosen=chosen,
        fault=fault,
        options=[(key_of(one.stem), one.title) for one in papers],
    )


def arrange(request: Request) -> Response:
    """Turn, move or leave out one page."""
    model = the_model(request)
    tray, form = _tray(request, model), request.state.form
    deed, _, told = str(form.get("viec", "")).partition("-")
    place = int(told) if told.isdecimal() else -1
    if not 0 <= place < len(tray.sheets):
        raise HTTPException(404)
    if deed == "xoay":
        api.turn_page(tray, place)
    elif deed in ("len", "xuong"):
        api.move_page(tray, place, -1 if deed == "len" else 1)
    elif deed == "bo":
        api.leave_out_page(tray, place)
    chosen = str(form.get("van-ban", ""))
    return to(f"/m/{model.id}/khay/{tray.name}?van-ban={chosen}#trang-{place + 1}")


def picture(request: Request) -> Response:
    """One page of the tray, as a picture."""
    tray = _tray(request, the_model(request))
    place = request.path_params["number"] - 1
    if not 0 <= place < len(tray.sheets):
        raise HTTPException(404)
    pdf = api.print_tray(tray, place)
    return Response(api.picture_of(pdf, tray.files[0], 0, _WIDTH), media_type="image/png")


def use(request: Request) -> Response:
    """Have the tray be the signed version of the paper chosen, and bind the dossier with it."""
    model, day = the_model(request), desk_of(request).today()
    tray, found = _tray(request, model), whole(request, model)
    chosen = str(request.state.form.get("van-ban", ""))
    stems = [one.stem for one in found.papers]
    stem = next((one for one in stems if key_of(one) == chosen), "")
    if not stem:
        return _shown(request, model, tray, found.papers, "", fault=True)

    api.place_scans(model.package, stem, tray, stems=stems)

    def work(tell: Tell) -> object:
        return api.bundle(model.package, on=day, record=model.record, tell=tell)

    return begin(request, model, _TITLE, work, f"/m/{model.id}/ho-so/{chosen}")


def drop(request: Request) -> Response:
    """Use nothing of it."""
    model = the_model(request)
    api.clear_tray(_tray(request, model))
    return to(f"/m/{model.id}/ho-so")


def _home(model: Model) -> Path:
    return model.folder / ".docgen" / "khay"


def _tray(request: Request, model: Model) -> Tray:
    tray = api.find_tray(_home(model), request.path_params["tray"])
    if tray is None:
        raise HTTPException(404)
    return tray


_HERE, _TRAY = "/m/{id}/ho-so/{paper}/ban-ky", "/m/{id}/khay/{tray}"
ROUTES = [
    Route("/m/{id}/ho-so/ban-ky", lay, methods=["POST"]),
    Route(_HERE, ask),
    Route(_HERE, lay, methods=["POST"]),
    Route(_TRAY, show),
    Route(f"{_TRAY}/{{number:int}}.png", picture),
    Route(f"{_TRAY}/sua", arrange, methods=["POST"]),
    Route(f"{_TRAY}/dung", use, methods=["POST"]),
    Route(f"{_TRAY}/bo", drop, methods=["POST"]),
]
