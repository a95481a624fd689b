"""What is issued stays as issued, whatever record, templates, data and tool say later."""

from __future__ import annotations

import copy
import json
import shutil
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, Phase, given, reject, settings
from hypothesis import strategies as st

from docgen.errors import RecordError
from docgen.folder.manifest import sha256
from docgen.papers import phrases
from docgen.papers.content import content
from docgen.papers.numbers import place
from docgen.record.kinds import own as own_
from docgen.record.loading import load
from docgen.word.merging.comparing import same_text
from docgen.workflows.bundling import bundle
from docgen.workflows.packaging import package
from docgen.workflows.standing import looked_at
from docgen.workflows.status import ItemState, status
from tests.changes import text_of
from tests.hands import typed
from tests.offices import Office, lived, silent, steps_of
from tests.presses import page_of, quick_press
from tests.samples import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from docgen.record.schema.shape import FieldPath
    from docgen.workflows.desk import Package
    from tests.offices import Told

DECISION = "van-ban/04-quyet-dinh-thanh-lap.docx"
LIVED = ("vong-doi/tot-xa-2026", "vong-doi/yeu-co-quan-2026")
"""Models that may take every step between them."""
SCHOOL = "truong-2026-cong-truong"
MODELS = (
    "xa-2026-to-lien-gia",
    "doanh-nghiep-2026-to-an-ninh-cong-nhan",
    "lien-ket/cum-truong-xa-doanh-nghiep-2026",
    "vong-doi/kha-truong-2026",
    "vong-doi/yeu-co-quan-2026",
    "vong-doi/yeu-lien-ket-2026",
)
"""Models of each kind, founded by units of each kind, before and in their life."""


@pytest.fixture(scope="module", params=MODELS)
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Each model with the papers of all its steps."""
    with quick_press():
        return lived(request.param, tmp_path_factory.mktemp("office"))


def leaves(told: Any, path: FieldPath = ()) -> Iterator[FieldPath]:
    """The way to every value, to every item of a list, and to every section."""
    items = told.items() if isinstance(told, dict) else enumerate(told)
    for step, value in items:
        is_group = isinstance(value, dict | list)
        if isinstance(step, int) or not path or not is_group:
            yield (*path, step)
        if is_group:
            yield from leaves(value, (*path, step))


def changed(told: Told, path: FieldPath, *, goes: bool) -> Told:
    """``told`` with another value at ``path``, or with none."""
    made = copy.deepcopy(told)
    inner: Any = made
    for step in path[:-1]:
        inner = inner[step]
    value = inner[path[-1]]
    if goes or isinstance(value, dict | list):
        del inner[path[-1]]
    else:
        inner[path[-1]] = _other(value)
    return made


def _other(value: object) -> object:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    text = str(value)
    if text.count("/") == 2:
        return f"{28 if text.startswith('1') else 1:02d}{text[text.index('/') :]}"
    return f"{text} Khác"


@pytest.mark.usefixtures("press")
@settings(
    max_examples=3,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
@given(dice=st.data())
def test_whatever_changes_in_the_record_what_is_issued_never_moves(
    office: Office, dice: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Issued bytes stay, drafts follow, and each issued paper that reads otherwise is told."""
    own = office.beside(tmp_path_factory.mktemp("own") / "office")
    desk = own.desk()
    ways = {place(desk.record, due) for due in desk.dues() if due.paper.numbered} - {()}
    told = own.number(dice.draw(st.sets(st.sampled_from(sorted(ways, key=str))), "numbered"))
    own.write(told)
    try:
        own.make()
    except RecordError:
        reject()
    before, issued = own.files(), own.issued()
    path = dice.draw(st.sampled_from(list(leaves(told))), "changed")
    own.write(changed(told, path, goes=dice.draw(st.integers(0, 3), "goes") == 0))
    try:
        made = own.make()
    except RecordError:
        assert own.files() == before
        return
    see_kept(own, before, issued)
    see_drafts_follow(own)
    see_told(own, issued, made)


def see_kept(own: Office, before: Mapping[str, bytes], issued: set[str]) -> None:
    """Every issued Word file and print is as it was, and issued."""
    after = own.files()
    assert {name: after.get(name) for name in issued} == {name: before[name] for name in issued}
    assert own.issued() >= issued


def see_drafts_follow(own: Office) -> None:
    """Every draft is as the record now wants it."""
    desk, issued, after = own.desk(), own.issued(), own.files()
    for due in desk.dues():
        path = f"van-ban/{due.file_stem}.docx"
        if path not in issued:
            assert same_text(after[path], desk.drafter.draft(due).docx), path


def see_told(own: Office, issued: set[str], made: Package) -> None:
    """Every issued paper that reads otherwise or is due no longer is named; nothing twice."""
    desk, after = own.desk(), own.files()
    dues = {f"van-ban/{due.file_stem}.docx": due for due in desk.dues()}
    papers = {path for path in issued if path.startswith("van-ban/")}
    gone = papers - dues.keys()
    otherwise = {
        path
        for path in papers & dues.keys()
        if not same_text(after[path], desk.drafter.draft(dues[path]).docx)
    }
    told = [(str(one.place), one.what.vi) for one in made.remarks]
    assert gone | otherwise <= {where for where, _ in told}
    assert len(told) == len(set(told))


