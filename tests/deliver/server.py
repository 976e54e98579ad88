"""A real SMTP server on this machine, with certificates of its own, a login, and faults on demand."""

import asyncio
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

HOST = "localhost"
USER, PASSWORD = "desk", "gänse-Füßchen-7"


@dataclass
class Box:
    """What the server was handed, and what it is to do wrong; a handler of aiosmtpd."""

    letters: list[tuple[str, bytes]] = field(default_factory=list)  # recipient, message; in order of acceptance
    at_sender: str = "250 OK"
    at_recipient: dict[str, list[str]] = field(default_factory=dict)  # answers to come, by address
    at_end: dict[str, list[str]] = field(default_factory=dict)  # the same, after the last dot
    logins: list[bytes] = field(default_factory=list)
    blab: bool = False  # whether a refused login is answered with the password

    async def handle_MAIL(  # noqa: N802 the library's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self.at_sender

    async def handle_RCPT(  # noqa: N802 the library's name
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        answer = next_of(self.at_recipient, address)
        if answer == "drop":
            hang_up(server)
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 as above
        (address,) = envelope.rcpt_tos
        answer = next_of(self.at_end, address)
        if answer == "drop before":
            hang_up(server)
        if answer.startswith("250") or answer == "drop after":
            assert isinstance(envelope.content, bytes)
            self.letters.append((address, envelope.content))
        if answer == "drop after":
            hang_up(server)
        return answer

    def login(self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
        """Whether these are the user and the password."""
        assert isinstance(data, LoginPassword)
        self.logins.append(data.login)
        known = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        told = f"535 {data.password.decode()} is not the password" if self.blab else None
        return AuthResult(success=known, handled=False, message=told)

    def got(self) -> list[str]:
        """Who got a letter, in order."""
        return [address for address, _ in self.letters]


def next_of(answers: Mapping[str, list[str]], address: str) -> str:
    """The next answer for that address; all is well where none is left."""
    left = answers.get(address)
    return left.pop(0) if left else "250 OK"


def hang_up(server: SMTP) -> None:
    """Cut the connection without a word."""
    assert isinstance(server.transport, asyncio.Transport)
    server.transport.abort()


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(
    box: Box, folder: Path, *, security: str = "none", authentic: bool = True, port: int = 0
) -> Iterator[tuple[int, Path]]:
    """Its port, and the file of the authority that signed its certificate.

    authentic: under its own name. port: 0 for any that is free.
    """
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "ca.pem")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(HOST if authentic else "elsewhere.example").configure_cert(context)
    port = port or free_port()
    settings: dict[str, Any] = {"hostname": "127.0.0.1", "port": port}
    if security == "starttls":
        settings |= {
            "tls_context": context,
            "require_starttls": True,
            "authenticator": box.login,
            "auth_required": True,
        }
    elif security == "tls":
        settings |= {"ssl_context": context, "authenticator": box.login, "auth_require_tls": False}
    controller = Controller(box, **settings)
    controller.start()
    try:
        yield port, folder / "ca.pem"
    finally:
        controller.stop()
