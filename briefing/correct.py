"""Correct: what a user says about events and single words, made into corrections, kept, and followed at once.

Every function raises EventError where a name is unknown, stands for several, or is not what the correction takes.
Events and articles may be named by the beginnings of their ids.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from briefing.errors import EventError
from briefing.happenings import settled_again
from briefing.model import Correction, CorrectionKind, Event, Span

if TYPE_CHECKING:
    from briefing.store import Library
    from briefing.store.remembered import Remembered

# Kinds of which the later one holds where they are about the same.
RIVALS: tuple[tuple[CorrectionKind, ...], ...] = (
    ("merge", "split", "move", "drop"), ("retitle",), ("pin", "strike"), ("speaker",),
)  # fmt: skip
OF_WORDS: tuple[CorrectionKind, ...] = ("pin", "strike", "speaker")
TITLE_MAX = 300  # characters; the longest headline of 20,000 articles read has 240
NAME_MAX = 120
NAMED_MAX = 3  # as many of the ids that a prefix could mean as an error names


@dataclass(frozen=True, slots=True)
class Desk:
    """What correcting works on."""

    library: "Library"
    remembered: "Remembered"
    now: datetime  # aware


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it."""

    correction: Correction  # as kept, or as taken back
    events: tuple[Event, ...]  # where the articles it names are now; none of dropped ones


def merge(first: str, second: str, desk: Desk) -> Outcome:
    """Put two events together."""
    membership = known(desk)
    one, other = event_named(first, membership), event_named(second, membership)
    if one == other:
        raise EventError(f"{first} and {second} are one event: name two")
    return say(Correction("merge", members(one, membership), members(other, membership)), desk)


def split(event: str, articles: Sequence[str], desk: Desk) -> Outcome:
    """Take some articles out of an event; together they are another one."""
    membership = known(desk)
    whole = members(event_named(event, membership), membership)
    leaving = tuple(dict.fromkeys(article_named(article, membership) for article in articles))
    strange = [article for article in leaving if article not in whole]
    if strange:
        raise EventError(f"article {strange[0]} is not in {event}, but in {membership[strange[0]]}")
    staying = tuple(article for article in whole if article not in leaving)
    if not staying:
        raise EventError(f"these are all articles of {event}: leave one to stay")
    return say(Correction("split", leaving, staying), desk)


def move(article: str, event: str, desk: Desk) -> Outcome:
    """Put an article into another event."""
    membership = known(desk)
    moved, target = article_named(article, membership), event_named(event, membership)
    if membership[moved] == target:
        raise EventError(f"article {moved} is in {target} already")
    return say(Correction("move", (moved,), members(target, membership)), desk)


def drop(name: str, desk: Desk) -> Outcome:
    """Tell of an event, with all that joins it later, or of an article no more.

    An article that is in no event yet, such as an undated one, goes by its whole id: its quotations are in the ledger.
    """
    if name not in desk.remembered.membership() and desk.library.get([name]):
        return say(Correction("drop", (name,)), desk)
    membership = known(desk)
    found = named(name, (*sorted(set(membership.values())), *membership), "event or article")
    if found in membership:
        return say(Correction("drop", (found,)), desk)
    return say(Correction("drop", members(found, membership), (), found), desk)


def retitle(event: str, title: str, desk: Desk) -> Outcome:
    """Give an event a headline of the user's own."""
    membership = known(desk)
    found = event_named(event, membership)
    words = " ".join(title.split())
    if not words:
        raise EventError("a headline has words: give some, or take an earlier one back with brief corrections undo")
    if len(words) > TITLE_MAX:
        raise EventError(f"a headline of {len(words)} characters is none: give at most {TITLE_MAX}")
    return say(Correction("retitle", members(found, membership), event=found, words=words), desk)


def strike(article: str, span: Span, desk: Desk) -> Outcome:
    """Print a sentence or quotation no more, wherever its words stand."""
    return say(of_words("strike", article, span, desk), desk)


def pin(article: str, span: Span, desk: Desk) -> Outcome:
    """Print a sentence or quotation whenever its event is told, and first."""
    return say(of_words("pin", article, span, desk), desk)


