"""Picked: key sentences picked before of the very same articles, under the same headline, are not picked again.

One article more changes one section of a briefing or none, and picking takes a sixth of it. What is kept, beside the
briefing itself, are the sections of a window as they were picked last; what decides is all that picking is given.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from briefing.database import Address
from briefing.engine import Engine
from briefing.frozen import dump, load
from briefing.kept import method
from briefing.model import Extract, Window
from briefing.pipeline import Pick, Picking, Told
from briefing.store.whole import Whole

MARK = "sentences of "  # before the topic that a window's sections are kept under: no topic's name has a blank


@dataclass(frozen=True, slots=True)
class Section:
    """What was picked of some reports."""

    told: str  # see `digest`
    extracts: tuple[Extract, ...]


@dataclass(frozen=True, slots=True)
class Sections:
    """What was picked for the sections of one briefing."""

    sections: tuple[Section, ...]


def picked_in(library: Address, window: Window, topic: str, how: str, engine: Engine) -> Picking:
    """What picks the sentences of sections by a function, in their order, but for those that the library has.

    how: the name of the method of picking. Sections that are lacking are picked by the engine, and kept.
    """

    def picked(function: Pick, sections: Iterable[Told]) -> Iterator[tuple[Extract, ...]]:
        asked = tuple(sections)
        keys = [digest(each, how) for each in asked]
        with Whole(library) as whole:
            known = read(whole.known(window, MARK + topic, method()))
        lacking = {key: each for key, each in zip(keys, asked, strict=True) if key not in known}
        if lacking:
            known |= zip(lacking, engine.map(function, lacking.values()), strict=True)
            with Whole(library) as whole:
                kept = Sections(tuple(Section(key, known[key]) for key in dict.fromkeys(keys)))
                whole.keep(window, MARK + topic, method(), dump(kept))
        return iter([known[key] for key in keys])

    return picked


def digest(told: Told, how: str) -> str:
    """What tells all that the sentences of a section are picked by from any other."""
    reports = [
        replace(each, text=sha256(each.text.encode("utf-8", "surrogatepass")).hexdigest()) for each in told.reports
    ]
    every = (how, told.words, told.copies, told.above.headline, sorted(told.above.household), reports)
    return sha256(repr(every).encode("utf-8", "surrogatepass")).hexdigest()


def read(kept: str | None) -> dict[str, tuple[Extract, ...]]:
    """What was picked, by digest; nothing where nothing is kept or what is kept is damaged."""
    try:
        return {each.told: each.extracts for each in load(Sections, kept).sections} if kept else {}
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}
