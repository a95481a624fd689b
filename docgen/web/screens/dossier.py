"""Hồ sơ: where each paper stands; its files opened, taken along, bound again."""

from __future__ import annotations

from itertools import groupby
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from docgen import api
from docgen.errors import DocgenError, Words
from docgen.web.models import the_model
from docgen.web.packages import (
    begin,
    ended,
    key_of,
    print_file,
    standing,
    the_paper,
    whole,
    word_file,
)
from docgen.web.pages import desk_of, page, to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from starlette.requests import Request

    from docgen.workflows.desk import Tell
    from docgen.workflows.paper_status import PaperStatus

_CHUNK = 1 << 20
_WIDTH = 1080
"""Pixels of the picture of a page: sharp on fine screens too."""
_BINDING = Words("Đóng lại hồ sơ", "Binding the dossier again")


def show(request: Request) -> Response:
    """``/m/{id}/ho-so``: every item, its papers, and what waits for the officer."""
    model = the_model(request)
    status = standing(request, model)
    if status is None:
        return page(request, "no_dossier.html", model=model)
    return page(
        request,
        "dossier.html",
        model=model,
        found=status,
        items=[(item, _alike(item.papers)) for item in status.items],
        others=_alike(status.others),
        seen=api.watch(model.package),
        job=ended(request),
        key_of=key_of,
    )


def _alike(papers: Iterable[PaperStatus]) -> list[tuple[PaperStatus, ...]]:
    """Papers in groups: copies of one paper for many are folded together."""
    groups = groupby(papers, lambda one: (one.paper, one.copy is None and one.stem))
    return [tuple(group) for _, group in groups]


def show_paper(request: Request) -> Response:
    """``/m/{id}/ho-so/{van-ban}``: one paper."""
    model = the_model(request)
    paper = the_paper(request, whole(request, model))
    printed = print_file(model, paper.stem)
    return page(
        request,
        "paper.html",
        model=model,
        paper=paper,
        key=key_of(paper.stem),
        job=ended(request),
        pages=api.count_pages(printed.read_bytes()) if paper.printed else 0,
        mark=int(paper.printed.timestamp()) if paper.printed else 0,
    )


def picture(request: Request) -> Response:
    """One page of the print, as a picture."""
    model = the_model(request)
    paper = the_paper(request, whole(request, model))
    file = print_file(model, paper.stem)
    if not file.is_file():
        raise HTTPException(404)
    try:
        drawn = api.picture_of(
            file.read_bytes(), file.name, request.path_params["number"] - 1, _WIDTH
        )
    except IndexError:
        raise HTTPException(404) from None
    return Response(drawn, media_type="image/png")


def watch(request: Request) -> Response:
    """``/m/{id}/ho-so/theo-doi``: whether anything changed, for the script of the page."""
    seen = api.watch(the_model(request).package)
    return JSONResponse({"token": seen.token, "changed": [*seen.changed]})


def bind(request: Request) -> Response:
    """Bind the dossier again from the folder as it stands."""
    model, day = the_model(request), desk_of(request).today()

    def work(tell: Tell) -> object:
        return api.bundle(model.package, on=day, record=model.record, tell=tell)

    return begin(request, model, _BINDING, work, f"/m/{model.id}/ho-so")


def edits(request: Request) -> Response:
    """``…/sua-tay``: what a person changed in the paper."""
    model = the_model(request)
    paper = the_paper(request, whole(request, model))
    day = desk_of(request).today()
    found = api.edits(model.package, paper.stem, on=day, record=model.record)
    key = key_of(paper.stem)
    return page(request, "edits.html", model=model, paper=paper, key=key, edits=found)


def open_word(request: Request) -> Response:
    """Open the Word file itself on this machine; told where that cannot be."""
    model = the_model(request)
    paper = the_paper(request, whole(request, model))
    key, back = key_of(paper.stem), str(request.state.form.get("ve", ""))
    files = [word_file(model, paper.stem)]
    if request.state.form.get("ca-hai"):
        files.append(word_file(model, f"{paper.stem}.moi"))
    try:
        for file in files:
            api.open_file(file)
    except DocgenError as fault:
        problems = [*fault.problems]
        return page(
            request, "not_opened.html", 503, model=model, paper=paper, key=key, problems=problems
        )
    return to(f"/m/{model.id}/ho-so{back if back in ('', f'/{key}', f'/{key}/gop') else ''}")


def take_word(request: Request) -> Response:
    """A copy of the Word file."""
    model = the_model(request)
    paper = the_paper(request, whole(request, model))
    return _file(word_file(model, paper.stem), "attachment")


def take_print(request: Request) -> Response:
    """The print, shown in the browser."""
    model = the_model(request)
    paper = the_paper(request, whole(request, model))
    return _file(print_file(model, paper.stem), "inline")


def take_scan(request: Request) -> Response:
    """One file of the signed scan."""
    model = the_model(request)
    paper = the_paper(request, whole(request, model))
    names = paper.scan.files if paper.scan else ()
    number = request.path_params["number"]
    if not 0 < number <= len(names):
        raise HTTPException(404)
    return _file(model.package / "da-ky" / names[number - 1], "attachment")


def book(request: Request) -> Response:
    """``/m/{id}/ho-so.pdf``: the dossier, of the holder ``so`` where there are several."""
    model = the_model(request)
    dossiers = whole(request, model).dossiers
    told = request.query_params.get("so", "1")
    place = int(told) if told.isdecimal() else 1
    if not 0 < place <= len(dossiers):
        raise HTTPException(404)
    return _file(model.package / dossiers[place - 1].path, "inline", f"{model.id}-ho-so.pdf")


def _file(path: Path, how: str, name: str = "") -> Response:
    if not path.is_file():
        raise HTTPException(404)
    return FileResponse(path, filename=name or path.name, content_disposition_type=how)


def take_all(request: Request) -> Response:
    """``/m/{id}/ho-so.zip``: everything, to take along."""
    model = the_model(request)
    whole(request, model)
    packed: BinaryIO = TemporaryFile()  # noqa: SIM115 - closed when all of it has been sent
    api.zip_folder(model.package, packed)
    named = {"content-disposition": f'attachment; filename="{model.id}.zip"'}
    return StreamingResponse(_sent(packed), media_type="application/zip", headers=named)


def _sent(packed: BinaryIO) -> Iterator[bytes]:
    with packed:
        packed.seek(0)
        while chunk := packed.read(_CHUNK):
            yield chunk


_PAPER = "/m/{id}/ho-so/{paper}"
ROUTES = [
    Route("/m/{id}/ho-so", show),
    Route("/m/{id}/ho-so.pdf", book),
    Route("/m/{id}/ho-so.zip", take_all),
    Route("/m/{id}/ho-so/theo-doi", watch),
    Route("/m/{id}/ho-so/dong-lai", bind, methods=["POST"]),
    Route(_PAPER, show_paper),
    Route(f"{_PAPER}/sua-tay", edits),
    Route(f"{_PAPER}/mo", open_word, methods=["POST"]),
    Route(f"{_PAPER}/tep.docx", take_word),
    Route(f"{_PAPER}/tep.pdf", take_print),
    Route(f"{_PAPER}/trang/{{number:int}}.png", picture),
    Route(f"{_PAPER}/ban-ky/{{number:int}}", take_scan),
]
