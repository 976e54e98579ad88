"""Guard: what every request has to pass before the desk looks at it, and what every answer carries."""

from collections.abc import Collection
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from briefing.desk.hosts import is_known
from briefing.desk.keys import Keys

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY_MAX = 64_000  # bytes: a headline, a name, some ids
FIELDS_MAX = 500
SHOWS = ("GET", "HEAD")
FREE = ("/login", "/assets/site.css", "/assets/desk.js")  # what may be seen before logging in
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "same-origin",  # "no-referrer" would make browsers send forms from nowhere ("Origin: null")
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}
FORM = "application/x-www-form-urlencoded"


@dataclass(slots=True)
class Guard:
    """The door: hosts, methods, sizes, sessions, tokens."""

    app: "ASGIApp"
    keys: Keys
    names: Collection[str]  # hosts beside this machine's own
    loopback: bool
    cookie: str  # the name of the session's cookie

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await self.ask(scope, receive, send)

    async def ask(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """One request."""
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        host = headers.get("host", "")
        if not is_known(host, self.names, loopback=self.loopback):
            await refuse(send, 421, "This desk is not known by that name.")
            return
        session, fresh = self.session_of(headers.get("cookie", ""))
        answer = Answer(send, self.set_cookie(session) if fresh else None)
        if scope["method"] not in (*SHOWS, "POST"):
            await refuse(answer.send, 405, "Only GET and POST are answered here.")
            return
        if not self.keys.is_inside(session) and scope["path"] not in FREE:
            await to_login(answer.send, shows=scope["method"] in SHOWS)
            return
        scope.setdefault("state", {})
        scope["state"].update(session=session, form={}, token=self.keys.form(session))
        if scope["method"] == "POST":
            fault = await self.read_form(scope, headers, receive, session)
            if fault:
                await refuse(answer.send, *fault)
                return
        await self.app(scope, receive, answer.send)

    def session_of(self, cookies: str) -> tuple[str, bool]:
        """The request's session, and whether it is a new one."""
        try:
            found = SimpleCookie(cookies).get(self.cookie)
        except CookieError:
            found = None
        session = self.keys.session(found.value) if found else None
        return (session, False) if session else (self.keys.new_session(), True)

    def set_cookie(self, session: str) -> str:
        """The header's value that gives a session to a browser."""
        return f"{self.cookie}={self.keys.cookie(session)}; Path=/; HttpOnly; SameSite=Strict"

    async def read_form(
        self, scope: "Scope", headers: dict[str, str], receive: "Receive", session: str
    ) -> tuple[int, str] | None:
        """Put a form's fields into the request's state; what is wrong with it, if anything."""
        if not from_here(headers):
            return 403, "This form was not sent from the desk's own page."
        if headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
            return 415, "A form was expected."
        body = await read(receive, headers.get("content-length", ""))
        if body is None:
            return 413, "That is too much for a form."
        try:
            form = parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=FIELDS_MAX)
        except (UnicodeDecodeError, ValueError):
            return 400, "That is no form."
        if not self.keys.is_own(session, (form.get("token") or [""])[0]):
            return 403, "This form is from another session: go back, load the page again, and repeat it."
        scope["state"]["form"] = form
        return None


@dataclass(slots=True)
class Answer:
    """What goes back, with what every answer carries."""

    inner: "Send"
    cookie: str | None

    async def send(self, message: "Message") -> None:
        """Send a part of the answer."""
        if message["type"] == "http.response.start":
            own = [(name, value) for name, value in message.get("headers", [])]
            there = {name for name, _ in own}
            own += [(name.encode(), value.encode()) for name, value in HEADERS.items() if name.encode() not in there]
            if self.cookie and b"set-cookie" not in there:
                own.append((b"set-cookie", self.cookie.encode()))
            message = {**message, "headers": own}
        await self.inner(message)


async def read(receive: "Receive", stated: str) -> bytes | None:
    """A request's body; None where it is, or says that it is, larger than a form may be."""
    if stated.isdigit() and int(stated) > BODY_MAX:
        return None
    body = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None
        body += bytes(message.get("body", b""))
        if len(body) > BODY_MAX:
            return None
        if not message.get("more_body"):
            return body


def from_here(headers: dict[str, str]) -> bool:
    """Whether the browser says, as far as it says anything, that a form comes from one of the desk's own pages."""
    site = headers.get("sec-fetch-site", "same-origin")
    if site not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    if origin is None:
        return True
    parts = urlsplit(origin)
    return parts.scheme in ("http", "https") and parts.netloc.lower() == headers.get("host", "").lower()


async def refuse(send: "Send", status: int, why: str) -> None:
    """A short answer in plain text."""
    body = f"{why}\n".encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    headers += [(name.encode(), value.encode()) for name, value in HEADERS.items()]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def to_login(send: "Send", *, shows: bool) -> None:
    """The way to the login, for whoever has not logged in."""
    if not shows:
        await refuse(send, 403, "Log in first.")
        return
    await send({"type": "http.response.start", "status": 303, "headers": [(b"location", b"/login")]})
    await send({"type": "http.response.body", "body": b""})
