"""Links: which addresses may be followed from a briefing, and how they are written."""

import re
from urllib.parse import quote, urlsplit

from briefing.model import Window
from briefing.render.escape import folded

SCHEMES = ("http", "https")
UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\\]")  # browsers drop some of these, or read them as others
# RFC 3986's reserved and unreserved characters, less those that could end a link in Markdown or mean something beyond
# it: parentheses, brackets, quotation marks, "*", "$", and ";", which ends a character reference.
KEPT = "/:?#@!&+,=%-._~"
BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
HOST = re.compile(r"[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]")
# Characters. The sitemap protocol allows 2,047, so longer addresses are of no page; Typst refuses links beyond 8,000.
LONGEST = 2048
LONGEST_PLACE = 2 * LONGEST
FRAGMENT_WORDS = 5  # at either end: few enough for a short address, enough that hardly a sentence shares both


def safe(url: str | None) -> str | None:
    """The address, percent-escaped (RFC 3986), if it is an http or https one with a host; else None."""
    if not url:
        return None
    url = url.strip()
    if len(url) > LONGEST or UNFIT.search(url):
        return None
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in SCHEMES or not host or parts.username is not None or parts.password is not None:
        return None
    host = _ascii(host)
    if host is None:
        return None
    rest = url[url.index("//") + 2 + len(parts.netloc) :]
    where = host if port is None else f"{host}:{port}"
    whole = f"{parts.scheme.lower()}://{where}{_percent(rest)}"
    return whole if len(whole) <= LONGEST else None


def beside(window: Window, other: Window, extension: str) -> str:
    """The way from one briefing's file in the archive to another's: both stand in the folder of their year.

    A week stands under the year it is counted in (ISO 8601).
    """
    name = quote(f"{other.id}.{extension}", safe=KEPT)
    return name if year(window) == year(other) else f"../{year(other):04}/{name}"


def year(window: Window) -> int:
    """The year whose folder a window's briefing stands in."""
    return window.first_day.isocalendar().year if window.kind == "week" else window.first_day.year


def place(url: str | None, words: str) -> str | None:
    """A link to the very words on the page: a text fragment (WICG Scroll to Text Fragment)."""
    if url is None:
        return None
    words_in_order = folded(words).split(" ")
    if len(words_in_order) <= 2 * FRAGMENT_WORDS:
        found = _fragment(" ".join(words_in_order))
    else:
        first, last = words_in_order[:FRAGMENT_WORDS], words_in_order[-FRAGMENT_WORDS:]
        found = f"{_fragment(' '.join(first))},{_fragment(' '.join(last))}"
    leading = f"{url}{'' if '#' in url else '#'}:~:text={found}"
    return leading if len(leading) <= LONGEST_PLACE else url


def host(url: str | None) -> str | None:
    """The host of a safe address, as a name for an outlet that is not known otherwise."""
    return (urlsplit(url).hostname or "").removeprefix("www.") or None if url else None


def _ascii(host: str) -> str | None:
    if ":" in host:
        host = f"[{host}]"
    try:
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    return host if HOST.fullmatch(host) else None


def _percent(text: str) -> str:
    path, mark, fragment = BARE_PERCENT.sub("%25", text).partition("#")
    # A second "#" is none of a fragment's characters.
    kept = KEPT.replace("#", "")
    return quote(path, safe=KEPT, errors="replace") + mark + quote(fragment, safe=kept, errors="replace")


def _fragment(words: str) -> str:
    # "-" and "," part a text fragment's pieces, "&" its directives: all three must be escaped within one.
    return quote(words, safe="", errors="replace").replace("-", "%2D")
