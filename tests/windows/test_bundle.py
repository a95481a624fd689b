"""The bundle for Windows, put together from stand-ins: whole, of one platform, the same."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from windows.bundle import BundleError, assemble, pack, version_of

if TYPE_CHECKING:
    from pathlib import Path

WHEEL = "Wheel-Version: 1.0\nTag: {tag}\n"


def python(folder: Path) -> Path:
    """Stands for the embeddable Python."""
    made = folder / "python-embed.zip"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("python.exe", b"MZ")
        archive.writestr("python313.zip", b"PK")
        archive.writestr("python313._pth", "python313.zip\n.\n#import site\n")
    return made


def installed(folder: Path, name: str, tag: str = "py3-none-any", needs: str = "") -> Path:
    """A library as uv lays it down."""
    about = folder / "lib" / f"{name.replace('-', '_')}-1.dist-info"
    about.mkdir(parents=True)
    needed = f"Requires-Dist: {needs}\n" if needs else ""
    about.joinpath("METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n{needed}"
    )
    about.joinpath("WHEEL").write_text(WHEEL.format(tag=tag))
    return folder / "lib"


def test_the_bundle_is_whole_and_the_same_each_time(tmp_path: Path) -> None:
    """Python finds the libraries; scripts have the line ends of Windows."""
    installed(tmp_path, "docgen-antt", needs="lxml>=6")
    libraries = installed(tmp_path, "lxml", "cp313-cp313-win_amd64")
    (libraries / "lxml").mkdir()
    (libraries / "lxml" / "etree.pyd").write_bytes(b"MZ")
    archives = []
    for turn in ("a", "b"):
        root = assemble(python(tmp_path), libraries, tmp_path / turn)
        pack(root, tmp_path / f"{turn}.zip")
        archives.append((tmp_path / f"{turn}.zip").read_bytes())
    assert archives[0] == archives[1]
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        names = archive.namelist()
        assert {"docgen/docgen.cmd", "docgen/python/python.exe", "docgen/DOC-TRUOC.txt"} <= set(
            names
        )
        assert archive.read("docgen/python/python313._pth").splitlines()[-1] == b"..\\lib"
        script = archive.read("docgen/docgen.cmd")
        assert b"cmd /k" in archive.read("docgen/go-lenh.cmd")
    assert b"-m docgen serve" in script
    assert script.count(b"\n") == script.count(b"\r\n") > 5


@pytest.mark.parametrize(
    ("name", "tag", "needs", "told"),
    [
        ("lxml", "cp313-cp313-manylinux_2_28_x86_64", "", "a wheel for cp313-cp313-manylinux"),
        ("lxml", "py3-none-any", "colorama; sys_platform == 'win32'", "needs colorama"),
        ("other", "py3-none-any", "", "needs lxml"),
    ],
)
def test_a_bundle_that_would_not_work_is_refused(
    tmp_path: Path, name: str, tag: str, needs: str, told: str
) -> None:
    """A wheel of another platform, a library that is not there: also one for Windows alone."""
    installed(tmp_path, "docgen-antt", needs="lxml>=6")
    libraries = installed(tmp_path, name, tag, needs)
    with pytest.raises(BundleError, match=told):
        assemble(python(tmp_path), libraries, tmp_path / "root")


def test_a_compiled_file_of_another_platform_is_refused(tmp_path: Path) -> None:
    """Whatever it is called."""
    libraries = installed(tmp_path, "docgen-antt")
    (libraries / "engine.bin").write_bytes(b"\x7fELF....")
    (libraries / ("d" * 100)).mkdir()
    (libraries / ("d" * 100) / ("f" * 100)).write_bytes(b"")
    with pytest.raises(BundleError, match=r"engine\.bin: compiled for another platform") as caught:
        assemble(python(tmp_path), libraries, tmp_path / "root")
    assert "longer than" in str(caught.value)


def test_a_zip_that_is_no_python_is_refused(tmp_path: Path) -> None:
    """The installer for instance."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("setup.exe", b"MZ")
    with pytest.raises(BundleError, match="no embeddable Python"):
        version_of(tmp_path / "a.zip")
    assert version_of(python(tmp_path)) == "3.13"
