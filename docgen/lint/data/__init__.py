"""The rules of form as data, and the one function that reads a file of them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

# The C loader where the wheel has it: the same language, ten times faster.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def read(name: str) -> Any:  # noqa: ANN401 - the shape is the reader's business
    """The parsed content of ``<name>.yaml`` beside this module."""
    text = files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 - a safe loader, see above
