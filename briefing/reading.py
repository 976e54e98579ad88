"""Reading: the words of articles as work done once in each version of a text, and then had from the library."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files

import numpy as np

from briefing.database.address import Address
from briefing.freed import give_back
from briefing.group.over import Over
from briefing.group.tokens import TOGETHER, Read, Reading, Runs, read_some
from briefing.model import Article
from briefing.store.wording import Wording, Wordings

CODE = (("briefing.group", "tokens.py"), ("briefing.text", "words.py"))  # what decides which words a text has
DIGEST_BYTES = 7  # what a whole number of SQLite's holds without a sign
SMALL, LARGE = np.dtype("<u2"), np.dtype("<u4")  # of a place and, as its lowest bit, whether the word is quoted
LONGEST_AGO = timedelta(days=35)  # a story may go on after 28 days, an event for 4: what is older is not compared
AT_A_TIME = timedelta(days=62)  # what came out in so long is let go of together; looking through years takes time
SMALL_VOCABULARY = 1 << 15  # different words, up to which a place is small


@cache
def method() -> int:
    """The version of reading words: a digest of its files, so that nobody has to remember to raise a number."""
    told = sha256()
    for package, name in CODE:
        told.update(files(package).joinpath(name).read_bytes())
    return int.from_bytes(told.digest()[:DIGEST_BYTES])


def kept_in(library: Address) -> Reading:
    """Words had from a library that was opened before; what it lacks is read now, and kept there."""
    return partial(read_kept, library)


def read_kept(library: Address, articles: Sequence[Article], over: Over) -> Iterator[Read]:
    """The words of articles of a library, some at a time."""
    with Wordings(library, method()) as wordings:
        known = wordings.known({each.id: each.sha256 for each in articles})
        lacking = [[article for article in some if article.id not in known] for some in together(articles)]
        read = iter(over(read_some, ([article.text for article in some] for some in lacking if some)))
        for every, some in zip(together(articles), lacking, strict=True):
            part = next(read) if some else None
            if part:
                wordings.keep({each.id: (each.sha256, its) for each, its in zip(some, packed(part), strict=True)})
            yield part if part and len(some) == len(every) else unpacked(whole(every, wordings))
    give_back(len(articles))


def forget(library: Address, start: datetime) -> None:
    """Let go of words that no briefing reads which begins at `start`, aware, or later; they are read again at need."""
    with Wordings(library, method()) as wordings:
        wordings.forget(start - LONGEST_AGO - AT_A_TIME, start - LONGEST_AGO)


def whole(articles: Sequence[Article], wordings: Wordings) -> Iterator[Wording]:
    """The words of each of some articles, from the library but where they are damaged there."""
    found = wordings.of({each.id: each.sha256 for each in articles})
    for article in articles:
        yield found.get(article.id) or next(packed(read_some([article.text])))


def together(articles: Sequence[Article]) -> Iterator[Sequence[Article]]:
    """Articles, some at a time."""
    return (articles[at : at + TOGETHER] for at in range(0, len(articles), TOGETHER))


def packed(read: Read) -> Iterator[Wording]:
    """Each text that was read as the library keeps it."""
    codes = 2 * read.runs.flat.astype(LARGE) + read.quoted
    starts = read.runs.starts.tolist()
    for row, vocabulary in enumerate(read.vocabularies):
        places = codes[starts[row] : starts[row + 1]]
        small = len(vocabulary) <= SMALL_VOCABULARY
        yield Wording(
            "\n".join(vocabulary).encode("utf-8", "surrogatepass"),
            (places.astype(SMALL) if small else places).tobytes(),
        )


def unpacked(wordings: Iterable[Wording]) -> Read:
    """Texts as they were read."""
    vocabularies, parts = [], [np.zeros(0, SMALL)]
    for wording in wordings:
        words = wording.vocabulary.decode("utf-8", "surrogatepass").split("\n") if wording.vocabulary else []
        parts.append(np.frombuffer(wording.places, SMALL if len(words) <= SMALL_VOCABULARY else LARGE))
        vocabularies.append(words)
    codes = np.concatenate(parts)
    starts = np.cumsum([0, *map(len, parts[1:])])
    return Read(tuple(vocabularies), Runs((codes >> 1).astype(np.int32), starts), (codes & 1).astype(bool))
