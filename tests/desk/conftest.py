"""A newsroom of the samples, and a desk over a copy of it that a test may change."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread

import httpx
import pytest
import uvicorn

from briefing.config import Config
from briefing.desk.app import application
from briefing.desk.keys import Keys
from briefing.desk.serving import listen, settings
from tests.site.newsroom import newsroom


@dataclass(frozen=True, slots=True)
class Opened:
    """A desk on a socket of its own, and whoever sits before it."""

    client: httpx.Client
    config: Config
    keys: Keys
    port: int

    @property
    def cookie(self) -> str:
        """The name of the session's cookie."""
        return f"brief-desk-{self.port}"

    def token(self) -> str:
        """The token of the session's forms."""
        self.client.get("/desk/index.html")
        return self.keys.form(self.keys.session(self.client.cookies.get(self.cookie) or "") or "")

    def send(self, path: str, **fields: object) -> int:
        """Send a form, and go where it leads; the status of the page that comes of it."""
        return self.client.post(path, data={"token": self.token(), **fields}).status_code

    def raw(self, path: str) -> tuple[int, bytes]:
        """What is answered to exactly that path, which a client would tidy up."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            connection.putrequest("GET", path, skip_host=True)
            connection.putheader("Host", f"127.0.0.1:{self.port}")
            connection.endheaders()
            answer = connection.getresponse()
            return answer.status, answer.read()


@contextmanager
def served(config: Config, keys: Keys, *, loopback: bool = True, names: tuple[str, ...] = ()) -> Iterator[int]:
    """A desk on a free port, in a thread of its own."""
    listening = listen("127.0.0.1", 0)
    port = listening.getsockname()[1]
    app, close = application(config, keys, loopback=loopback, names=names, port=port)
    server = uvicorn.Server(settings(app))
    thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield port
    finally:
        server.should_exit = True
        thread.join()
        close()
        listening.close()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Config:
    return newsroom(tmp_path_factory.mktemp("newsroom"))


@pytest.fixture
def config(made: Config, tmp_path: Path) -> Config:
    return copied(made, tmp_path)


def copied(made: Config, folder: Path) -> Config:
    """The same newsroom in another folder."""
    shutil.copytree(made.archive, folder / "briefs")
    shutil.copy(str(made.library), folder / "library.sqlite")
    return replace(made, library=folder / "library.sqlite", archive=folder / "briefs")


Opener = Callable[..., Opened]


@pytest.fixture
def opener(config: Config) -> Iterator[Opener]:
    """Opens desks, and closes them after the test."""
    with ExitStack() as stack:
        yield opening(stack, config)


@pytest.fixture
def desk(opener: Opener) -> Opened:
    """A desk that the test may change."""
    return opener()


@pytest.fixture(scope="session")
def door(made: Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """A desk for tests that change nothing that others look at."""
    with ExitStack() as stack:
        yield opening(stack, copied(made, tmp_path_factory.mktemp("door")))()


def opening(stack: ExitStack, config: Config) -> Opener:
    """What opens desks that close with the stack."""

    def opened(login: str | None = None, *, loopback: bool = True, names: tuple[str, ...] = ()) -> Opened:
        keys = Keys(login=login)
        port = stack.enter_context(served(config, keys, loopback=loopback, names=names))
        client = httpx.Client(base_url=f"http://127.0.0.1:{port}", follow_redirects=True, timeout=60)
        return Opened(stack.enter_context(client), config, keys, port)

    return opened
