"""Runs that are cut off: afterwards the folder is as before or as after, and says so."""

from __future__ import annotations

import os
import pickle
import random
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

import docx
import pytest

from docgen.folder import contents
from docgen.folder.swap import Recovered
from docgen.guidance.papers import ESTABLISH
from docgen.workflows.desk import Order, Step
from docgen.workflows.packaging import package
from tests.samples import ROOT, drafted, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docgen.errors import Words
    from docgen.folder.manifest import Manifest

SAMPLE = "khu-dan-cu-2026-toi-thieu"
PLAN = "van-ban/06-ke-hoach-ra-mat.docx"
SCAN = "da-ky/04-quyet-dinh-thanh-lap.pdf"
NOTE = "van-ban/ghi chú.txt"
HOME = "Hồ sơ của thôn"
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no fork")


def silent(_: Words) -> None:
    """Progress that nobody looks at."""


def tree(directory: Path) -> dict[str, bytes]:
    """Every file under ``directory`` by its path; none where there is none."""
    return {
        path.relative_to(directory).as_posix(): path.read_bytes()
        for path in sorted(directory.rglob("*"))
        if path.is_file()
    }


@dataclass(frozen=True)
class Scene:
    """A run about to write a folder.

    Attributes:
        told: What it hands to :func:`folder.write`, pickled.
        before: The folder before, which holds a person's work; nothing where there is none.
        after: The files of the folder when the run has come to its end.
        theirs: The bytes of each file of a person's.
    """

    told: Path
    before: Path | None
    after: Mapping[str, bytes]
    theirs: tuple[bytes, ...] = ()


@contextmanager
def recorded(target: Path) -> Iterator[None]:
    """Keep in ``target`` what is handed to :func:`folder.write`."""
    write = contents.write

    def record(
        directory: Path,
        files: Mapping[str, bytes],
        manifest: Manifest,
        *,
        seen: Mapping[str, str],
    ) -> None:
        plain = manifest.changed(templates={**manifest.templates}, files={**manifest.files})
        target.write_bytes(pickle.dumps(({**files}, plain, {**seen})))
        write(directory, files, manifest, seen=seen)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(contents, "write", record)
        yield


def work_by_hand(directory: Path, record: Path) -> tuple[bytes, ...]:
    """An edit to be merged with a change of the record, a signed scan, a note; their bytes."""
    plan = docx.Document(str(directory / PLAN))
    edited = next(one for one in plan.paragraphs if one.text.startswith("- Tuyên truyền"))
    edited.add_run(" (đã thống nhất)")
    plan.save(str(directory / PLAN))
    shutil.copy(directory / "pdf/04-quyet-dinh-thanh-lap.pdf", directory / SCAN)
    (directory / NOTE).write_bytes("của tôi".encode())
    with record.open("a", encoding="utf-8") as file:
        file.write("launch: {place: Nhà văn hóa khu phố}\n")
    return tuple((directory / name).read_bytes() for name in (PLAN, SCAN, NOTE))


@pytest.fixture(scope="module")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Scene]:
    """The first run, and a run over a folder that a person has worked in."""
    home = tmp_path_factory.mktemp("scenes")
    record = home / "bản khai.yaml"
    record.write_bytes(path_of(SAMPLE).read_bytes())
    order = Order(record, home / HOME, drafted(SAMPLE), "builtin")
    with recorded(home / "first"):
        package(order, Step(ESTABLISH), silent)
    first = Scene(home / "first", None, tree(order.folder))
    theirs = work_by_hand(order.folder, record)
    before = home / "before"
    shutil.copytree(order.folder, before)
    with recorded(home / "again"):
        package(order, Step(ESTABLISH), silent)
    again = Scene(home / "again", before, tree(order.folder), theirs)
    assert any(name.startswith("ban-cu/") for name in again.after)
    return {"first": first, "again": again}


@dataclass
class Trials:
    """Runs of one scene, each in a folder of its own, and how they ended."""

    scene: Scene
    home: Path
    ask: IO[str]
    answer: IO[str]
    count: int = 0

    def run(self, how: str) -> tuple[bool, Recovered]:
        """Whether a run died that ``how`` said to, and what became of it; the folder is whole."""
        self.count += 1
        directory = self.home / str(self.count) / HOME
        directory.parent.mkdir()
        if self.scene.before:
            shutil.copytree(self.scene.before, directory)
        self.ask.write(f"{directory} {how}\n")
        self.ask.flush()
        died = self.answer.readline() == "died\n"
        recovered = contents.recover(directory)
        self._see_whole(directory, recovered)
        shutil.rmtree(directory.parent)
        return died, recovered

    def _see_whole(self, directory: Path, recovered: Recovered) -> None:
        before = tree(self.scene.before) if self.scene.before else {}
        allowed: dict[Recovered, list[Mapping[str, bytes]]] = {
            Recovered.BEFORE: [before],
            Recovered.AFTER: [self.scene.after],
            Recovered.NOTHING: [before, self.scene.after],
        }
        found = tree(directory)
        assert found in allowed[recovered]
        assert set(self.scene.theirs) <= set(found.values())
        assert [path.name for path in directory.parent.iterdir()] == ([HOME] if found else [])


@contextmanager
def trials(scene: Scene, home: Path) -> Iterator[Trials]:
    """Trials of ``scene`` under ``home``."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.dying", str(scene.told)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    ) as process:
        assert process.stdin
        assert process.stdout
        yield Trials(scene, home, process.stdin, process.stdout)


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Path]:
    """A place in memory where there is one: hundreds of folders are made and removed there."""
    memory = Path("/dev/shm")  # noqa: S108 - a directory with a name of its own is made in it
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory) as place:
        yield Path(place)


@posix
@pytest.mark.parametrize("name", ["first", "again"])
def test_a_run_killed_at_any_change_leaves_the_folder_whole(
    scenes: dict[str, Scene], name: str, quick: Path
) -> None:
    """Killed at each change to the disk in turn; what is told of it is what there is."""
    told: set[Recovered] = set()
    with trials(scenes[name], quick) as all_trials:
        died = True
        while died:
            died, recovered = all_trials.run(f"at {all_trials.count + 1}")
            told.add(recovered)
    assert all_trials.count > 40
    seen = {Recovered.NOTHING, Recovered.BEFORE, Recovered.AFTER}
    assert told == (seen - {Recovered.AFTER} if name == "first" else seen)


@posix
def test_a_run_killed_at_random_leaves_the_folder_whole(
    scenes: dict[str, Scene], quick: Path
) -> None:
    """Killed two hundred times at moments spread over the whole run."""
    chance = random.Random(1923)  # noqa: S311 - the same moments every time
    with trials(scenes["again"], quick) as all_trials:
        start = time.perf_counter()
        assert all_trials.run("at 100000") == (False, Recovered.NOTHING)
        whole = time.perf_counter() - start
        died = [all_trials.run(f"in {chance.uniform(1e-4, whole):.5f}")[0] for _ in range(200)]
    assert any(died)
