"""Confidence: the estimated probability that a quotation's speaker is right, mention and name together.

It is the ranker's own probability, times how often a name come by in one way is right. Both were read on quotes-train:
the first by cross-validation, the second on quotations whose speakers were resolved by hand.
"""

from briefing.quote.resolve import Means, Resolved

RELIABLE: dict[Means, float] = {
    "full": 0.97,
    "surname": 0.99,
    "shared": 0.7,
    "lone": 0.90,
    "body": 0.9,
    "place": 0.80,
    "role": 0.85,
    "principal": 0.8,
    "unnamed": 0.76,
    "named": 0.8,
    "phrase": 0.59,
    "pronoun": 0.97,
    "likely": 0.78,
    "rivalled": 0.5,
    "none": 0.0,
}
"""How often the name is right where the mention is.

Where forty or more of a kind were read ("full", "surname", "pronoun") these are the rates benchmarks/quote_names.py
prints, within .03. The others are set by hand, at or below its rates, which rest on one to twenty quotations each:
"likely" (a pronoun whose bearer may have a rival) is .8 and more there, "named" (a body called after its owner) 5 of 6.
"phrase" (what has no name and is no person, or may be no name) and "rivalled" are lower than the readings' .63 and
.67, for nobody is to be named so: on quotes-dev, counted and not read, one phrase in five was right.
"""

PRINT_CONFIDENCE = 0.9
"""What a briefing prints: 97 to 98 of 100 are right on the readings, with three quarters of all that is said, and so
were 80 of the 82 of the fourth reading before anything of it was looked at. Of 549 quotations printed in twenty weeks
of news and read, 7 had a false speaker, none of the last 134."""

POINT_BELOW = 0.4
"""A direct quotation whose mention is less likely points at none: more often than not it would be the wrong one.

In 3-fold cross-validation on quotes-train who_f1 is .9325 without, .9336 with it, and flat from .3 to .45.
"""

ABSTAIN_BELOW = 0.6
"""A direct quotation whose speaker is less sure names nobody.

On the three readings F1 is .935 at 0.5, .927 at 0.6 and .910 at 0.7, precision .959, .966 and .973.
A false name is worse than none.
"""

ABSTAIN_IN_FULL_BELOW = 0.4
"""The same where the speaker's name stands there in full and nothing had to be resolved. Set by hand."""


def confidence(probability: float, resolved: Resolved) -> float:
    """Probability that the speaker is right, from the ranker's probability of the mention."""
    return round(probability * RELIABLE[resolved.means], 3)


def names_somebody(sure: float, resolved: Resolved) -> bool:
    """Whether a direct quotation's speaker is sure enough to be named."""
    return sure >= (ABSTAIN_IN_FULL_BELOW if resolved.means == "full" else ABSTAIN_BELOW)
