"""A fence at the door of an outside library: nothing that it throws passes as it is."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from docgen.errors import DocgenError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def fenced(tell: Callable[[BaseException], DocgenError]) -> Iterator[None]:
    """Do what stands inside; whatever an outside library throws there becomes our own error.

    Panics of libraries in Rust, which are no ``Exception``, and a memory or a stack that ran
    out count as well; our own errors and a person's Ctrl+C pass.

    Args:
        tell: Our error for what was thrown.

    Raises:
        DocgenError: What ``tell`` makes of it.
    """
    try:
        yield
    except (DocgenError, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as fault:
        raise tell(fault) from fault
