"""Copies with comments and with tracked changes: true to the source, readable by Word."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from functools import partial
from typing import Any

import docx
import pytest
from lxml import etree

from docgen.lint.marking.annotating import annotated
from docgen.lint.marking.fixing import fixed
from docgen.lint.reading.body import read
from docgen.lint.rulebook.table import rules_of
from docgen.word.archive import packed, parts_of, written
from tests.lint.altered import DAY, Altered, W, golden, held
from tests.lint.made import BOLD, CENTRED, line, run, word_file
from tests.lint.mutants import all_checks, found_check, mutant

FIXED = [
    (regime, rule.id, tuple(check.name for check in rule.checks if check.fix is not None))
    for regime in ("nd30", "hd36", "hd05")
    for rule in rules_of(regime)
    if any(check.fix is not None for check in rule.checks)
]
CHANGES = ("ins", "del", "rPrChange", "pPrChange", "sectPrChange")


def broken(*changes: tuple[str, str]) -> bytes:
    """A plan in which several things are wrong at once."""
    made = Altered(golden("ke-hoach-xay-dung"))
    made.look(made.of("nation"), sz="32")
    made.form(made.of("dash")[:1], "jc", val="left")
    made.say(made.of("place_date")[0], "Minh Thịnh, ngày 4 tháng 08 năm 2026")
    made.section(0, "pgMar", top="285")
    made.say(made.of("text")[0], "Ủy ban nhân dân  xã  thông báo , để biết:")
    for role, text in changes:
        made.say(made.of(role)[0], text)
    return made.bytes()


def root(data: bytes) -> Any:
    """The document of a copy."""
    return etree.fromstring(parts_of(data, "x")["word/document.xml"])


def accepted(data: bytes) -> list[str]:
    """The words of a copy with its changes accepted."""
    return [paragraph.text for paragraph in read(data, "x").paragraphs]


def rejected(data: bytes) -> Any:
    """The document of a copy with every change taken back."""
    tree = root(data)
    for mark in list(tree.iter(*(W + name for name in CHANGES[2:]))):
        properties = mark.getparent()
        former = mark[0]
        kept = [one for one in properties if one.tag in (f"{W}rPr", f"{W}sectPr")]
        if properties.tag == f"{W}sectPr":
            kept = [one for one in properties if one.tag.endswith("Reference")]
        for child in list(properties):
            properties.remove(child)
        properties.extend([*kept, *former] if properties.tag == f"{W}sectPr" else [*former, *kept])
    for mark in list(tree.iter(f"{W}ins")):
        mark.getparent().remove(mark)
    for mark in list(tree.iter(f"{W}delText")):
        mark.tag = f"{W}t"
    for mark in list(tree.iter(f"{W}del")):
        for child in list(mark):
            mark.addprevious(child)
        mark.getparent().remove(mark)
    return tree


def words(tree: Any) -> list[str]:
    """The words of each paragraph."""
    return ["".join(node.text or "" for node in p.iter(f"{W}t")) for p in tree.iter(f"{W}p")]


@pytest.mark.parametrize(("regime", "rule", "checks"), FIXED, ids=[f"{r}-{i}" for r, i, _ in FIXED])
def test_what_a_rule_may_mend_is_mended(regime: str, rule: str, checks: tuple[str, ...]) -> None:
    """The copy meets the rule and breaks no other; a line drawn by hand stays as long as it was."""
    for check in checks:
        _, data = mutant(regime, rule, check)
        copy = fixed(held(data, regime), data, DAY)
        left = {one.rule.id for one in held(copy, regime).findings}
        assert left <= ({"C05"} if (rule, check) == ("C04", "size") else set())


def test_a_paper_without_faults_is_copied_without_changes() -> None:
    """Where nothing is found nothing is marked."""
    data = golden("ke-hoach-xay-dung")
    for make in (fixed, partial(annotated, lang="vi")):
        tree = root(make(held(data, "nd30"), data, DAY))
        assert not list(tree.iter(*(W + name for name in (*CHANGES, "commentReference"))))
        assert words(tree) == words(root(data))


def test_every_change_is_tracked_and_can_be_taken_back() -> None:
    """Rejecting all changes gives the paper as it was, words and looks."""
    data = broken()
    copy = fixed(held(data, "nd30"), data, DAY)
    assert {one.tag.removeprefix(W) for one in root(copy).iter(*(W + n for n in CHANGES))} == {
        *CHANGES
    }
    back = rejected(copy)
    assert words(back) == words(root(data))
    made = Altered(data)
    former = made.file.paragraphs
    parts = parts_of(copy, "x")
    parts["word/document.xml"] = etree.tostring(back)
    again = read(written(packed(name, content) for name, content in parts.items()), "x")
    assert again.sections[0].margins == made.file.sections[0].margins
    for now, before in zip(again.paragraphs, former, strict=True):
        assert now.text == before.text
        assert {run.look for run in now.runs} == {run.look for run in before.runs}
        assert now.form == before.form


def test_words_are_mended_in_place() -> None:
    """Spaces, zeros and signs are put right, the rest of the line stays."""
    data = broken()
    told = accepted(fixed(held(data, "nd30"), data, DAY))
    assert "Minh Thịnh, ngày 04 tháng 8 năm 2026" in told
    assert "Ủy ban nhân dân xã thông báo, để biết:" in told


def test_the_source_is_not_touched_and_other_parts_are_copied_to_the_byte() -> None:
    """Only the document changes; styles, settings and headers are as they were."""
    data = broken()
    before = bytes(data)
    copy = fixed(held(data, "nd30"), data, DAY)
    assert data == before
    old, new = parts_of(data, "x"), parts_of(copy, "x")
    assert old.keys() == new.keys()
    assert {name for name in old if old[name] != new[name]} == {"word/document.xml"}


def test_a_person_s_own_changes_are_left_alone() -> None:
    """A paragraph in which changes wait is not changed further."""
    body = '<w:p><w:pPr><w:jc w:val="left"/></w:pPr>'
    body += f'{run("Một đoạn  văn ")}<w:ins w:id="5" w:author="An">{run("mới.")}</w:ins></w:p>'
    head = line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD, CENTRED)
    data = word_file(
        head + line("THÔNG BÁO", BOLD, CENTRED) + line("Về việc họp", BOLD, CENTRED) + body
    )
    copy = root(fixed(held(data, "nd30"), data, DAY))
    paragraph = list(copy.iter(f"{W}p"))[-1]
    assert [one.get(f"{W}author") for one in paragraph.iter(f"{W}ins", f"{W}del")] == ["An"]
    assert paragraph.find(f"{W}pPr/{W}pPrChange") is None


def test_marks_have_ids_of_their_own() -> None:
    """No id of a change or comment stands twice, whatever the source already has."""
    data = broken()
    found = held(data, "nd30")
    for copy in (fixed(found, data, DAY), annotated(found, data, DAY, "vi")):
        tree = root(copy)
        tags = [W + name for name in (*CHANGES, "commentRangeStart")]
        ids = [one.get(f"{W}id") for one in tree.iter(*tags)]
        assert len(ids) == len(set(ids)) > 0


def test_comments_stand_at_their_places_and_tell_the_clause() -> None:
    """Each finding has a comment whose range holds the words it is about."""
    data = broken()
    found = held(data, "nd30")
    copy = annotated(found, data, DAY, "vi")
    parts = parts_of(copy, "x")
    comments = etree.fromstring(parts["word/comments.xml"])
    told = ["".join(one.itertext()) for one in comments]
    assert any("C02" in one and "Mục II.1.a" in one for one in told)
    assert sum(one.count(": ") >= 1 for one in told) == len(told)
    rules = {one.rule.id for one in found.findings}
    assert all(any(rule in one for one in told) for rule in rules)
    tree = root(copy)
    nation = next(p for p in tree.iter(f"{W}p") if "CỘNG HÒA" in "".join(p.itertext()))
    assert nation.find(f"{W}commentRangeStart") is not None
    assert words(tree) == words(root(data))


def test_comments_join_those_that_are_there() -> None:
    """A paper that already has comments keeps them."""
    data = broken()
    once = annotated(held(data, "nd30"), data, DAY, "vi")
    twice = annotated(held(once, "nd30"), once, DAY, "vi")
    first, second = (
        len(etree.fromstring(parts_of(copy, "x")["word/comments.xml"])) for copy in (once, twice)
    )
    assert second == 2 * first


def test_other_programs_open_the_copies() -> None:
    """The copies are whole packages: python-docx reads them, comments and all."""
    data = broken()
    found = held(data, "nd30")
    noted = docx.Document(io.BytesIO(annotated(found, data, DAY, "vi")))
    assert len(list(noted.comments)) > 0
    mended = docx.Document(io.BytesIO(fixed(found, data, DAY)))
    assert len(mended.paragraphs) > 0
    with zipfile.ZipFile(io.BytesIO(fixed(found, data, DAY))) as archive:
        assert archive.testzip() is None


def test_properties_stand_in_the_order_of_the_schema() -> None:
    """Word refuses a file whose properties are in disorder: the change is always the last child."""
    for regime, rule, name in all_checks():
        if regime != "nd30" or found_check(regime, rule, name)[1].fix is None:
            continue
        _, data = mutant(regime, rule, name)
        tree = root(fixed(held(data, regime), data, DAY))
        for mark in tree.iter(*(W + one for one in CHANGES[2:])):
            assert mark.getnext() is None


def test_the_same_paper_and_day_make_the_same_copy() -> None:
    """No clock and no chance in a copy."""
    data = broken()
    for make in (fixed, partial(annotated, lang="vi")):
        assert make(held(data, "nd30"), data, DAY) == make(held(data, "nd30"), data, DAY)
    other = fixed(held(data, "nd30"), data, date(2026, 9, 2))
    assert other != fixed(held(data, "nd30"), data, DAY)


def test_a_strict_file_is_copied_as_an_ordinary_one() -> None:
    """Its words are read; a copy in mixed vocabulary is never written."""
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    parts = {
        name: content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", strict
        )
        for name, content in parts_of(broken(), "x").items()
    }
    data = written(packed(name, content) for name, content in parts.items())
    found = held(data, "nd30")
    assert found.findings
    copy = fixed(found, data, DAY)
    assert not any(strict in content for content in parts_of(copy, "x").values())
    assert root(copy).findall(f".//{W}rPrChange")
