"""By what the desk knows its own browser: a token that opens it once, then a cookie."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from threading import Lock

_BYTES = 32


def _drawn() -> str:
    return secrets.token_urlsafe(_BYTES)


@dataclass
class Keys:
    """The secrets of one run; all are new at every start.

    Attributes:
        token: Stands in the address that opens the desk, good for one use.
        session: The value of the cookie that the token is turned into.
        csrf: Goes with every form; pages of others cannot read it.
    """

    token: str = field(default_factory=_drawn)
    session: str = field(default_factory=_drawn)
    csrf: str = field(default_factory=_drawn)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def spend(self, token: str) -> bool:
        """Whether ``token`` opens the desk now; it does so once."""
        with self._lock:
            fits = bool(self.token) and same(token, self.token)
            if fits:
                self.token = ""
        return fits

    def knows(self, session: str) -> bool:
        """Whether ``session`` is the cookie that this run handed out."""
        return same(session, self.session)

    def agrees(self, csrf: str) -> bool:
        """Whether a form that carries ``csrf`` is one of the desk's own."""
        return same(csrf, self.csrf)


def same(told: str, kept: str) -> bool:
    """Whether two secrets are one, in a time that does not tell how much of them is."""
    return hmac.compare_digest(told.encode(errors="replace"), kept.encode())
