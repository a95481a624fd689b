"""Every address of the desk, joined from the screens."""

from __future__ import annotations

from docgen.web.screens import (
    calendar,
    clashes,
    dossier,
    drafting,
    jobs,
    leafing,
    life,
    models,
    new,
    numbers,
    preview,
    rating,
    register,
    scans,
    settings,
    tasks,
)

ROUTES = [
    *models.ROUTES,
    *new.ROUTES,
    *tasks.ROUTES,
    *settings.ROUTES,
    *jobs.ROUTES,
    *drafting.ROUTES,
    *numbers.ROUTES,
    *scans.ROUTES,
    *clashes.ROUTES,
    *dossier.ROUTES,
    *rating.ROUTES,
    *life.ROUTES,
    *calendar.ROUTES,
    *register.ROUTES,
    *leafing.ROUTES,
    *preview.ROUTES,
]
