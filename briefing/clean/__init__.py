"""Clean: what an article's own text is, and what is known about it. `RawDocument` → `Article`."""

from briefing.model import Article, Problem, RawDocument


def clean(document: RawDocument) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article of a document (None: there is none in it) and what was wrong with it."""
    raise NotImplementedError
