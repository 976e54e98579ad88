"""Listing: an event's articles and outlets, by name as far as a page bears it; beyond, by number. The JSON has all."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from briefing.model import Article, Event, Section
from briefing.render import dates, links
from briefing.render.counting import count
from briefing.render.escape import folded
from briefing.render.notes import Notes, outlet
from briefing.render.view import Listed

# An event of a hundred thousand articles a week has two thousand of them, which nobody looks through on a page. The
# largest printed of 53 real weeks has 8 articles by 8 outlets, so lists of real news stay whole.
ARTICLES, COPIES = 24, 12
NO_HEADLINE = "(no headline)"


def listing(event: Event, cited: frozenset[str], notes: Notes, tz: ZoneInfo) -> tuple[tuple[Listed, ...], str | None]:
    """The event's articles in order, each with its copies (and their copies) folded under it, and how many are not.

    cited: ids of articles that are listed in any case; the others are the first.
    """
    origin_of = {copy.article_id: copy.origin_id for copy in event.copies}
    folds: dict[str, list[str]] = {}
    for article_id in event.article_ids:
        folds.setdefault(root_of(article_id, origin_of), []).append(article_id)
    chosen = {root for root, ids in folds.items() if not cited.isdisjoint(ids)}
    for root in folds:
        if len(chosen) >= ARTICLES:
            break
        chosen.add(root)
    listed = tuple(
        _entry(notes.article(root), tz, tuple(_copy(notes, each, root, tz) for each in ids if each != root)[:COPIES])
        for root, ids in folds.items()
        if root in chosen
    )
    left = len(event.article_ids) - sum(1 + len(each.copies) for each in listed)
    return listed, count(left, "more article") if left else None


def cited_in(section: Section) -> frozenset[str]:
    """The ids of the articles whose words a section prints."""
    places = [each.citation.place for each in section.extracts]
    places += [each.citation.place for each in section.quotes]
    places += [place for each in section.figures for place in each.figures]
    return frozenset(place.article_id for place in places)


def root_of(article_id: str, origin_of: Mapping[str, str]) -> str:
    """The article whose text it is, through copies of copies."""
    seen = {article_id}
    while (origin := origin_of.get(article_id)) is not None and origin not in seen:
        seen.add(origin)
        article_id = origin
    return article_id


def _entry(article: Article, tz: ZoneInfo, copies: tuple[Listed, ...] = ()) -> Listed:
    title = folded(article.title) or NO_HEADLINE
    return Listed(title, links.safe(article.url), outlet(article), dates.when(article, tz), copies)


def _copy(notes: Notes, article_id: str, root: str, tz: ZoneInfo) -> Listed:
    copy = _entry(notes.article(article_id), tz)
    same = folded(notes.article(article_id).title).casefold() == folded(notes.article(root).title).casefold()
    return copy._replace(title=None) if same else copy
