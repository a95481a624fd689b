"""The desk served to this machine alone, until it is stopped."""

from __future__ import annotations

import os
import signal
import socket
import webbrowser
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread, current_thread, main_thread
from typing import TYPE_CHECKING, Final

import uvicorn
from uvicorn.server import HANDLED_SIGNALS

from docgen import api
from docgen.errors import OutsideError, Words
from docgen.web.application import application
from docgen.web.preferences import keeping_file, kept
from docgen.web.safety import ENTRANCE
from docgen.web.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

_HERE: Final = "127.0.0.1"
_LAST_SECONDS: Final = 5


@dataclass(frozen=True, slots=True)
class Opening:
    """How a desk is opened.

    Attributes:
        work: The work folder; the one used last where it is nothing.
        port: The port; a free one for 0.
        today: Tells the day.
        tell: Shows the address.
        shows: Whether a browser is opened.
        language: The language told on the command line, empty for the one chosen last.
    """

    work: Path | None
    port: int
    today: Callable[[], date]
    tell: Callable[[str], None]
    shows: bool = True
    language: str = ""


def serve(opening: Opening) -> None:
    """Serve the desk until its user stops it.

    Raises:
        OutsideError: the port is taken.
    """
    door = _door(opening.port)
    desk = _desk(opening, door.getsockname()[1])
    app = application(desk)
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            access_log=False,
            log_level="critical",
            lifespan="off",
            server_header=False,
            timeout_graceful_shutdown=_LAST_SECONDS,
        )
    )

    def stop() -> None:
        server.should_exit = True

    desk.stop = stop
    address = f"http://{desk.host}{ENTRANCE}?ma={desk.keys.token}"
    with _heeded(stop):
        opening.tell(address)
        Thread(target=api.get_ready, daemon=True).start()
        if opening.shows:
            webbrowser.open(address)
        try:
            server.run(sockets=[door])
        finally:
            desk.jobs.stop_all(_LAST_SECONDS)


@contextmanager
def _heeded(stop: Callable[[], None]) -> Iterator[None]:
    """Ctrl-C inside calls ``stop``; when all is done it does what it always does.

    Python raises it wherever it stands; where that is while it tidies up, it would be lost.
    """
    if current_thread() is not main_thread():  # which alone hears of it
        yield
        return
    heard: list[int] = []

    def heed(number: int, _: object) -> None:
        heard.append(number)
        stop()

    before = {number: signal.signal(number, heed) for number in HANDLED_SIGNALS}
    try:
        yield
    finally:
        for number, usual in before.items():
            signal.signal(number, usual)
    for last in heard[-1:]:
        signal.raise_signal(last)


def _desk(opening: Opening, port: int) -> Settings:
    chosen = kept(keeping_file())
    return Settings(
        work=(opening.work or chosen.work).absolute(),
        today=opening.today,
        host=f"{_HERE}:{port}",
        language=opening.language or chosen.language,
        look=chosen.look,
        keep=keeping_file(),
    )


def _door(port: int) -> socket.socket:
    """The open port, on this machine's own address only."""
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name != "nt":  # there it would let another program take the port
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((_HERE, port))
        door.listen()  # a browser that comes before the server waits at the door
    except OSError as fault:
        door.close()
        raise OutsideError.at(
            f"{_HERE}:{port}",
            "cổng này đang có chương trình khác dùng",
            "another program uses this port",
            hint=Words("Bỏ --port để docgen tự chọn.", "Leave --port out: docgen finds one."),
        ) from fault
    return door
