"""How the tests of cleaning write documents."""

from datetime import UTC, datetime

from briefing.clean import clean
from briefing.model import Article, Problem, RawDocument

NOW = datetime(2026, 5, 24, 7, 0, tzinfo=UTC)


def document(
    body: str | bytes, media_type: str = "text/plain", *, name: str = "a.txt", part: int | None = None
) -> RawDocument:
    """A document read at NOW."""
    data = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
    return RawDocument(name, None, name, part, media_type, data, NOW)


def article(body: str | bytes, media_type: str = "text/plain") -> Article:
    """The article in a document that has one."""
    found, _ = clean(document(body, media_type))
    assert found is not None
    return found


def problems(body: str | bytes, media_type: str = "text/plain") -> tuple[Problem, ...]:
    """What was wrong with a document."""
    return clean(document(body, media_type))[1]
