"""Address: which host a URL means, and whether brief may talk to it.

Against server-side request forgery (OWASP): whoever writes a feed or answers with a redirect chooses where brief goes
next, and inside a newsroom's network that could be anything. So only http and https; a host written as a number other
than four decimals is refused; and what DNS answers is looked at, then that very address is used, so no second answer
can differ.
"""

import ipaddress
import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import httpx

Resolve = Callable[[str, int], Sequence[str]]
"""A host's name and a port → its IP addresses; raises OSError where it has none."""

LAST_PORT = 65_535
MOST_ADDRESSES = 4
"""Of a host that are tried in turn: two of each version."""

PORTS = {"http": 80, "https": 443}
LONGEST = 2_000
"""Characters of an address; no server is sure to take more (RFC 9110 asks for 8,000, practice gives 2,000)."""

CREDENTIALS = re.compile(r"^(\s*https?://)[^/?#\s]{0,500}@", re.I)
NUMBER = re.compile(r"(?:0x[0-9a-f]*|\d+)", re.I)
NAME = re.compile(r"[a-z0-9._-]{1,253}")
NAT64 = ipaddress.ip_network("64:ff9b::/96")
TRANSLATED = ipaddress.ip_network("::ffff:0:0:0/96")  # RFC 2765
GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")  # all that IANA has given out of IPv6 so far
IN_BOOKS = ipaddress.ip_network("3fff::/20")  # RFC 9637, which Python does not know before 3.13
COMPATIBLE = ipaddress.ip_network("::/96")


@dataclass(frozen=True, slots=True)
class Target:
    """Where one request goes."""

    url: httpx.URL
    host: str  # in ASCII and lower case, without brackets
    port: int
    ips: tuple[str, ...]  # the host's addresses, all found fit; the first is used

    @property
    def site(self) -> str:
        """Scheme, host and port: what robots.txt and politeness are about."""
        return f"{self.url.scheme}://{self.host}:{self.port}"

    @property
    def next(self) -> "Target | None":
        """The same by the host's next address; None: it has no other."""
        return replace(self, ips=self.ips[1:]) if len(self.ips) > 1 else None

    @property
    def pinned(self) -> httpx.URL:
        """The address with the host's number in place of its name."""
        return self.url.copy_with(host=self.ips[0], fragment=None, username=None, password=None)

    @property
    def host_header(self) -> str:
        """What the Host field says."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.url.scheme] else f"{host}:{self.port}"


def without_password(url: str) -> str:
    """An address as it may stand in a briefing: less the name and password it may carry."""
    return CREDENTIALS.sub(r"\1", url)


class Refused(Exception):  # noqa: N818 it is no error but an answer, told to the reader as it stands
    """Why an address is not asked, in a sentence without a full stop. Never leaves `briefing.read.web`."""


def target(url: str, resolve: Resolve, *, private: bool) -> Target:
    """The target of an address; raises Refused where brief does not go there.

    `private`: whether addresses of the machine itself and of its own network are allowed.
    """
    parsed, host = _parsed(url)
    port = parsed.port or PORTS[parsed.scheme]
    literal = _literal(host)
    try:
        addresses = [str(literal)] if literal else list(resolve(host, port))
    except (OSError, UnicodeError):
        raise Refused("its host has no address: the name may be wrong, or the network down") from None
    if not addresses:
        raise Refused("its host has no address")
    # One bad address among good ones is enough: a second request might get it.
    if not private and not all(map(is_public, addresses)):
        raise Refused("its host is in a private network: [fetch] private_addresses = true allows that")
    return Target(parsed, host, port, tuple(each.partition("%")[0] for each in addresses[:MOST_ADDRESSES]))


def _parsed(url: str) -> tuple[httpx.URL, str]:
    if len(url) > LONGEST:
        raise Refused(f"an address of more than {LONGEST} characters")
    try:
        parsed = httpx.URL(url.strip())
        host = parsed.raw_host.decode("ascii").lower().rstrip(".")
    except (httpx.InvalidURL, UnicodeError, ValueError, TypeError):
        raise Refused("no address of the web") from None
    if parsed.scheme not in PORTS:
        raise Refused("neither http nor https, so it was not opened")
    if not host:
        raise Refused("no address of the web: it has no host")
    if parsed.port is not None and not 0 < parsed.port <= LAST_PORT:
        raise Refused("no address of the web: no port has that number")
    return parsed, host


def _literal(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The IP address a host is written as; None: it is a name. Refused: a number in another form than dotted decimals.

    "2130706433", "0x7f.1" and "0177.0.0.1" are all 127.0.0.1 to some resolver.
    """
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        pass
    if ":" in host or NUMBER.fullmatch(host.rpartition(".")[2]):
        raise Refused("its host is a number in an odd form")
    if not NAME.fullmatch(host):
        raise Refused("no address of the web: no host can have that name")
    return None


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, and so is any other that is hidden in it."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    meant = ip if isinstance(ip, ipaddress.IPv4Address) else _hidden(ip) or ip
    if isinstance(meant, ipaddress.IPv6Address) and (meant not in GLOBAL_UNICAST or meant in IN_BOOKS):
        return False
    return meant.is_global and not meant.is_multicast


def _hidden(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that traffic to an IPv6 address ends at: mapped, 6to4, Teredo, NAT64, compatible."""
    if ip.ipv4_mapped or ip.sixtofour:
        return ip.ipv4_mapped or ip.sixtofour
    if ip.teredo:
        return ip.teredo[1]
    if ip in NAT64 or ip in TRANSLATED or (ip in COMPATIBLE and int(ip) > 1):
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return None


def system_resolve(host: str, port: int) -> Sequence[str]:
    """What the system's resolver answers, in its order, each address once."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
