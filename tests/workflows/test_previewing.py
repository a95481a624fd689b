"""Papers looked at before they are written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from docgen.api import previews
from docgen.errors import PrintRefusedError, RecordError
from docgen.record.placing import placed
from docgen.workflows.opening import load
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.record.loading import Loaded
    from docgen.workflows.previewing import Preview
    from tests.offices import Office

OWN, SPARSE, LINKED = (
    *("xa-2026-to-lien-gia", "khu-dan-cu-2026-toi-thieu"),
    "lien-ket/giap-ranh-2026",
)
DAY = date(2026, 9, 1)
DECISION, REPORT = "04-quyet-dinh-thanh-lap", "03-bao-cao-de-xuat"


@pytest.fixture(scope="module")
def own() -> Loaded:
    """A record that tells much."""
    return load(path_of(OWN))


@pytest.fixture(scope="module")
def sparse() -> Loaded:
    """A record that tells hardly anything."""
    return load(path_of(SPARSE))


def told(loaded: Loaded, path: tuple[str | int, ...], value: object) -> Loaded:
    """The same record, telling ``value`` at ``path``."""
    return loaded.changed(record=placed(loaded.record, path, value))


def words(shown: Preview) -> str:
    """All that a preview says."""
    return " ".join(line.text for page in shown.pages for line in page.lines)


@pytest.mark.parametrize("sample", [OWN, SPARSE, LINKED])
def test_every_paper_of_a_sample_can_be_leafed_through(sample: str) -> None:
    """Each has pages with words, and a picture, before anything is written."""
    loaded, on = load(path_of(sample)), drafted(sample)
    leaves = previews.papers_of(loaded, on=on)
    assert len({leaf.name for leaf in leaves}) == len(leaves)
    firsts = {leaf.paper: leaf for leaf in reversed(leaves)}
    for leaf in firsts.values():
        shown = previews.preview(loaded, leaf.name, on=on)
        assert shown.pages
        assert words(shown)
    assert previews.page_picture(shown.key, 0, 360).startswith(b"\x89PNG")


def test_a_title_without_the_model_is_brief(own: Loaded) -> None:
    """The list of papers need not say the name of the model at each."""
    (decision,) = (leaf for leaf in previews.papers_of(own, on=DAY) if leaf.name == DECISION)
    assert decision.title.endswith("”")
    assert decision.brief == "Quyết định về việc thành lập Mô hình"
    assert decision.item.startswith("4. ")


def test_the_line_that_changed_is_told_and_it_alone(own: Loaded) -> None:
    """A new name of the head stands in one line of the decision."""
    before = previews.preview(own, DECISION, on=DAY)
    now = previews.preview(told(own, ("issuer", "head", "name"), "Lò Thị Mai"), DECISION, on=DAY)
    (change,) = previews.changed_lines(before.key, now.key)
    assert now.pages[change.page].lines[change.line].text == "Lò Thị Mai"


def test_nothing_changed_against_itself_or_what_is_forgotten(own: Loaded) -> None:
    """A print that is not known any more marks nothing."""
    key = previews.preview(own, DECISION, on=DAY).key
    assert previews.changed_lines(key, key) == ()
    assert previews.changed_lines("no such print", key) == ()
    with pytest.raises(LookupError):
        previews.page_picture("no such print", 0, 360)


def test_the_same_record_gives_the_same_print(own: Loaded) -> None:
    """Its key says so, and the page need not load its pictures again."""
    other = load(path_of(OWN))
    first, second = (previews.preview(one, DECISION, on=DAY) for one in (own, other))
    assert first.key == second.key


def test_blanks_name_the_field_that_fills_them(sparse: Loaded) -> None:
    """Marks for texts, dots for names, each on its page with its place."""
    shown = previews.preview(sparse, REPORT, on=DAY, linked=True)
    fields = {gap.field for gap in shown.gaps}
    assert fields >= {"survey.general", "survey.period", "proposer.name", "model.scope"}
    assert fields >= {"party.name", "proposer.signer.name"}
    assert all(gap.boxes for gap in shown.gaps)
    period = next(gap for gap in shown.gaps if gap.field == "survey.period")
    assert (period.page, period.label.vi) == (0, "Khảo sát tình hình › Thời gian khảo sát")


def test_hours_are_filled_by_the_hour_of_the_conference(sparse: Loaded) -> None:
    """What is no plain text in the paper is found by telling it alone."""
    shown = previews.preview(sparse, "06-ke-hoach-ra-mat", on=DAY, linked=True)
    hours = [gap.field for gap in shown.gaps if gap.text == "……"]
    assert hours == ["launch.time", "launch.time"]


def test_a_blank_is_gone_once_its_field_is_told(sparse: Loaded) -> None:
    """Each of them that the field fills."""
    before = previews.preview(sparse, REPORT, on=DAY, linked=True)
    filled = [gap for gap in before.gaps if gap.field == "model.scope"]
    now = previews.preview(told(sparse, ("model", "scope"), "tổ dân phố 3"), REPORT, on=DAY)
    assert len(now.gaps) == len(before.gaps) - len(filled)


def test_a_paper_that_is_not_there_is_refused(own: Loaded) -> None:
    """By its name, as a fault of what was asked."""
    with pytest.raises(RecordError) as fault:
        previews.preview(own, "99-khong-co", on=DAY)
    assert fault.value.problems[0].place.file == "99-khong-co"


def test_a_paper_that_the_printer_refuses_is_refused(
    own: Loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No other program is asked: a preview must not take seconds."""

    def refuse(*_: object) -> None:
        raise PrintRefusedError.at("x", "không in được", "not printed")

    monkeypatch.setattr("docgen.printing.press.print_sheets", refuse)
    with pytest.raises(PrintRefusedError):
        previews.preview(told(own, ("issuer", "head", "name"), "Khác"), DECISION, on=DAY)


def test_an_issued_paper_stays_and_what_differs_is_told(
    life_of: Callable[[str], Office],
) -> None:
    """The print is the one of the folder, and the record's new words stand beside it."""
    office = life_of(OWN)
    loaded = load(office.order.file)
    before = previews.preview(loaded, DECISION, on=office.order.drafted, package=office.folder)
    assert before.issued is not None
    assert before.issued.differences == ()
    other = told(loaded, ("issuer", "head", "name"), "Lò Thị Mai")
    now = previews.preview(other, DECISION, on=office.order.drafted, package=office.folder)
    assert now.key == before.key
    assert now.issued is not None
    assert any("Lò Thị Mai" in new for _, new in now.issued.differences)
