"""Commentary: whether an article argues rather than reports, as far as its address, its head and its voice tell."""

import re

from briefing.model import Article

# A part of the address that papers keep for opinion: /opinion/, /opinions/2020/, /op-ed/, /columnists/name/.
SECTION = re.compile(r"/(?:opinions?|editorials?|commentary|columns?|columnists?|op-?eds?|blogs?|perspectives?)(?:/|$)")
# "The Daily Post - Opinion", "Opinion: Why the bridge must stay".
NAMED = re.compile(r"\b(?:opinion|editorial|commentary|op-ed)s?\b", re.IGNORECASE)
HEAD = re.compile(r"\s*(?:opinion|editorial|commentary|column|op-ed|analysis)\s*[:|]", re.IGNORECASE)
QUOTED = re.compile(r"[“\"«][^”\"»\n]*[”\"»]?")
OWN_VOICE = re.compile(r"\b(?:I|we|my|our|us|me)\b")

# Own-voice words in a hundred, outside quotations, beyond which a text argues. On 3,947 articles of 2020: 39 % of those
# whose address or outlet says opinion lie above, none of the two agencies', 9 % of the rest, which on reading were
# columns, interviews and guides. benchmarks/text_commentary.py prints the table.
OWN_VOICE_SHARE = 1.0
# A text shorter than this says nothing by its share: one "we" would do.
WORDS_MIN = 100


def is_commentary(article: Article) -> bool:
    """Whether the article gives somebody's view: by its address, its outlet's name, its headline, or its own voice."""
    if SECTION.search(article.url or "") or HEAD.match(article.title) or NAMED.search(article.outlet or ""):
        return True
    return own_voice(article.text) > OWN_VOICE_SHARE


def own_voice(text: str) -> float:
    """How many words in a hundred are "I", "we" and the like, outside quotations; 0 for a text too short to tell."""
    plain = QUOTED.sub("", text)
    words = len(plain.split())
    return 100 * len(OWN_VOICE.findall(plain)) / words if words >= WORDS_MIN else 0.0
