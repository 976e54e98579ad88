"""Client: one address at a time: redirects by hand, each looked at; robots.txt; caps; retries with back-off."""

import base64
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import httpx

from briefing.closing import Closing
from briefing.read.web import robots
from briefing.read.web.address import Refused, Resolve, Target, system_resolve, target
from briefing.read.web.manners import AGENT, Manners
from briefing.read.web.memory import Validators
from briefing.read.web.retry import PASSING, wait
from briefing.read.web.turns import Turns
from briefing.read.web.unpack import ENCODINGS, unpacked

MAX_REDIRECTS = 5
PATIENCE = 2
"""How often in a row a site may fail to answer before it is left alone: fifty pages of a dead host take no hour."""

REDIRECTS = frozenset({301, 302, 303, 307, 308})
UNCHANGED, FINE, FIRST_FAULT, FIRST_SERVER_FAULT = 304, 200, 400, 500

TELLING = {
    401: "needs a password", 403: "may not be read by programs", 404: "is not there (any more)",
    410: "is gone for good", 429: "asks for fewer requests: try later", 451: "is withheld for legal reasons",
}  # fmt: skip

NO_VALIDATORS = Validators()
ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, */*;q=0.5"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server gave."""

    url: str  # where it was found in the end
    body: bytes  # unpacked; empty where nothing changed
    media_type: str  # in lower case, without parameters; "" where it was not said
    charset: str  # as declared; "" where it was not
    validators: Validators
    unchanged: bool  # the server says that it is as it was


@dataclass(frozen=True, slots=True)
class Outside:
    """What a client needs of the world, so that tests can stand in for it."""

    clock: Callable[[], float] = time.monotonic  # seconds from anywhere
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    resolve: Resolve = system_resolve
    tls: ssl.SSLContext | None = None  # None: the certificates that certifi has


class Client(Closing):
    """Asks the web. May be used from several threads; use it in a `with` statement."""

    def __init__(self, manners: Manners, outside: Outside | None = None) -> None:
        self._manners = manners
        self._outside = outside or Outside()
        self._turns = Turns(self._outside.clock, self._outside.sleep)
        self._transports: dict[str, httpx.HTTPTransport] = {}
        self._headers = {
            "User-Agent": manners.user_agent,
            "Accept": ACCEPT,
            "Accept-Encoding": ", ".join(name for name in ENCODINGS if not name.startswith("x-")),
        }
        self._rules: dict[str, robots.Rules] = {}
        self._silent: dict[str, int] = {}  # site → how often in a row it gave no answer
        self._lock = threading.Lock()
        self._tls: ssl.SSLContext | None = self._outside.tls

    def get(self, url: str, validators: Validators = NO_VALIDATORS) -> Answer:
        """What stands at an address; raises Refused with the reason where there is nothing to be had."""
        return self._follow(url, validators.headers, obey=self._manners.robots)

    def _follow(self, url: str, conditions: dict[str, str], *, obey: bool) -> Answer:
        at = url
        for _ in range(MAX_REDIRECTS + 1):
            goal = target(at, self._outside.resolve, private=self._manners.private_addresses)
            if self._silent.get(goal.site, 0) >= PATIENCE:
                raise _Unreachable("did not answer a moment ago")
            rules = self._rules_of(goal) if obey else robots.Rules()
            if not rules.allows(goal.url.raw_path.decode("ascii", "replace")):
                raise Refused("its site's robots.txt asks programs not to read it")
            with self._turns.turn(goal.site, max(self._manners.delay, rules.delay)):
                found = self._counted(goal, conditions)
            if isinstance(found, Answer):
                return found
            at = found
        raise Refused(f"leads on and on: more than {MAX_REDIRECTS} redirects")

    def _counted(self, goal: Target, conditions: dict[str, str]) -> Answer | str:
        """The answer; a site that gives none counts up to being left alone for this run."""
        try:
            found = self._persist(goal, conditions)
        except _Unreachable:
            self._silent[goal.site] = self._silent.get(goal.site, 0) + 1  # nobody else has the site's turn
            raise
        self._silent.pop(goal.site, None)
        return found

    def _rules_of(self, goal: Target) -> robots.Rules:
        """The rules of a site, asked for once a run."""
        with self._lock:
            known = self._rules.get(goal.site)
        if known is not None:
            return known
        try:
            answer = self._follow(
                str(goal.url.copy_with(path="/robots.txt", query=None, fragment=None)), {}, obey=False
            )
            rules = robots.parse(answer.body[: robots.MAX_BYTES].decode("utf-8", "replace"), AGENT)
        except _Status as status:
            rules = robots.NOTHING if status.code >= FIRST_SERVER_FAULT else robots.Rules()
        except _Unreachable:
            raise  # of a site that does not answer, nothing else is asked
        except Refused:
            # Whatever is wrong with the site will be said of the address itself, if it concerns that too.
            rules = robots.Rules()
        with self._lock:
            return self._rules.setdefault(goal.site, rules)

    def _persist(self, goal: Target, conditions: dict[str, str]) -> Answer | str:
        """The answer, or the address it redirects to; asked again where the fault may pass."""
        attempt = 0
        while True:
            attempt += 1
            try:
                return self._once(goal, conditions)
            except _Status as fault:
                again = fault.code in PASSING
                pause = wait(attempt, self._manners.tries, fault.retry_after, self._outside.now()) if again else None
                if pause is None:
                    raise
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                if goal.next:  # the network may be there for one version of IP only
                    goal, attempt = goal.next, attempt - 1
                    continue
                pause = wait(attempt, self._manners.tries) if isinstance(error, httpx.ConnectError) else None
                if pause is None:
                    raise _Unreachable(_told(error)) from None
            except httpx.TimeoutException:
                raise _Unreachable("does not answer in time") from None
            except httpx.HTTPError as error:
                pause = wait(attempt, self._manners.tries)
                if pause is None:
                    raise _Unreachable(_told(error)) from None
            self._outside.sleep(pause)

    def _once(self, goal: Target, conditions: dict[str, str]) -> Answer | str:
        transport = self._transport(goal)
        named = {} if goal.host == goal.ips[0] else {"sni_hostname": goal.host}
        waits = httpx.Timeout(self._manners.timeout).as_dict()
        headers = {"Host": goal.host_header} | self._headers | _credentials(goal) | conditions
        request = httpx.Request("GET", goal.pinned, headers=headers, extensions={"timeout": waits} | named)
        end = self._outside.clock() + self._manners.whole
        response = transport.handle_request(request)
        try:
            if response.status_code in REDIRECTS:
                return _location(goal, response)
            if response.status_code >= FIRST_FAULT:
                raise _Status(response.status_code, response.headers.get("retry-after", ""))
            if response.status_code not in (FINE, UNCHANGED):
                raise Refused(f"answers with status {response.status_code}")
            return self._answer(goal, response, end)
        finally:
            response.close()

    def _answer(self, goal: Target, response: httpx.Response, end: float) -> Answer:
        def check() -> None:
            if self._outside.clock() > end:
                raise Refused(f"took more than {self._manners.whole:g} seconds, so it was not read")

        headers = response.headers
        most = self._manners.most_bytes
        if headers.get("content-length", "").isdigit() and int(headers["content-length"][:19]) > most:
            raise Refused(f"larger than {most / 1_000_000:g} MB, so it was not read")
        unchanged = response.status_code == UNCHANGED
        body = b"" if unchanged else unpacked(response.iter_raw(), headers.get("content-encoding", ""), most, check)
        media_type, _, parameters = headers.get("content-type", "").partition(";")
        return Answer(
            url=str(goal.url.copy_with(fragment=None, username=None, password=None)),
            body=body,
            media_type=media_type.strip().lower(),
            charset=_charset(parameters),
            validators=Validators(headers.get("etag", ""), headers.get("last-modified", "")),
            unchanged=unchanged,
        )

    def _transport(self, goal: Target) -> httpx.HTTPTransport:
        """One transport a site: a connection is made to a number, and must not serve two names that share it.

        A transport and no httpx.Client, which would look at redirects itself, keep cookies and read the environment.
        """
        with self._lock:
            found = self._transports.get(goal.site)
            if found is None:
                limits = httpx.Limits(max_keepalive_connections=1)
                found = httpx.HTTPTransport(verify=self._trust(goal), trust_env=False, limits=limits)
                self._transports[goal.site] = found
            return found

    def _trust(self, goal: Target) -> ssl.SSLContext | bool:
        if goal.url.scheme != "https":
            return False  # nothing to verify, and loading certificates takes a tenth of a second
        if self._tls is None:
            self._tls = httpx.create_ssl_context(trust_env=False)
        return self._tls

    def close(self) -> None:
        """Close every connection."""
        with self._lock:
            for transport in self._transports.values():
                transport.close()
            self._transports.clear()


class _Unreachable(Refused):
    """The network or the server gave no answer."""


class _Status(Refused):
    """The server answered with a fault."""

    def __init__(self, code: int, retry_after: str) -> None:
        super().__init__(TELLING.get(code, f"answers with status {code}"))
        self.code, self.retry_after = code, retry_after


def _credentials(goal: Target) -> dict[str, str]:
    """The name and password an address carries (RFC 7617); a redirect does not carry them on."""
    if not goal.url.username:
        return {}
    pair = f"{goal.url.username}:{goal.url.password}".encode()
    return {"Authorization": f"Basic {base64.b64encode(pair).decode('ascii')}"}


def _location(goal: Target, response: httpx.Response) -> str:
    """Where a redirect leads, taken from the name that was asked, not from its number."""
    written = response.headers.get("location", "")
    if not written:
        raise Refused("redirects to nowhere")
    try:
        return str(goal.url.join(written))
    except (httpx.InvalidURL, UnicodeError, ValueError):
        raise Refused("redirects to no address of the web") from None


def _charset(parameters: str) -> str:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'")
    return ""


def _told(error: httpx.HTTPError) -> str:
    """What went wrong, in words that do not change with the library."""
    if isinstance(error, httpx.TimeoutException):
        return "does not answer in time"
    if isinstance(error, httpx.ConnectError):
        cause = str(error).lower()
        return "has no valid certificate" if "certificate" in cause else "cannot be reached"
    if isinstance(error, httpx.RemoteProtocolError):
        return "does not speak HTTP"
    return "broke off the connection"
