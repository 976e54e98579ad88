"""Reading order: what leads an article before what follows in it, the newest first; background comes last."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from briefing.model import Article
from briefing.summarise.candidates import Candidate
from briefing.summarise.standing import Judge

LEADING = 3  # sentences at the head of an article that tell its news; the rest is detail and background
UNDATED = datetime.min.replace(tzinfo=UTC)  # an article without a time counts as the oldest


def ranks_by_time(articles: Sequence[Article]) -> list[int]:
    """The rank of each article by time of publication, 0 for the oldest; equal times share a rank."""
    times = sorted({article.published or UNDATED for article in articles})
    number = {time: rank for rank, time in enumerate(times)}
    return [number[article.published or UNDATED] for article in articles]


def reading_order(
    chosen: Iterable[int], sentences: Sequence[Candidate], later: Sequence[int], judge: Judge
) -> list[int]:
    """The chosen sentences' numbers as they should be read; `later` ranks the articles by time."""

    def place(number: int) -> tuple[bool, int, int, int]:
        sentence = sentences[number]
        return (sentence.position >= LEADING, -later[sentence.article], sentence.article, sentence.span.start)

    return _introduced(sorted(chosen, key=place), judge)


def _introduced(ordered: Sequence[int], judge: Judge) -> list[int]:
    """The same numbers, each moved behind the first that gives what it needs."""
    waiting = list(ordered)
    placed: list[int] = []
    given: set[str] = set()
    while waiting:
        ready = next((number for number in waiting if judge.of(number).needs <= given), waiting[0])
        waiting.remove(ready)
        placed.append(ready)
        given |= judge.of(ready).gives
    return placed
