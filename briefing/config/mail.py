"""Mail settings: the tables `[mail]`, `[schedule]` and `[[recipient]]` of `brief.toml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from briefing.config.values import Reader, flag, formats, items, one_of, path_name, read, shown, text, texts
from briefing.errors import ConfigError
from briefing.model import Format

Security = Literal["starttls", "tls", "none"]
Every = Literal["day", "week"]

PORTS: Mapping[str, int] = {"starttls": 587, "tls": 465, "none": 25}  # RFC 6409, RFC 8314, RFC 5321
PORT_MAX = 65535
HOUR = time(7)
HOST_CHARACTERS = 253  # RFC 1035
LOCAL_CHARACTERS = 64  # RFC 5321
PASSWORD_VARIABLE = "BRIEF_SMTP_PASSWORD"  # noqa: S105 the name of a variable, not what is in it

CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
LOCAL_PART = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
HOST = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*")
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
PLACEHOLDER = "{recipient}"  # in `unsubscribe_url`: where the address goes


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An address with the name that stands before it."""

    address: str  # ASCII: an international host is kept as it goes over the wire
    name: str  # "" for none

    def __str__(self) -> str:
        from email.utils import formataddr  # late: every start reads the settings, few of them mail

        return formataddr((self.name, self.address))

    @property
    def host(self) -> str:
        """What follows the @."""
        return self.address.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class Mail:
    """How mail leaves: the table `[mail]`."""

    sender: Mailbox  # `from`
    host: str  # the SMTP server
    port: int
    security: Security  # "starttls": begin in the clear, then TLS or nothing; "tls": TLS from the first byte
    user: str | None  # to log in with; None: no login
    password_file: Path | None  # whose first line is the password
    password_command: tuple[str, ...]  # whose first line of output is the password
    ca: Path | None  # certificates to trust beside none of the system's; None: the system's
    reply_to: Mailbox | None
    list_id: str  # RFC 2919, without the angle brackets
    unsubscribe: str  # the address that requests to unsubscribe go to
    unsubscribe_url: str | None  # https; RFC 8058 one-click where given
    web: str | None  # https or http address under which the archive can be read
    logo: Path | None  # a picture for the head of the mail
    logo_alt: str  # the same in words


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets what, and when: one `[[recipient]]`."""

    mailbox: Mailbox
    topics: tuple[str, ...]  # words or phrases; only events that mention one of them; empty: all events
    attach: tuple[Format, ...]  # formats to attach
    hour: time  # of the reader's time zone
    every: Every
    only_when_something: bool  # no mail without an event in it

    @property
    def address(self) -> str:
        """By which the ledger knows the recipient."""
        return self.mailbox.address


@dataclass(frozen=True, slots=True)
class Schedule:
    """When, unless a recipient says otherwise: the table `[schedule]`."""

    hour: time = HOUR
    every: Every = "day"


def mailbox(value: object, key: str) -> Mailbox:
    """An address, with or without a name: "Mira Solen <mira@example.org>"."""
    from email.utils import parseaddr  # late, as above

    written = text(value, key)
    name, address = parseaddr(written)
    local, _, host = address.rpartition("@")
    try:
        host = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        host = ""
    fits = len(local) <= LOCAL_CHARACTERS and len(host) <= HOST_CHARACTERS
    if UNSEEN.search(written) or not fits or not LOCAL_PART.fullmatch(local) or not HOST.fullmatch(host):
        raise ConfigError(f'{key} must be an address such as "Mira Solen <mira@example.org>", not {shown(value)}')
    return Mailbox(f"{local}@{host}", name)


def clock(value: object, key: str) -> time:
    """An hour of the day: "07:00"."""
    found = CLOCK.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise ConfigError(f'{key} must be an hour such as "07:00", not {shown(value)}')
    return time(int(found[1]), int(found[2]))


def port(value: object, key: str) -> int:
    """A TCP port."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= PORT_MAX:
        raise ConfigError(f"{key} must be a whole number from 1 to {PORT_MAX}, not {shown(value)}")
    return value


def host_name(value: object, key: str) -> str:
    """A host's name or address."""
    name = text(value, key).strip()
    if len(name) > HOST_CHARACTERS or not re.fullmatch(r"[A-Za-z0-9.:-]+", name):
        raise ConfigError(f'{key} must be a host such as "smtp.example.org", not {shown(value)}')
    return name


def list_name(value: object, key: str) -> str:
    """A list's identity: labels with a dot between them (RFC 2919)."""
    name = text(value, key)
    if "." not in name or len(name) > HOST_CHARACTERS or not HOST.fullmatch(name):
        raise ConfigError(f'{key} must look like "brief.example.org", not {shown(value)}')
    return name


