"""SMTP: one connection, one transaction a letter (RFC 5321, 3207, 4954, 8314); every answer is an outcome."""

import base64
import smtplib
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from briefing.deliver.delivery import Outcome
from briefing.deliver.password import HIDDEN, Password
from briefing.errors import DeliverError

REPLY_CHARACTERS = 300  # of an answer kept in the ledger
NO_NAME = "[127.0.0.1]"  # what a client without a name of its own calls itself (RFC 5321, 4.1.4)
OK = 250
OK_FORWARDED = 251
CHALLENGE = 334
LOGGED_IN = 235
TEMPORARY, PERMANENT = 4, 5  # first digits of a code
CLOSING = 421
TOO_LARGE = 552


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds to wait for an answer. RFC 5321, 4.5.3.2 asks for minutes: a server may think long before its 250, and
    a client that leaves sooner sends twice."""

    connect: float = 30
    command: float = 300
    end: float = 600  # after the last dot


@dataclass(frozen=True, slots=True)
class Server:
    """Where mail is handed in."""

    host: str
    port: int
    security: Literal["starttls", "tls", "none"]
    user: str | None = None
    ca: Path | None = None  # certificates to trust instead of the system's
    timeouts: Timeouts = Timeouts()


class SessionError(DeliverError):
    """The server cannot be reached or will not have us: no recipient's fault."""


class Carrier(Protocol):
    """What takes letters: the server, or whatever stands for it."""

    def ready(self) -> None:
        """Have a connection; raises SessionError where there is none to be had."""

    def carry(self, sender: str, to: str, data: bytes) -> Outcome:
        """One transaction, whole: the letter is taken, or the outcome says why not. Raises SessionError."""

    def close(self) -> None:
        """Let go."""