@pytest.mark.parametrize(
    ("sample", "section"),
    [
        ("vong-doi/kha-truong-2026", "commendations"),
        ("vong-doi/kha-truong-2026", "reports"),
        ("vong-doi/yeu-lien-ket-2026", "dissolution"),
    ],
)
def test_what_was_issued_about_a_part_that_is_told_no_longer_stays(
    sample: str, section: str, life_of: Callable[[str], Office]
) -> None:
    """Papers and prints of the part are as they were, run after run, and each is told."""
    own = life_of(sample)
    told = own.told()
    before, issued = own.files(), own.issued()
    del told[section]
    own.write(told)
    for _ in range(2):
        made = own.make()
        assert issued - {f"van-ban/{due.file_stem}.docx" for due in own.desk().dues()}
        see_kept(own, before, issued)
        see_told(own, issued, made)


def test_a_paper_issued_about_a_part_that_is_told_no_longer_comes_back_when_deleted(
    life_of: Callable[[str], Office],
) -> None:
    """The folder keeps the bytes of what was issued, due or not."""
    own = life_of("vong-doi/kha-truong-2026")
    told = own.told()
    del told["commendations"]
    own.write(told)
    own.make()
    before = own.files()
    path = next(one for one in own.issued() if "khen" in one and one.endswith(".docx"))
    (own.folder / path).unlink()
    own.make()
    assert own.files()[path] == before[path]


def test_a_number_taken_out_of_the_record_does_not_make_a_draft(
    life_of: Callable[[str], Office],
) -> None:
    """The paper stays issued, here and in the status, and the record is told to read otherwise."""
    own = life_of(SCHOOL)
    told = own.told()
    before = own.files()
    del told["papers"]["decision"]
    own.write(told)
    made = own.make()
    assert own.files()[DECISION] == before[DECISION]
    assert DECISION in own.issued()
    assert any(str(one.place) == DECISION for one in made.remarks)
    items = {one.place.item.number: one for one in status(own.folder, own.order.drafted).items}
    assert items[4].state is ItemState.NUMBERED


def test_an_issued_paper_that_a_person_took_away_comes_back(
    life_of: Callable[[str], Office],
) -> None:
    """As it was issued, whatever the record says by now."""
    own = life_of(SCHOOL)
    told = own.told()
    before = own.files()
    (own.folder / DECISION).unlink()
    told["issuer"]["head"]["name"] = "Trần Văn Khác"
    own.write(told)
    own.make()
    assert own.files()[DECISION] == before[DECISION]


def test_a_changed_template_moves_no_issued_paper(
    life_of: Callable[[str], Office], tmp_path: Path
) -> None:
    """Neither is it told of: the record reads as before. Drafts take the new template."""
    own = life_of(SCHOOL)
    told = own.told()
    del told["papers"]["launch_plan"]
    own.write(told)
    draft = "van-ban/06-giay-moi-01.docx"
    known = looked_at(own.folder).known
    assert known
    files = {**known.files, draft: known.files[draft].changed(issued="")}
    (own.folder / "manifest.json").write_bytes(known.changed(files=files).to_json())
    del told["papers"]["invitation"]
    own.write(told)
    templates = tmp_path / "mau"
    shutil.copytree(ROOT / "templates", templates)
    for name in ("quyet-dinh-thanh-lap", "giay-moi"):
        file = templates / f"{name}.docx"
        file.write_bytes(typed(file.read_bytes(), _another_word))
    before = own.files()
    other = Office(own.order.changed(templates=templates))
    made = other.make()
    after = other.files()
    assert after[DECISION] == before[DECISION]
    assert DECISION not in {str(one.place) for one in made.remarks}
    assert "Chữ của mẫu mới" in text_of(after[draft])


@pytest.mark.parametrize("sample", LIVED)
def test_every_command_tells_once_what_the_record_says_otherwise(
    sample: str, life_of: Callable[[str], Office]
) -> None:
    """Each step of the model's life, bundle, status and number alike; none moves a paper."""
    own = life_of(sample)
    told, before, issued = own.told(), own.files(), own.issued()
    head = told["members"][0]
    head["name"] = "Đào Văn Khác"
    own.write(told)
    heard = [package(own.order, step, silent).remarks for step in steps_of(load(own.order.file))]
    heard.append(bundle(own.order, silent).remarks)
    heard.append(status(own.folder, own.order.drafted).remarks)
    for remarks in heard:
        texts = [f"{one.place} {one.what.vi}" for one in remarks if "Đào Văn Khác" in one.what.vi]
        assert texts
        assert len(texts) == len(set(texts))
    see_kept(own, before, issued)


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A newer docgen, whose data words the recipients' last line otherwise."""

    def forget() -> None:
        for cache in (phrases._subject, phrases._told):  # noqa: SLF001
            cache.cache_clear()

    data = tmp_path / "data"
    shutil.copytree(phrases.DATA, data)
    bodies = data / "bodies.yaml"
    bodies.write_text(bodies.read_text("utf-8").replace("Lưu: VT", "Lưu: Văn thư"), "utf-8")
    monkeypatch.setattr(phrases, "DATA", data)
    monkeypatch.setattr("docgen.workflows.packaging.__version__", "9.0.0")
    forget()
    yield
    monkeypatch.undo()
    forget()


