"""The index that the site's own script searches: small files, each for the words that begin alike.

A file is a script that hands its data over, as a page opened from a folder may load scripts, but not read files.
Words are folded here and in `search.js` by the same rule. Numbers are those of documents in order of time, so that a
new day adds to the end.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from briefing.model import Event
from briefing.render import dates
from briefing.site import addresses
from briefing.site.holdings import Holdings
from briefing.site.pages.pieces import happening, headline_of, shown
from briefing.text.word_lists import word_list

TOGETHER = 200  # documents in one file: a page of results needs one or two
SHOWN = 240  # characters of a document's words that are shown with it
KEY = 2  # letters that the words of one file share
LONGEST = 40  # characters of a word that count
# One letter of writings without spaces is a word; any other run of letters and digits is one.
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
LANGUAGES = ("en",)  # whose commonest words are left out


@dataclass(frozen=True, slots=True)
class Document:
    """One page that can be found."""

    since: str  # the first day of what it shows, by which they are numbered: nothing new moves what is old
    day: str  # the last one, which is shown; both ISO 8601, empty where there is none
    kind: str
    path: str
    title: str
    text: str  # what is shown of it
    titled: str  # the words of its title, folded, each once, a space between them
    words: str  # the other words that it is found by, likewise


def document(days: tuple[object, object], kind: str, path: str, title: str, text: str, words: str) -> Document:
    """A page to be found by its title, its text and these words. days: the first and the last, if there are any."""
    since, day = (str(each or "") for each in days)
    left_out = common()
    titled = set(folded(title)) - left_out
    others = set(folded(text)).union(folded(words)) - left_out - titled
    return Document(since, day, kind, path, title, text[:SHOWN], " ".join(sorted(titled)), " ".join(sorted(others)))


def index(documents: Iterable[Document]) -> dict[str, bytes]:
    """The index's files by address."""
    found = sorted(documents, key=lambda each: (each.since, each.kind, each.path))
    files = {}
    for at in range(0, len(found), TOGETHER):
        rows = [[each.kind, each.title, each.path, each.day, each.text] for each in found[at : at + TOGETHER]]
        files[f"search/documents-{at // TOGETHER}.js"] = script("documents", at // TOGETHER, rows)
    shards = postings(found)
    for key, words in shards.items():
        files[f"search/words-{key}.js"] = script("words", key, words)
    files["search/index.js"] = script(
        "index", TOGETHER, {"documents": len(found), "words": sorted(shards), "common": sorted(common())}
    )
    return files


def event_document(event: Event, holdings: Holdings) -> Document:
    """An event, by its headlines, what was told of it, what was said, and its outlets."""
    listed = happening(event, holdings)
    told = dict.fromkeys(shown(each) for _, told in holdings.telling.get(event.id, ()) for each in told.sentences)
    sayings = dict.fromkeys(each for article in event.article_ids for each in holdings.said_in.get(article, ()))
    said = dict.fromkeys(shown(each.text) for each in sayings)
    titles = dict.fromkeys(shown(article.title) for article in holdings.members(event))
    text = next(iter(told), "") or ", ".join(listed.outlets)
    words = " ".join((*titles, *told, *said, *listed.outlets))
    return document((listed.day, listed.day), "Event", listed.path, listed.headline, text, words)


def story_document(story: str, holdings: Holdings) -> Document:
    """A story, by its events' headlines."""
    events = holdings.stories[story]
    spans = [holdings.span(each) for each in (events[0], events[-1])]
    words = " ".join(headline_of(event) for event in events)
    first, last = (span[0] if span else None for span in spans)
    latest = headline_of(events[-1])
    return document((first, last), "Story", addresses.story(story), headline_of(events[0]), latest, words)


def person_document(name: str, holdings: Holdings) -> Document:
    """Somebody who speaks, by all names and roles."""
    person = holdings.person[name]
    roles = ", ".join(shown(stint.role) for stint in person.roles)
    path = addresses.person(holdings.person_slug[name])
    words = " ".join(map(shown, person.spellings))
    return document((person.first, person.last), "Person", path, shown(name), roles[:SHOWN], f"{words} {roles}")


def outlet_document(name: str, holdings: Holdings) -> Document:
    """An outlet, by its name."""
    return document(("", ""), "Outlet", addresses.outlet(holdings.outlet_slug[name]), shown(name), "", "")


def briefing_document(path: str, holdings: Holdings) -> Document:
    """A briefing, by its title, its dates and its first headlines."""
    edition = holdings.edition[path]
    window = edition.window
    headlines = "; ".join(shown(told.headline) for told in edition.told)[:SHOWN]
    title = f"{holdings.called(edition)}, {dates.days(window.first_day, window.last_day)}"
    return document((window.last_day, window.last_day), "Briefing", path, title, headlines, window.id)


def postings(found: Iterable[Document]) -> dict[str, dict[str, list[int]]]:
    """Key of a file → word → documents, each number doubled, and one more where the word stands in the title."""
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(found):
        for word in each.titled.split():
            by_word[word].append(2 * number + 1)
        for word in each.words.split():
            by_word[word].append(2 * number)
    by_key: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
    for word in sorted(by_word):
        by_key[key(word)][word] = by_word[word]
    return {each: by_key[each] for each in sorted(by_key)}


def folded(text: str) -> list[str]:
    """The words of a text in small letters without accents."""
    if not text.isascii():
        text = "".join(
            letter for letter in unicodedata.normalize("NFKD", text) if unicodedata.category(letter)[0] != "M"
        )
    return [word[:LONGEST] for word in WORD.findall(text.lower())]


def key(word: str) -> str:
    """Which file a word stands in: its first letters, as a name that a file has everywhere."""
    first = word[:KEY]
    return first if first.isascii() else f"u{ord(word[0]):x}"


@cache
def common() -> frozenset[str]:
    """Words that nobody looks for."""
    return frozenset(
        word for language in LANGUAGES for each in word_list(language, "stop words") for word in folded(each)
    )


def script(name: str, number: object, data: Mapping[str, object] | list[list[str]]) -> bytes:
    """Data as a script that hands it over, safe wherever a script may stand."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        written = written.replace(letter, f"\\u{ord(letter):04x}")
    return f"briefSearch.{name}({json.dumps(number)},{written})\n".encode("utf-8", "replace")
