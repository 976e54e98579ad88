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
    "phrase": 0.6,
    "pronoun": 0.96,
    "rivalled": 0.5,
    "none": 0.0,
}
"""How often the name is right where the mention is.

Where forty or more of a kind were read ("full", "surname", "pronoun") these are the rates benchmarks/quote_names.py
prints, within .03. The others are set by hand, at or below its rates, which rest on one to eighteen quotations each.
"unnamed" (a person by role) and "phrase" (anything else without a name) are lower than the reading's .83: on
quotes-dev, counted and not read, two in five and one in four were right.
"""

PRINT_CONFIDENCE = 0.9
"""What a briefing prints. For 95 names right in 100 the reading asks for 0.64 (95 on articles held out). 0.9 has 99,
and 92 on quotes-dev, whose articles are harder: what is printed is to be right on hard articles too."""

ABSTAIN_BELOW = 0.6
"""A direct quotation whose speaker is less sure names nobody.

F1 on the reading is as good anywhere from 0.5 to 0.75 (.887 to .905) while precision rises from .94 to .97.
"""

ABSTAIN_IN_FULL_BELOW = 0.4
"""The same where the speaker's name stands there in full and nothing had to be resolved. Set by hand."""


def confidence(probability: float, resolved: Resolved) -> float:
    """Probability that the speaker is right, from the ranker's probability of the mention."""
    return round(probability * RELIABLE[resolved.means], 3)


def names_somebody(sure: float, resolved: Resolved) -> bool:
    """Whether a direct quotation's speaker is sure enough to be named."""
    return sure >= (ABSTAIN_IN_FULL_BELOW if resolved.means == "full" else ABSTAIN_BELOW)
