"""Machines beyond this one as an ``Executor``: the one door to Dask distributed.

The scheduler gives a task whose worker died to another; a task that takes too long is given up,
and its worker begun anew where it has a nurse that can do so.
"""

from __future__ import annotations

from concurrent.futures import Executor, Future, InvalidStateError
from contextlib import contextmanager, suppress
from threading import Timer
from typing import TYPE_CHECKING, Any, Final, TypeVar
from uuid import uuid4

from docgen import __version__
from docgen.batches.crews import Crew
from docgen.batches.relay import relayed
from docgen.errors import MissingToolError, OutsideError, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from distributed import Client

    from docgen.errors import DocgenError

T = TypeVar("T")
_PATIENCE: Final = 30
"""Seconds within which a scheduler answers and has a worker."""
_SHORT: Final = 10


class Machines(Executor):
    """The workers of a scheduler; so many seconds for a task."""

    def __init__(self, client: Client, limit: float) -> None:
        """The workers that ``client`` reaches, ``limit`` seconds."""
        self._client, self._limit = client, limit
        self._executor = client.get_executor()  # type: ignore[no-untyped-call]
        self._topic = f"docgen-{uuid4().hex}"
        self._open: dict[str, tuple[Future[Any], Future[Any]]] = {}
        self._late: dict[str, Timer] = {}
        client.subscribe_topic(self._topic, self._begun)  # type: ignore[no-untyped-call]

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:  # noqa: ANN401 - as the standard library has it
        """Have ``fn`` done by whichever worker is free; it is a function of a module."""
        from distributed import KilledWorker  # noqa: PLC0415 - only where there is a cluster

        key = f"docgen-{uuid4().hex}"
        asked = self._executor.submit(
            _told, self._topic, key, fn, *args, key=key, pure=False, **kwargs
        )
        told: Future[T] = relayed(asked, (KilledWorker,))
        self._open[key] = asked, told
        told.add_done_callback(lambda _: self._end(key))
        return told

    def _begun(self, event: tuple[float, str]) -> None:
        """A worker begins a task, for the first time or after another was lost: its time runs."""
        _, key = event
        self._stop(key)
        if key in self._open:
            late = self._late[key] = Timer(self._limit, self._give_up, (key,))
            late.daemon = True
            late.start()

    def _stop(self, key: str) -> None:
        if late := self._late.pop(key, None):
            late.cancel()

    def _end(self, key: str) -> None:
        self._open.pop(key, None)
        self._stop(key)

    def _give_up(self, key: str) -> None:
        if key not in self._open:
            return
        asked, told = self._open[key]
        with suppress(InvalidStateError):
            told.set_exception(TimeoutError())
        busy = [
            worker
            for worker, keys in self._client.processing().items()  # type: ignore[no-untyped-call]
            if any(str(one) == key for one in keys)
        ]
        asked.cancel()
        with suppress(ValueError, TimeoutError, OSError):  # a worker without a nurse stays busy
            self._client.restart_workers(busy, timeout=_SHORT)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as above
        """End; what is under way is left, where so asked."""
        self._executor.shutdown(wait=wait and not cancel_futures)


def _told(topic: str, key: str, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:  # noqa: ANN401 - as above
    """On the worker: tell that it begins, and do it."""
    from distributed import get_worker  # noqa: PLC0415 - only where there is a cluster

    get_worker().log_event(topic, key)
    return fn(*args, **kwargs)


@contextmanager
def beyond(address: str, limit: float) -> Iterator[Crew]:
    """The workers of the scheduler at ``address`` (``tcp://may-chu:8786``).

    Raises:
        MissingToolError: Dask distributed is not installed.
        OutsideError: no scheduler answers, it has no worker, or a worker has another docgen.
    """
    with _client(address) as client:
        workers = client.scheduler_info(n_workers=-1)["workers"]
        _see_same(address, client)
        threads = sum(worker["nthreads"] for worker in workers.values())
        with Machines(client, limit) as machines:
            yield Crew(machines, threads, shared=True)


@contextmanager
def _client(address: str) -> Iterator[Client]:
    try:
        from distributed import Client  # noqa: PLC0415 - only where there is a cluster
    except ImportError:
        raise MissingToolError.at(address, *_MISSING, hint=_INSTALL) from None
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError):
        raise OutsideError.at(address, *_SILENT, hint=_HOW) from None
    with client:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError:
            raise OutsideError.at(address, *_EMPTY, hint=_HOW) from None
        yield client


def _version() -> str:
    return __version__


def _see_same(address: str, client: Client) -> None:
    """See that every worker drafts as this machine does."""
    try:
        versions: dict[str, str] = client.run(_version)
    except ImportError:
        raise OutsideError.at(address, *_BARE, hint=_SAME) from None
    others = sorted(worker for worker, version in versions.items() if version != __version__)
    if others:
        raise _another(address, others[0], versions[others[0]])


def _another(address: str, worker: str, version: str) -> DocgenError:
    return OutsideError.at(
        address,
        f"máy {worker} dùng docgen {version}, máy này dùng {__version__}",
        f"the worker {worker} has docgen {version}, this machine {__version__}",
        hint=_SAME,
    )


_BARE = Words("có máy nhận việc chưa cài docgen", "a worker has no docgen")
_SAME = Words("Cài cùng phiên bản docgen trên mọi máy.", "Install one docgen on all machines.")


_MISSING = Words(
    "máy này chưa có Dask distributed để giao việc cho máy khác",
    "Dask distributed, which gives work to other machines, is not installed",
)
_INSTALL = Words(
    'Cài thêm: pip install "docgen-antt[cluster]" (hoặc uv sync --extra cluster).',
    'Install it: pip install "docgen-antt[cluster]" (or uv sync --extra cluster).',
)
_SILENT = Words("không có bộ điều phối nào trả lời", "no scheduler answers")
_EMPTY = Words("bộ điều phối chưa có máy nào nhận việc", "the scheduler has no worker")
_HOW = Words(
    "Trên máy chủ: dask scheduler. Trên mỗi máy làm việc: dask worker tcp://MÁY_CHỦ:8786 "
    "--nthreads 1 --nworkers auto.",
    "On the server: dask scheduler. On each machine: dask worker tcp://SERVER:8786 --nthreads 1 "
    "--nworkers auto.",
)
