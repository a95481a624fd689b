"""docgen drafts the papers of grassroots security models (Hướng dẫn 1923/HD-BCĐ).

What programs may call stands in :mod:`docgen.api` and is reached from here, loaded when it is
first asked for: ``import docgen``, then ``load``, ``check``, ``make`` and the rest.
"""

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from docgen.api import *  # noqa: F403
else:

    def __getattr__(name: str) -> object:
        """A name of :mod:`docgen.api`; modules of the house never come through here."""
        from importlib import import_module  # noqa: PLC0415 - the root loads nothing by itself

        api = import_module("docgen.api")
        if name in api.__all__:
            return getattr(api, name)
        raise AttributeError(f"module 'docgen' has no attribute {name!r}")