class Connection:
    """A connection that is made when it is needed, and again after it was lost."""

    def __init__(self, server: Server, password: Callable[[], Password]) -> None:
        """password: asked only when somebody logs in."""
        self._server = server
        self._password = password
        self._smtp: smtplib.SMTP | None = None
        self._secrets: tuple[str, ...] = ()

    def ready(self) -> None:
        """See `Carrier.ready`."""
        if self._smtp is not None and self._alive(self._smtp):
            return
        server = self._server
        try:
            self._smtp = self._connect()
            self._log_in(self._smtp)
        except (OSError, smtplib.SMTPException, ValueError) as error:
            self.close()
            raise SessionError(f"{server.host}:{server.port} {self._advice(error)}") from None
        except BaseException:
            self.close()
            raise

    def carry(self, sender: str, to: str, data: bytes) -> Outcome:
        """See `Carrier.carry`."""
        if self._smtp is None:
            self.ready()
        smtp = self._smtp
        assert smtp is not None  # noqa: S101 `ready` has seen to it
        try:
            outcome = self._transact(smtp, sender, to, data)
        except (OSError, smtplib.SMTPServerDisconnected, smtplib.SMTPResponseException) as error:
            self.close()
            return Outcome("deferred", self._said(f"connection lost ({type(error).__name__}): {error}"))
        return outcome

    def close(self) -> None:
        """Say goodbye, if anybody still listens."""
        smtp, self._smtp = self._smtp, None
        if smtp is None:
            return
        try:
            if smtp.sock is not None:
                smtp.sock.settimeout(1.0)  # nothing depends on the answer
            smtp.quit()
        except (OSError, smtplib.SMTPException):
            smtp.close()

    def _alive(self, smtp: smtplib.SMTP) -> bool:
        """Whether the server still listens: while a briefing was made it may have hung up."""
        try:
            alive = smtp.noop()[0] == OK
        except (OSError, smtplib.SMTPException):
            alive = False
        if not alive:
            self.close()
        return alive

    def _connect(self) -> smtplib.SMTP:
        server = self._server
        name = socket.gethostname()
        own = name if "." in name else NO_NAME
        if server.security == "tls":
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, local_hostname=own, timeout=server.timeouts.connect, context=self._context()
            )
        else:
            smtp = smtplib.SMTP(server.host, server.port, local_hostname=own, timeout=server.timeouts.connect)
        self._smtp = smtp
        smtp.ehlo_or_helo_if_needed()
        if server.security == "starttls":
            smtp.starttls(context=self._context())
            smtp.ehlo_or_helo_if_needed()
        if smtp.sock is not None:
            smtp.sock.settimeout(server.timeouts.command)
        return smtp

    def _context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self._server.ca) if self._server.ca else None)

    def _log_in(self, smtp: smtplib.SMTP) -> None:
        """PLAIN, else LOGIN, in UTF-8 (RFC 4616): `smtplib`'s own login knows ASCII passwords only."""
        user = self._server.user
        if user is None:
            return
        password = self._password().value
        plain = encoded(f"\0{user}\0{password}")
        self._secrets = (password, encoded(password), plain)
        offered = smtp.esmtp_features.get("auth", "").upper().split()
        if "PLAIN" in offered:
            code, answer = smtp.docmd("AUTH", f"PLAIN {plain}")
        elif "LOGIN" in offered:
            code, answer = smtp.docmd("AUTH", f"LOGIN {encoded(user)}")
            if code == CHALLENGE:
                code, answer = smtp.docmd(encoded(password))
        else:
            raise smtplib.SMTPNotSupportedError("the server offers neither AUTH PLAIN nor AUTH LOGIN")
        if code != LOGGED_IN:
            raise smtplib.SMTPAuthenticationError(code, answer)

    def _transact(self, smtp: smtplib.SMTP, sender: str, to: str, data: bytes) -> Outcome:
        size = [f"size={len(data)}"] if smtp.has_extn("size") else []
        code, answer = smtp.mail(sender, size)
        if code // 100 == PERMANENT and code != TOO_LARGE:
            self._reset(smtp, code)
            raise SessionError(f"{self._server.host} does not let {sender} send: {self._reply(code, answer)}")
        if code == OK:
            code, answer = smtp.rcpt(to)
            if code in (OK, OK_FORWARDED):
                return self._data(smtp, data)
        self._reset(smtp, code)
        return self._outcome(code, answer)

    def _data(self, smtp: smtplib.SMTP, data: bytes) -> Outcome:
        if smtp.sock is not None:
            smtp.sock.settimeout(self._server.timeouts.end)
        try:
            code, answer = smtp.data(data)
        except smtplib.SMTPDataError as error:
            code, answer = error.smtp_code, as_bytes(error.smtp_error)
        if smtp.sock is not None:
            smtp.sock.settimeout(self._server.timeouts.command)
        if code != OK:
            self._reset(smtp, code)
        return self._outcome(code, answer)

    def _reset(self, smtp: smtplib.SMTP, code: int) -> None:
        """Be ready for the next letter."""
        if code == CLOSING:
            self.close()
        else:
            smtp.rset()

    def _outcome(self, code: int, answer: bytes) -> Outcome:
        reply = self._reply(code, answer)
        if code == OK:
            return Outcome("sent", reply)
        return Outcome("refused" if code // 100 == PERMANENT else "deferred", reply)

    def _reply(self, code: int, answer: bytes) -> str:
        return self._said(f"{code} {answer.decode('utf-8', 'replace')}")

    def _said(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        line = " ".join("".join(mark if mark.isprintable() else " " for mark in text).split())
        return line[:REPLY_CHARACTERS]

    def _advice(self, error: Exception) -> str:
        if isinstance(error, smtplib.SMTPAuthenticationError):
            reply = self._reply(error.smtp_code, as_bytes(error.smtp_error))
            return f"does not accept the login of {self._server.user}: check user and password ({reply})"
        if isinstance(error, ssl.SSLCertVerificationError):
            return f"shows a certificate that cannot be trusted ({error.verify_message}): check mail.host and mail.ca"
        if isinstance(error, ssl.SSLError):
            return 'speaks no TLS there: check mail.port, and whether mail.security is "tls" or "starttls"'
        if isinstance(error, smtplib.SMTPNotSupportedError):
            return f"cannot do what is asked ({self._said(str(error))}): check mail.port and mail.security"
        if isinstance(error, FileNotFoundError):
            return f"cannot be asked: there is no file {self._server.ca}, which mail.ca names"
        if isinstance(error, smtplib.SMTPResponseException):
            return f"turned us away: {self._reply(error.smtp_code, as_bytes(error.smtp_error))}"
        return f"cannot be reached ({self._said(str(error))}): check mail.host, mail.port and the network"


def encoded(text: str) -> str:
    """Base64 of the text in UTF-8."""
    return base64.b64encode(text.encode()).decode("ascii")


def as_bytes(answer: bytes | str) -> bytes:
    """What `smtplib` keeps of an answer, which is now the one, now the other."""
    return answer if isinstance(answer, bytes) else answer.encode()
