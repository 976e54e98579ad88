"""URLs: one address for one article, whatever a reader's path to it added (RFC 3986, section 6.2)."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

TRACKING = re.compile(
    r"(?:utm_\w*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|cmp(?:id)?|icid|ocid|ftag|smid|smtyp|ncid|"
    r"wt\.\w+|_ga|_gl|at_\w+|ref_src|ref_url|taid|xtor)",
    re.I,
)
"""Parameters that tell where a reader came from, never what is read."""

DEFAULT_PORTS = {"http": 80, "https": 443}

LONGEST = 2_000
"""Characters; no browser or server is sure to take a longer address, and no article has one."""


def canonical(url: object) -> str | None:
    """The address with its host in lower case, without fragment, default port and tracking parameters.

    None: it is no http or https address.
    """
    if not isinstance(url, str) or len(url) > LONGEST:
        return None
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in DEFAULT_PORTS or "." not in host or re.search(r"[\s<>\"'\\^`{}|]", host):
        return None
    where = host if port in (None, DEFAULT_PORTS[scheme]) else f"{host}:{port}"
    return urlunsplit((scheme, where, parts.path or "/", _own_query(parts.query), ""))


def _own_query(query: str) -> str:
    if not query:
        return ""
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not TRACKING.fullmatch(name)]
    return query if len(kept) == len(pairs) else urlencode(kept)


def host_of(url: str | None) -> str:
    """The host of a canonical address, without "www."; "" where there is none."""
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
