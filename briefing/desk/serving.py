"""Serving: the desk on a socket, until it is ended."""

import socket
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from briefing.config import Config
from briefing.desk.app import application
from briefing.desk.hosts import is_loopback
from briefing.desk.keys import Keys, kept_login, new_login
from briefing.errors import DeskError

if TYPE_CHECKING:
    from starlette.types import ASGIApp

CONNECTIONS = 512  # side by side; more are told to come again
IDLE_SECONDS = 15


def serve(
    config: Config,
    host: str,
    port: int,
    names: Collection[str],
    token_file: Path,
    *,
    renew: bool,
    say: Callable[[str], None],
) -> None:
    """Serve until the process is told to end. Raises DeskError where the address cannot be had."""
    loopback = is_loopback(host)
    keys = Keys() if loopback else Keys(login=login(token_file, renew=renew, say=say))
    listening = listen(host, port)
    bound = listening.getsockname()[1]
    app, close = application(config, keys, loopback=loopback, names=names, port=bound)
    shown = f"[{host}]" if ":" in host else host
    say(f"The desk is open at http://{shown}:{bound}/ (Ctrl-C closes it)")
    try:
        uvicorn.Server(settings(app)).run(sockets=[listening])
    finally:
        close()
        listening.close()


def settings(app: "ASGIApp") -> uvicorn.Config:
    """How the server behaves: it believes no proxy's headers, and says nothing of itself."""
    return uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, date_header=False, lifespan="off",
        limit_concurrency=CONNECTIONS, timeout_keep_alive=IDLE_SECONDS, proxy_headers=False,
    )  # fmt: skip


def login(token_file: Path, *, renew: bool, say: Callable[[str], None]) -> str:
    """The digest of the login token; a new token is shown this once."""
    known = None if renew else kept_login(token_file)
    if known is None:
        say(f"Log in with this token; it is not shown again: {new_login(token_file)}")
        known = kept_login(token_file) or ""
    else:
        say("Log in with the token that was shown at first; --new-token makes another.")
    return known


def listen(host: str, port: int) -> socket.socket:
    """A socket at that address."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
    except OSError as error:
        raise DeskError(f"{host} port {port} cannot be had ({error.strerror}): choose another with --port") from None
    listening.listen(CONNECTIONS)
    return listening
