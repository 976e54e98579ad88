"""Doubts: reasons for which another sentence would rather be read, where one serves as well. English only.

None of them makes a sentence unfit; each costs it a little of its nearness (`selection.HANDICAP`).
"""

import re

from briefing.text.guarded import guarded, listed

RELATIVE_DAY = guarded(
    r"\b(?:[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow|[Ll]ast night|[Tt]his (?:morning|afternoon|evening)"
    r"|[Nn]ext week)\b",
    "Yesterday yesterday Today today Tonight tonight Tomorrow tomorrow Last last This this Next next",
)  # means nothing a week later
# How many doubts each reason counts for; set by hand after reading key sentences of 2020 (docs/decisions/0131), and
# seen to cost no ROUGE at 100 words.
MISLEADS = 4  # it says something wrong when it is read
JUDGES = 3
THIN = 3
ELSEWHERE = 2
FEW_WORDS = 9  # a shorter sentence mostly says its piece to the one before it
OPENING = 2  # sentences at an article's head may be short
MOSTLY = 0.5  # of a sentence's code points in quotation marks: quotations have a place of their own in a briefing
OBLIGATION = guarded(r"\b(?:should|must|ought to)\b", "should must ought")
VERDICT = listed("en", "verdicts")
SOURCE = re.compile(
    r"\b(?:said|says?|told|tells|according to|wrote|writes|argued?|argues|warned|warns|urged?|urges|called|calls|"
    r"tweeted|announced|reported|reports|ruled|claimed|claims|asked|added|testified|stated|insists|insisted"
    r"|issued an? (?:[a-z]+ )?(?:warning|statement|notice|order|letter|advisory|apology))\b"
)


def count_doubts(text: str, outside: str, words: int, position: int) -> int:
    """How many doubts there are of a sentence; `outside` is what stands outside quotation marks."""
    return (
        MISLEADS * (RELATIVE_DAY.search(outside) is not None)
        + THIN * (words < FEW_WORDS and position >= OPENING)
        + ELSEWHERE * (len(outside) < MOSTLY * len(text))
        + JUDGES * judges(outside)
    )


def judges(outside: str) -> bool:
    """Whether it says what ought to be, or how something is to be taken, and not who says so."""
    judged = OBLIGATION.search(outside) is not None or VERDICT.search(outside) is not None
    return judged and SOURCE.search(outside) is None
