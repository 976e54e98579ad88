"""Keys: what proves that a request is an editor's own: sessions, tokens of forms, the login token.

Nothing here is kept but a digest of the login token; sessions end with the process.
"""

import hmac
import os
import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from briefing.errors import DeskError

BYTES = 32  # of chance in every secret: 256 bits, not to be guessed
TOKEN_BYTES = 24  # of the login token, which a person may have to type
SESSIONS_MAX = 200  # logged in at once; the oldest has to log in again
PRIVATE = 0o600


@dataclass(slots=True)
class Keys:
    """The secrets of one process."""

    secret: bytes = field(default_factory=lambda: secrets.token_bytes(BYTES))
    login: str | None = None  # SHA-256 of the login token; None: none is asked for
    inside: dict[str, None] = field(default_factory=dict)  # sessions that have logged in, the oldest first

    def session(self, cookie: str) -> str | None:
        """The session that a cookie stands for; None where this process did not give it out."""
        name, _, mark = cookie.partition(".")
        return name if name and hmac.compare_digest(mark, self.mark("session", name)) else None

    def new_session(self) -> str:
        """A session that nobody has yet."""
        return secrets.token_urlsafe(BYTES)

    def cookie(self, session: str) -> str:
        """What a browser keeps of a session."""
        return f"{session}.{self.mark('session', session)}"

    def form(self, session: str) -> str:
        """The token that every form of a session carries."""
        return self.mark("form", session)

    def is_own(self, session: str, token: str) -> bool:
        """Whether a form was this session's."""
        return hmac.compare_digest(token.encode("utf-8", "replace"), self.form(session).encode())

    def is_inside(self, session: str) -> bool:
        """Whether a session may see anything."""
        return self.login is None or session in self.inside

    def admit(self, token: str) -> str | None:
        """A new session for whoever has the login token; None for anybody else."""
        if self.login is None or not hmac.compare_digest(digest(token), self.login):
            return None
        session = self.new_session()
        self.inside[session] = None
        while len(self.inside) > SESSIONS_MAX:
            del self.inside[next(iter(self.inside))]
        return session

    def dismiss(self, session: str) -> None:
        """End a session."""
        self.inside.pop(session, None)

    def mark(self, purpose: str, name: str) -> str:
        """What only this process can have written."""
        return hmac.new(self.secret, f"{purpose}\0{name}".encode("utf-8", "replace"), sha256).hexdigest()


def digest(token: str) -> str:
    """What is kept of a login token. A token of 192 random bits needs no slow hash: there is nothing to guess."""
    return sha256(token.strip().encode("utf-8", "replace")).hexdigest()


def kept_login(path: Path) -> str | None:
    """The digest that an earlier run left; None where there is none."""
    try:
        found = path.read_text("ascii").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise DeskError(f"{path} cannot be read ({error}): remove it, and a new token is made") from None
    if len(found) != sha256().digest_size * 2:
        raise DeskError(f"{path} holds no digest of a login token: remove it, and a new one is made")
    return found


def new_login(path: Path) -> str:
    """A new login token, of which only the digest is kept."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(digest(token) + "\n")
        path.chmod(PRIVATE)
    except OSError as error:
        raise DeskError(f"{path} cannot be written ({error.strerror}): check the folder") from None
    return token
