"""Every address of the desk, joined from the screens."""

from __future__ import annotations

from docgen.web.screens import models, new, settings, tasks

ROUTES = [*models.ROUTES, *new.ROUTES, *tasks.ROUTES, *settings.ROUTES]
