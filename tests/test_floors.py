"""The floors of the house: who may import whom, and the one door to each outside library."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import tokenize
import tomllib
from collections import Counter
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1] / "docgen"

# Each floor may import itself and what stands to the right of it.
FLOORS = {
    "__init__": {"api"},
    "__main__": {"cli"},
    "cli": {"commands", "shown", "errors"},
    "commands": {"web", "api", "batches", "shown", "workflows", "errors"},
    "web": {"api", "shown", "workflows", "errors"},
    "api": {"batches", "workflows", "record", "errors"},
    "batches": {"workflows", "papers", "guidance", "record", "word", "folder", "text", "errors"},
    "shown": {
        *("batches", "workflows", "checks", "lint", "guidance", "law"),
        *("record", "tables", "text", "errors"),
    },
    "workflows": {
        *("checks", "lint", "papers", "guidance", "law", "printing", "scans"),
        *("record", "word", "folder", "dossier", "tables", "text", "values", "recent", "errors"),
    },
    "checks": {"papers", "guidance", "law", "record", "text", "values", "errors"},
    "lint": {"law", "word", "tables", "text", "errors"},
    "papers": {"guidance", "law", "record", "word", "tables", "text", "values", "errors"},
    "guidance": {"law", "record", "tables", "text", "values", "errors"},
    "law": {"record", "tables", "text", "values", "errors"},
    "printing": {"word", "text", "values", "errors"},
    "scans": {"dossier", "folder", "text", "values", "errors"},
    "record": {"text", "values", "recent", "errors"},
    "word": {"tables", "text", "values", "recent", "kept", "errors"},
    "folder": {"text", "values", "errors"},
    "dossier": {"tables", "text", "values", "errors"},
    "text": {"tables", "errors"},
    "tables": {"values", "kept", "errors"},
    "values": set(),
    "recent": set(),
    "kept": set(),
    "errors": set(),
}

# An outside library is named in these places only.
DOORS = {
    "click": {"cli", "commands", "shown"},
    "docxtpl": {"word.filling.parts"},
    "jinja2": {"kept", "word.filling.sandbox", "web.pages"},
    "markupsafe": {"word.filling"},
    "lxml": {"word", "printing", "lint.reading", "lint.marking"},
    "docx": {"word.authoring"},
    "markdown_it": {"word.authoring"},
    "typst": {"printing.typeset"},
    "pypdf": {"dossier", "scans"},
    "pikepdf": {"scans.outside"},
    "PIL": {"scans.pictures"},
    "pypdfium2": {"printing.facsimile"},
    "yaml": {"record", "tables"},
    "msgspec": {"record", "tables", "values"},
    "babel": {"text"},
    "openpyxl": {"record.workbooks", "papers.spreadsheets"},
    "icalendar": {"workflows.calendars"},
    "pebble": {"batches.processes"},
    "distributed": {"batches.cluster"},
    "starlette": {"web"},
    "uvicorn": {"web.serving"},
}

# Declared for what another library does only where it is there.
THROUGH_OTHERS = {"python-multipart"}

# Modules that are still to be split; one that has become short leaves the list.
LONG_YET: set[str] = set()

# What these words meant here, a newcomer did not guess.
MISREAD = {
    *("told", "cast", "area", "volume", "stories", "spreading", "ending", "living", "rules"),
    *("blocks", "package", "tags", "filing", "folder"),
}
MISREAD_FOR_A_REASON = {
    "folder": "the room of the folder on disk",
    "word.package": "what the standard itself calls a .docx (ECMA-376, part 2)",
    "word.authoring.blocks": "what Markdown calls paragraphs, tables and the like",
    "word.filling.tags": "what Jinja and docxtpl call {{ }} and {% %}",
}

# Classes of one name that meet, by module; each with the reason why it still does.
NAMESAKES_YET: dict[str, set[str]] = {}

_FILE = re.compile(r"(?<![\w/.-])(?:docgen|docs|tests|samples|templates|forms)/[\w./-]*\w")
_DOTTED = re.compile(r"(?<![\w.])docgen(?:\.\w+)+")

MODULES = sorted(ROOT.rglob("*.py"))


def name_of(path: Path) -> str:
    """The dotted name of a module under docgen, without ``docgen``."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of ``path``."""
    return ast.parse(path.read_text("utf-8"))


