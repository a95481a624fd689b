"""Tables of words in YAML files, each read once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path

# The C loader where the wheel has it: the same language, ten times faster.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def read(file: Path) -> Any:  # noqa: ANN401 - the shape is the reader's business
    """The parsed content of ``file``."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader
