"""Đời mô hình: the steps of a model that works, each with its reasons before it is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.routing import Route

from docgen import api
from docgen.errors import DocgenError, Words
from docgen.web.models import the_model
from docgen.web.packages import begin, ended, key_of, standing
from docgen.web.pages import desk_of, page

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from docgen.workflows.desk import Tell
    from docgen.workflows.life import LifeStep
    from docgen.workflows.workroom import Model

STEPS = {
    "hoi-nghi": ("ceremony", Words("Hội nghị ra mắt, ký kết", "Launch or signing ceremony")),
    "bao-cao": ("report", Words("Báo cáo kỳ", "Periodic report")),
    "kien-toan": ("reorganize", Words("Kiện toàn", "Reorganisation")),
    "khen-thuong": ("commend", Words("Khen thưởng", "Commendation")),
    "ky-luat": ("discipline", Words("Kỷ luật", "Discipline")),
    "nhan-rong": ("replicate", Words("Nhân rộng", "Making it known")),
    "thanh-loai": ("dissolve", Words("Thanh loại", "Dissolution")),
    "nam-moi": ("renew", Words("Sang năm mới", "A new year")),
}
"""How addresses call the steps, and what a person does."""
AMENDING = "dinh-chinh"
_TELLS = {
    "assessments": "danh-gia",
    "reports": "bao-cao",
    "reorganizations": "kien-toan",
    "commendations": "khen-thuong",
    "disciplines": "ky-luat",
    "dissolution": "thanh-loai",
    "changes": "thay-doi",
}
"""The step of the record in which a section is told."""


def show(request: Request) -> Response:
    """``/m/{id}/doi-song``: every step, allowed or with its reason."""
    model = the_model(request)
    try:
        found = _steps(request, model)
    except DocgenError as fault:
        problems = [*fault.problems]
        return page(request, "life.html", model=model, steps=[], problems=problems, job=None)
    steps = [
        (slug, words, [one for one in found if one.stage == stage])
        for slug, (stage, words) in STEPS.items()
    ]
    return page(
        request,
        "life.html",
        model=model,
        steps=steps,
        problems=[],
        job=ended(request),
        tells=_TELLS,
    )


def _steps(request: Request, model: Model) -> tuple[LifeStep, ...]:
    return api.life(model.record, model.package, on=desk_of(request).today())


def confirm(request: Request) -> Response:
    """``/m/{id}/doi-song/{viec}``: what will be made, or why it may not be."""
    model = the_model(request)
    words, step = _the_step(request, model, request.query_params.get("ky", ""))
    slug = request.path_params["step"]
    return page(
        request, "life_step.html", model=model, step=step, words=words, slug=slug, tells=_TELLS
    )


def _the_step(request: Request, model: Model, part: str) -> tuple[Words, LifeStep]:
    told = STEPS.get(request.path_params["step"])
    if told is None:
        raise HTTPException(404)
    stage, words = told
    fitting = [one for one in _steps(request, model) if one.stage == stage]
    found = next((one for one in fitting if one.part == part), None)
    step = found or (fitting[0] if fitting and not part else None)
    if step is None:
        raise HTTPException(404)
    return words, step


def take(request: Request) -> Response:
    """Make its papers; an old page gets the reason why not."""
    model, day = the_model(request), desk_of(request).today()
    words, step = _the_step(request, model, str(request.state.form.get("ky", "")))
    slug = request.path_params["step"]
    if not step.allowed:
        return page(
            request,
            "life_step.html",
            409,
            model=model,
            step=step,
            words=words,
            slug=slug,
            tells=_TELLS,
        )
    if step.stage == "renew":
        return _renew(request, model, words, step.part)

    def work(tell: Tell) -> object:
        folder, stage, part = model.package, step.stage, step.part
        return api.package(model.record, folder, stage, on=day, part=part, tell=tell)

    return begin(request, model, words, work, f"/m/{model.id}/ho-so")


def _renew(request: Request, model: Model, words: Words, year: str) -> Response:
    """The record of the next year goes into a folder of its own beside that of the model."""
    day = desk_of(request).today()
    home = model.package.parent if model.package.parent == model.record.parent else model.folder
    bare = home.name.removesuffix(f"-{int(year) - 1}")
    folder = home.with_name(f"{bare}-{year}")

    def work(tell: Tell) -> object:
        return api.renew(model.record, folder, on=day, tell=tell)

    return begin(request, model, words, work, "/")


def ask_amending(request: Request) -> Response:
    """``/m/{id}/doi-song/dinh-chinh``: issued papers that the record now says otherwise."""
    model = the_model(request)
    return _amending(request, model, request.query_params.get("van-ban", ""), [])


def _amending(
    request: Request, model: Model, chosen: str, problems: list[object], status: int = 200
) -> Response:
    found = standing(request, model)
    papers = [one for one in found.papers if one.issued] if found else []
    return page(
        request,
        "amending.html",
        status,
        model=model,
        papers=papers,
        chosen=chosen,
        problems=problems,
        key_of=key_of,
    )


def amend(request: Request) -> Response:
    """Correct an issued paper by a letter, or open it for a replacement."""
    model, day = the_model(request), desk_of(request).today()
    form, found = request.state.form, standing(request, model)
    chosen, how = str(form.get("van-ban", "")), str(form.get("cach", ""))
    papers = [one for one in found.papers if one.issued] if found else []
    paper = next((one for one in papers if key_of(one.stem) == chosen), None)
    if paper is None:
        return _amending(request, model, "", [_NO_PAPER], 422)
    stem, reason = paper.stem, str(form.get("ly-do", "")).strip()

    def work(tell: Tell) -> object:
        return api.amend(
            model.package,
            stem,
            on=day,
            replaces=how == "thay",
            reason=reason,
            record=model.record,
            tell=tell,
        )

    title = Words("Đính chính, thay thế", "Correcting or replacing")
    return begin(request, model, title, work, f"/m/{model.id}/ho-so")


_NO_PAPER = Words("Chọn văn bản đã ban hành", "Choose an issued paper")
_LIFE = "/m/{id}/doi-song"
ROUTES = [
    Route(_LIFE, show),
    Route(f"{_LIFE}/{AMENDING}", ask_amending),
    Route(f"{_LIFE}/{AMENDING}", amend, methods=["POST"]),
    Route(f"{_LIFE}/{{step}}", confirm),
    Route(f"{_LIFE}/{{step}}", take, methods=["POST"]),
]
