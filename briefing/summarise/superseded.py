"""Superseded: what was going to be done, beside a later report that it was done.

"Brandt will sign the accord on Friday" is outdated by "Brandt signed the accord": the verb that stood in the future
stands in the past in a later article, with the same people and things around it. English only.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from briefing.summarise.terms import Corpus
from briefing.text.announcements import coming, done, forms

SHARED = 0.4  # of the content words of the shorter sentence, the verb left out; below it they tell of two things
FEWEST_SHARED = 3


def is_superseded(corpus: Corpus, number: int, later: Sequence[int]) -> bool:
    """Whether a sentence of a later article outdates this one; `later` ranks the articles by time."""
    mine = corpus.sentences[number]
    if later[mine.article] == max(later):
        return False  # there is no later article
    for verb in sorted(coming(mine.text)):
        own = _content(corpus, number, verb)
        for other in _with_any(corpus, forms(verb)):
            sentence = corpus.sentences[other]
            if (
                later[sentence.article] > later[mine.article]
                and verb in done(sentence.text)
                and _tell_of_one_thing(own, _content(corpus, other, verb))
            ):
                return True
    return False


def _with_any(corpus: Corpus, forms: Iterable[str]) -> list[int]:
    """The sentences in which one of some stems stands."""
    numbers = [corpus.vocabulary[form] for form in forms if form in corpus.vocabulary]
    return [int(row) for row in np.unique(corpus.row[np.isin(corpus.tokens, numbers)])]


def _content(corpus: Corpus, number: int, verb: str) -> frozenset[int]:
    """The stems of a sentence that are no stop words, without the verb."""
    stems_there = corpus.stems_of(number)
    return frozenset(stems_there[~corpus.stop[stems_there]].tolist()) - {corpus.vocabulary.get(verb, -1)}


def _tell_of_one_thing(one: frozenset[int], other: frozenset[int]) -> bool:
    shared = len(one & other)
    return shared >= FEWEST_SHARED and shared >= SHARED * min(len(one), len(other))
