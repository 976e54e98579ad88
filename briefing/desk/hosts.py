"""Hosts: by which names the desk may be asked for.

A page elsewhere can point a name of its own at this machine (DNS rebinding), so a request by a name that nobody gave
the desk is refused. An address in figures cannot be pointed anywhere.
"""

from collections.abc import Collection
from ipaddress import ip_address

LOCAL = ("localhost",)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach it."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() in LOCAL


def is_known(header: str, names: Collection[str], *, loopback: bool) -> bool:
    """Whether a request's Host header may be answered. loopback: the desk is bound to this machine alone."""
    host = bare(header)
    if host is None:
        return False
    if host in names or host in LOCAL:
        return True
    try:
        address = ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or not loopback


def bare(header: str) -> str | None:
    """The host of a Host header, in small letters, without its port; None where it is no host."""
    host = header.strip().lower()
    if host.startswith("["):
        inner, bracket, port = host[1:].partition("]")
        return inner if bracket and (not port or (port.startswith(":") and port[1:].isdigit())) else None
    name, colon, port = host.partition(":")
    if (colon and not port.isdigit()) or not name:
        return None
    return name.rstrip(".")
