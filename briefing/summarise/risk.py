"""Risk: how likely a sentence is to be one that an editor strikes out when it is printed by itself.

A logistic model of nine marks, none of them a word of the news, learnt from sentences that were read
(`benchmarks/summarise_risk.py`, which prints these figures). English only.
"""

import math
import re
from functools import lru_cache

from briefing.model import Article
from briefing.summarise.doubts import SOURCE
from briefing.text.commentary import argues, own_voice
from briefing.text.guarded import REMEMBERED
from briefing.text.word_lists import word_list
from briefing.text.words import stem_all
from briefing.text.words import words as words_in

CONSTANT = 1.98
WEIGHTS = {
    "words": -0.057, "leads": -0.215, "argues": 0.649, "own voice": 1.595, "figure": -0.711, "assurances": 1.123,
    "opens with speech": 0.990, "of the headline": -0.337, "source": -0.395,
}  # fmt: skip
WORDS_ENOUGH = 30  # more tell no more
ARGUES_LEAST = -3.5  # every report lies below, however little it argues
OWN_MOST = 1.2
ASSURANCES_MOST = 2
SHARED_MOST = 5
ASSURANCE = re.compile(
    r"\b(?:of course|indeed|perhaps|simply|merely|surely|frankly|obviously|clearly|nothing|never|really|rather|just|"
    r"certainly|arguably|apparently|ostensibly|always|so|quite|very|hardly)\b",
    re.IGNORECASE,
)
# A number, in words too, as any is that opens a sentence: with those the weeks not learnt from are told apart a little
# better (.812 for .808), and of the sentences that were read 13 more may be printed, all of them fine (decision 0294).
NUMBERS = """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety
    dozen dozens hundred hundreds thousand thousands million millions billion billions
"""
FIGURE = re.compile(rf"\d|\b(?:{'|'.join(NUMBERS.split())})\b", re.IGNORECASE)
SPEECH = '"“'
STOP = word_list("en", "stop words")


def slant(article: Article) -> tuple[float, float]:
    """How much an article argues, and how much of it is in its writer's own voice, as far as they matter here."""
    return max(ARGUES_LEAST, argues(article.text)), min(OWN_MOST, own_voice(article.text))


@lru_cache(maxsize=REMEMBERED)
def content(text: str) -> frozenset[str]:
    """The stems of a text's words that are no stop words."""
    return frozenset(stem_all(tuple({word for word in words_in(text) if word not in STOP}), "en"))


def risk(text: str, outside: str, slanted: tuple[float, float], headline: frozenset[str], *, leads: bool) -> float:
    """The estimated probability that it is struck out, 0 to 1; `outside` is what stands outside quotation marks.

    headline: the content of what stands above it.
    """
    found = marks(text, outside, slanted, headline, leads=leads)
    return 1 / (1 + math.exp(-CONSTANT - math.fsum(WEIGHTS[mark] * value for mark, value in found.items())))


def marks(
    text: str, outside: str, slanted: tuple[float, float], headline: frozenset[str], *, leads: bool
) -> dict[str, float]:
    """What the model goes by, by the names of WEIGHTS."""
    arguing, own = slanted
    return {
        "words": float(min(len(text.split()), WORDS_ENOUGH)),
        "leads": float(leads),
        "argues": arguing,
        "own voice": own,
        "figure": float(FIGURE.search(outside) is not None),
        "assurances": float(min(ASSURANCES_MOST, len(ASSURANCE.findall(outside)))),
        "opens with speech": float(text[:1] in SPEECH),
        "of the headline": float(min(SHARED_MOST, len(content(text) & headline))),
        "source": float(SOURCE.search(outside) is not None),
    }
