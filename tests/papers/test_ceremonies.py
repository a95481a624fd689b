"""The papers of a launch and of a signing ceremony: all that is wanted, each as the record says."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from docgen.guidance.papers import CEREMONY, due
from tests.golden.reading import paragraphs
from tests.samples import OWN, SAMPLES, ceremony_drafts, drafter, drafts

if TYPE_CHECKING:
    from docgen.papers.drafting import Draft

LINKED = [name for name in SAMPLES if name not in OWN]


def text(draft: Draft) -> str:
    """The whole text of a paper, a paragraph a line."""
    return "\n".join(words for _, words in paragraphs(draft.docx))


def ceremony(sample: str, paper_id: str) -> list[Draft]:
    """The drafts of one paper of a ceremony."""
    every = (*drafts(sample), *ceremony_drafts(sample))
    return [one for one in every if one.due.paper.id == paper_id]


@pytest.mark.parametrize("sample", LINKED)
def test_the_ceremony_has_every_paper_that_is_wanted(sample: str) -> None:
    """II.2.2: plan, programme, invitations, plates, order, minutes, speech, copies to sign."""
    record = drafter(sample).record
    assert record.kind == "linked"
    wanted = due(record, CEREMONY)
    counts = Counter(one.paper.id for one in wanted)
    units = len(record.units)
    assert counts == {
        "regulation": units,
        "year_plan": units,
        "ceremony_plan": 1,
        "ceremony_programme": 1,
        "invitation": len(record.ceremony.guests) + units - 1,
        "ceremony_minutes": 1,
        "signing_order": 1,
        "name_plates": 1,
        "host_speech": 1,
        "building_report": 1,
        "speeches": 1,
        "attendance": 1,
    }
    assert len({one.file_stem for one in wanted}) == len(wanted)


@pytest.mark.parametrize("sample", OWN)
def test_the_launch_has_every_paper_that_is_wanted(sample: str) -> None:
    """II.1.2: plan, programme, pledges, an invitation for each guest, seats, minutes, speeches."""
    record = drafter(sample).record
    assert record.kind == "self_managed"
    counts = Counter(one.paper.id for one in due(record, CEREMONY))
    assert counts == {
        "pledge": 1,
        **({"camera_pledge": 1} if record.cameras else {}),
        "launch_plan": 1,
        "launch_programme": 1,
        "invitation": max(1, len(record.launch.guests)),
        "launch_minutes": 1,
        "signing_order": 1,
        "name_plates": 1,
        "host_speech": 1,
        "building_report": 1,
        "speeches": 1,
        "attendance": 1,
    }


def test_only_the_copies_to_be_signed_say_which_they_are() -> None:
    """Bản số 1/5 stands on the signing copy; the copy of the dossier carries no number."""
    sample = "lien-ket/cum-truong-xa-doanh-nghiep-2026"
    for paper_id in ("regulation", "year_plan"):
        filed, signing = ceremony(sample, paper_id)
        assert ("CopyMark", "Bản số 1/5") in paragraphs(signing.docx)
        assert "Bản số" not in text(filed)


@pytest.mark.parametrize("sample", LINKED)
def test_every_guest_and_every_other_unit_is_invited_by_name(sample: str) -> None:
    """The lead invites; each letter names who it is for, units by who signs for them."""
    record = drafter(sample).record
    assert record.kind == "linked"
    invited = [text(one) for one in ceremony(sample, "invitation")]
    people = [one.name for one in record.ceremony.guests]
    people += [unit.signer.name for unit in record.units if not unit.lead]
    assert all(name in letter for name, letter in zip(people, invited, strict=True))


@pytest.mark.parametrize("sample", SAMPLES)
def test_what_is_told_of_the_conference_stands_in_its_papers(sample: str) -> None:
    """Host, secretary, chair, end, tasks: each paper says what the record says."""
    record = drafter(sample).record
    linked = record.kind == "linked"
    told = record.ceremony if record.kind == "linked" else record.launch
    plan, minutes, programme = (
        text(ceremony(sample, f"{'ceremony' if linked else 'launch'}_{one}")[0])
        for one in ("plan", "minutes", "programme")
    )
    (speech,) = map(text, ceremony(sample, "host_speech"))
    assert all(told.host in one for one in (plan, minutes, programme, speech))
    assert all(told.secretary in one for one in (plan, minutes, speech))
    assert all(told.chair in one for one in (plan, minutes, programme, speech))
    assert f"kết thúc vào {told.end or '…… giờ …… phút'}" in minutes
    assert all(step.task in plan and step.due in plan for step in told.tasks)
    assert "Thời hạn" in plan
    assert told.within in speech


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_programme_has_times(sample: str) -> None:
    """Told or fitted between start and end; open only where the conference's are."""
    record = drafter(sample).record
    told = record.ceremony if record.kind == "linked" else record.launch
    words = "\n".join(map(text, ceremony(sample, "launch_programme")))
    words += "\n".join(map(text, ceremony(sample, "ceremony_programme")))
    if told.time and (told.programme or not told.within):
        assert len(re.findall(r"\d\d giờ \d\d(?: phút)? - \d\d giờ \d\d", words)) > 4
