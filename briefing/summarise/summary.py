"""An event's summary: candidates, weights, target, selection, reading order."""

from collections import Counter
from collections.abc import Callable, Sequence

from briefing.model import Article, Copy, Extract, Place
from briefing.summarise.above import Above
from briefing.summarise.candidates import Candidate, candidates
from briefing.summarise.order import ranks_by_time, reading_order
from briefing.summarise.registry import method_named
from briefing.summarise.selection import select
from briefing.summarise.standing import Judge, Standing
from briefing.summarise.superseded import is_superseded
from briefing.summarise.target import bag, targets
from briefing.summarise.terms import corpus
from briefing.text.heads import opens

Leading = Callable[[Place], float]
# With these an article's second sentence weighs half its first; with twice the words, or half the articles, its third
# does. benchmarks/summarise_recipe.py; docs/decisions/0130.
REACH_WORDS = 100
REACH_ARTICLES = 10
MOST_SENTENCES = 3_000  # of one event that are looked at, its articles' first ones; bounds the cost of huge events


def summarise(
    articles: Sequence[Article],
    *,
    words: int,
    method: str = "brief",
    copies: Sequence[Copy] = (),
    above: Above | None = None,
    leading: Leading | None = None,
) -> tuple[Extract, ...]:
    """The key sentences of one event's articles, in reading order, together at most `words` words.

    Words are counted as white space parts them. Rank 0 is the sentence chosen first; the score is the method's weight.
    Articles that `copies` names as repeating another of the articles are left out. Where no sentence fits, ().
    above: what each sentence is read under by itself, with a citation of its own; None: they are read as one text.
    leading: how fit a sentence is to stand first; the fittest of those that open their articles is chosen first.
    Raises SummariseError for a method that does not exist; the message names those that do.
    """
    weigh = method_named(method)
    originals = _originals(articles, copies)
    sentences = _first(candidates(originals))
    if not sentences:
        return ()
    found = corpus(
        sentences,
        len(originals),
        _language(originals),
        titles=(article.title for article in originals),
        reach=reach(words, len(originals)),
    )
    weights = weigh(found)
    later = ranks_by_time(originals)
    terms = bag(found)
    aims = targets(found, weights, terms)

    def outdated(number: int) -> bool:
        return is_superseded(found, number, later)

    judge = Judge(originals, sentences, above)
    first = _fittest(originals, sentences, judge, leading, words, outdated) if leading else None
    chosen = select(
        found, terms, aims, judge, words=words, later=later, barred=outdated, first=first, apart=above is not None
    )
    if above and not all(judge.of(number).standing is Standing.GOOD for number in chosen):
        chosen = []  # rather nothing than what an editor strikes out
    rank = {number: place for place, number in enumerate(chosen)}
    return tuple(
        Extract(originals[sentences[number].article].id, sentences[number].span, float(weights[number]), rank[number])
        for number in reading_order(chosen, sentences, later, judge)
    )


def _fittest(
    articles: Sequence[Article],
    sentences: Sequence[Candidate],
    judge: Judge,
    leading: Leading,
    words: int,
    barred: Callable[[int], bool],
) -> int | None:
    """Of the sentences that open their articles, stand alone and fit, the one fittest to stand first; None of none."""
    openings = [
        number
        for number, each in enumerate(sentences)
        if each.words <= words and opens(articles[each.article].text, each.span)
    ]
    places = {number: Place(articles[sentences[number].article].id, sentences[number].span) for number in openings}
    ranked = sorted(openings, key=lambda number: (-leading(places[number]), number))

    def stands(number: int) -> bool:
        found = judge.of(number)
        return found.standing is Standing.GOOD and not found.needs and not barred(number)

    return next((number for number in ranked if stands(number)), None)


def reach(words: int, articles: int) -> float:
    """How many times deeper than REACH_WORDS of REACH_ARTICLES so many words of so many articles reach into each."""
    return max(1.0, words / REACH_WORDS) * max(1.0, REACH_ARTICLES / articles)


def _originals(articles: Sequence[Article], copies: Sequence[Copy]) -> list[Article]:
    """The articles less those that repeat another one of them, by time, then id: input order changes nothing."""
    present = {article.id for article in articles}
    repeated = {copy.article_id for copy in copies if copy.origin_id in present and copy.origin_id != copy.article_id}
    kept = [article for article in articles if article.id not in repeated] or list(articles)
    ranks = ranks_by_time(kept)
    return [kept[i] for i in sorted(range(len(kept)), key=lambda i: (ranks[i], kept[i].id))]


def _first(sentences: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The sentences nearest their articles' heads, at most MOST_SENTENCES, in the order they came."""
    if len(sentences) <= MOST_SENTENCES:
        return tuple(sentences)
    order = sorted(range(len(sentences)), key=lambda i: (sentences[i].position, i))
    return tuple(sentences[i] for i in sorted(order[:MOST_SENTENCES]))


def _language(articles: Sequence[Article]) -> str:
    """The language most of the articles are in; of equals, the one met first."""
    return Counter(article.language for article in articles).most_common(1)[0][0]
