"""For every check of every rule one change that breaks just what it asks."""

from __future__ import annotations

import unicodedata
from copy import deepcopy
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from docgen.lint.rulebook.model import Verdict
from docgen.lint.rulebook.table import rules_of
from tests.lint.altered import Altered, W, element_of, held, paragraph
from tests.lint.bases import BASES, base

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.lint.roles.model import Part
    from docgen.lint.rulebook.model import Check, Rule

    Change = Callable[[Altered], None]

BODY = ("text", "clause", "point", "dash", "article", "clause_title", "point_title")


def parts_of(made: Altered, check: Check) -> list[Part]:
    """The parts that a check is about, in the papers of the file that it concerns."""
    found = []
    cut = {"first": slice(0, 1), "last": slice(-1, None), "others": slice(0, -1)}
    for sheet in made.sheets:
        parts = sheet.of(*check.of)
        if check.where in cut:
            parts = parts[cut[check.where]]
        found += parts
    return found


def _bad_size(check: Check) -> str:
    most = max(one for one in check.want if one) if check.test == "range" else check.want
    return str(int((most + 3) * 2))


def _sized(made: Altered, check: Check) -> None:
    parts = parts_of(made, check)
    if set(check.of) & {"text", "clause"}:
        parts = made.of(*BODY)
    made.look(parts, sz=_bad_size(check))


def _switched(tag: str) -> Callable[[Altered, Check], None]:
    def change(made: Altered, check: Check) -> None:
        wanted = "0" if check.want else "1"
        made.look(parts_of(made, check), **{tag: wanted})

    return change


def _capitals(made: Altered, check: Check) -> None:
    for part in parts_of(made, check):
        text = part.line.paragraph.text
        made.say(part, text.capitalize() if check.want else text.upper())


def _aligned(made: Altered, check: Check) -> None:
    made.form(parts_of(made, check), "jc", val="right" if check.want != "both" else "left")


def _aside(made: Altered, check: Check) -> None:
    made.form(parts_of(made, check), "ind", left="1200", right="0")


def _indented(made: Altered, check: Check) -> None:
    made.form(parts_of(made, check), "ind", firstLine="0")


def _near(made: Altered, check: Check) -> None:
    made.form(made.of(*BODY), "spacing", before="0", after="0")
    del check


def _spaced(made: Altered, check: Check) -> None:
    made.form(parts_of(made, check), "spacing", line="480", lineRule="auto")


_MARGINS = {"left": "1550", "right": "700"}  # so little that no title is broken otherwise


def _margin(made: Altered, check: Check) -> None:
    for at in range(len(made.file.sections)):
        made.section(at, "pgMar", **{check.name: _MARGINS.get(check.name, "285")})


def _removed(made: Altered, check: Check) -> None:
    made.remove(*check.of)


def _unended(made: Altered, check: Check) -> None:
    for part in parts_of(made, check)[:1]:
        text = part.line.paragraph.text.rstrip()
        made.say(part, text[:-1] + ("." if check.where == "others" else ";"))


def _misnumbered(made: Altered, check: Check) -> None:
    """The second number of a level is said again by the third."""
    from docgen.lint.roles.structure import lead  # noqa: PLC0415 - used here alone

    parts = made.of(*check.of)
    for before, after in pairwise(parts):
        one, other = lead(before.line) or before.line.said, lead(after.line) or after.line.said
        if other not in {"1.", "1-", "a)", "I.", "I-", "Điều 1."} and one != other:
            rest = after.line.said.removeprefix(other)
            made.say(after, f"{_next(other)}{rest}")
            return
    raise AssertionError(check.name)


_FOLLOWERS = {
    "b)": "d)", "2.": "7.", "2-": "7-", "II.": "V.", "II-": "V-", "Điều 2.": "Điều 9.",
    "Chương II": "Chương IX",
}  # fmt: skip


def _next(number: str) -> str:
    return _FOLLOWERS[number]


def _coloured(made: Altered, check: Check) -> None:
    made.look(made.of("text", "dash")[:1], color="FF0000")
    del check


def _in_font(name: str) -> Callable[[Altered, Check], None]:
    def change(made: Altered, check: Check) -> None:
        made.font(made.of("text", "dash")[:1], name)
        del check

    return change


def _decomposed(made: Altered, check: Check) -> None:
    told = made.of("text", "clause")
    part = next(one for one in told if " số " not in one.line.said)  # an act cited is a rule's own
    made.say(part, unicodedata.normalize("NFD", part.line.paragraph.text))
    del check


def _titled(made: Altered, check: Check) -> None:
    made.say(parts_of(made, check)[0], "TS. Nguyễn Đình Khải")


def _unruled(made: Altered, check: Check) -> None:
    """Take the line under a part away, or draw one where none should be."""
    part = parts_of(made, check)[-1]
    element = element_of(part)
    if check.want is False:
        element.addnext(paragraph("RuleFull"))
        return
    rule = element.getnext()
    rule.getparent().remove(rule)


