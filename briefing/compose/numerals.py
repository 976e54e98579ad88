"""Numerals: numbers in words and in figures, read alike: "three", "3", "2.1 million", "2,100,000"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from briefing.model import Span

UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SPELLED = {word: number for number, word in enumerate(UNITS)}
SPELLED |= {word: 10 * number for number, word in enumerate(TENS, 2)}
SPELLED |= {f"{ten}-{unit}": SPELLED[ten] + SPELLED[unit] for ten in TENS for unit in UNITS[1:10]}
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
NUMERAL = re.compile(
    r"(?<![\w.,-])(?:(?P<figures>[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,4})?|[0-9]{1,12}(?:\.[0-9]{1,4})?)"
    rf"|(?P<word>(?a:{'|'.join(sorted(SPELLED, key=lambda word: -len(word)))})))"  # "\u017fix" is not six
    rf"(?:[\s-](?P<scale>(?a:{'|'.join(SCALES)})))?(?!\w|[.,][0-9]|-\w)",
    re.IGNORECASE,
)

# Where a number may begin: a search that opens with a letter is an order quicker than one that opens with a look back.
GOING_ON = "|".join(sorted({word[1:3] for word in SPELLED}))  # a number's second and third letters
NEAR = re.compile(rf"[0-9efnostzEFNOSTZ](?<![\w.,-].)(?:(?<=[0-9])|(?ai:{GOING_ON}))")


class Numeral(NamedTuple):
    """A number where it stands."""

    span: Span  # in the text it was found in
    value: Decimal
    grain: Decimal  # the last place it states: 100000 for "2.1 million", 1 for "2,123,000" and for "three"
    spelled: bool  # in words


def numerals(text: str) -> Iterator[Numeral]:
    """The numbers of a text in order, but for ordinals, years after a month and the like: those are figures too."""
    end = 0
    for near in NEAR.finditer(text):
        found = NUMERAL.match(text, near.start()) if near.start() >= end else None
        if found is None:
            continue
        end = found.end()
        scale = Decimal(SCALES[found["scale"].lower()] if found["scale"] else 1)
        if found["word"]:
            value, grain = Decimal(SPELLED[found["word"].lower()]), Decimal(1)
        else:
            bare = found["figures"].replace(",", "")
            value, grain = Decimal(bare), Decimal(1).scaleb(-len(bare.partition(".")[2]))
        yield Numeral(Span(*found.span()), value * scale, grain * scale, found["word"] is not None)


def figures(text: str) -> frozenset[Decimal]:
    """The numbers a text states, except "one" in words, which is as often no number."""
    return frozenset(each.value for each in numerals(text) if not (each.spelled and each.value == 1))
