"""docgen for Windows as one zip: locked wheels and the embeddable Python, assembled anywhere.

``just windows-bundle python-3.13.5-embed-amd64.zip`` writes ``dist/docgen-windows.zip``: unzip,
double-click ``docgen.cmd``: the desk opens. The embeddable Python is given as a file, for no
registry of packages carries it. What was put together is checked as far as it can be
without Windows.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

HERE = Path(__file__).parent
SCRIPTS = ("docgen.cmd", "go-lenh.cmd", "DOC-TRUOC.txt")
LIBRARIES, PYTHON, TOP = "lib", "python", "docgen"
LONGEST_PATH = 160
"""Characters below the folder of the user's choice, of the 260 that Windows takes."""
_LAST_NAME = re.compile(r"python(3)(\d+)\._pth")
_ELF, _MACH_O = b"\x7fELF", (b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
_STAMP = (1980, 1, 1, 0, 0, 0)


class BundleError(Exception):
    """The bundle would not work; every reason on a line of its own."""


def main() -> None:
    """Fetch, assemble, check, pack."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("python", type=Path, help="python-3.x.y-embed-amd64.zip")
    parser.add_argument("-o", "--output", type=Path, default=Path("dist/docgen-windows.zip"))
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        libraries = Path(place) / "lib"
        fetch(libraries, version_of(wanted.python))
        try:
            pack(assemble(wanted.python, libraries, Path(place) / TOP), wanted.output)
        except BundleError as fault:
            sys.exit(str(fault))
    print(f"{wanted.output}: không chạy thử trên Windows / not run on Windows")


def version_of(python: Path) -> str:
    """``3.13``: which Python the embeddable zip is.

    Raises:
        BundleError: it is no embeddable Python.
    """
    with zipfile.ZipFile(python) as archive:
        found = [match for name in archive.namelist() if (match := _LAST_NAME.fullmatch(name))]
    if not found:
        raise BundleError(f"{python}: no embeddable Python (python3xx._pth is missing)")
    return f"{found[0][1]}.{found[0][2]}"


def fetch(libraries: Path, version: str) -> None:
    """Docgen and its locked wheels for 64-bit Windows into ``libraries``, by uv."""
    place = libraries.parent
    needed = place / "requirements.txt"
    uv = [sys.executable, "-m", "uv"] if shutil.which("uv") is None else ["uv"]
    chosen = ["--locked", "--no-dev", "--extra", "web", "--no-emit-project"]
    export = ["export", *chosen, "-q", "-o", str(needed)]
    subprocess.run([*uv, *export], check=True)
    subprocess.run([*uv, "build", "--wheel", "-q", "-o", str(place)], check=True)
    target = ["--target", str(libraries), "--python-platform", "x86_64-pc-windows-msvc"]
    install = ["pip", "install", "-q", *target, "--python-version", version]
    locked = ["--only-binary", ":all:", "--require-hashes", "-r", str(needed)]
    subprocess.run([*uv, *install, *locked], check=True)
    (wheel,) = place.glob("docgen*.whl")
    subprocess.run([*uv, *install, "--no-deps", str(wheel)], check=True)


def assemble(python: Path, libraries: Path, root: Path) -> Path:
    """The folder ``root`` with Python, the libraries and the scripts, checked.

    Raises:
        BundleError: something in it is not for Windows, or is missing.
    """
    with zipfile.ZipFile(python) as archive:
        archive.extractall(root / PYTHON)
    for paths in (root / PYTHON).glob("python3*._pth"):
        told = paths.read_text(encoding="utf-8").splitlines()
        own = [line for line in told if line and not line.startswith("#")]
        paths.write_bytes("\r\n".join([*own, f"..\\{LIBRARIES}", ""]).encode())
    ignored = shutil.ignore_patterns("__pycache__", "bin", "Scripts", "RECORD")
    shutil.copytree(libraries, root / LIBRARIES, ignore=ignored)
    for name in SCRIPTS:
        text = (HERE / name).read_text(encoding="utf-8")
        (root / name).write_bytes(text.replace("\n", "\r\n").encode())
    if problems := list(faults(root, version_of(python))):
        raise BundleError("\n".join(problems))
    return root


def faults(root: Path, version: str) -> Iterator[str]:
    """Why the folder would not work on 64-bit Windows with a Python of ``version``."""
    found = list(distributions(path=[str(root / LIBRARIES)]))
    names = {canonicalize_name(one.metadata["Name"]) for one in found}
    if "docgen-antt" not in names:
        yield "docgen itself is missing"
    for one in found:
        yield from _of_another_platform(one)
        yield from _incomplete(one, names, version)
    for file in sorted(path for path in root.rglob("*") if path.is_file()):
        name = file.relative_to(root).as_posix()
        if len(name) > LONGEST_PATH:
            yield f"{name}: the path is longer than {LONGEST_PATH}"
        with file.open("rb") as opened:
            begins = opened.read(4)
        if file.suffix in (".so", ".dylib") or begins == _ELF or begins in _MACH_O:
            yield f"{name}: compiled for another platform"
        if file.suffix in (".cmd", ".bat") and b"\n" in file.read_bytes().replace(b"\r\n", b""):
            yield f"{name}: lines do not end as Windows ends them"


def _of_another_platform(one: Distribution) -> Iterator[str]:
    tags = re.findall(r"^Tag: (\S+)$", one.read_text("WHEEL") or "", re.MULTILINE)
    if not any(tag.endswith(("-any", "-win_amd64")) for tag in tags):
        yield f"{one.metadata['Name']}: a wheel for {', '.join(tags) or 'nobody knows what'}"


def _incomplete(one: Distribution, names: Collection[str], version: str) -> Iterator[str]:
    windows = {
        "sys_platform": "win32",
        "platform_system": "Windows",
        "os_name": "nt",
        "platform_machine": "AMD64",
        "python_version": version,
        "python_full_version": f"{version}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "extra": "",
    }
    for text in one.requires or ():
        needed = Requirement(text)
        wanted = needed.marker is None or needed.marker.evaluate(windows)
        if wanted and canonicalize_name(needed.name) not in names:
            yield f"{one.metadata['Name']}: needs {needed.name}, which is missing"


def pack(root: Path, target: Path) -> None:
    """The folder as a zip; the same folder gives the same bytes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(path for path in root.rglob("*") if path.is_file()):
            info = zipfile.ZipInfo(f"{TOP}/{file.relative_to(root).as_posix()}", _STAMP)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(info, file.read_bytes())


if __name__ == "__main__":
    main()