def _rule_after(made: Altered, role: str) -> Any:
    return made.element(role, -1).getnext()


def _longer_rule(made: Altered, check: Check) -> None:
    indent = _rule_after(made, check.of[0]).find(f"{W}pPr/{W}ind")
    for side in ("left", "right"):
        indent.set(W + side, str(max(int(indent.get(W + side)) // 3, 100)))


def _shifted_rule(made: Altered, check: Check) -> None:
    indent = _rule_after(made, check.of[0]).find(f"{W}pPr/{W}ind")
    indent.set(f"{W}left", str(int(indent.get(f"{W}left")) + 400))
    indent.set(f"{W}right", str(int(indent.get(f"{W}right")) - 400))


def _off_page(made: Altered, check: Check) -> None:
    """Move a whole half of the head to the other half of the page."""
    right = set(check.of) & {"nation", "party_title"}
    roles = ("nation", "motto", "party_title", "place_date") if right else (*check.of,)
    if check.of == ("issuer",):
        roles = ("superior", "issuer", "number", "letter_summary")
    step = -5600 if right else 5600
    made.form(made.of(*roles), "ind", left=str(step), right=str(-step))


DEFAULT: dict[str, Callable[[Altered, Check], None]] = {
    "size": _sized,
    "bold": _switched("b"),
    "lead_bold": _switched("b"),
    "italic": _switched("i"),
    "wholly_italic": _switched("i"),
    "underlined": lambda made, check: made.look(parts_of(made, check), u="none"),
    "capitals": _capitals,
    "align": _aligned,
    "off_centre": _aside,
    "first_line": _indented,
    "text_gap": _near,
    "spacing": _spaced,
    "exact": _spaced,
    "margin": _margin,
    "has": _removed,
    "end": _unended,
    "order": _misnumbered,
    "colour": _coloured,
    "font": _in_font("Arial"),
    "old_font": _in_font(".VnTime"),
    "composed": _decomposed,
    "honour": _titled,
    "rule_drawn": _unruled,
    "rule_share": _longer_rule,
    "rule_off": _shifted_rule,
    "side": _off_page,
    "paper": lambda made, _: made.section(0, "pgSz", w="12240", h="15840"),
    "number_digits": lambda made, _: made.section(0, "pgNumType", fmt="upperRoman"),
    "first_number": lambda made, _: made.section(0, "titlePg", val="0"),
    "number_place": lambda made, _: made.header(lambda text: text.replace(" PAGE ", " SECTION ")),
}
"""How a check is broken, by what it reads."""


@cache
def meeting(name: str, regime: str) -> frozenset[tuple[str, str]]:
    """The rules and checks that the base ``name`` meets."""
    found = held(base(name, regime), regime)
    return frozenset(
        (one.rule.id, one.check.name)
        for paper in found.papers
        for one in paper.outcomes
        if one.verdict is Verdict.MEETS
    )


def bases_for(rule: Rule, check: Check) -> list[str]:
    """The bases that meet a check, the plain ones first."""
    wanted = "nd30" if rule.regime == "nd30" else "hd05"
    names = [name for name, (regime, _, _) in BASES.items() if regime == wanted]
    return [name for name in names if (rule.id, check.name) in meeting(name, rule.regime)]


def all_checks() -> list[tuple[str, str, str]]:
    """Every check of every rule: regime, rule, name of the check."""
    return [
        (regime, rule.id, check.name)
        for regime in ("nd30", "hd36", "hd05")
        for rule in rules_of(regime)
        for check in rule.checks
    ]


def found_check(regime: str, rule_id: str, name: str) -> tuple[Rule, Check]:
    """The rule and the check of these names."""
    rule = next(one for one in rules_of(regime) if one.id == rule_id)
    return rule, next(one for one in rule.checks if one.name == name)


def mutant(regime: str, rule_id: str, name: str) -> tuple[str, bytes]:
    """The base that is broken for a check, and the broken file."""
    from tests.lint.special import SPECIAL  # noqa: PLC0415 - that module takes from this

    rule, check = found_check(regime, rule_id, name)
    chosen, change = SPECIAL.get((rule_id, name), ("", None))
    if regime != "nd30":
        chosen, change = SPECIAL.get((f"party {rule_id}", name), (chosen, change))
    if not chosen:
        names = bases_for(rule, check)
        assert names, f"no base meets {regime} {rule_id} {name}"
        chosen = names[0]
    made = Altered(base(chosen, regime))
    if change is not None:
        change(made)
    else:
        DEFAULT[check.take](made, check)
    return chosen, made.bytes()


def row_of(element: Any) -> Any:
    """The row of the table that holds ``element``."""
    return next(element.iterancestors(f"{W}tr"))


def copied_row(element: Any) -> Any:
    """A copy of the row of ``element`` with empty cells, right below it."""
    row = row_of(element)
    new = deepcopy(row)
    for cell in new.iter(f"{W}tc"):
        for one in list(cell.findall(f"{W}p")):
            cell.remove(one)
    row.addnext(new)
    return new
