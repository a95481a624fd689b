"""Templates at random: checked sound, and then filled; or told, with the place.

By hand, long: ``python -m tests.fuzz.templates --minutes 10``.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from docgen.errors import Severity
from docgen.papers.samples import known_names, views
from docgen.word.filling.check import check_template
from docgen.word.filling.fill import Properties, prepare
from docgen.word.filling.templates import TemplateFolder
from docgen.word.package import open_package
from tests.fuzz import packed
from tests.fuzz.harness import main
from tests.fuzz.told import well

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

    from docgen.papers.rows import Frame

_ANY = Properties("", "", "", date(2026, 9, 1))
_FILE = "quyet-dinh-thanh-lap.docx"


@cache
def _seeds() -> Mapping[str, bytes]:
    shipped = TemplateFolder()
    names = ("quyet-dinh-thanh-lap",)
    return {name: shipped.read(name) for name in names}


@cache
def _known() -> tuple[frozenset[str], list[Frame]]:
    """The fields that a template may use, and what the papers on this one print."""
    return known_names(), views("quyet-dinh-thanh-lap")


class Templates:
    """Templates of a person's own, each for the decision."""

    name = "templates"

    def seeds(self) -> Mapping[str, bytes]:
        """The one that ships with docgen."""
        return _seeds()

    def changed(self, data: bytes, dice: random.Random) -> bytes:
        """Tags, elements and words in it, or its bytes."""
        return packed.changed(data, dice)

    def verdict(self, data: bytes) -> str:
        """Told, or sound: then every paper can be filled with it, and opened again."""
        names, trials = _known()
        found = check_template(data, _FILE, names, trials)
        if any(one.severity is Severity.ERROR for one in found):
            well(found, _FILE)
            return "told"
        template = prepare(data, _FILE)
        for values in trials:
            open_package(template.fill(values, _ANY), _FILE)
        return "sound"


if __name__ == "__main__":
    main(Templates())
