"""Reaching: connections to PostgreSQL servers, made, left to whoever comes next, and made again when one was lost."""

import atexit
import logging
import os
import time
from threading import Lock
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import conninfo, pq
from psycopg.adapt import Loader
from psycopg.types.string import StrDumperUnknown

from briefing.database.address import Server
from briefing.database.connection import BUSY_SECONDS

if TYPE_CHECKING:
    from psycopg.abc import Buffer  # of which older versions have the name alone

CONNECT_SECONDS = 10  # for an answer at all; more where the address says so
RETRIES = (0.1, 0.2, 0.5, 1.0, 2.0, 3.0, 4.0, 5.0)  # seconds between tries to come back to a server: 16 in all
IDLE_MAX = 4  # connections that are kept for whoever comes next
STARTING = "starting up"  # as a server says in English; in other languages it is not waited for the first time
# PostgreSQL's text has no NUL. A code point that Unicode keeps free of any character stands for it in the tables.
NUL, STAND_IN = "\0", "\ufdd0"

# What psycopg logs of a lost connection is told by the error that follows; whoever keeps a log has it still.
logging.getLogger("psycopg").addHandler(logging.NullHandler())


class UnreachedError(psycopg.OperationalError):
    """There was no connection to be had."""


class Text(Loader):
    """Text as it was before `Guarded` changed it."""

    def load(self, data: "Buffer") -> str:
        """The text of a value."""
        text = str(data, "utf-8")
        return text.replace(STAND_IN, NUL) if STAND_IN in text else text


class Guarded(StrDumperUnknown):
    """Text without NUL. Of no type of its own, so that the server gives it the one that is wanted."""

    def dump(self, obj: str) -> "Buffer | None":
        """The bytes of a text."""
        return super().dump(obj.replace(NUL, STAND_IN) if NUL in obj else obj)


_known: set[str] = set()  # addresses that were reached before by this process
_idle: list[tuple[int, str, psycopg.Connection[Any]]] = []  # process, address, and what somebody left
_turns = Lock()  # threads that leave and take


def taken(server: Server) -> psycopg.Connection[Any] | None:
    """A connection that somebody left, if there is one that is not known to be lost."""
    with _turns:
        mine = [each for each in _idle if each[:2] == (os.getpid(), server.url)]
        for each in mine:
            _idle.remove(each)
            if each[2].info.transaction_status == pq.TransactionStatus.IDLE:
                return each[2]
            each[2].close()
    return None


def left(server: Server, connection: psycopg.Connection[Any]) -> None:
    """Leave a connection to whoever comes next: opening one takes a process of the server's, and often a handshake."""
    if connection.info.transaction_status != pq.TransactionStatus.IDLE:
        connection.close()
        return
    with _turns:
        _idle.append((os.getpid(), server.url, connection))
        while len(_idle) > IDLE_MAX:
            close_own(_idle.pop(0))


def close_own(each: tuple[int, str, psycopg.Connection[Any]]) -> None:
    """Close what this process opened; a child has what its parent did, and leaves that alone."""
    if each[0] == os.getpid():
        each[2].close()


@atexit.register
def let_go() -> None:
    """Close what nobody came for."""
    while _idle:
        close_own(_idle.pop())


def reached(server: Server) -> psycopg.Connection[Any]:
    """A new connection; where the server was there before, or is just starting, it is waited for."""
    for pause in RETRIES:
        try:
            return opened(server)
        except psycopg.OperationalError as error:
            if server.url not in _known and STARTING not in str(error):
                raise
        time.sleep(pause)
    return opened(server)


def opened(server: Server) -> psycopg.Connection[Any]:
    """A new connection."""
    asked: dict[str, Any] = {"connect_timeout": CONNECT_SECONDS, "application_name": "brief"}
    asked |= conninfo.conninfo_to_dict(server.url)
    try:
        connection = psycopg.connect(**{**asked, "client_encoding": "utf8"}, autocommit=True)
    except psycopg.OperationalError as error:
        raise UnreachedError(str(error)) from None
    connection.adapters.register_loader("text", Text)
    connection.adapters.register_dumper(str, Guarded)
    connection.execute(f"SET lock_timeout = '{BUSY_SECONDS:.3f}s'")
    _known.add(server.url)
    return connection
