"""Typewriter: ``quotation marks'' and the _ dash _ of wire services and their archives, as print has them.

And an opening word that is set in capitals for its looks: "THIS is", "AT least".
"""

import re

from briefing.text.word_lists import word_list

MARKS = (("``", "“"), ("''", "”"), (" _ ", " — "))
SHOUTED = re.compile(r"[A-Z]{2,10}(?= [a-z])")
OPENING_WORDS = word_list("en", "stop words") - {"us", "it", "who"}  # which are also a country, a trade, an agency


def typeset(text: str) -> str:
    """The text with the marks of print; offsets do not hold in it."""
    shouted = SHOUTED.match(text)
    if shouted and shouted.group().lower() in OPENING_WORDS:
        text = shouted.group().capitalize() + text[shouted.end() :]
    if "``" not in text and " _ " not in text and "''" not in text:
        return text
    for typed, printed in MARKS:
        text = text.replace(typed, printed)
    return text
