"""The command that serves the desk, as a process of its own."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from http.cookiejar import CookieJar
from typing import TYPE_CHECKING

import pytest

from docgen.cli import run
from docgen.commands import serving
from docgen.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def heeding() -> Iterator[None]:
    """Ctrl-C works, here and in what is started: a shell lets programs beside it ignore that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@contextmanager
def started(work: Path, *more: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The desk as a process, and the address that it printed."""
    command = [sys.executable, "-m", "docgen", "serve", str(work), "--no-open", *more]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        try:
            assert process.stdout
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def test_it_opens_by_the_address_it_prints_and_ends_when_told(work: Path) -> None:
    """The whole of a short day: in by the token, one page, out by the button."""
    with started(work) as (process, address):
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        page = browser.open(address).read().decode()
        assert "Chưa có mô hình nào" in page
        found = re.search(r'name="csrf" value="([^"]+)"', page)
        assert found
        base = address.partition("/vao")[0]
        asked = urllib.request.Request(  # noqa: S310 - this machine's own address
            f"{base}/dung", f"csrf={found[1]}".encode(), {"origin": base}
        )
        assert "Đã dừng" in browser.open(asked).read().decode()
        assert process.wait(20) == ExitCode.DONE
        assert process.stderr
        assert process.stderr.read() == ""


def test_only_this_machine_reaches_it(work: Path) -> None:
    """It listens at the machine's own address, and nowhere else."""
    with started(work) as (_, address):
        port = int(address.partition("/vao")[0].rpartition(":")[2])
        with socket.socket() as other:
            other.bind(("127.0.0.2", port))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_it_cleanly(work: Path, how: signal.Signals) -> None:
    """No traceback is shown."""
    with started(work) as (process, _):
        process.send_signal(how)
        assert process.wait(20) in (ExitCode.STOPPED, -how)
        assert process.stderr
        assert "Traceback" not in process.stderr.read()


def test_ctrl_c_is_never_lost(work: Path) -> None:
    """Not even where Python tidies up and drops what is raised there, as the address is told."""
    code = (
        "import signal, sys, weakref\n"
        "from datetime import date\n"
        "from pathlib import Path\n"
        "from docgen.web.serving import Opening, serve\n"
        "kept = []\n"
        "def tell(address):\n"
        "    thing = {address}\n"
        "    stop = lambda _: signal.raise_signal(signal.SIGINT)\n"
        "    kept.append(weakref.ref(thing, stop))\n"
        "try:\n"
        "    serve(Opening(Path(sys.argv[1]), 0, lambda: date(2026, 9, 1), tell, shows=False))\n"
        "except KeyboardInterrupt:\n"
        "    print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(work)],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert (done.stdout.strip(), done.stderr) == ("True", "")


def test_after_a_kill_the_next_one_opens(work: Path) -> None:
    """A desk that was killed leaves nothing in the way, and its token opens nothing any more."""
    with started(work) as (process, before):
        process.kill()
    port = before.partition("/vao")[0].rpartition(":")[2]
    with started(work, "--port", port) as (_, address):
        assert address != before
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(before)  # noqa: S310 - this machine's own address
        assert refused.value.code == 403
        refused.value.close()
        assert urllib.request.urlopen(address.replace("/vao", "/static/desk.css?"))  # noqa: S310


def test_a_port_in_use_is_told(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With what to do about it."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert run(["serve", str(work), "--no-open", "--port", port]) == ExitCode.OUTSIDE
    assert "Bỏ --port" in capsys.readouterr().err


def test_a_machine_without_the_extra_says_what_to_install(
    work: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The desk is an extra: who has not installed it is told how."""
    monkeypatch.setattr(serving, "find_spec", lambda _: None)
    assert run(["serve", str(work), "--no-open"]) == ExitCode.MISSING
    assert "pip install docgen-antt[web]" in capsys.readouterr().err
