"""Superseded: what was going to be done, beside a later report that it was done.

"Brandt will sign the accord on Friday" is outdated by "Brandt signed the accord": the verb that stood in the future
stands in the past in a later article, with the same people and things around it. English only.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from briefing.summarise.terms import Corpus, words_of
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


def superseded(corpus: Corpus, later: Sequence[int]) -> frozenset[int]:
    """Numbers of the sentences that a sentence of a later article outdates; `later` ranks the articles by time."""
    content = [frozenset(words_of(found, corpus.language)) for found in corpus.stems]
    done: dict[str, list[int]] = defaultdict(list)
    ahead: list[tuple[int, str]] = []
    for number, sentence in enumerate(corpus.sentences):
        coming = {_stem(verb) for verb in AHEAD.findall(sentence.text) if verb not in EMPTY}
        ahead += [(number, verb) for verb in sorted(coming)]
        for verb in {_stem(BASE_OF.get(word, word)) for word in DONE.findall(sentence.text)} - coming:
            done[verb].append(number)
    return frozenset(
        number
        for number, verb in ahead
        if any(
            later[corpus.sentences[other].article] > later[corpus.sentences[number].article]
            and _tell_of_one_thing(content[number] - {verb}, content[other] - {verb})
            for other in done[verb]
        )
    )


def _tell_of_one_thing(one: frozenset[object], other: frozenset[object]) -> bool:
    shared = len(one & other)
    return shared >= FEWEST_SHARED and shared >= SHARED * min(len(one), len(other))


def _stem(verb: str) -> str:
    return next(iter(stems(verb)), verb)
