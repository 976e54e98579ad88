"""Explain: why the articles of an event are together, and which of them are copies of which, and why."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.correct import event_named, members
from briefing.errors import EventError
from briefing.happenings import around, recent
from briefing.model import Article, Correction, Event

if TYPE_CHECKING:
    from briefing.group import Reason
    from briefing.group.passages import Shared
    from briefing.store import Library
    from briefing.store.remembered import Remembered

WORD = re.compile(r"\w+(?:['’]\w+)?")


@dataclass(frozen=True, slots=True)
class Explanation:
    """What there is to say about one event."""

    event: Event
    articles: tuple[Article, ...]  # the event's, in its order
    reasons: tuple["Reason", ...]  # by article id; none for an article that is like no other of them
    copies: tuple["Shared", ...]
    corrections: tuple[Correction, ...]  # what the user said of any of its articles, in the order it was said


def explain(name: str, library: "Library", remembered: "Remembered") -> Explanation:
    """The event of that id, or of the one id that begins so, explained; raises EventError where there is none such.

    It is compared anew among the articles around it, so similarities can differ a little from those of a briefing.
    """
    from briefing.group import copies
    from briefing.group import explain as reasons_of
    from briefing.group.corrections import dropped
    from briefing.group.lasting import event_of, origins_of
    from briefing.group.passages import shared_by

    membership = remembered.membership()
    event_id = event_named(name, membership)
    corrections = remembered.corrections()
    gone, gone_events = dropped(corrections)
    ids = [article_id for article_id in members(event_id, membership) if article_id not in gone]
    if event_id in gone_events or not ids:
        raise EventError(f"{event_id} is dropped: brief events undo takes back what was said last")
    batch = around(ids, library)
    event = replace(event_of(library.get(ids), origins_of(copies(batch))), id=event_id)
    called = next((each.headline for each in remembered.events() if each.id == event_id), event.headline)
    event = replace(event, headline=called)  # as the user retitled it, and every other command calls it
    said = (each for each in corrections if {*each.subjects, *each.others} & set(ids))
    articles = library.get(event.article_ids)
    reasons = reasons_of(batch, event, recent=recent(batch, library))
    return Explanation(event, articles, reasons, shared_by(articles, event.copies), tuple(said))


def names_and_words(shared: tuple[str, ...], article: Article) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Shared words, which are in lower case, as the article spells them: those mostly capitalised, and the others."""
    spelt: dict[str, Counter[str]] = {}
    for word in WORD.findall(f"{article.title}\n{article.text}"):
        spelt.setdefault(word.lower(), Counter())[word] += 1
    usual = [
        min(spelt[word], key=lambda form: (-spelt[word][form], form)) if word in spelt else word for word in shared
    ]
    return tuple(word for word in usual if word[:1].isupper()), tuple(word for word in usual if not word[:1].isupper())
