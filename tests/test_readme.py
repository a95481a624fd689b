"""What README.md and the docs promise is there."""

from __future__ import annotations

import re

import pytest

from docgen.cli import docgen
from docgen.papers.samples import known_names
from tests.samples import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)#:]+)\)", README))))
def test_every_link_of_the_readme_leads_to_a_file(link: str) -> None:
    """Pictures and pages that the README names exist."""
    assert (ROOT / link).exists()


def test_every_path_in_a_command_of_the_readme_exists() -> None:
    """The sample that a newcomer's first command names is there."""
    for path in re.findall(r"(samples/[\w-]+\.yaml)", README.replace("\\", "/")):
        assert (ROOT / path).exists()


def test_every_command_of_the_readme_exists() -> None:
    """The table of commands names commands that the program has."""
    docgen.load()
    for name in re.findall(r"`docgen (\w+)", README):
        assert name in docgen.commands


def test_every_command_of_the_program_is_in_the_readme() -> None:
    """The table of commands leaves none out."""
    table = README[: README.index("Thư mục kết quả:")]
    told = set(re.findall(r"`docgen (\w+)", table)) | set(re.findall(r"· `(\w+)`", table))
    docgen.load()
    assert told >= docgen.commands.keys()


def test_the_ci_runs_the_readmes_own_test_command() -> None:
    """``.ci/run`` reads the command from the README, so the two cannot differ."""
    assert "<!-- test command -->" in README
    assert "README.md" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    command = README.split("<!-- test command -->")[1].split("```")[1]
    assert "just check" in command


def test_the_guide_for_templates_names_only_fields_that_exist() -> None:
    """docs/mau-van-ban.md teaches no field that a template could not use."""
    guide = (ROOT / "docs" / "mau-van-ban.md").read_text(encoding="utf-8")
    known = known_names()
    roots = {name.split(".")[0] for name in known}
    used = set(re.findall(r"\{\{ ?([a-z_]+(?:\.[a-z_]+)+)", guide))
    wrong = {
        name
        for name in used
        if name.split(".")[0] in roots
        and name not in known
        and not any(field.startswith(f"{name}.") for field in known)
    }
    assert not wrong
