"""The rows of the models, kept while the desk is open; what is new is read beside pages."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock, Thread
from time import sleep
from typing import TYPE_CHECKING, Final

from docgen import api
from docgen.errors import DocgenError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from docgen.workflows.checklist import Checklist
    from docgen.workflows.overview import Overview
    from docgen.workflows.workroom import Model

PATIENCE: Final = 0.5
_PAUSE: Final = 0.02
"""Seconds that a page may take for reading models; the rest are read while it is looked at."""


@dataclass
class Overviews:
    """The rows of one desk, by the folders of their records."""

    _kept: dict[str, tuple[str, Overview]] = field(default_factory=dict)
    _lists: dict[str, tuple[str, date, Checklist]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)
    _reader: Thread | None = None

    def rows(
        self, models: Sequence[Model], today: date, patience: float | None = PATIENCE
    ) -> list[tuple[Model, Overview | None]]:
        """Each model with its row; nothing for those that are being read after ``patience``."""
        found = [(model, self._known(model, today)) for model in models]
        waiting = [model for model, row in found if row is None]
        if not waiting:
            return found
        self._go_on(waiting, today).join(patience)
        return [(model, row or self._just_read(model)) for model, row in found]

    def whole(self, models: Sequence[Model], today: date) -> list[tuple[Model, Overview | None]]:
        """The same once all have been read, however long it takes; nothing where that failed."""
        self.rows(models, today, None)  # the reader at work may not have been told of all of them
        return self.rows(models, today, None)

    @property
    def is_reading(self) -> bool:
        """Whether rows are being read that pages do not show yet."""
        return self._reader is not None and self._reader.is_alive()

    def _just_read(self, model: Model) -> Overview | None:
        return self._kept.get(str(model.record), ("", None))[1]

    def checklist(self, model: Model, today: date) -> Checklist:
        """What there is to do for ``model``; raises as the API does."""
        state = api.state_of(model)
        kept = self._lists.get(str(model.record))
        if kept and kept[:2] == (state, today):
            return kept[2]
        found = api.checklist(model, on=today)
        self._lists[str(model.record)] = (state, today, found)
        return found

    def called(self, model: Model) -> str:
        """The name of ``model`` as its record tells it; of its folder where it cannot be read."""
        _, row = self._kept.get(str(model.record), ("", None))
        if row is not None:
            return row.title
        try:
            name = api.open_record(model.record).told(("model", "name"))
        except DocgenError:
            return model.name
        return str(name) if name else model.name

    def _known(self, model: Model, today: date) -> Overview | None:
        """The row as it was read last, where nothing has changed since."""
        state, row = self._kept.get(str(model.record), ("", None))
        if row is None:
            row = api.kept_overview(model, on=today)
            if row is not None:
                self._keep(model, row)
            return row
        same = today <= row.until and state == api.state_of(model, row.profile)
        return row if same else None

    def _keep(self, model: Model, row: Overview) -> None:
        self._kept[str(model.record)] = (api.state_of(model, row.profile), row)

    def _go_on(self, models: Sequence[Model], today: date) -> Thread:
        """The thread that reads ``models``; the one that is at it already, where one is."""
        with self._lock:
            if self._reader is None or not self._reader.is_alive():
                self._reader = Thread(target=self._read_all, args=(models, today), daemon=True)
                self._reader.start()
            return self._reader

    def _read_all(self, models: Sequence[Model], today: date) -> None:
        for model in models:
            if self._known(model, today) is None:
                with suppress(Exception):  # a fault of the program shows on the model's own page
                    self._keep(model, api.overview(model, on=today))
                sleep(_PAUSE)