def speaker(article: str, span: Span, name: str, desk: Desk) -> Outcome:
    """Say whose words a quotation has; an empty name says that nobody can be named."""
    named_ = " ".join(name.split())
    if len(named_) > NAME_MAX:
        raise EventError(f"a name of {len(named_)} characters is none: give at most {NAME_MAX}")
    return say(replace(of_words("speaker", article, span, desk), name=named_), desk)


def of_words(kind: CorrectionKind, article: str, span: Span, desk: Desk) -> Correction:
    """What is said of some words of an article, which may be named by the beginning of its id."""
    found = desk.library.get([article])
    if not found:
        found = desk.library.get([article_named(article, known(desk))])
    text = found[0].text
    if not 0 <= span.start < span.end <= len(text) or not span.of(text).strip():
        raise EventError(
            f"article {found[0].id} has no words at {span.start}-{span.end}: it has {len(text)} characters"
        )
    return Correction(kind, (found[0].id,), span=span, sha256=found[0].sha256, words=span.of(text))


def undo(desk: Desk, number: int | None = None) -> Outcome:
    """Take a correction back: that of a number, or the latest."""
    correction = desk.remembered.undo(number)
    if correction is None:
        told = "there is no correction to undo"
        raise EventError(told if number is None else f"there is no correction {number}: brief corrections lists them")
    return Outcome(correction, follow(correction, desk))


def say(correction: Correction, desk: Desk) -> Outcome:
    """Keep a correction and follow it. What was said last of the same is not kept twice: a second click is none."""
    rivals = next(kinds for kinds in RIVALS if correction.kind in kinds)
    before = (each for each in reversed(desk.remembered.corrections()) if each.kind in rivals)
    if next((each for each in before if _of_one_thing(each, correction)), None) != correction:
        desk.remembered.correct(correction, at=desk.now)
    return Outcome(correction, follow(correction, desk))


def _of_one_thing(one: Correction, other: Correction) -> bool:
    """Whether two corrections are about the same words, or about an article or event in common."""
    shared = not {*one.subjects, *one.others}.isdisjoint((*other.subjects, *other.others))
    return shared and one.span == other.span


def follow(correction: Correction, desk: Desk) -> tuple[Event, ...]:
    """Part and join the events of the correction's articles as is said now; those that hold any of them."""
    ids = frozenset((*correction.subjects, *correction.others))
    if correction.kind in OF_WORDS:  # they group nothing
        membership = desk.remembered.membership()
        homes = {membership[each] for each in ids if each in membership}
        return tuple(event for event in desk.remembered.events() if event.id in homes)
    found = settled_again(ids, desk.library, desk.remembered)
    return tuple(event for event in found.events if ids & set(event.article_ids))


def known(desk: Desk) -> Mapping[str, str]:
    """Article id → event id, of all events there are; EventError where there is none."""
    membership = desk.remembered.membership()
    if not membership:
        raise EventError("no events are known yet: make a briefing, or group a week with brief events --week WEEK")
    return membership


def members(event: str, membership: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of an event's articles."""
    return tuple(article for article, its in membership.items() if its == event)


def event_named(name: str, membership: Mapping[str, str]) -> str:
    """The event that is meant."""
    return named(name, sorted(set(membership.values())), "event")


def article_named(name: str, membership: Mapping[str, str]) -> str:
    """The article that is meant."""
    return named(name, sorted(membership), "article")


def named(name: str, ids: Iterable[str], kind: str) -> str:
    """The one id that is `name`, or begins with it."""
    return meant(name, ids, f"there is no {kind} {name}: brief events --articles lists them")


def meant(name: str, ids: Iterable[str], missing: str) -> str:
    """The same. missing: what to say where there is none."""
    found = [each for each in ids if each.startswith(name)] if name else []
    if name in found:
        return name
    if not found:
        raise EventError(missing)
    if len(found) > 1:
        several = ", ".join(found[:NAMED_MAX]) + (", …" if len(found) > NAMED_MAX else "")
        raise EventError(f"{name} could be any of {several}: give more of it")
    return found[0]