def imports_of(path: Path) -> set[str]:
    """Every module that ``path`` imports, type-only imports included."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "docgen":
                found |= {f"docgen.{alias.name}" for alias in node.names}
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_floors_below_it(path: Path) -> None:
    """Imports go down the house, never up or across."""
    floor = name_of(path).split(".")[0]
    wanted = {name.split(".")[1] for name in imports_of(path) if name.startswith("docgen.")}
    allowed = FLOORS.get(floor, set()) | {floor}
    assert {name for name in wanted if (ROOT / name).exists() or name in FLOORS} <= allowed


def at_run_time(path: Path) -> set[str]:
    """What ``path`` imports when it runs: what stands under ``if TYPE_CHECKING`` is no call."""
    typed = [
        node
        for branch in ast.walk(tree_of(path))
        if isinstance(branch, ast.If) and getattr(branch.test, "id", "") == "TYPE_CHECKING"
        for node in ast.walk(branch)
    ]
    run = [node for node in ast.walk(tree_of(path)) if node not in typed]
    return {node.module for node in run if isinstance(node, ast.ImportFrom) and node.module}


@pytest.mark.parametrize(
    "path",
    [*sorted((ROOT / "commands").glob("*.py")), *sorted((ROOT / "web").rglob("*.py"))],
    ids=name_of,
)
def test_commands_and_pages_call_the_api_alone(path: Path) -> None:
    """Of the workflows they know only the types of what comes back."""
    assert not {name for name in at_run_time(path) if name.startswith("docgen.workflows")}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_an_outside_library_has_one_door(path: Path) -> None:
    """Each outside library is imported only behind its door."""
    name = name_of(path)
    for library in {module.split(".")[0] for module in imports_of(path)} & DOORS.keys():
        doors = DOORS[library]
        assert any(name == door or name.startswith(f"{door}.") for door in doors), library


def test_the_package_root_loads_nothing_by_itself() -> None:
    """``import docgen`` loads no module of the house, so that no import can go round through it."""
    shown = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, docgen; print(*(n for n in sys.modules if 'docgen' in n))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout.split() == ["docgen"]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_and_functions_stay_small(path: Path) -> None:
    """No module over 300 lines of its file, no function over 40."""
    functions = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef)]
    long = [
        function.name for function in functions if (function.end_lineno or 0) - function.lineno > 40
    ]
    assert not long
    assert (path.read_text("utf-8").count("\n") > 300) == (name_of(path) in LONG_YET)


def test_no_module_has_a_name_that_says_nothing() -> None:
    """A module is named by a noun of the field."""
    empty = {"utils", "helpers", "common", "manager", "context", "base", "misc"}
    assert not {path.stem for path in MODULES} & empty


def test_no_module_is_called_what_strangers_misread() -> None:
    """Words that a newcomer takes for something else name no module, a reason apart."""
    called = {name_of(path) for path in MODULES}
    misread = {name for name in called if name.rpartition(".")[2] in MISREAD}
    assert misread == MISREAD_FOR_A_REASON.keys()


def classes_of(path: Path) -> set[str]:
    """The names of the classes that ``path`` defines, inner ones too."""
    return {node.name for node in ast.walk(tree_of(path)) if isinstance(node, ast.ClassDef)}


CLASSES = {f"docgen.{name_of(path)}": classes_of(path) for path in MODULES}


def met_in(path: Path) -> set[tuple[str, str]]:
    """Each class that ``path`` defines, imports or reaches through a module: name, home."""
    home, tree = f"docgen.{name_of(path)}", tree_of(path)
    met = {(name, home) for name in CLASSES[home]}
    modules: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                if alias.name in CLASSES.get(node.module, ()):
                    met.add((alias.name, node.module))
                if f"{node.module}.{alias.name}" in CLASSES:
                    modules[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            there = modules.get(node.value.id, "")
            if node.attr in CLASSES.get(there, ()):
                met.add((node.attr, there))
    return met


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_two_classes_of_one_name_meet(path: Path) -> None:
    """No module defines, imports or reaches two classes of one name, under whatever alias."""
    count = Counter(name for name, _ in met_in(path))
    namesakes = {name for name, number in count.items() if number > 1}
    assert namesakes == NAMESAKES_YET.get(name_of(path), set())


def remarks_of(path: Path) -> Iterator[str]:
    """The comments and the docstrings of ``path``."""
    text = path.read_text("utf-8")
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.string
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield str(node.value.value)


def is_there(dotted: str) -> bool:
    """Whether ``docgen.a.b.c`` is a module, or a name at the top of one."""
    module, _, name = dotted.rpartition(".")
    if f"{dotted}" in CLASSES:
        return True
    if module not in CLASSES:
        return False
    (path,) = (path for path in MODULES if f"docgen.{name_of(path)}" == module)
    return (
        re.search(rf"^(?:def |class )?{name}\b", path.read_text("utf-8"), re.MULTILINE) is not None
    )


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_what_comments_refer_to_exists(path: Path) -> None:
    """Every file, module and function that a comment or docstring names is there."""
    for remark in remarks_of(path):
        for file in _FILE.findall(remark):
            assert (ROOT.parent / file).exists(), file
        for dotted in _DOTTED.findall(remark):
            assert is_there(dotted), dotted


def test_outside_libraries_are_declared_and_used() -> None:
    """What docgen imports is in pyproject, what pyproject declares is imported, each has a door."""
    imported = {name.split(".")[0] for path in MODULES for name in imports_of(path)}
    outside = imported - sys.stdlib_module_names - {"docgen"}
    packages = packages_distributions()
    needed = {normal(packages[name][0]) for name in outside}
    project = tomllib.loads((ROOT.parent / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    lines = [*project["dependencies"], *extras]
    declared = {normal(re.split(r"[^\w.-]", line)[0]) for line in lines}
    assert declared - THROUGH_OTHERS == needed
    assert outside == DOORS.keys()


def normal(name: str) -> str:
    """The name of a distribution in the one spelling by which two are compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
