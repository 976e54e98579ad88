"""A real HTTP server on this machine, in a thread, that answers each path as a test says."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from briefing.read.web.client import Client, Outside
from briefing.read.web.manners import Manners


@dataclass
class Reply:
    """One answer of the server."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    pause: Callable[[], object] | None = None  # called when half of the body is out


@dataclass
class Site:
    """The server as a test sees it."""

    port: int
    replies: dict[str, list[Reply]]  # by path; the last one of a list is given for ever
    asked: list[tuple[str, dict[str, str]]]  # (path, headers in lower case) of each request

    def url(self, path: str = "/", host: str = "news.example") -> str:
        """The address of a path under any name: every name leads here."""
        return f"http://{host}:{self.port}{path}"

    def answers(self, path: str, *replies: Reply) -> None:
        """Sets what a path is answered with, one reply after another."""
        self.replies[path] = list(replies)

    @property
    def paths(self) -> list[str]:
        """The paths asked for so far, without robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what some tests are about."""


@contextmanager
def serving() -> Iterator[Site]:
    """A site that is gone when the block ends."""
    asked: list[tuple[str, dict[str, str]]] = []
    replies: dict[str, list[Reply]] = {}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            waiting = replies.get(self.path) or [Reply(404)]
            reply = waiting.pop(0) if len(waiting) > 1 else waiting[0]
            self.send_response(reply.status)
            if "Transfer-Encoding" not in reply.headers and reply.status != 304:
                self.send_header("Content-Length", str(len(reply.body)))
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            half = len(reply.body) // 2 if reply.pause else len(reply.body)
            self.wfile.write(reply.body[:half])
            if reply.pause:
                self.wfile.flush()
                reply.pause()
                self.wfile.write(reply.body[half:])

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = _Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield Site(server.server_address[1], replies, asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


MANNERS = Manners(timeout=5, delay=0, private_addresses=True, robots=False)


class Clock:
    """A clock that stands still but for sleeping."""

    def __init__(self) -> None:
        self.at = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds


def here(_host: str, _port: int) -> list[str]:
    """Every name is this machine's."""
    return ["127.0.0.1"]


def client(clock: Clock | None = None, manners: Manners = MANNERS) -> Client:
    """A client that may read this machine, waits for nothing, and gives up soon."""
    clock = clock or Clock()
    return Client(manners, Outside(clock=clock, sleep=clock.sleep, resolve=here))
