"""Account: the honest paragraph at the end of a briefing, in words."""

from collections.abc import Iterator, Mapping

from briefing.model import Article, Brief
from briefing.render import dates
from briefing.render.counting import count
from briefing.render.escape import folded
from briefing.render.notes import outlet
from briefing.render.view import Remark

# The note stays a quiet paragraph: beyond so many a list is counted, not named. The JSON names all.
NAMED = 12
OPENING_WORDS = 12  # of an article without a headline: enough to know it again


def account(brief: Brief, articles: Mapping[str, Article]) -> tuple[Remark, ...]:
    """What was read, what was not shown, what has no date, what failed, what was cut: each only if there is any."""
    return tuple(_remarks(brief, articles))


def _remarks(brief: Brief, articles: Mapping[str, Article]) -> Iterator[Remark]:
    coverage = brief.coverage
    yield Remark(
        None, f"{count(coverage.sources, 'source')} read, {count(coverage.articles, 'article')} in the window."
    )
    if coverage.omitted:
        yield Remark(None, f"{count(len(coverage.omitted), 'article')} on smaller events not shown.")
    if coverage.undated:
        known = [articles[article_id] for article_id in coverage.undated if article_id in articles]
        named = [_undated(article) for article in known[:NAMED]]
        yield Remark("Undated, so in no window:", _several(named, len(coverage.undated)))
    if coverage.problems:
        named = [f"{folded(each.subject)} ({folded(each.message)})" for each in coverage.problems[:NAMED]]
        yield Remark("Not read, or not wholly:", _several(named, len(coverage.problems)))
    if coverage.silent:
        named = [folded(each) for each in coverage.silent[:NAMED]]
        yield Remark("Told of in the last briefing, silent now:", _several(named, len(coverage.silent)))
    if coverage.removed:
        cut = [f"{folded(each.step)} ({count(each.paragraphs, 'paragraph')})" for each in coverage.removed]
        yield Remark("Left out of the articles’ texts:", _several(cut, len(cut)))
    yield Remark(None, f"All times: {folded(brief.timezone)}.")


def _undated(article: Article) -> str:
    title, by = folded(article.title) or _opening(article), outlet(article)
    when = dates.partial(article.partial_date)
    return (f"“{title}”, {by}" if title else by) + (f" ({when})" if when else "")


def _opening(article: Article) -> str:
    """What to call an article without a headline: its first words."""
    words = article.text.split()
    return folded(" ".join(words[:OPENING_WORDS])) + ("…" if len(words) > OPENING_WORDS else "")


def _several(named: list[str], total: int) -> str:
    more = total - len(named)
    return "; ".join([*named, f"{more:,} more"] if more and named else named or [f"{more:,}"]) + "."
