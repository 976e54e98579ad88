"""One spelling for British and American English, so that a reprint which changed only that still matches.

The result is a key to compare by, not a word to show: "wise" becomes "wize" on both sides, which does no harm.
"""

import re

# Longest first; each is (British ending, American ending). Endings only, so that "our" itself or "tour" stay.
ENDINGS = (
    ("isations", "izations"), ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"),
    ("iser", "izer"), ("isers", "izers"), ("ise", "ize"), ("ysing", "yzing"), ("ysed", "yzed"), ("yse", "yze"),
    ("elling", "eling"), ("elled", "eled"), ("eller", "eler"), ("ellers", "elers"), ("ogues", "ogs"), ("ogue", "og"),
    ("fences", "fenses"), ("fence", "fense"), ("cences", "censes"), ("cence", "cense"),
    ("tres", "ters"), ("tre", "ter"), ("mmes", "ms"), ("mme", "m"),
)  # fmt: skip
BRITISH = tuple(british for british, _ in ENDINGS)
OUR = re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|able|ite|ites|less|ful|hood|er|ers)?$)")
LEAST_LENGTH = 5  # shorter words ("rise", "four") are mostly no pairs of spellings
POSSESSIVE = ("'s", "’s")


def fold(word: str) -> str:
    """A lower-case word in the spelling articles are compared in."""
    if word.endswith(POSSESSIVE):
        word = word[:-2]
    word = word.replace("’", "'")
    if len(word) < LEAST_LENGTH:
        return word
    if word.endswith(BRITISH):
        for british, american in ENDINGS:
            if word.endswith(british):
                return word[: -len(british)] + american
    return OUR.sub("or", word) if "our" in word else word
