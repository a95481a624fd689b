"""Items and papers that only the data know, each on a copy of the data."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
import yaml

import docgen
from docgen import cli
from docgen.errors import ExitCode
from docgen.guidance.papers import due
from docgen.papers.covers import item_title, notes
from docgen.papers.sheet import Papers
from docgen.tables.source import using
from tests.changes import TODAY, least, text_of, texts
from tests.samples import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.record.loading import Loaded
    from tests.changes import Data

PAPERS, ITEMS = "guidance/papers", "guidance/items"


def stems(record: Loaded) -> list[str]:
    """The papers of the founding of a model."""
    return [paper.file_stem for paper in due(record.record)]


def test_items_go_by_their_numbers(data: Data) -> None:
    """Without item 7 each note still names its own item."""
    before = docgen.build(least()).record
    kept = [
        note for note in notes(Papers(before, TODAY), due(before)) if not note.startswith("Mục 7")
    ]
    text = data.file(ITEMS).read_text("utf-8")
    data.file(ITEMS).write_text(re.sub(r"    - number: 7\n(?:      .*\n)+", "", text, count=1))
    (fault,) = data.faults()
    assert fault.what.en == "there is no item “7”"
    assert fault.place.line == data.line(PAPERS, "    item: 7")
    data.change(PAPERS, "    item: 7\n", "")
    assert data.faults() == []
    with using(data.root):
        record = docgen.build(least()).record
        assert item_title(record, 10).startswith("10. Quyết định kiện toàn")
        assert notes(Papers(record, TODAY), due(record)) == kept


# A paper: a row and a template.

ROW = """\
  - id: thanks
    item: 6
    template: cam-on
    kind: Thông báo
    symbol: TB
    issuer: unit
    act: personal
    article: II.1.2
    summary: Kết quả ra mắt {model}
    to: ["{proposer}"]
    recipients: ["Như trên", "{archive}"]

  - id: card
    template: the-thanh-vien
    kind: Thẻ
    symbol: ""
    numbered: false
    issuer: model
    article: II.1.2
    when: pilot
    each: members
    summary: thành viên {model}

"""


@pytest.fixture
def thanks(data: Data, tmp_path: Path) -> Data:
    """Data with a notice of thanks, and with a card for each member of a pilot model."""
    end = "# Văn bản thành lập mô hình liên kết"
    data.change(PAPERS, end, ROW + end)
    templates = tmp_path / "mau"
    templates.mkdir()
    shutil.copy(ROOT / "templates" / "dong-y.docx", templates / "cam-on.docx")
    source = (ROOT / "templates" / "bien-ban-ky-luat.md").read_text("utf-8")
    head = source[: source.index("\n---", 4) + 5]
    (templates / "the-thanh-vien.md").write_text(f"{head}\nThẻ của {{{{ each.name }}}}.\n", "utf-8")
    docgen.build_templates(templates)
    return data


def test_a_row_without_its_template_is_a_fault(thanks: Data, tmp_path: Path) -> None:
    """Until the folder of the templates is named."""
    lines = [fault.place.line for fault in thanks.faults()]
    assert lines == [thanks.line(PAPERS, one) for one in ("template: cam-on", "template: the-")]
    assert docgen.check_data(thanks.root, templates=tmp_path / "mau") == []


def test_a_new_paper_is_drafted_numbered_registered_and_bound(
    thanks: Data, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the commands, as every other paper is."""
    monkeypatch.setenv("DOCGEN_DATA", str(thanks.root))
    record, folder = tmp_path / "a.yaml", tmp_path / "ho-so"
    record.write_text(yaml.safe_dump(least(), allow_unicode=True), "utf-8")
    shared = ["--date", "2026-09-01", "--printer", "builtin", "--templates", str(tmp_path / "mau")]
    assert cli.run(["establish", str(record), "-o", str(folder), *shared]) == ExitCode.DONE
    assert (folder / "van-ban" / "06-cam-on.docx").exists()
    given = ["--so", "45", "--ngay", "01/9/2026", "--record", str(record)]
    assert cli.run(["number", str(folder), "thanks", *given, *shared]) == ExitCode.DONE
    assert "45/TB-UBND" in text_of((folder / "van-ban" / "06-cam-on.docx").read_bytes())
    told = yaml.safe_load(record.read_text("utf-8"))["papers"]
    assert told == {"thanks": {"number": 45, "day": "01/9/2026"}}
    with using(thanks.root):
        registered = docgen.register([folder], tmp_path / "so.xlsx", on=TODAY)
        status = docgen.status(folder, on=TODAY)
    assert registered.count
    assert "thanks" not in str(registered.remarks)
    (item,) = (item for item in status.items if item.place.item.number == 6)
    assert "06-cam-on" in [paper.stem for paper in item.papers]


def test_a_new_paper_is_told_of_as_others_are(thanks: Data) -> None:
    """Half a number is doubted, a slip is refused with what was meant, the form has its lines."""
    with using(thanks.root):
        record = docgen.build(least(papers={"thanks": {"number": 4}}))
        doubts = [problem.what.vi for problem in docgen.check(record, on=TODAY).problems]
        assert "“Thông báo “thanks”” có số mà chưa có ngày" in doubts
        with pytest.raises(docgen.RecordError) as caught:
            docgen.build(least(papers={"thank": {"number": 4}}))
        assert "“thanks”" in caught.value.problems[0].hint.en
        assert "  thanks: {number: , day: }\n" in docgen.form("tu-quan")
    assert "thanks" not in docgen.form("tu-quan")


def test_a_condition_and_a_list_need_no_code(thanks: Data, tmp_path: Path) -> None:
    """``when: pilot`` and ``each: members``: a card for each member, of pilot models only."""
    members = [{"name": "Lê Văn An", "role": "head"}, {"name": "Trần Thị Bình"}]
    with using(thanks.root):
        plain = docgen.build(least(members=members))
        pilot = docgen.build(least(members=members, pilot={"reason": "điểm"}))
        said = texts(pilot, tmp_path / "mau")
    assert not [stem for stem in stems(plain) if "the-thanh-vien" in stem]
    assert "Thẻ của Lê Văn An." in said["phu/the-thanh-vien-01"]
    assert "Thẻ của Trần Thị Bình." in said["phu/the-thanh-vien-02"]
