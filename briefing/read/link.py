"""Link: whether an address that stands in a feed or a letter leads to a page."""

from urllib.parse import urljoin, urlsplit


def is_web(url: str) -> bool:
    """Whether it is an http or https address with a host."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def joined(home: str, link: str) -> str:
    """An address that is relative to another; "" where either is missing, or none."""
    try:
        return urljoin(home, link) if home and link else ""
    except ValueError:
        return ""
