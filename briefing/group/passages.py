"""Passages: what two versions of one text have in common, for people who want to see why one is called a copy."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.group.credits import credits_agency, is_agency
from briefing.group.duplicates import origin_order
from briefing.group.shingles import SHINGLE
from briefing.group.spelling import fold
from briefing.model import Article, Copy, Place, Span
from briefing.text.words import WORD

OriginBecause = Literal["agency", "credit", "earliest", "fullest", "id"]


@dataclass(frozen=True, slots=True)
class Shared:
    """What makes an article a copy."""

    article_id: str
    origin_id: str
    version_id: str  # the version of the text it shares most with: the origin, or another copy
    words: int  # of the article that stand in passages in common, of `SHINGLE` words or more
    of: int  # words the article has
    version_of: int  # words the version has
    passages: int
    longest: Place | None  # the longest of them; None where both texts are too short to have one
    longest_words: int
    because: OriginBecause  # what makes the origin the origin, and not this article


def shared_by(articles: Iterable[Article], copies: Sequence[Copy]) -> tuple[Shared, ...]:
    """For each copy among these articles what it shares; by article id. `articles` hold copies and origins."""
    by_id = {article.id: article for article in articles}
    texts: dict[str, list[str]] = {}
    for copy in copies:
        texts.setdefault(copy.origin_id, [copy.origin_id]).append(copy.article_id)
    found = []
    for copy in sorted(copies, key=lambda copy: copy.article_id):
        article, origin = by_id[copy.article_id], by_id[copy.origin_id]
        versions = [by_id[other] for other in texts[copy.origin_id] if other != copy.article_id]
        found.append(max((shared(article, origin, version) for version in versions), key=_most))
    return tuple(found)


def shared(article: Article, origin: Article, version: Article) -> Shared:
    """What an article shares with a version of its text."""
    ours, theirs = list(WORD.finditer(article.text)), list(WORD.finditer(version.text))
    spelt = [fold(match.group().lower()) for match in ours]
    known = set(_runs([fold(match.group().lower()) for match in theirs]))
    ranges = list(_ranges([run in known for run in _runs(spelt)]))
    longest = max(ranges, key=lambda found: (found[1] - found[0], -found[0]), default=None)
    place = longest and Place(article.id, Span(ours[longest[0]].start(), ours[longest[1] - 1].end()))
    return Shared(
        article_id=article.id,
        origin_id=origin.id,
        version_id=version.id,
        words=sum(end - start for start, end in ranges),
        of=len(ours),
        version_of=len(theirs),
        passages=len(ranges),
        longest=place,
        longest_words=longest[1] - longest[0] if longest else 0,
        because=_because(origin, article),
    )


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every run of `SHINGLE` words."""
    return zip(*(words[offset:] for offset in range(SHINGLE)), strict=False)


def _ranges(common: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The stretches of words that runs in common cover, each whole: from the first word to past the last."""
    start, end = 0, 0
    for place, is_common in enumerate(common):
        if not is_common:
            continue
        if place > end or end == 0:
            if end:
                yield start, end
            start = place
        end = place + SHINGLE
    if end:
        yield start, end


def _most(found: Shared) -> tuple[int, bool, str]:
    return found.words, found.version_id == found.origin_id, found.version_id


def _because(origin: Article, article: Article) -> OriginBecause:
    """The first of what tells an origin in which the two differ."""
    if is_agency(origin) != is_agency(article):
        return "agency"
    if credits_agency(origin) != credits_agency(article):
        return "credit"
    ours, theirs = origin_order(origin, len(origin.text)), origin_order(article, len(article.text))
    if ours[2:4] != theirs[2:4]:
        return "earliest"
    return "fullest" if ours[4] != theirs[4] else "id"
