"""Our own papers: every part is found in them, and no rule is broken but what is listed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from docgen.lint.holding import hold
from docgen.lint.reading.body import read
from docgen.lint.roles.reader import sheets
from tests.samples import LIFE, SAMPLES, ceremony_drafts, drafted, drafts, life_drafts

if TYPE_CHECKING:
    from docgen.papers.drafting import Draft

DATA = Path(__file__).parent / "data"
# What the styles of our templates say that a paragraph is. The reader of roles knows no styles.
NAMED = {
    "Superior": {"superior"},
    "Issuer": {"issuer"},
    "Star": {"star"},
    "PartyName": {"party_title"},
    "RuleFull": {"rule"},
    "RulePart": {"rule"},
    "Nation": {"nation"},
    "Motto": {"motto"},
    "Number": {"number"},
    "PlaceDate": {"place_date"},
    "LetterSummary": {"letter_summary"},
    "DocTitle": {"kind"},
    "DocSummary": {"summary"},
    "Hyphens": {"hyphens"},
    "AttachedNote": {"attached_note"},
    "Authority": {"authority"},
    "Basis": {"basis"},
    "Enacting": {"enacting"},
    "Addressee": {"addressee"},
    "AddresseeLabel": {"addressee"},
    "AddresseeList": {"addressee_item"},
    "Chapter": {"chapter"},
    "ChapterTitle": {"chapter_title"},
    "Section": {"roman"},
    "Article": {"article"},
    "Clause": {"clause_title", "point_title", "heading"},
    "Body": {
        *("text", "clause", "point", "dash", "article", "note", "subclause", "basis", "fill"),
    },
    "Centered": {"placed", "note"},
    "Rightward": {"placed"},
    "TableHead": {"cell"},
    "TableText": {"cell"},
    "RecipientsLabel": {"recipients_label"},
    "Recipients": {"recipients"},
    "SignLine": {"sign_authority", "sign_title", "fill"},
    "SignUnit": {"sign_title"},
    "SignTitle": {"sign_title", "capacity"},
    "SignDate": {"sign_date"},
    "SignName": {"signer"},
    "AnnexLabel": {"annex_label"},
    "AnnexTitle": {"annex_title"},
    "AnnexNote": {"annex_note"},
    "CopyMark": {"head_mark"},
    "Bar": {"rule", "blank"},
    "OwnTitle": {"union_title"},
    "OwnStar": {"star"},
    "OwnHyphens": {"hyphens"},
    "Break": {"blank"},
    "EndGap": {"blank"},
    "SignGap": {"blank"},
}
WITHOUT_HEAD = frozenset(yaml.safe_load((DATA / "without-head.yaml").read_text("utf-8")))
"""The templates of papers that have no State form: nothing must be read as a part of theirs."""


@cache
def papers(sample: str) -> tuple[Draft, ...]:
    """Every paper of a sample."""
    return life_drafts(sample) if sample in LIFE else (*drafts(sample), *ceremony_drafts(sample))


def test_every_part_of_every_golden_paper_is_found(every_sample: str) -> None:
    """Words, place and look alone tell each part as the styles of our templates name it."""
    wrong = [
        (draft.title, paragraph.number, paragraph.form.style, roles, paragraph.text[:40])
        for draft in papers(every_sample)
        if draft.due.paper.template not in WITHOUT_HEAD
        for paragraph, roles in _told(draft.docx)
        if not _as_named(paragraph.form.style, roles, blank=not paragraph.text.strip())
    ]
    assert wrong == []


def _told(data: bytes) -> list[tuple[Any, set[str]]]:
    file = read(data, "van-ban.docx")
    roles: dict[int, set[str]] = {}
    for sheet in sheets(file):
        for part in sheet.parts:
            roles.setdefault(part.line.paragraph.number, set()).add(part.role)
    return [(one, roles.get(one.number, set())) for one in file.paragraphs]


def _as_named(style: str, roles: set[str], *, blank: bool) -> bool:
    named = NAMED.get(style, set())
    allowed = named | {"blank"} if blank and named != {"rule"} else named
    return bool(roles) and roles <= allowed


@cache
def findings(sample: str) -> tuple[tuple[str, str, Any], ...]:
    """What the rules find in each paper of a sample: its title, its template, the finding."""
    return tuple(
        (draft.title, draft.due.paper.template, one)
        for draft in papers(sample)
        for one in hold(draft.docx, "van-ban.docx", drafted(sample)).findings
    )


def expected() -> list[dict[str, Any]]:
    """The faults that are known to stand in our own papers."""
    told: list[dict[str, Any]] = yaml.safe_load((DATA / "expected-faults.yaml").read_text("utf-8"))
    return told


def _listed(fault: dict[str, Any], sample: str, template: str, found: Any) -> bool:
    where = template in fault.get("templates", ()) or sample in fault.get("samples", ())
    return where and (fault["rule"], fault["check"]) == (found.rule.id, found.check.name)


def test_no_rule_is_broken_in_any_golden_paper_but_those_listed(every_sample: str) -> None:
    """Each paper of each sample, of both kinds, meets every rule that can be decided."""
    unlisted = [
        (title, one.rule.id, one.check.name, one.part and one.part.line.said[:60])
        for title, template, one in findings(every_sample)
        if not any(_listed(fault, every_sample, template, one) for fault in expected())
    ]
    assert unlisted == []


def test_every_listed_fault_is_still_there() -> None:
    """A fault that was mended leaves the list."""
    for fault in expected():
        assert any(
            _listed(fault, sample, template, one)
            for sample in [*SAMPLES, *LIFE]
            for _, template, one in findings(sample)
        ), fault


def test_papers_without_state_form_are_no_papers(every_sample: str) -> None:
    """Name plates, speeches, scripts, lists for the door have no head: nothing is said of them."""
    read_as_papers = [
        draft.title
        for draft in papers(every_sample)
        if draft.due.paper.template in WITHOUT_HEAD
        and hold(draft.docx, "van-ban.docx", drafted(every_sample)).papers
    ]
    assert read_as_papers == []


def test_papers_without_state_form_are_drafted() -> None:
    """A template that went leaves the list of those without State form."""
    made = {draft.due.paper.template for one in [*SAMPLES, *LIFE] for draft in papers(one)}
    assert made >= WITHOUT_HEAD


def test_nothing_ever_says_that_a_paper_is_right() -> None:
    """A paper without findings still has rules that were not decided, and they are counted."""
    paper = papers(SAMPLES[0])[0]
    held = hold(paper.docx, "nghi-quyet.docx", drafted(SAMPLES[0]))
    counts = held.papers[0].count()
    assert not held.fails
    assert {one.value for one in counts} > {"meets", "not_applicable"}
