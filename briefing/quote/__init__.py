"""Quote: what was said, by whom, in full name. `Article` → `Quote`s."""

from briefing.model import Article, Quote


def quote(article: Article) -> tuple[Quote, ...]:
    """The quotations of one article in the order they stand, each with its speaker where that is sure enough."""
    raise NotImplementedError
