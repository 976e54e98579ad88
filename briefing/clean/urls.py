"""URLs: one address for one article, whatever a reader's path to it added (RFC 3986, section 6.2)."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

TRACKING = re.compile(
    r"(?:utm_\w*|mtm_\w+|(?:pk|piwik)_(?:campaign|kwd|keyword|source|medium|content)|hsa_\w+|_hs\w+|__hs\w+|fb_\w+|fbclid|g(?:clid|clsrc|braid"
    r"|braid)|wbraid|dclid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_[ce]id|mkt_tok|cmp(?:id)?|cmp_\w+"
    r"|icid|ocid|ftag|smid|smtyp|ncid|nl_art|wt\.\w+|wt_\w+|_ga|_gl|at_\w+|ns_\w+|ref_src|ref_url|ref_source|taid|xtor"
    r"|pgtype|clickSource|clickModule|intcmp|int_cmp|s_cid|sc_cid|sr_share|share_token|shareToken|srnd"
    r"|traffic_source|trkCampaign|guccounter|guce_\w+|soc_\w+|vero_\w+|oly_\w+|feedType|feedName"
    r"|amp|amp_js_v|usqp|outputType|partner|echobox|wpisrc|wpmm|socialflow\w*|__twitter_impression|__source|_ke|dicbo"
    r"|ito|iref|spJobID|spMailingID|spReportId|spUserID)",
    re.I,
)
"""Parameters that tell where a reader came from, never what is read. "ref", "source", "id", "page", "p" and their like
are not among them: with some sites they are the article."""

WORTHLESS = {
    "action": re.compile(r"click", re.I),  # with module=, pgtype=, region=: what was clicked on a front page
    "module": re.compile(r"[^&]{0,60}"),
    "region": re.compile(r"[^&]{0,60}"),
    "ref": re.compile(r"(?:rss|twitter|facebook|tw|fb|home(?:page)?|newsletter|share|nl|article|topnews|hp)", re.I),
    "source": re.compile(r"(?:rss|twitter|facebook|newsletter|social|share|email|articleshare)\w{0,20}", re.I),
    "from": re.compile(r"(?:rss|twitter|facebook|newsletter|email|share|singlemessage|timeline)", re.I),
    "sref": re.compile(r"rss", re.I),
    "rss": re.compile(r"(?:1|yes|true|)", re.I),
    "output": re.compile(r"amp", re.I),
    "cid": re.compile(r"(?:rss|social|nl|email|twitter|facebook)[\w:.-]{0,60}", re.I),
    "via": re.compile(r"(?:twitter|facebook|rss|email|newsletter)", re.I),
}
"""Parameters that are such with these values, and may be the article with others; "module" and "region" only beside
"action=click"."""

BESIDE_A_CLICK = frozenset({"module", "region"})

DEFAULT_PORTS = {"http": 80, "https": 443}

LONGEST = 2_000
"""Characters; no browser or server is sure to take a longer address, and no article has one."""


ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?:)", re.I)
"""What the Wayback Machine puts before the address of a page it keeps."""

LED_BY = re.compile(r"https?://(?:www\.)?google\.[a-z.]{2,6}/url\?", re.I)
LEADS_TO = ("url", "q")
"""Where Google, whose alerts and results lead through an address of its own, has the one it leads to."""


def _own(url: str) -> str:
    """An address itself, out of one that only leads to it."""
    archived = ARCHIVED.match(url)
    if archived:
        return url[archived.end() :]
    if LED_BY.match(url):
        led = dict(parse_qsl(url.partition("?")[2]))
        return next((led[name] for name in LEADS_TO if led.get(name, "").startswith("http")), url)
    return url


def canonical(url: object) -> str | None:
    """The address with its host in lower case, without fragment, default port and tracking parameters.

    None: it is no http or https address.
    """
    if not isinstance(url, str) or len(url) > LONGEST:
        return None
    try:
        parts = urlsplit(_own(url.partition("#")[0].strip()))
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
    clicked = ("action", "click") in ((name.lower(), value.lower()) for name, value in pairs)
    kept = [(name, value) for name, value in pairs if not _is_tracking(name, value, clicked=clicked)]
    return query if len(kept) == len(pairs) else urlencode(kept)


def _is_tracking(name: str, value: str, *, clicked: bool) -> bool:
    if TRACKING.fullmatch(name):
        return True
    worthless = WORTHLESS.get(name.lower())
    if worthless is None or (name.lower() in BESIDE_A_CLICK and not clicked):
        return False
    return worthless.fullmatch(value) is not None


def host_of(url: str | None) -> str:
    """The host of a canonical address, without "www."; "" where there is none."""
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
