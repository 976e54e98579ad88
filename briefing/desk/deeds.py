"""Deeds: what an editor's click does. Each is a correction kept in the library; what comes of it is a page to go to."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from briefing import correct
from briefing.correct import Desk, Outcome
from briefing.errors import EventError, PeopleError
from briefing.ledger import Shelf
from briefing.ledger import undo as undo_of_names
from briefing.model import Span
from briefing.site import addresses

LOCAL = re.compile(r"/(?!/)[A-Za-z0-9/._-]{0,300}")  # a path of this desk, and nothing that a browser reads as more
NUMBER = re.compile(r"[0-9]{1,12}")

Form = Mapping[str, Sequence[str]]
People = Callable[["Form", Shelf, datetime], str]  # tells whose page is to be shown next


@dataclass(frozen=True, slots=True)
class Went:
    """What came of a deed."""

    path: str  # where to go, from the root
    whole: bool  # whether the ledger has to be read anew, too


def one(form: Form, name: str) -> str:
    """A field of a form; empty where it is not there."""
    return (form.get(name) or [""])[0]


def span(form: Form) -> Span:
    """The words a form is about."""
    start, end = one(form, "start"), one(form, "end")
    if not NUMBER.fullmatch(start) or not NUMBER.fullmatch(end):
        raise EventError("that form names no words: load the page again")
    return Span(int(start), int(end))


def back(form: Form, otherwise: str) -> str:
    """Where the form was, if it says so in a way that can be followed."""
    path = one(form, "back")
    return path.lstrip("/") if LOCAL.fullmatch(path) and ".." not in path else otherwise


def at_event(outcome: Outcome) -> str:
    """The page of the event that something was done to."""
    return addresses.event(outcome.events[0].id) if outcome.events else addresses.EVENTS


def merge(form: Form, desk: Desk) -> Went:
    """Put two events together."""
    return Went(at_event(correct.merge(one(form, "event"), chosen(form), desk)), whole=True)


def split(form: Form, desk: Desk) -> Went:
    """Take articles out of an event."""
    outcome = correct.split(one(form, "event"), ticked(form), desk)
    left = [event for event in outcome.events if {*outcome.correction.subjects} & {*event.article_ids}]
    return Went(addresses.event(left[0].id) if left else at_event(outcome), whole=True)


def move(form: Form, desk: Desk) -> Went:
    """Put articles into another event, each by a correction of its own."""
    target, outcome = chosen(form), None
    for article in ticked(form):
        outcome = correct.move(article, target, desk)
    return Went(at_event(outcome) if outcome else addresses.EVENTS, whole=True)


def drop(form: Form, desk: Desk) -> Went:
    """Tell of an event no more."""
    correct.drop(one(form, "event"), desk)
    return Went(addresses.EVENTS, whole=True)


def drop_articles(form: Form, desk: Desk) -> Went:
    """Tell of articles no more, each by a correction of its own."""
    for article in ticked(form):
        correct.drop(article, desk)
    return Went(back(form, addresses.EVENTS), whole=True)


def retitle(form: Form, desk: Desk) -> Went:
    """Give an event another headline."""
    return Went(at_event(correct.retitle(one(form, "event"), one(form, "title"), desk)), whole=False)


def pin(form: Form, desk: Desk) -> Went:
    """Have some words printed."""
    outcome = correct.pin(one(form, "article"), span(form), desk)
    return Went(back(form, at_event(outcome)), whole=False)


def strike(form: Form, desk: Desk) -> Went:
    """Have some words printed no more."""
    outcome = correct.strike(one(form, "article"), span(form), desk)
    return Went(back(form, at_event(outcome)), whole=False)


def speaker(form: Form, desk: Desk) -> Went:
    """Say whose some words are."""
    outcome = correct.speaker(one(form, "article"), span(form), one(form, "name"), desk)
    return Went(back(form, at_event(outcome)), whole=True)


def undo(form: Form, desk: Desk) -> Went:
    """Take a correction back."""
    number = one(form, "number")
    if not NUMBER.fullmatch(number):
        raise EventError("that form names no correction: load the page again")
    outcome = correct.undo(desk, int(number))
    otherwise = "desk/index.html" if outcome.correction.kind in ("merge", "split", "move") else at_event(outcome)
    return Went(back(form, otherwise), whole=True)


def same(form: Form, shelf: Shelf, now: datetime) -> str:
    """Have two names be one person's, who goes by the first."""
    name, other = one(form, "name"), one(form, "other")
    if not other.strip():
        raise PeopleError("type the other name, or choose one of the list")
    known = shelf.people.of
    if name in known and known[name] == known.get(other):
        raise PeopleError(f"{name} and {other} are one person already")
    return shelf.merge((name, other), now)


def apart(form: Form, shelf: Shelf, now: datetime) -> str:
    """Have a name be nobody's whose other names it was taken for."""
    shelf.apart(one(form, "spelling"), (), now)
    return one(form, "name")


def undo_names(form: Form, shelf: Shelf, _now: datetime) -> str:
    """Take back what was said of names."""
    number = one(form, "number")
    if not NUMBER.fullmatch(number):
        raise EventError("that form names nothing to be taken back: load the page again")
    return undo_of_names(shelf.path, int(number)).names[0]


def chosen(form: Form) -> str:
    """The other event: by its id, where one was typed, else of the list."""
    typed = one(form, "typed").strip()
    other = typed or one(form, "other")
    if not other:
        raise EventError("choose the other event, or type its id")
    return other


def ticked(form: Form) -> Sequence[str]:
    """The articles that were ticked."""
    articles = form.get("article") or ()
    if not articles:
        raise EventError("tick the articles that are meant")
    return articles


DEEDS: Mapping[str, Callable[[Form, Desk], Went]] = {
    "merge": merge,
    "split": split,
    "move": move,
    "drop": drop,
    "drop-articles": drop_articles,
    "retitle": retitle,
    "pin": pin,
    "strike": strike,
    "speaker": speaker,
    "undo": undo,
}
OF_PEOPLE: Mapping[str, People] = {"same": same, "apart": apart, "undo-names": undo_names}
TAKEN_BACK = frozenset({"undo", "undo-names"})  # after these there is nothing to take back at once
DONE = {
    "same": "The two names are one person’s.",
    "apart": "They are two people.",
    "undo-names": "Taken back.",
    "merge": "The two events are one.",
    "split": "They are an event of their own.",
    "move": "Moved.",
    "drop": "Dropped: no briefing tells of it any more.",
    "drop-articles": "Dropped: no briefing tells of them any more.",
    "retitle": "Retitled.",
    "pin": "Pinned: it stands first whenever its event is told.",
    "strike": "Struck: no briefing prints it any more.",
    "speaker": "The speaker is named.",
    "undo": "Taken back.",
}
