"""Who may ask the desk for what, by requests that no browser of its own would send."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from docgen.web.application import application
from tests.web.asking import HOST, ORIGIN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docgen.web.settings import Settings
    from tests.web.asking import Asked


@pytest.mark.parametrize(
    "host", ["", "evil.example:8321", "127.0.0.1", "127.0.0.1:80", "localhost:8321", "127.1:8321"]
)
def test_another_host_is_refused(officer: Asked, host: str) -> None:
    """A name of others that was made to lead here (DNS rebinding) opens nothing."""
    assert officer.get("/", headers={"host": host}).status_code == 421
    token = officer.desk.keys.token
    assert officer.get("/vao", headers={"host": host}, params={"ma": token}).status_code == 421


@pytest.mark.parametrize(
    "origin",
    [
        {},
        {"origin": "null"},
        {"origin": "http://evil.example"},
        {"origin": "https://127.0.0.1:8321"},
    ],
)
def test_a_change_from_another_page_is_refused(
    officer: Asked, work: Path, origin: dict[str, str]
) -> None:
    """Cookie and token of forms do not help a page that is not the desk's."""
    told = {"csrf": officer.desk.keys.csrf, "kind": "linked", "name": "A"}
    assert officer.client.post("/moi", data=told, headers=origin).status_code == 403
    assert not [*work.iterdir()]


def test_a_page_of_others_may_not_even_look(officer: Asked) -> None:
    """What the browser says comes across sites is refused."""
    assert officer.get("/", headers={"sec-fetch-site": "cross-site"}).status_code == 403


@pytest.mark.parametrize("csrf", ["", "x", "é"])
def test_a_form_without_the_token_is_refused(officer: Asked, work: Path, csrf: str) -> None:
    """In the form or in the head of the request; nothing is written."""
    told = {"kind": "linked", "name": "A", "csrf": csrf}
    assert officer.client.post("/moi", data=told, headers=ORIGIN).status_code == 403
    headers = {**ORIGIN, "x-csrf": "x"}
    assert officer.client.post("/moi", data=told, headers=headers).status_code == 403
    assert not [*work.iterdir()]


def test_a_script_tells_the_token_in_the_head(officer: Asked, work: Path) -> None:
    """As the pages' own script does."""
    headers = {**ORIGIN, "x-csrf": officer.desk.keys.csrf}
    made = officer.client.post("/moi", data={"kind": "linked", "name": "A"}, headers=headers)
    assert made.status_code == 303
    assert [*work.iterdir()]


@pytest.mark.parametrize("address", ["/", "/moi", "/cai-dat", "/m/a", "/khong-co", "/ma/DG137"])
def test_nothing_is_shown_without_the_cookie(stranger: TestClient, address: str) -> None:
    """Not even whether a page is there."""
    assert stranger.get(address).status_code == 403
    assert stranger.get(address, headers={"cookie": "docgen-8321=x"}).status_code == 403
    assert stranger.get(address, headers={"cookie": "docgen-8321=\x7f; ;="}).status_code == 403


def test_the_token_opens_once(stranger: TestClient, desk: Settings) -> None:
    """A second use, as from the history of the browser, is told and opens nothing."""
    token = desk.keys.token
    assert stranger.get("/vao", params={"ma": "x"}).status_code == 403
    assert stranger.get("/vao", params={"ma": token}).status_code == 303
    stranger.cookies.clear()
    spent = stranger.get("/vao", params={"ma": token})
    assert spent.status_code == 403
    assert "Liên kết đã dùng. Mở lại docgen từ biểu tượng." in spent.text
    assert stranger.get("/vao", params={"ma": ""}).status_code == 403


