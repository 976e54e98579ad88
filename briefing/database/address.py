"""Addresses: where a library is, a file of SQLite's or a database on a PostgreSQL server."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

# https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS
SERVER = re.compile(r"postgres(?:ql)?://", re.IGNORECASE)
PASSWORD = re.compile(r"(?<=://)([^/?#:]*):[^/?#]*@|(?<=[?&])((?:ssl)?password)=[^&#]*")


@dataclass(frozen=True, slots=True, repr=False)
class Server:
    """A library on a PostgreSQL server. As text it is without a password: it stands in messages so."""

    url: str = field()  # as libpq takes it: postgresql://user@host/database

    def __str__(self) -> str:
        return without_password(self.url)

    def __repr__(self) -> str:
        return f"Server({str(self)!r})"

    def absolute(self) -> Self:
        """Itself, as it is the same from every folder."""
        return self

    def exists(self) -> bool:
        """Whether there is a library; StoreError where the server cannot be asked."""
        from briefing.database.seam import errors, opened

        with errors(self), opened(self) as connection:
            return connection.schema() > 0


Address = Path | Server


def without_password(text: str) -> str:
    """A text in which an address may stand, as it may be shown."""
    return PASSWORD.sub(lambda found: f"{found[1]}@" if found[1] is not None else f"{found[2]}=…", text)


def address(text: str, folder: Path = Path()) -> Address:
    """The library that a user names; a relative path is taken from `folder`."""
    return Server(text) if SERVER.match(text) else folder / text


def written(library: Address) -> str:
    """The text that `address` takes for the same library, from whatever folder; with the password, if it has one."""
    return library.url if isinstance(library, Server) else str(library.absolute())
