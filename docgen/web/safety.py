"""Who may ask the desk for what: this machine's own browser alone, by pages of the desk alone."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from docgen.errors import Words
from docgen.web.faults import note
from docgen.web.pages import refusal

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from docgen.web.settings import Settings

ENTRANCE: Final = "/vao"
STATIC: Final = "/static/"
CSRF: Final = "csrf"
"""The field of a form, and of the head of a script's request (``x-csrf``)."""
_MOST_FIELDS: Final = 20_000
_MOST_FILES: Final = 200
_LONGEST_FIELD: Final = 8 * 2**20
_READING: Final = frozenset({"GET", "HEAD"})
_HEADERS: Final = {
    "content-security-policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
    ),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
}
_WRONG_HOST = Words(
    "Địa chỉ này không phải của docgen trên máy này.", "This is not the address of docgen here."
)
_NOT_FROM_HERE = Words(
    "Yêu cầu đến từ một trang khác nên không được nhận.", "The request came from another page."
)
_NO_COOKIE = Words(
    "Trình duyệt này chưa được mở từ docgen. Mở lại docgen từ biểu tượng.",
    "docgen did not open this browser. Open docgen again from its icon.",
)
_OLD_PAGE = Words(
    "Trang này mở từ lần chạy trước. Mở lại trang rồi làm lại; chưa ghi gì.",
    "This page is of an earlier run. Open it again; nothing was written.",
)
_TOO_LARGE = Words(
    "Tệp gửi lên lớn quá 200 MB. Chưa ghi gì.",
    "What was sent is larger than 200 MB. Nothing was written.",
)
_BROKEN_FORM = Words("Không đọc được biểu mẫu gửi lên.", "The form that was sent cannot be read.")


class TooLargeError(Exception):
    """More bytes came than one request may have."""


class Guard:
    """Stands before every page: what does not belong here goes no further."""

    def __init__(self, app: ASGIApp, desk: Settings) -> None:
        """Guards ``app`` for ``desk``."""
        self.app, self.desk = app, desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, or answer it with a refusal."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        scope["desk"] = self.desk
        request = Request(scope, receive)
        send = self._sealed(send, scope["path"])
        refused = self._refused(request)
        if refused is not None:
            await refusal(request, *refused)(scope, receive, send)
        elif request.method in _READING:
            await self._answered(scope, receive, send)
        else:
            await self._posted(scope, receive, send)

    def _refused(self, request: Request) -> tuple[int, Words] | None:
        """Why the request may not come in, if it may not."""
        asked, path = request.headers, request.url.path
        if asked.get("host") != self.desk.host:
            return 421, _WRONG_HOST
        if request.method not in {*_READING, "POST"}:
            return 405, _NOT_FROM_HERE
        if request.method == "POST" and asked.get("origin") != f"http://{self.desk.host}":
            return 403, _NOT_FROM_HERE
        if asked.get("sec-fetch-site") == "cross-site" and path != ENTRANCE:
            return 403, _NOT_FROM_HERE
        is_open = path == ENTRANCE or path.startswith(STATIC)
        if not is_open and not self.desk.keys.knows(_cookie(asked, cookie_name(self.desk))):
            return 403, _NO_COOKIE
        return None

    async def _posted(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the form, within bounds, and go on where it is one of the desk's own."""
        request = Request(scope, _bounded(receive, self.desk.most))
        length = request.headers.get("content-length", "")
        if length.isdecimal() and int(length) > self.desk.most:
            await refusal(request, 413, _TOO_LARGE)(scope, receive, send)
            return
        try:
            form = await request.form(
                max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=_LONGEST_FIELD
            )
        except TooLargeError:
            await refusal(request, 413, _TOO_LARGE)(scope, receive, send)
            return
        except MultiPartException:
            await refusal(request, 400, _BROKEN_FORM)(scope, receive, send)
            return
        told = request.headers.get("x-csrf") or form.get(CSRF) or ""
        try:
            if self.desk.keys.agrees(str(told)):
                request.state.form = form
                await self._answered(scope, receive, send)
            else:
                await refusal(request, 403, _OLD_PAGE)(scope, receive, send)
        finally:
            await form.close()

    async def _answered(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The page; of a fault of the program, whose page is sent already, the terminal is told."""
        try:
            await self.app(scope, receive, send)
        except Exception as fault:
            if self.desk.strict:
                raise
            note(fault)

    def _sealed(self, send: Send, path: str) -> Send:
        """``send``, with the headers that keep pages and what they hold to this browser."""
        kept = "no-cache" if path.startswith(STATIC) else "no-store"

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_HEADERS)
                headers["cache-control"] = kept
            await send(message)

        return sealed


def cookie_name(desk: Settings) -> str:
    """The name of the cookie; a browser has one jar for all ports, so the port is in it."""
    return f"docgen-{desk.host.rpartition(':')[2]}"


def _cookie(headers: Headers, name: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _bounded(receive: Receive, most: int) -> Receive:
    """``receive`` for at most so many bytes."""
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise TooLargeError
        return message

    return bounded