def test_the_cookie_is_for_this_desk_alone(stranger: TestClient, desk: Settings) -> None:
    """No script reads it, no other site has it sent, no other port's desk takes it for its own."""
    found = stranger.get("/vao", params={"ma": desk.keys.token})
    cookie = found.headers["set-cookie"].lower()
    assert cookie.startswith("docgen-8321=")
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "X"])
def test_other_methods_are_refused(officer: Asked, method: str) -> None:
    """Pages are read and forms are sent; nothing else is done here."""
    assert officer.client.request(method, "/", headers=ORIGIN).status_code == 405


@pytest.mark.parametrize(
    "address",
    [
        "/m/%2e%2e",
        "/m/..%2f..%2fetc%2fpasswd",
        "/m/C:%5CWindows",
        "/m/%00",
        "/static/../settings.py",
        "/static/%2e%2e/settings.py",
        "/static/..%2fsettings.py",
        "/static//etc/passwd",
        "/ma/..%2f..%2fpages",
    ],
)
def test_no_path_leads_out(officer: Asked, address: str) -> None:
    """What an address says is looked up, and never joined to a path."""
    found = officer.get(address)
    assert found.status_code in (404, 307)
    assert "root:" not in found.text
    assert "import" not in found.text


def test_a_flood_is_cut_off(officer: Asked, work: Path) -> None:
    """By what it says of its length, and by what comes where it says nothing."""
    officer.desk.most = 100_000
    told = {"file": ("a.yaml", b"x" * 200_000)}
    assert officer.post("/moi/nhap", files=told).status_code == 413

    def flood() -> Iterator[bytes]:
        for _ in range(1_000):
            yield b"a" * 1_000

    headers = {**ORIGIN, "content-type": "application/x-www-form-urlencoded"}
    assert officer.client.post("/moi", content=flood(), headers=headers).status_code == 413
    assert not [*work.iterdir()]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=a", b"--b\r\n\r\n"),
        ("application/json", b'{"csrf": 1}'),
        ("application/x-www-form-urlencoded", b"&".join(b"a=1" for _ in range(30_000))),
    ],
)
def test_a_form_that_is_none_is_refused(officer: Asked, kind: str, body: bytes) -> None:
    """No fault of the program comes of it."""
    headers = {**ORIGIN, "content-type": kind}
    found = officer.client.post("/moi", content=body, headers=headers)
    assert found.status_code in (400, 403)


@pytest.mark.parametrize("address", ["/", "/moi", "/moi/nhap", "/cai-dat", "/cai-dat/may", "/x"])
def test_pages_carry_no_script_of_their_own(officer: Asked, address: str) -> None:
    """The policy forbids it, and no page needs it; nothing is kept by the browser."""
    found = officer.get(address)
    policy = found.headers["content-security-policy"]
    assert policy.startswith("default-src 'self'")
    assert "unsafe" not in policy
    assert found.headers["cache-control"] == "no-store"
    assert found.headers["x-content-type-options"] == "nosniff"
    assert not re.search(r"<script(?![^>]*\bsrc=\"/static/)|<style|\sstyle=|\son\w+=", found.text)
    assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", found.text)


def test_what_is_typed_is_shown_as_text(officer: Asked) -> None:
    """Markup in a value stays a value."""
    found = officer.post("/moi", {"name": '"><script>alert(1)</script>'})
    assert "<script>alert" not in found.text
    assert "&lt;script&gt;alert" in found.text


def test_a_fault_of_the_program_tells_no_value(
    desk: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither the page nor the terminal has more than the kind of fault and its line."""

    def broken(_: object) -> object:
        raise KeyError("Nguyễn Văn Bí Mật")

    monkeypatch.setattr("docgen.api.models_in", broken)
    desk.strict = False
    with TestClient(application(desk), base_url=f"http://{HOST}") as client:
        found = client.get("/vao", params={"ma": desk.keys.token})
    assert found.status_code == 500
    assert "lỗi không ngờ tới" in found.text
    told = found.text + "".join(capsys.readouterr())
    assert "Bí Mật" not in told
    assert "Traceback" not in told
    assert "KeyError" in told
