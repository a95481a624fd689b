"""How tests ask the desk: as its own browser does, form by form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from httpx2 import Response
    from starlette.testclient import TestClient

    from docgen.web.settings import Settings

HOST: Final = "127.0.0.1:8321"
ORIGIN: Final = {"origin": f"http://{HOST}"}


@dataclass(frozen=True)
class Asked:
    """The desk, asked by its own browser; redirections are not followed."""

    client: TestClient
    desk: Settings

    def get(self, address: str, **more: Any) -> Response:
        """The page at ``address``."""
        return self.client.get(address, **more)

    def post(self, address: str, fields: dict[str, Any] | None = None, **more: Any) -> Response:
        """What comes of sending the form ``fields`` to ``address``."""
        told = {"csrf": self.desk.keys.csrf, **(fields or {})}
        return self.client.post(address, data=told, headers=ORIGIN, **more)

    def ok(self, address: str) -> str:
        """The text of the page at ``address``, which must be there."""
        found = self.get(address)
        assert found.status_code == 200, found.text
        return found.text
