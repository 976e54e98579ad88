"""Superseded: what was going to be done, beside a later report that it was done.

"Brandt will sign the accord on Friday" is outdated by "Brandt signed the accord": the verb that stood in the future
stands in the past in a later article, with the same people and things around it. English only.
"""

import re
from collections.abc import Iterable, Sequence

import numpy as np

from briefing.summarise.terms import Corpus
from briefing.text.words import stems

AHEAD = re.compile(
    r"\b(?:will|would|could|may|might|(?:is|are|was|were) (?:(?:due|set|expected|scheduled|about|likely|planning) )?to|"
    r"(?:plans?|planned|expects?|expected|hopes?|intends?|prepar(?:es?|ed|ing)|vow(?:s|ed)|promis(?:es|ed)|agreed) to)"
    r" (?:(?:be|also|soon|formally|finally|probably) )?([a-z]{3,})"
)
BASE_OF = {
    "left": "leave", "met": "meet", "won": "win", "lost": "lose", "held": "hold", "began": "begin", "sent": "send",
    "gave": "give", "took": "take", "fell": "fall", "rose": "rise",
}  # fmt: skip
DONE = re.compile(rf"(?<!to be )(?<!be )(?<!not )(?<!never )\b([a-z]{{2,}}ed|cut|put|shut|{'|'.join(BASE_OF)})\b")
EMPTY = frozenset(
    ("take", "give", "make", "hold", "have", "put", "continue", "need", "want", "use", "consider", "allow", "allowed")
)  # done every day, so their being done tells nothing
SHARED = 0.4  # of the content words of the shorter sentence, the verb left out; below it they tell of two things
FEWEST_SHARED = 3


def is_superseded(corpus: Corpus, number: int, later: Sequence[int]) -> bool:
    """Whether a sentence of a later article outdates this one; `later` ranks the articles by time."""
    mine = corpus.sentences[number]
    if later[mine.article] == max(later):
        return False  # there is no later article
    for verb in sorted(_coming(mine.text)):
        own = _content(corpus, number, verb)
        for other in _with_any(corpus, _forms(verb)):
            sentence = corpus.sentences[other]
            if (
                later[sentence.article] > later[mine.article]
                and verb in _done(sentence.text)
                and _tell_of_one_thing(own, _content(corpus, other, verb))
            ):
                return True
    return False


def _coming(text: str) -> set[str]:
    """The stems of the verbs that stand in the future."""
    return {_stem(verb) for verb in AHEAD.findall(text) if verb not in EMPTY}


def _done(text: str) -> set[str]:
    """The stems of the verbs that stand in the past, and not in the future too."""
    return {_stem(BASE_OF.get(word, word)) for word in DONE.findall(text)} - _coming(text)


def _forms(verb: str) -> set[str]:
    """The stems under which a verb may stand."""
    return {verb, *(_stem(past) for past, base in BASE_OF.items() if _stem(base) == verb)}


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


def _stem(verb: str) -> str:
    return next(iter(stems(verb)), verb)
