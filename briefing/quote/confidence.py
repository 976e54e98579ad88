"""Confidence: the estimated probability that a quotation's speaker is right, mention and name together.

It is the ranker's own probability, times how often a name come by in one way is right. Both were read on quotes-train:
the first by cross-validation, the second on quotations whose speakers were resolved by hand.
"""

from briefing.quote.resolve import Means, Resolved

RELIABLE: dict[Means, float] = {
    "full": 0.99,
    "surname": 0.98,
    "shared": 0.7,
    "lone": 0.90,
    "body": 0.85,
    "place": 0.80,
    "role": 0.85,
    "principal": 0.75,
    "phrase": 0.75,
    "pronoun": 0.93,
    "rivalled": 0.5,
    "none": 0.0,
}
"""How often the name is right where the mention is."""

PRINT_CONFIDENCE = 0.9
"""What a briefing prints. In 3-fold cross-validation over quotes-train 98 in 100 mentions at or above it are right, and
99 in 100 of the names of a small hand-labelled set; 0.8 gave 97.6 and too little room below 95."""

ABSTAIN_BELOW = 0.5
"""A direct quotation whose speaker is likelier wrong than right names nobody: printed precision before recall."""


def confidence(probability: float, resolved: Resolved) -> float:
    """Probability that the speaker is right, from the ranker's probability of the mention."""
    return round(probability * RELIABLE[resolved.means], 3)
