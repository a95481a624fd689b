"""Futures of outside engines told again, so that nothing of theirs is thrown further."""

from __future__ import annotations

from concurrent.futures import BrokenExecutor, CancelledError, Future, InvalidStateError
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


def relayed(asked: Future[T], lost: tuple[type[BaseException], ...]) -> Future[T]:
    """A future that ends as ``asked`` does; what ``lost`` names is a process that is gone.

    Whoever looks at it meets the task's own fault, ``TimeoutError`` or ``BrokenExecutor``.
    """
    told: Future[T] = Future()
    told.set_running_or_notify_cancel()

    def pass_on(ended: Future[T]) -> None:
        with suppress(InvalidStateError):  # it was given up meanwhile
            try:
                told.set_result(ended.result())
            except BaseException as fault:  # noqa: BLE001 - the task's own, for who asks for it
                gone = isinstance(fault, (*lost, CancelledError))
                told.set_exception(BrokenExecutor(type(fault).__name__) if gone else fault)

    asked.add_done_callback(pass_on)
    return told
