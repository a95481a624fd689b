"""One Word file held against the rules: read, cut into papers, each judged by its own regime."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from docgen.law.law import law
from docgen.lint.reading.body import read
from docgen.lint.roles.reader import sheets
from docgen.lint.rulebook.judging import judge
from docgen.lint.rulebook.model import Case, Verdict
from docgen.lint.rulebook.table import rules_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from docgen.lint.reading.model import WordFile
    from docgen.lint.roles.model import Sheet
    from docgen.lint.rulebook.model import Outcome, Rule

STATE, PARTY = "nd30", "party"
PARTY_REGIMES: Final = ("hd36", "hd05")
AUTO: Final = "auto"


@dataclass(frozen=True, slots=True)
class Judged:
    """Một văn bản đã đối chiếu: the sheet, the regime and day taken, what came of each check.

    ``regime`` is empty where no rules are known for the paper. ``own_day`` says whether the paper
    itself tells its day.
    """

    sheet: Sheet
    regime: str
    day: date
    own_day: bool
    outcomes: tuple[Outcome, ...]

    @property
    def findings(self) -> list[Outcome]:
        """What failed, in reading order of the paper."""
        failed = [one for one in self.outcomes if one.verdict is Verdict.FAILS]
        return sorted(failed, key=_order)

    def count(self) -> Counter[Verdict]:
        """How often each verdict was given."""
        return Counter(one.verdict for one in self.outcomes)


@dataclass(frozen=True, slots=True)
class Held:
    """Một tệp đã đối chiếu: its papers, each judged."""

    file: WordFile
    papers: tuple[Judged, ...]

    @property
    def findings(self) -> list[Outcome]:
        """What failed in all papers."""
        return [finding for paper in self.papers for finding in paper.findings]

    @property
    def fails(self) -> bool:
        """Whether something failed that is more than a piece of advice."""
        return any(not one.is_advice for one in self.findings)


def hold(
    data: bytes,
    name: str,
    day: date,
    *,
    regime: str = AUTO,
    without: Iterable[str] = (),
) -> Held:
    """The Word file ``data``, called ``name``, held against the rules.

    Args:
        data: the bytes of the .docx.
        name: how messages call it.
        day: the day of papers that do not tell their own.
        regime: ``nd30``, ``hd36`` or ``hd05`` for all papers, or ``auto``.
        without: ids of rules to leave out.

    Raises:
        DocgenError: the file is no sound .docx.
    """
    file = read(data, name)
    found = sheets(file)
    return Held(file, tuple(_judged(one, found, day, regime, set(without)) for one in found))


def _judged(
    sheet: Sheet, found: list[Sheet], day: date, regime: str, without: set[str]
) -> Judged:  # fmt: skip
    chosen_day = sheet.day or day
    chosen = _regime(sheet, chosen_day) if regime == AUTO else regime
    kept = [rule for rule in rules_of(chosen) if rule.id not in without] if chosen else []
    case = Case(chosen_day, tuple(law().acts.values()), found)
    outcomes = tuple(judge(sheet, _in_force(kept, chosen_day), case))
    return Judged(sheet, chosen, chosen_day, sheet.day is not None, outcomes)


def _in_force(rules: Iterable[Rule], day: date) -> list[Rule]:
    return [rule for rule in rules if rule.in_force(day)]


def _regime(sheet: Sheet, day: date) -> str:
    """The regime of a paper by who issues it and its day; empty when its rules are not known."""
    if sheet.regime == STATE:
        return STATE
    if sheet.regime != PARTY:
        return ""
    held = [one for one in PARTY_REGIMES if any(rule.in_force(day) for rule in rules_of(one))]
    return held[-1] if held else ""


def _order(outcome: Outcome) -> tuple[int, int, int, str]:
    """Pages first, then paragraphs as they follow."""
    reading, part = outcome.reading, outcome.part
    section = reading.section if reading and reading.section is not None else 0
    paragraph = part.line.paragraph.number if part else 0
    return section, paragraph, part.line.start if part else 0, outcome.rule.id
