"""The index that the site's own script searches: small files, each for the words that begin alike.

A file is a script that hands its data over, as a page opened from a folder may load scripts, but not read files.
Words are folded here and in `search.js` by the same rule. Numbers are those of documents in order of time, so that a
new day adds to the end.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing.render import dates
from briefing.site import addresses
from briefing.site.holdings import Holdings
from briefing.site.pages.briefing import called
from briefing.site.pages.pieces import happening, headline_of, shown, spoken
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

    day: str  # ISO 8601; empty where there is none
    kind: str
    path: str
    title: str
    text: str  # what is shown of it
    words: str  # what else it is found by


def index(holdings: Holdings) -> dict[str, bytes]:
    """The index's files by address."""
    found = sorted(documents(holdings), key=lambda each: (each.day, each.kind, each.path))
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


def documents(holdings: Holdings) -> Iterator[Document]:
    """Every page that can be found."""
    for event in holdings.events:
        if holdings.members(event):
            yield _event(event.id, holdings)
    for story, events in holdings.stories.items():
        last = holdings.span(events[-1])
        words = " ".join(headline_of(event) for event in events)
        yield Document(
            last[0].isoformat() if last else "", "Story", addresses.story(story), headline_of(events[0]),
            headline_of(events[-1])[:SHOWN], words,
        )  # fmt: skip
    for person in holdings.people:
        roles = ", ".join(shown(stint.role) for stint in person.roles)
        yield Document(
            person.last.isoformat() if person.last else "", "Person",
            addresses.person(holdings.person_slug[person.name]), shown(person.name), roles[:SHOWN],
            f"{' '.join(map(shown, person.spellings))} {roles}",
        )  # fmt: skip
    for name, slug in holdings.outlet_slug.items():
        yield Document("", "Outlet", addresses.outlet(slug), shown(name), "", "")
    for edition in holdings.editions:
        window = edition.window
        headlines = "; ".join(shown(told.headline) for told in edition.told)
        title = f"{called(edition)}, {dates.days(window.first_day, window.last_day)}"
        path = addresses.briefing(window)
        yield Document(window.last_day.isoformat(), "Briefing", path, title, headlines[:SHOWN], window.id)


def _event(event_id: str, holdings: Holdings) -> Document:
    event = holdings.event[event_id]
    listed = happening(event, holdings)
    told = dict.fromkeys(shown(each) for _, told in holdings.telling.get(event_id, ()) for each in told.sentences)
    numbers = dict.fromkeys(each for article in event.article_ids for each in holdings.said_in.get(article, ()))
    said = [spoken(number, holdings).text for number in numbers]
    titles = dict.fromkeys(shown(article.title) for article in holdings.members(event))
    text = next(iter(told), "") or ", ".join(listed.outlets)
    words = " ".join((*titles, *told, *dict.fromkeys(said), *listed.outlets))
    return Document(listed.day, "Event", listed.path, listed.headline, text[:SHOWN], words)


def postings(found: Iterable[Document]) -> dict[str, dict[str, list[int]]]:
    """Key of a file → word → documents, each number doubled, and one more where the word stands in the title."""
    by_key: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    left_out = common()
    for number, document in enumerate(found):
        titled = set(folded(document.title))
        for word in sorted(titled.union(folded(document.text), folded(document.words)) - left_out):
            by_key[key(word)][word].append(2 * number + (word in titled))
    return {each: dict(sorted(by_key[each].items())) for each in sorted(by_key)}


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
