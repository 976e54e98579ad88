import re
from pathlib import Path

import pytest

from briefing.desk.guard import BODY_MAX, HEADERS
from briefing.desk.hosts import bare, is_known, is_loopback
from briefing.desk.keys import digest, kept_login, new_login
from briefing.errors import DeskError
from briefing.store.remembered import Remembered
from tests.desk.conftest import Opened, Opener

PAGES = ("/", "/desk/index.html", "/events/index.html", "/search.html?q=ship", "/nothing.html", "/assets/site.css")


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil.example:8765", "8.8.8.8"]
)
def test_a_name_that_nobody_gave_the_desk_is_not_answered(door: Opened, host: str) -> None:
    answer = door.client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "Briefing" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "localhost", "[::1]:8765", "LOCALHOST"])
def test_this_machines_own_names_are_answered(door: Opened, host: str) -> None:
    assert door.client.get("/", headers={"host": host}).status_code == 200


def test_a_desk_for_others_is_known_by_its_names_and_by_addresses_in_figures() -> None:
    assert is_known("desk.example:8765", {"desk.example"}, loopback=False)
    assert is_known("192.0.2.7", (), loopback=False)
    assert is_known("[2001:db8::1]:8765", (), loopback=False)
    assert not is_known("other.example", {"desk.example"}, loopback=False)
    assert not is_known("192.0.2.7", (), loopback=True)


@pytest.mark.parametrize("header", ["", ":80", "a:b", "[::1", "[::1]x", "a b:80:80"])
def test_what_is_no_host_is_none(header: str) -> None:
    assert bare(header) is None or not is_known(header, (), loopback=True)


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("192.0.2.7", False), ("desk.example", False)],
)
def test_only_addresses_that_nobody_else_can_reach_need_no_login(host: str, own: bool) -> None:
    assert is_loopback(host) is own


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_says_what_a_browser_may_not_do(door: Opened, path: str) -> None:
    answer = door.client.get(path)
    for name in HEADERS:
        assert name in answer.headers
    assert "unsafe-inline" not in answer.headers["content-security-policy"]
    assert "'none'" in answer.headers["content-security-policy"]
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?! src=)", answer.text)


def test_the_cookie_goes_to_no_script_and_to_no_other_site(door: Opened) -> None:
    given = door.client.get("/", headers={"cookie": ""}).headers["set-cookie"]
    assert "HttpOnly" in given
    assert "SameSite=Strict" in given


def test_a_session_that_this_process_did_not_give_out_is_none(door: Opened) -> None:
    assert "set-cookie" in door.client.get("/", headers={"cookie": f"{door.cookie}=made-up.0000"}).headers


DEEDS = (
    "/desk/merge",
    "/desk/strike",
    "/desk/undo",
    "/desk/same",
    "/desk/apart",
    "/desk/order/make",
    "/desk/order/send",
    "/login",
    "/logout",
)


@pytest.mark.parametrize("path", DEEDS)
@pytest.mark.parametrize("token", [{}, {"token": ""}, {"token": "0" * 64}])
def test_a_form_without_the_sessions_token_does_nothing(door: Opened, path: str, token: dict[str, str]) -> None:
    assert door.client.post(path, data={**token, "event": "e"}).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_from_another_page_does_nothing_even_with_the_token(door: Opened, headers: dict[str, str]) -> None:
    answer = door.client.post("/desk/undo", data={"token": door.token(), "number": "1"}, headers=headers)
    assert answer.status_code == 403


def test_another_sessions_token_does_nothing(door: Opened) -> None:
    token = door.token()
    door.client.cookies.clear()
    door.client.get("/")
    assert door.client.post("/desk/undo", data={"token": token, "number": "1"}).status_code == 403


def test_a_form_is_small_and_a_form(door: Opened) -> None:
    token = door.token()
    large = door.client.post("/desk/retitle", data={"token": token, "title": "x" * BODY_MAX})
    assert large.status_code == 413

    pieces = [b"token=x&title=", *[b"x" * 10_000] * 20]
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert door.client.post("/desk/retitle", content=iter(pieces), headers=form).status_code == 413
    assert door.client.post("/desk/retitle", json={"token": token}).status_code == 415
    assert door.client.post("/desk/retitle", files={"token": b"x"}).status_code == 415
    many = "&".join(f"a{number}=1" for number in range(2000))
    assert door.client.post("/desk/retitle", content=f"token={token}&{many}", headers=form).status_code == 400


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(door: Opened, method: str) -> None:
    assert door.client.request(method, "/").status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/../brief.toml",
        "/%2e%2e/library.sqlite",
        "/2026/../../library.sqlite",
        "/2026/..%2f..%2flibrary.sqlite",
        "/assets/../../pyproject.toml",
        "/assets/%2e%2e/base.html.j2",
        "/articles/..%2f..%2fetc%2fpasswd.html",
        "/desk/jobs/..%2f..%2f..%2fetc/passwd",
        "//etc/passwd",
        "/2026/2026-W20.sqlite",
        "/events/%00.html",
    ],
)
def test_no_path_leads_out_of_the_site(door: Opened, path: str) -> None:
    status, content = door.raw(path)
    assert status == 404
    assert b"SQLite" not in content
    assert b"root:" not in content


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example/", "/\\evil.example", "/../x", "javascript:alert(1)"]
)
def test_a_form_never_leads_to_another_site(door: Opened, back: str) -> None:
    with Remembered(door.config.library) as remembered:
        article = remembered.events()[0].article_ids[0]
    place = {"article": article, "start": "0", "end": "20", "back": back}
    answer = door.client.post("/desk/pin", data={"token": door.token(), **place}, follow_redirects=False)
    assert answer.status_code == 303
    assert re.fullmatch(r"/events/e[0-9a-f]{12}\.html\?done=pin", answer.headers["location"])


def test_a_desk_for_others_shows_nothing_before_login(opener: Opener) -> None:
    desk = opener(digest("the right token"), loopback=False, names=("desk.example",))
    for path in PAGES[:5]:
        answer = desk.client.get(path, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    assert desk.client.get("/login").status_code == 200
    assert desk.client.post("/desk/undo", data={"token": desk.keys.form("x")}).status_code == 403


def test_the_login_token_opens_the_desk_with_a_new_session_until_logout(opener: Opener) -> None:
    desk = opener(digest("the right token"), loopback=False)

    def form() -> str:
        found = re.search(r'name="token" value="([0-9a-f]{64})"', desk.client.get("/login").text)
        assert found
        return found[1]

    assert desk.client.post("/login", data={"token": form(), "key": "a wrong token"}).status_code == 403
    before = desk.client.cookies[desk.cookie]
    assert desk.client.post("/login", data={"token": form(), "key": " the right token "}).status_code == 200
    assert desk.client.cookies[desk.cookie] != before
    assert "The latest briefing" in desk.client.get("/").text
    desk.client.post("/logout", data={"token": desk.token()})
    assert desk.client.get("/", follow_redirects=False).status_code == 303


def test_only_the_digest_of_the_token_is_kept_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite.desk"
    assert kept_login(file) is None
    token = new_login(file)
    assert token not in file.read_text()
    assert kept_login(file) == digest(token)
    assert file.stat().st_mode & 0o777 == 0o600
    assert new_login(file) != token
    file.write_text("something else")
    with pytest.raises(DeskError, match="remove it"):
        kept_login(file)
