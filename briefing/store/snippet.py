"""Snippets: the stretch of a text that shows best what was looked for, as FTS5's `snippet()` chooses it.

Where a phrase stands, a window is laid around it and another one at the start of its sentence; a window counts a
thousand for each different phrase in it, one for each further time, and a hundred for beginning with a sentence (120
with the text); the first of the best is shown. https://www.sqlite.org/fts5.html, section 5.1.3.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.store.fulltext import BEGIN, ELLIPSIS, END, SNIPPET_TOKENS
from briefing.store.query import Query
from briefing.store.tokens import tokens, words

PHRASE, AGAIN, SENTENCE, OPENING = 1000, 1, 100, 120  # what a window counts for
STOPS = (".", ":")  # what a sentence begins behind
SPACE = " \t\n\r"


@dataclass(frozen=True, slots=True)
class Instance:
    """A phrase as it stands in a text."""

    start: int  # the number of its first word
    phrase: int  # which of the phrases
    size: int  # words


@dataclass(frozen=True, slots=True)
class Marked:
    """A text taken apart."""

    text: str
    places: Sequence[tuple[int, int]]  # of each word
    instances: Sequence[Instance]  # in order
    sentences: Sequence[int]  # the number of each one's first word


def snippet(text: str, query: Query) -> str:
    """The best stretch of the text, what was found in it between BEGIN and END."""
    marked = taken_apart(text, query)
    start = best(marked)
    return shown(marked, start)


def taken_apart(text: str, query: Query) -> Marked:
    """The text's words, where the query's phrases stand, and where sentences begin."""
    found = list(tokens(text))
    folded = [word for _, _, word in found]
    phrases = [(words(term.words), term.begins) for term in query.all_of]
    instances = [
        Instance(at, number, len(phrase))
        for number, (phrase, begins) in enumerate(phrases)
        for at in standing(phrase, folded, begins=begins)
    ]
    places = [(start, end) for start, end, _ in found]
    ordered = sorted(instances, key=lambda each: (each.start, each.phrase))
    return Marked(text, places, ordered, list(beginnings(text, places)))


def standing(phrase: Sequence[str], folded: Sequence[str], *, begins: bool) -> Iterator[int]:
    """Where words stand side by side, the last of them perhaps as a beginning."""
    *first, last = phrase or [""]
    for at in range(len(folded) - len(first)):
        word = folded[at + len(first)]
        if (word.startswith(last) if begins else word == last) and last and [*folded[at : at + len(first)]] == first:
            yield at


def beginnings(text: str, places: Sequence[tuple[int, int]]) -> Iterator[int]:
    """The numbers of the words that a sentence begins with."""
    for number, (start, _) in enumerate(places):
        before = text[places[number - 1][1] if number else 0 : start]
        if not number or (before[-1:] in SPACE and before.rstrip(SPACE).endswith(STOPS)):
            yield number


def best(marked: Marked) -> int:
    """The number of the word that the best window begins with."""
    highest, chosen = 0, 0
    several = len(marked.places) > SNIPPET_TOKENS
    for instance in marked.instances:
        score, adjusted = scored(marked, instance.start)
        if score > highest:
            highest, chosen = score, adjusted
        sentence = max((each for each in marked.sentences if each <= instance.start), default=instance.start)
        if several and sentence < instance.start:
            score = scored(marked, sentence)[0] + (SENTENCE if sentence else OPENING)
            if score > highest:
                highest, chosen = score, sentence
    return chosen


def scored(marked: Marked, start: int) -> tuple[int, int]:
    """What a window that begins there counts for, and where it would begin with its phrases in the middle."""
    inside = [each for each in marked.instances if start <= each.start < start + SNIPPET_TOKENS]
    if not inside:
        return 0, start
    different = len({each.phrase for each in inside})
    score = different * PHRASE + (len(inside) - different) * AGAIN
    first, last = inside[0].start, inside[-1].start + inside[-1].size
    spare = SNIPPET_TOKENS - (last - first)
    middle = first - int(spare / 2)  # towards nought, as C does
    return score, max(min(middle, len(marked.places) - SNIPPET_TOKENS), 0)


def shown(marked: Marked, start: int) -> str:
    """The window as text."""
    end = start + SNIPPET_TOKENS - 1
    text, places = marked.text, marked.places
    pieces = [ELLIPSIS] if start else []
    offset = places[start][0] if start and start < len(places) else 0
    for first, last in runs(marked.instances):
        if last < start or first > end or first < start:
            continue
        pieces += [text[offset : places[first][0]], BEGIN]
        offset = places[min(last, end)][1]
        pieces += [text[places[first][0] : offset], END]
    if end >= len(places) - 1:
        return "".join([*pieces, text[offset:]])
    return "".join([*pieces, text[offset : places[end][1]], ELLIPSIS])


def runs(instances: Sequence[Instance]) -> Iterator[tuple[int, int]]:
    """(first, last) word of instances that overlap, as one."""
    run: tuple[int, int] | None = None
    for each in instances:
        last = each.start + each.size - 1
        if run and each.start <= run[1]:
            run = run[0], max(run[1], last)
            continue
        if run:
            yield run
        run = each.start, last
    if run:
        yield run
