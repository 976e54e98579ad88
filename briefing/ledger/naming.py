"""Naming: the quotations of the library under the speakers that the user named."""

from collections.abc import Iterable

from briefing.compose.marks import Marks, placed, spoken
from briefing.database import Address
from briefing.model import Quote
from briefing.store import Library
from briefing.store.remembered import Remembered


def named_by_user(quotes: Iterable[Quote], library: Library, path: Address) -> tuple[Quote, ...]:
    """The quotations as the user said whose they are; what an article says no more names nobody."""
    with Remembered(path) as remembered:
        said = [each for each in remembered.corrections() if each.kind == "speaker"]
    if not said:
        return tuple(quotes)
    articles = {article.id: article for article in library.get(each.subjects[0] for each in said)}
    speakers = {place: each.name for each in said if (place := placed(each, articles))}
    return tuple(spoken(quote, Marks({}, {}, speakers)) for quote in quotes)
