"""Commentary: whether an article argues rather than reports, as far as its address, its head and its voice tell."""

import math
import re
from collections import Counter
from functools import lru_cache

from briefing.model import Article

# A part of the address that papers keep for opinion: /opinion/, /opinions/2020/, /op-ed/, /columnists/name/;
# or the beginning of a page's name, as an agency has it.
SECTION = re.compile(
    r"/(?:opinions?|editorials?|commentary|columns?|columnists?|op-?eds?|blogs?(?!/[^/]{1,80}/news/)|perspectives?)(?:/|$)"
    r"|/(?:breakingviews|commentary)-"
)
# "The Daily Post - Opinion", "Opinion: Why the bridge must stay".
NAMED = re.compile(r"\b(?:opinion|editorial|commentary|op-ed)s?\b", re.IGNORECASE)
HEAD = re.compile(r"(?<!\s)\s*+(?:opinion|editorial|commentary|column|op-ed|analysis)\s*[:|]", re.IGNORECASE)
QUOTED = re.compile(r"[“\"«][^”\"»\n]*[”\"»]?")
# Whole words; looked behind when one is met, as a pattern that begins with \b is tried at every character.
OWN_VOICE = re.compile(r"(?:I(?<!\w.)|(?:we|my|us|me)(?<!\w..)|our(?<!\w...))\b")

# What tells arguing from reporting, outside quotations, with the weight of each mark in a hundred words: columns say
# "must" and ask questions, reports say who said it and on which day, and give figures. A logistic model, learnt by
# benchmarks/text_commentary.py from 3,947 articles of 2020 of which 356 are labelled; English only.
WEIGHTS = {
    "own voice": 0.17, "attributions": -1.44, "obligations": 0.73, "assurances": 0.49, "questions": 0.65, "days": -0.48,
    "figures": -0.32,
}  # fmt: skip
MARK_OF = {
    word: mark
    for mark, listed in (
        ("own voice", "i we my our us me"),
        ("attributions", "said says told according announced reported added tweeted asked confirmed"),
        ("obligations", "should must ought cannot can't can’t"),
        ("assurances", "course indeed perhaps simply merely surely truth frankly obviously clearly nothing never real "
                       "really rather yet even"),
        ("questions", "?"),
        ("days", "monday tuesday wednesday thursday friday saturday sunday"),
    )
    for word in listed.split()
}  # fmt: skip
TOKEN = re.compile(r"[a-z]+(?:['’]t)?|\?|\d[\d,.]*+")
CONSTANT = -1.21
MOST_MARKS = 8.0  # in a hundred words, that count of each kind: an article of nothing but figures is no outlier
# Beyond it a text argues: no agency report lies there, and 54 % of the labelled, each judged by a model that did not
# learn from it.
ARGUES = -1.25
ENGLISH = ("en", "und")  # ISO 639-1; an unknown language is taken for English, as elsewhere

# Own-voice words in a hundred, outside quotations, beyond which a text argues. On 3,947 articles of 2020: 39 % of those
# whose address or outlet says opinion lie above, none of the two agencies', 9 % of the rest, which on reading were
# columns, interviews and guides. benchmarks/text_commentary.py prints the table.
OWN_VOICE_SHARE = 1.0
TEXTS_KEPT = 512  # whose answers are remembered: several stages ask of the articles of one event
# A text shorter than this says nothing by its share: one "we" would do.
WORDS_MIN = 100


def is_commentary(article: Article) -> bool:
    """Whether the article gives somebody's view: by its address, its outlet's name, its headline, or its own voice."""
    if SECTION.search(article.url or "") or HEAD.match(article.title) or NAMED.search(article.outlet or ""):
        return True
    if own_voice(article.text) > OWN_VOICE_SHARE:
        return True
    return article.language in ENGLISH and argues(article.text) > ARGUES


@lru_cache(maxsize=1)  # what is asked of a text, is asked in one breath
def outside_quotations(text: str) -> tuple[str, int]:
    """A text without its quotations, and how many words that has."""
    plain = QUOTED.sub("", text)
    return plain, len(plain.split())


@lru_cache(maxsize=TEXTS_KEPT)
def argues(text: str) -> float:
    """The logarithm of the odds that a text argues rather than reports; minus infinity for one too short to tell."""
    return odds(*outside_quotations(text))


def odds(plain: str, words: int) -> float:
    """The same of a text without its quotations, of so many words."""
    if words < WORDS_MIN:
        return -math.inf
    return CONSTANT + sum(WEIGHTS[mark] * share for mark, share in marks(plain, words).items())


def marks(plain: str, words: int) -> dict[str, float]:
    """How often each mark stands in a hundred of a text's words."""
    counts = dict.fromkeys(WEIGHTS, 0)
    for token, count in Counter(TOKEN.findall(plain.lower())).items():
        mark = "figures" if token[0].isdigit() else MARK_OF.get(token)
        if mark:
            counts[mark] += count
    return {mark: min(100 * count / words, MOST_MARKS) for mark, count in counts.items()}


@lru_cache(maxsize=TEXTS_KEPT)
def own_voice(text: str) -> float:
    """How many words in a hundred are "I", "we" and the like, outside quotations; 0 for a text too short to tell."""
    return voice_share(*outside_quotations(text))


def voice_share(plain: str, words: int) -> float:
    """The same of a text without its quotations, of so many words."""
    return 100 * len(OWN_VOICE.findall(plain)) / words if words >= WORDS_MIN else 0.0
