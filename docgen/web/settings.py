"""What the desk is told when it opens, and what its user chooses while it runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.web.jobs import Jobs
from docgen.web.keys import Keys
from docgen.web.overviews import Overviews

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path


def _nothing() -> None:
    """Stops nothing: a desk that nobody serves."""


@dataclass
class Settings:
    """How one desk works.

    Attributes:
        work: The work folder, in which each model has a folder of its own.
        today: Tells the day; asked anew for every page, as a desk stands open overnight.
        host: What the browser must call this desk: ``127.0.0.1:8123``.
        language: ``vi`` or ``en``.
        look: ``auto``, ``light`` or ``dark``.
        keep: The file in which the choices are kept; nowhere where it is nothing.
        stop: Ends the program once the page at hand has been sent.
        jobs: The work that goes on beside pages.
        overviews: The rows of the models, as they were read last.
        keys: By what it knows its own browser.
        most: Bytes that one request may bring: a thick scan passes, a flood does not.
        strict: Whether a fault of the program itself is raised, as tests want it.
    """

    work: Path
    today: Callable[[], date]
    host: str
    language: str = "vi"
    look: str = "auto"
    keep: Path | None = None
    stop: Callable[[], None] = _nothing
    jobs: Jobs = field(default_factory=Jobs)
    overviews: Overviews = field(default_factory=Overviews)
    keys: Keys = field(default_factory=Keys)
    most: int = 200 * 2**20
    strict: bool = False
