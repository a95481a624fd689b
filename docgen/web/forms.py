"""What a page sent: texts of its fields, as a person typed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.requests import Request


def told(request: Request, name: str) -> str:
    """The text of the field ``name``, without space around it; empty where none was sent."""
    value = request.state.form.get(name)
    return value.strip() if isinstance(value, str) else ""
