"""Function words of languages of which no background ships: "der", "les", "och" tell nothing of an event.

English needs no list: its background knows how common they are.
"""

from functools import cache

from briefing.text.words import STEMMERS

KNOWN_BY_BACKGROUND = "en"


@cache
def function_words(language: str) -> frozenset[str]:
    """The function words of a language (ISO 639-1), by sumy's lists; empty where there is no list or no need."""
    name = STEMMERS.get(language)
    if language == KNOWN_BY_BACKGROUND or name is None:
        return frozenset()
    from sumy.utils import get_stop_words  # loaded only for who reads other languages

    try:
        return frozenset(get_stop_words(name))
    except LookupError:
        return frozenset()
