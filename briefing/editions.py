"""Editions: which one of its briefing a making is, what it corrects, and what sources changed since earlier ones."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from briefing.clean.learnt import key
from briefing.compose import EDITIONS
from briefing.compose.alterations import alterations, cited_articles
from briefing.compose.printing import amendments, printed_events
from briefing.database import Address
from briefing.model import Alteration, Amendment, Brief, Correction, Printing
from briefing.store.phrases import Phrases
from briefing.store.printings import Printings
from briefing.store.remembered import Remembered

if TYPE_CHECKING:
    from briefing.store import Library

FIRST = 1


def numbered(brief: Brief, topic: str, library: "Library", path: Address) -> Brief:
    """The briefing as the edition it is.

    It is the next one where it tells its readers otherwise than the latest edition, else that one again. What it
    corrects are all steps from one edition to the next, the latest first. path: the file of that library.
    """
    with Printings(path) as printings:
        editions = printings.of(brief.window, topic)
        before = printings.before(brief.window, topic, EDITIONS)
    articles = {article.id: article for article in library.get(cited_articles(before))}
    events = [edition.events for edition in editions]
    told = printed_events(brief)
    number = editions[-1].number if editions else FIRST
    if editions and amendments(events[-1], told, number):
        number += 1
    else:
        events = events[:-1]  # the same again, perhaps of other places in articles
    numbers = range(number, number - len(events), -1)
    following = [*events[1:], told][: len(events)]
    steps = zip(numbers, reversed(events), reversed(following), strict=True)
    changed = tuple(each for step, was, now in steps for each in amendments(was, now, step))
    with Remembered(path) as remembered:
        changed = tuple(unsaid(changed, remembered.corrections()))
    altered = tuple(at_source(alterations(before, articles, brief.generator), path))
    return replace(brief, edition=number, amendments=changed, alterations=altered)


def at_source(altered: Iterable[Alteration], path: Address) -> Iterator[Alteration]:
    """What was altered, less what cleaning has learnt since to be no article's own words: no source changed those."""
    with Phrases(path) as phrases:
        for each in altered:
            words = key(each.before)
            if not any(words in phrase for phrase in phrases.known(each.outlet)):
                yield each


def unsaid(changed: Iterable[Amendment], corrections: Iterable[Correction]) -> Iterator[Amendment]:
    """What was corrected, without the words that the user struck: a correction must not print them once more."""
    struck = ["".join(each.words.split()) for each in corrections if each.kind == "strike"]
    for each in changed:
        if not any(words in "".join(each.before.split()) for words in struck):
            yield each
        elif each.after:
            yield replace(each, before="")


def remember(brief: Brief, topic: str, path: Address, now: datetime) -> None:
    """Keep what an edition told, for the next one."""
    told = printed_events(brief)
    printing = Printing(brief.window, topic, brief.edition, told, brief.alterations, brief.generator)
    with Printings(path) as printings:
        printings.remember(printing, at=now)
