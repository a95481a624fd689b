"""docgen drafts the papers of grassroots security models (Hướng dẫn 1923/HD-BCĐ).

What programs may call stands in :mod:`docgen.api` and is reached from here, loaded when it is
first asked for: ``import docgen``, then ``load``, ``check``, ``make`` and the rest.
"""

import sys
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from docgen.api import *  # noqa: F403
else:

    def __getattr__(name: str) -> object:
        """A name of :mod:`docgen.api`; not loaded for a module of the house."""
        from importlib import import_module  # noqa: PLC0415 - the root loads nothing by itself
        from importlib.util import find_spec  # noqa: PLC0415 - as above

        api = sys.modules.get("docgen.api")
        if api is None and find_spec(f"docgen.{name}") is None:
            api = import_module("docgen.api")
        if api is not None and name in api.__all__:
            return getattr(api, name)
        raise AttributeError(f"module 'docgen' has no attribute {name!r}")