@pytest.mark.usefixtures("newer")
def test_a_newer_docgen_moves_no_issued_paper(life_of: Callable[[str], Office]) -> None:
    """Other data and another version make no issued paper anew, nor is one told of."""
    own = life_of(SCHOOL)
    before = own.files()
    issued = own.issued()
    made = own.make()
    assert {path: own.files()[path] for path in issued} == {path: before[path] for path in issued}
    assert [one for one in made.remarks if "Văn thư" in one.what.vi] == []
    desk = own.desk()
    said = [text_of(desk.drafter.draft(due).docx) for due in desk.dues()]
    assert any("Lưu: Văn thư" in text for text in said)


def _another_word(document: Any) -> None:
    document.paragraphs[-1].insert_paragraph_before("Chữ của mẫu mới")


def test_a_signed_scan_freezes_a_paper_that_has_no_number(
    life_of: Callable[[str], Office],
) -> None:
    """Name plates take no number: once the signed version is there, their Word file stays."""
    own = life_of(SCHOOL)
    path = "van-ban/phu/bien-ten.docx"
    assert path not in own.issued()
    (own.folder / "da-ky" / "bien-ten.pdf").write_bytes(page_of(b"signed"))
    before = own.files()[path]
    told = own.told()
    told["issuer"]["head"]["name"] = "Trần Văn Khác"
    own.write(told)
    made = own.make()
    assert own.files()[path] == before
    assert path in own.issued()
    assert path in {str(one.place) for one in made.remarks}


def test_a_folder_of_the_former_manifest_opens_and_keeps_what_was_issued(
    life_of: Callable[[str], Office],
) -> None:
    """Form 2 knew only that a paper had a number; its papers stay, and the next form is written."""
    own = life_of(SCHOOL)
    issued = {path for path in own.issued() if path.startswith("van-ban/")}
    as_form_2(own)
    told = own.told()
    told["issuer"]["head"]["name"] = "Trần Văn Khác"
    own.write(told)
    before = own.files()
    assert status(own.folder, own.order.drafted).items
    made = own.make()
    assert {path: own.files()[path] for path in issued} == {path: before[path] for path in issued}
    assert DECISION in {str(one.place) for one in made.remarks}
    assert json.loads((own.folder / "manifest.json").read_bytes())["version"] == 3
    assert own.issued() >= issued


def as_form_2(own: Office) -> None:
    """Write the manifest, and the renders under the papers, as docgen did before form 3."""
    file = own.folder / "manifest.json"
    told = json.loads(file.read_bytes())
    told["version"] = 2
    bases = own.folder / ".docgen" / "goc.zip"
    with ZipFile(bases) as archive:
        kept = {n: archive.read(n) for n in archive.namelist() if not n.startswith("ban-khai/")}
    with ZipFile(bases, "w") as archive:
        for name, data in kept.items():
            archive.writestr(name, data)
    for path, row in told["files"].items():
        row.pop("issued", None)
        row.pop("told", None)
        if path == ".docgen/goc.zip":
            row["sha256"] = sha256(bases.read_bytes())
    file.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def test_the_report_has_the_rows_of_the_plan_as_issued(life_of: Callable[[str], Office]) -> None:
    """Activities that the record tells since then are no part of the year's report."""
    own = life_of("vong-doi/kha-truong-2026")
    told = own.told()
    del told["reports"][-1]["issued"]
    told["year_plan"]["activities"] = [{"when": "Tháng 3", "what": "Việc mới khai sau"}]
    own.write(told)
    known = looked_at(own.folder).known
    assert known
    paths = [path for path in known.files if "bao-cao-dinh-ky" in path]
    files = {**known.files, **{path: known.files[path].changed(issued="") for path in paths}}
    (own.folder / "manifest.json").write_bytes(known.changed(files=files).to_json())
    plan = text_of(own.files()["van-ban/08-ke-hoach-nam.docx"])
    own.make()
    (*_, report) = [path for path in sorted(own.files()) if path in paths and "docx" in path]
    text = text_of(own.files()[report])
    assert "Việc mới khai sau" not in text
    desk = own.desk()
    assert desk.papers.planned is not None
    rows: Any = content(own_(desk.papers.planned), desk.papers.of("year_plan").day)["activities"]
    assert rows
    assert all(row["what"] in plan for row in rows)
    assert any(row["what"] in text for row in rows)
