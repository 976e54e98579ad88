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
prints, within .03. The others are set by hand, at or below its rates, which rest on one to twenty quotations each;
"phrase" (what has no name and is no person) is lower than the readings' .79: on quotes-dev, counted and not read, one
in four was right.
"""

PRINT_CONFIDENCE = 0.9
"""What a briefing prints. For 95 names right in 100 the two readings ask for 0.40 (.946 on articles held out); 0.9 has
98, with three quarters of all that is said. On quotes-dev, whose articles are harder, it had 92 when last counted.
Of 415 quotations printed in fifteen weeks of news and read, 7 had a false speaker, 6 by causes since mended."""

POINT_BELOW = 0.4
"""A direct quotation whose mention is less likely points at none: more often than not it would be the wrong one.

In 3-fold cross-validation on quotes-train who_f1 is .9325 without, .9336 with it, and flat from .3 to .45.
"""

ABSTAIN_BELOW = 0.6
"""A direct quotation whose speaker is less sure names nobody.

On the readings F1 is .933 from 0 to 0.5 and .917 at 0.7, precision .936, .957 and .970.
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