def web_address(value: object, key: str, schemes: tuple[str, ...] = ("https", "http")) -> str:
    """An address on the web, as it may stand in a header: printable ASCII, no space."""
    address = text(value, key)
    fits = address.isascii() and address.isprintable() and not any(mark in address for mark in ' <>"\\,')
    try:
        parts = urlsplit(address)
        fits = fits and parts.scheme in schemes and bool(parts.hostname)
    except ValueError:
        fits = False
    if not fits:
        raise ConfigError(f"{key} must be an address that begins with {schemes[0]}://, not {shown(value)}")
    return address


def secure_address(value: object, key: str) -> str:
    """An https address: one-click unsubscribing asks for it (RFC 8058)."""
    return web_address(value, key, ("https",))


def one_line(value: object, key: str) -> str:
    """Text without line breaks or other characters that cannot be seen."""
    words = text(value, key)
    if UNSEEN.search(words):
        raise ConfigError(f"{key} must be on one line, not {shown(value)}")
    return words


def never(_value: object, key: str) -> object:
    """A setting that must not be."""
    raise ConfigError(
        f"{key} does not belong into the file: put the password into {PASSWORD_VARIABLE}, "
        "or name password_file or password_command"
    )


MAIL: Mapping[str, Reader] = {
    "from": mailbox,
    "host": host_name,
    "port": port,
    "security": one_of(*PORTS),
    "user": one_line,
    "password": never,
    "password_file": path_name,
    "password_command": texts,
    "ca": path_name,
    "reply_to": mailbox,
    "list_id": list_name,
    "unsubscribe": mailbox,
    "unsubscribe_url": secure_address,
    "web": web_address,
    "logo": path_name,
    "logo_alt": one_line,
}
SCHEDULE: Mapping[str, Reader] = {"hour": clock, "every": one_of("day", "week")}
RECIPIENT: Mapping[str, Reader] = {
    "address": mailbox,
    "topics": texts,
    "attach": formats,
    "hour": clock,
    "every": one_of("day", "week"),
    "only_when_something": flag,
}


def parse_mail(value: object, folder: Path) -> Mail:
    """The table `[mail]`; relative paths are taken from `folder`. Raises ConfigError."""
    values = read(table(value, "mail"), MAIL, "mail.")
    for key in ("from", "host"):
        if key not in values:
            raise ConfigError(f"mail.{key} is missing: mail cannot leave without it")
    sender: Mailbox = values["from"]
    security: Security = values.get("security", "starttls")
    if security == "none" and "user" in values:
        raise ConfigError('mail.user needs mail.security "starttls" or "tls": a password never travels in the clear')
    paths = {key: folder / values[key] for key in ("password_file", "ca", "logo") if key in values}
    return Mail(
        sender=sender,
        host=values["host"],
        port=values.get("port", PORTS[security]),
        security=security,
        user=values.get("user"),
        password_file=paths.get("password_file"),
        password_command=values.get("password_command", ()),
        ca=paths.get("ca"),
        reply_to=values.get("reply_to"),
        list_id=values.get("list_id", f"brief.{sender.host}"),
        unsubscribe=values.get("unsubscribe", values.get("reply_to", sender)).address,
        unsubscribe_url=values.get("unsubscribe_url"),
        web=values.get("web"),
        logo=paths.get("logo"),
        logo_alt=values.get("logo_alt", ""),
    )


def parse_schedule(value: object) -> Schedule:
    """The table `[schedule]`. Raises ConfigError."""
    return Schedule(**read(table(value, "schedule"), SCHEDULE, "schedule."))


def parse_recipients(value: object, schedule: Schedule) -> tuple[Recipient, ...]:
    """Every `[[recipient]]`; what one leaves out, `schedule` says. Raises ConfigError, also for an address twice."""
    if isinstance(value, dict):
        raise ConfigError("each recipient begins with [[recipient]], in two brackets")
    found: dict[str, Recipient] = {}
    for number, each in enumerate(items(value, "recipient"), 1):
        values = read(table(each, "recipient"), RECIPIENT, "recipient.")
        if "address" not in values:
            raise ConfigError(f"recipient {number} has no address")
        one = recipient(values["address"], schedule, values)
        if one.address.lower() in found:
            raise ConfigError(f'recipient "{one.address}" is there twice: put all of it into one [[recipient]]')
        found[one.address.lower()] = one
    return tuple(found.values())


def recipient(to: Mailbox, schedule: Schedule, values: Mapping[str, Any]) -> Recipient:
    """A recipient, with the defaults for what is not among `values`."""
    return Recipient(
        mailbox=to,
        topics=values.get("topics", ()),
        attach=values.get("attach", ()),
        hour=values.get("hour", schedule.hour),
        every=values.get("every", schedule.every),
        only_when_something=values.get("only_when_something", True),
    )


def table(value: object, key: str) -> Mapping[str, Any]:
    """A TOML table."""
    if isinstance(value, Mapping):
        return value
    kind = f"[[{key}]]" if key == "recipient" else f"[{key}]"
    raise ConfigError(f"{key} must be a table that begins with {kind}, not {shown(value)}")
