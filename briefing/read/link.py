"""Link: whether an address that stands in a feed or a letter leads to a page."""

from urllib.parse import urlsplit


def is_web(url: str) -> bool:
    """Whether it is an http or https address with a host."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
