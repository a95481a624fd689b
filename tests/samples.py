"""The samples and the days on which they are drafted, as the samples themselves say."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

from docgen.guidance.classes import made_known
from docgen.guidance.papers import (
    AMEND,
    CEREMONY,
    COMMEND,
    DISCIPLINE,
    DISSOLVE,
    ESTABLISH,
    RATE,
    RENEW,
    REORGANIZE,
    REPLICATE,
    REPORT,
    due,
)
from docgen.guidance.ratings import rate
from docgen.papers.drafting import Draft, Drafter
from docgen.papers.sheet import Papers
from docgen.word.filling.templates import TemplateFolder
from docgen.workflows.opening import load

ROOT = Path(__file__).parents[1]
_FOLDER = ROOT / "samples"
_LIFE = "vong-doi"
PROFILES = "don-vi"
"""The folder of the profiles that samples name; none of them is a sample itself."""
_EVERY = sorted(
    path.relative_to(_FOLDER).with_suffix("").as_posix()
    for path in _FOLDER.rglob("*.yaml")
    if path.parent.name != PROFILES
)
SAMPLES = [name for name in _EVERY if not name.startswith(f"{_LIFE}/")]
"""The samples of models about to be founded."""
LIFE = [name for name in _EVERY if name not in SAMPLES]
"""The samples of models at work: one of each class, and what happens to them."""
WHOLE = f"{_LIFE}/hai-nam-2025-2026"
"""The sample of which the papers of the founding are looked at, too: it is of two eras."""
STAGES = (RATE, REPORT, REORGANIZE, RENEW, COMMEND, DISCIPLINE, REPLICATE, DISSOLVE, AMEND)
"""The stages in the life of a model after its founding."""
OWN = [name for name in SAMPLES if "/" not in name]
"""The samples of self-managed models; the others are of linked ones."""
_DRAFTED = re.compile(r"--date (\d{4}-\d{2}-\d{2})")


def path_of(sample: str) -> Path:
    """The file of a sample."""
    return ROOT / "samples" / f"{sample}.yaml"


def drafted(sample: str) -> date:
    """The day of drafting that the head of the sample names."""
    found = _DRAFTED.search(path_of(sample).read_text(encoding="utf-8"))
    assert found, f"{sample} does not say on which day it is drafted"
    return date.fromisoformat(found[1])


@cache
def drafter(sample: str) -> Drafter:
    """The drafter of a sample with the shipped templates."""
    return Drafter(Papers(load(path_of(sample)).record, drafted(sample)), TemplateFolder())


@cache
def drafts(sample: str) -> tuple[Draft, ...]:
    """Every paper of a sample as a Word file."""
    maker = drafter(sample)
    return tuple(maker.draft(one) for one in due(maker.record))


@cache
def ceremony_drafts(sample: str) -> tuple[Draft, ...]:
    """What only the ceremony of a sample needs: its own papers, the first of the signing copies."""
    maker = drafter(sample)
    known = due(maker.record)
    wanted = [one for one in due(maker.record, CEREMONY) if one not in known]
    return tuple(maker.draft(one) for one in wanted if not one.of or one.copy == 1)


@cache
def life_drafts(sample: str) -> tuple[Draft, ...]:
    """Every paper of the life of a sample, each once, in the order of the stages.

    Models rated Khá or Tốt only are made known.
    """
    maker = drafter(sample)
    wanted = dict.fromkeys(
        one
        for stage in ((ESTABLISH, *STAGES) if sample == WHOLE else STAGES)
        for one in due(maker.record, stage)
        if stage != REPLICATE or rate(maker.record, one.part).id in made_known()
    )
    return tuple(maker.draft(one) for one in wanted)
