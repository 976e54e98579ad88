"""Watching: which parts of the holdings a page was drawn from, and a digest of each.

A page is drawn anew only where a part that it was drawn from is another one now. Which parts these are nobody has to
write down: the page functions are handed holdings that note what is asked of them (what Mokhov, Mitchell and Peyton
Jones, "Build systems à la carte", 2018, call verifying traces). What cannot be watched cannot be asked for.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

from briefing.ledger import Person
from briefing.model import Edition, Event, Told
from briefing.site.digest import digest
from briefing.site.holdings import Holdings
from briefing.site.sayings import Saying

Part = tuple[str, str]  # a kind and a key

# Mappings of the holdings → the kind of part that a value of theirs is of.
KINDS: Mapping[str, str] = {
    "articles": "article",
    "texts": "article",
    "outlet_name": "article",
    "days": "article",
    "event": "event",
    "event_of": "home",
    "stories": "story",
    "telling": "telling",
    "edition": "edition",
    "turns": "turn",
    "months": "month",
    "said_in": "said",
    "said_by": "words",
    "person": "person",
    "outlets": "outlet",
    "person_slug": "person-slug",
    "outlet_slug": "outlet-slug",
    "bodies": "body",
    "titles": "title",
    "beside": "beside",
    "struck": "struck",
}
WHOLE = frozenset({"editions", "events", "sayings", "people"})
SETTLED = frozenset({"title", "timezone", "zone"})  # the same as long as the configuration is
ALL = "*"  # in place of a kind: a whole list, or all keys of a mapping
NOTHING = ""  # the digest of what is not there


class Watched(Holdings):
    """Holdings that note which parts of theirs are asked for."""

    def __init__(self, holdings: Holdings) -> None:
        """Take what is to be watched."""
        object.__setattr__(self, "_of", holdings)
        object.__setattr__(self, "_seen", {})
        object.__setattr__(self, "_windows", {})

    def asked(self) -> list[Part]:
        """The parts that were asked for since this was asked last, each once."""
        seen: dict[Part, None] = object.__getattribute__(self, "_seen")
        found = list(seen)
        seen.clear()
        return found

    def __getattribute__(self, name: str) -> Any:
        get = object.__getattribute__
        if name in KINDS:
            windows = get(self, "_windows")
            if name not in windows:
                windows[name] = Window(name, getattr(get(self, "_of"), name), get(self, "_seen"))
            return windows[name]
        if name in WHOLE:
            get(self, "_seen")[ALL, name] = None
            return getattr(get(self, "_of"), name)
        if name in SETTLED:
            return getattr(get(self, "_of"), name)
        return get(self, name)


class Window(Mapping[str, Any]):
    """A mapping that notes which of its keys are asked for."""

    def __init__(self, name: str, of: Mapping[str, Any], seen: dict[Part, None]) -> None:
        self._name = name
        self._kind = KINDS[name]
        self._of = of
        self._seen = seen

    def __getitem__(self, key: str) -> Any:
        self._seen[self._kind, key] = None
        return self._of[key]

    def get(self, key: str, default: Any = None) -> Any:
        """The value, or `default`; that there is none is noted as well."""
        self._seen[self._kind, key] = None
        return self._of.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._seen[self._kind, str(key)] = None
        return key in self._of

    def __iter__(self) -> Iterator[str]:
        self._seen[ALL, self._name] = None
        return iter(self._of)

    def __len__(self) -> int:
        self._seen[ALL, self._name] = None
        return len(self._of)


class Marks:
    """A digest of every part of some holdings, worked out when it is first asked for."""

    def __init__(self, holdings: Holdings, articles: Mapping[str, str], bodies: Mapping[str, str]) -> None:
        """articles: a digest of each. bodies: of the file of each briefing, by address."""
        self._of = holdings
        self._articles = articles
        self._known: dict[Part, str] = {}
        self._events: dict[str, str] = {}
        self._sayings: dict[int, str] = {}  # by identity: the holdings keep each as long as this is kept
        self._kinds: Mapping[str, Callable[[str], str]] = {
            "article": lambda key: articles.get(key, NOTHING),
            "event": self._event,
            "home": lambda key: self._event_mark(holdings.event_of.get(key)),
            "story": lambda key: digest([self._event_mark(each) for each in holdings.stories.get(key, ())]),
            "telling": lambda key: digest(
                [(_window(edition), _told(told)) for edition, told in holdings.telling.get(key, ())]
            ),
            "edition": lambda key: _edition(holdings.edition.get(key)),
            "turn": lambda key: digest([each and _window(each) for each in holdings.turns.get(key, ())]),
            "month": lambda key: digest([self._event_mark(each) for each in holdings.months.get(key, ())]),
            "said": lambda key: "".join(map(self._saying, holdings.said_in.get(key, ()))),
            "words": lambda key: digest(list(map(self._saying, holdings.said_by.get(key, ())))),
            "person": lambda key: digest(_person(holdings.person.get(key))),
            "outlet": lambda key: digest([articles.get(each.id, NOTHING) for each in holdings.outlets.get(key, ())]),
            "person-slug": lambda key: holdings.person_slug.get(key, NOTHING),
            "outlet-slug": lambda key: holdings.outlet_slug.get(key, NOTHING),
            "body": lambda key: bodies.get(key, NOTHING),
            "title": lambda key: bodies.get(key, NOTHING),
            "beside": lambda key: " ".join(holdings.beside.get(key, ())),
            "struck": lambda key: " ".join(f"{each.start}-{each.end}" for each in holdings.struck.get(key, ())),
            ALL: self._all,
        }

    def of(self, part: Part) -> str:
        """A digest of that part; NOTHING where it is not there."""
        found = self._known.get(part)
        if found is None:
            found = self._known[part] = self._kinds[part[0]](part[1])
        return found

    def _event(self, key: str) -> str:
        return self._event_mark(self._of.event.get(key))

    def _event_mark(self, event: Event | None) -> str:
        if event is None:
            return NOTHING
        found = self._events.get(event.id)
        if found is None:
            copies = [(copy.article_id, copy.origin_id) for copy in event.copies]
            told = (event.headline, event.story_id, str(event.first), str(event.last))
            found = self._events[event.id] = digest((event.id, *told, event.article_ids, copies))
        return found

    def _saying(self, saying: Saying) -> str:
        found = self._sayings.get(id(saying))
        if found is None:
            day = saying.day.toordinal() if saying.day else 0
            place = (saying.start, saying.end, day, saying.articles)
            found = digest((saying.person, saying.text, saying.direct, saying.role, *place))
            self._sayings[id(saying)] = found
        return found

    def _all(self, name: str) -> str:
        return digest(self._lists[name]() if name in self._lists else list(getattr(self._of, name)))

    @cached_property
    def _lists(self) -> Mapping[str, Callable[[], list[Any]]]:
        of = self._of
        return {
            "articles": lambda: list(self._articles.items()),  # who asks for all, asks for what is in them
            "editions": lambda: [_edition(each) for each in of.editions],
            "events": lambda: [self._event_mark(each) for each in of.events],
            "sayings": lambda: list(map(self._saying, of.sayings)),
            "people": lambda: [_person(each) for each in of.people],
        }


def _window(edition: Edition) -> tuple[Any, ...]:
    window = edition.window
    reach = (str(window.start), str(window.end), str(window.first_day), str(window.last_day))
    return window.id, window.kind, edition.topic, *reach


def _told(told: Told) -> tuple[Any, ...]:
    story = (told.story_id, str(told.story_first))
    return told.event_id, told.headline, told.article_ids, told.sentences, *story


def _edition(edition: Edition | None) -> str:
    return digest([_window(edition), [_told(told) for told in edition.told]]) if edition else NOTHING


def _person(person: Person | None) -> str:
    return repr(person)
