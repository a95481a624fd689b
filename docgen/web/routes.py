"""Every address of the desk, joined from the screens."""

from __future__ import annotations

from docgen.web.screens import (
    calendar,
    clashes,
    conflict,
    dossier,
    drafting,
    jobs,
    leafing,
    life,
    models,
    new,
    numbers,
    pasting,
    preview,
    rating,
    record,
    register,
    review,
    scans,
    settings,
    tasks,
)

ROUTES = [
    *models.ROUTES,
    *new.ROUTES,
    *tasks.ROUTES,
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
    *pasting.ROUTES,
    *conflict.ROUTES,
    *review.ROUTES,
    *record.ROUTES,
    *settings.ROUTES,
]
