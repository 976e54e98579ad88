"""Summarise: which sentences, in which order, within how many words. An event's articles → `Extract`s."""

from collections.abc import Sequence

from briefing.model import Article, Copy, Extract


def summarise(
    articles: Sequence[Article], *, words: int, method: str = "brief", copies: Sequence[Copy] = ()
) -> tuple[Extract, ...]:
    """The key sentences of one event's articles, in reading order, together at most `words` words."""
    raise NotImplementedError
