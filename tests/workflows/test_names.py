"""Names of what a package holds: short and portable, whatever a record says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from docgen.folder.manifest import NAME
from docgen.folder.memory import BASES, DOSSIER
from docgen.folder.names import is_portable, refused
from docgen.guidance.papers import BOUND_STAGES, CEREMONY, due
from docgen.papers.drafting import Draft
from docgen.record.loading import load
from docgen.text.slugs import slugs
from docgen.workflows.dossiers import holders
from docgen.workflows.settling import Settled
from tests.samples import STAGES, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.record.schema.linked import AnyRecord

LONGEST = 140
"""Letters of a path in the folder: with 119 before it a person's Word on Windows still opens it."""


def paths(record: AnyRecord) -> Iterator[str]:
    """Every path that any step makes in the folder."""
    stages = {*BOUND_STAGES, CEREMONY, *STAGES}
    dues = {one.file_stem: one for stage in stages for one in due(record, stage)}
    yield from (NAME, BASES)
    for folder in {"", f"{'x' * 63}/", *holders(record).values()}:
        yield f"{folder}{DOSSIER}"
    for one in dues.values():
        paper = Settled(Draft(one, "", b""), b"", b"")
        yield from (paper.path, paper.print_path, paper.beside_path, paper.former_path)


def test_every_name_is_short_and_taken_by_every_system(every_sample: str) -> None:
    """No two that Windows takes for one, no device, nothing too long."""
    found = list(paths(load(path_of(every_sample)).record))
    assert refused(found) == []
    assert max(len(path) for path in found) <= LONGEST


@given(st.lists(st.text("conauxprl12 đ.", max_size=90), min_size=1, max_size=6))
def test_the_folder_of_any_unit_is_portable(names: list[str]) -> None:
    """Names of units become folders that Windows takes too."""
    found = slugs(names)
    assert all(is_portable(one) for one in found)
    assert refused(found) == []
