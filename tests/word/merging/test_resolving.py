"""Clashes settled by choice: at each place exactly the text that was chosen, nothing else."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.word.merging.merge import merge, resolved
from tests import hands
from tests.hands import at, retyped, texts, typed
from tests.pages import page

if TYPE_CHECKING:
    from collections.abc import Iterable

SAMPLE = "xa-2026-to-lien-gia"
INCOME = ("đạt 78 triệu đồng/người", "đạt 82 triệu đồng/người")
PEOPLE = "Thôn Đông Hạ có 268 hộ"
PRAISE = "Nhân dân tin tưởng"
MINE = "Thôn Đông Hạ có 268 hộ, viết lại bằng tay."


@cache
def paper(*changes: tuple[str, str]) -> bytes:
    """The proposal of the sample, its record changed."""
    return hands.redrafted(SAMPLE, "proposal", *changes)


def chosen(base: bytes, mine: bytes, new: bytes, taken: Iterable[int]) -> list[str]:
    """The paragraphs of the file with the new text at the places ``taken``."""
    made = resolved(base, mine, new, frozenset(taken))
    assert made.docx is not None
    return texts(made.docx)


def without(document: Any) -> None:
    """Take the paragraph out by hand."""
    element = at(document, PEOPLE)._p  # noqa: SLF001
    element.getparent().remove(element)


def test_a_paragraph_is_the_persons_or_the_records_whole() -> None:
    """With the new text taken the words are the draft's; else they are the person's."""
    base, new = paper(), paper(INCOME)
    mine = retyped(base, PEOPLE, MINE)
    (clash,) = merge(base, mine, new).conflicts
    assert clash.edited == MINE
    assert chosen(base, mine, new, ()) == texts(mine)
    assert chosen(base, mine, new, (0,)) == texts(new)


def test_what_a_person_took_away_comes_back_in_its_place_where_it_is_chosen() -> None:
    """A paragraph that was deleted by hand and changed in the record."""
    base, new = paper(), paper(INCOME)
    mine = typed(base, without)
    assert chosen(base, mine, new, ()) == texts(mine)
    assert chosen(base, mine, new, (0,)) == texts(new)


def test_what_the_record_no_longer_says_goes_where_it_is_chosen() -> None:
    """A paragraph that was changed by hand and is no longer in the draft."""
    base, new = paper(), typed(paper(), without)
    mine = retyped(base, PEOPLE, MINE)
    assert chosen(base, mine, new, ()) == texts(mine)
    assert chosen(base, mine, new, (0,)) == texts(new)


def test_what_both_added_in_one_place_stands_once() -> None:
    """Each wrote a line of its own between the same two."""
    base, mine, new = page("một", "hai"), page("một", "tay", "hai"), page("một", "mới", "hai")
    assert chosen(base, mine, new, ()) == ["một", "tay", "hai"]
    assert chosen(base, mine, new, (0,)) == ["một", "mới", "hai"]


def test_an_edit_elsewhere_and_the_look_of_the_file_stay_whatever_is_chosen() -> None:
    """A choice touches its own place alone."""
    base, new = paper(), paper(INCOME)
    mine = typed(
        retyped(base, PEOPLE, MINE), lambda document: at(document, PRAISE).add_run(" Thêm tay.")
    )
    for taken in ((), (0,)):
        assert any(text.endswith("Thêm tay.") for text in chosen(base, mine, new, taken))


@settings(deadline=None)
@given(st.lists(st.sampled_from("ben."), min_size=1, max_size=8), st.data())
def test_every_choice_of_places_gives_exactly_that_text(
    who: list[str], data: st.DataObject
) -> None:
    """Whichever lines both, one or none changed, and whatever is chosen of the first."""
    words = ("an toàn giao thông", "hộ gia đình", "phòng cháy", "trộm cắp", "tổ tự quản")
    lines = [f"{place} {words[place % 5]} {words[place // 2 % 5]}" for place in range(len(who))]
    mine = [f"{line} sửa" if hand in "be" else line for line, hand in zip(lines, who, strict=True)]
    new = [f"{line} đổi" if hand in "bn" else line for line, hand in zip(lines, who, strict=True)]
    files = page(*lines), page(*mine), page(*new)
    count = who.count("b")
    assert len(merge(*files).conflicts) == count
    taken = data.draw(st.sets(st.sampled_from(range(count)))) if count else set()
    number, wanted = 0, []
    for place, hand in enumerate(who):
        takes = hand == "n" or (hand == "b" and number in taken)
        wanted.append(new[place] if takes else mine[place])
        number += hand == "b"
    assert chosen(*files, taken) == wanted


def test_the_file_opens_in_other_programs() -> None:
    """What comes out is a sound Word file."""
    import io  # noqa: PLC0415

    base, new = paper(), paper(INCOME)
    made = resolved(base, retyped(base, PEOPLE, MINE), new, frozenset({0}))
    assert made.docx is not None
    assert docx.Document(io.BytesIO(made.docx)).paragraphs
