"""Indirect statements: what somebody is reported to have said, around each word that says that somebody speaks.

Round every cue word some spans are laid out (after it, before it, the whole sentence) and a linear model, learnt by
benchmarks/quote_train.py, takes the best or none; Pareti et al., "Automatically detecting and attributing indirect
quotations" (EMNLP 2013), describe the task.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from math import exp
from typing import NamedTuple

from briefing.quote.features import APPOSITION, KINDS, LETTERS, Scene, template
from briefing.quote.tokens import QUOTATION
from briefing.quote.weights import NOTHING, Weights, weights

CUE_OR_STOP = re.compile("[VWwgzAn:.|]")
STOP = re.compile("[.|]")
EDGE = frozenset(",;-:cS")  # letters a clause may end before
LONGEST_SENTENCE = 120  # tokens: of a longer one only this much is looked at on either side of a cue
ENDS = 5  # clause ends tried after a cue
STARTS = 3  # clause starts tried before it
LIKELY = 0.3  # a statement is taken from this probability on: 0.25 to 0.4 have one F1 in cross-validation
RIVALS = 8  # statements before one that may overlap it
FEWEST = 2  # tokens of the shortest statement


class Cue(NamedTuple):
    """A word that may bring a statement, in its sentence."""

    token: int
    first: int  # tokens of its sentence, half-open
    last: int
    subject: int | None  # the mention that seems to speak
    inverted: bool  # the mention follows: "said Roe"


class Stretch(NamedTuple):
    """A possible statement of one cue: tokens `first` to `last`, half-open."""

    first: int
    last: int
    start: int  # how its start was found, how its end was: parts of the features
    end: int


class Statement(NamedTuple):
    """A statement found."""

    first: int  # tokens, half-open
    last: int
    cue: int  # token
    mention: int | None
    probability: float


def cues(scene: Scene) -> Iterator[Cue]:
    """The words of an article that may bring a statement."""
    shape = scene.tokens.shape
    first = 0
    for found in CUE_OR_STOP.finditer(shape):
        index = found.start()
        if shape[index] in ".|":
            first = index + 1
            continue
        limit = min(len(shape), index + LONGEST_SENTENCE)
        stop = STOP.search(shape, index + 1, limit)
        last = stop.start() if stop else max(index + 1, limit)
        subject, inverted = _subject(scene, index)
        yield Cue(index, max(first, index - LONGEST_SENTENCE), last, subject, inverted)


def _subject(scene: Scene, cue: int) -> tuple[int | None, bool]:
    """The mention beside a cue: after "according to" and "said", else before it through an apposition."""
    firsts, shape = scene.firsts, scene.tokens.shape
    after = bisect_right(firsts, cue)
    if shape[cue] == "A":
        near = after < len(firsts) and firsts[after] - cue <= 2
        return (after if near else None), True
    for index in range(after - 1, max(-1, after - 4), -1):
        mention = scene.mentions[index]
        found = APPOSITION.match(shape, mention.last + 1, mention.last + 40)
        if found and found.group(1) and found.start(1) == cue:
            return index, False
    if after < len(firsts) and firsts[after] == cue + 1 and cue and shape[cue - 1] in ",qQu":
        return after, True
    before = after - 1
    if shape[cue] == "g":
        return _inherited(scene, cue, before), False
    if before >= 0 and not set(shape[scene.mentions[before].last + 1 : cue]) & set(".|VW"):
        return before, False
    return None, False


def _inherited(scene: Scene, cue: int, before: int) -> int | None:
    """Whose "adding that" it is: the last in the sentence who spoke, else the one just before."""
    nearest = None
    for index in range(before, max(-1, before - 6), -1):
        if scene.sentence[scene.mentions[index].first] != scene.sentence[cue]:
            break
        if scene.speaks(index):
            return index
        nearest = index if nearest is None else nearest
    return nearest


def stretches(scene: Scene, cue: Cue) -> list[Stretch]:
    """The spans tried for one cue."""
    shape = scene.tokens.shape
    found: list[Stretch] = []
    after = cue.token + 1
    if cue.inverted and cue.subject is not None:
        after = scene.mentions[cue.subject].last + 1
    for start, how in _starts(scene, cue, after):
        for end, why in _ends(shape, start, cue.last):
            if end - start >= FEWEST and not (end - start <= 3 and set(shape[start:end]) <= set("qQu,c")):
                found.append(Stretch(start, end, how, why))
    before = cue.token
    if cue.subject is not None and not cue.inverted:
        before = min(before, scene.mentions[cue.subject].first)
    while before > cue.first and shape[before - 1] in ",yS:-c":
        before -= 1
    found += _split(shape, cue, before, after)
    for start, how in _openings(shape, cue.first, before):
        if before - start >= FEWEST:
            found.append(Stretch(start, before, how, 8))
            if cue.last - after >= FEWEST and shape[after : after + 1] == ",":
                found.append(Stretch(start, cue.last, how, 9))
    return found


def _split(shape: str, cue: Cue, before: int, after: int) -> Iterator[Stretch]:
    """A quotation split by its attribution, whole: "…," said Roe. "…" """
    if not before or shape[before - 1] not in QUOTATION:
        return
    limit = min(len(shape), cue.last + 2)
    second = next((i for i in range(after, limit) if shape[i] in QUOTATION), None)
    if second is None or "|" in shape[after:second]:
        return
    own = shape[second] == "q" or shape[second + 1 : second + 3] in (",V", ",W")  # "…," said Roe. "…," said Poe
    if not own or "." not in shape[after:second]:
        yield Stretch(before - 1, second + 1, 14, 9)


def _starts(scene: Scene, cue: Cue, after: int) -> Iterator[tuple[int, int]]:
    """Where a statement after its cue may begin: at once, after "that", after whom it was told to, after a comma."""
    shape, tokens = scene.tokens.shape, scene.tokens
    if after >= cue.last:
        return
    that = next(
        (i for i in range(after, min(cue.last, after + 12)) if shape[i] == "k" and tokens.word(i) == "that"), None
    )
    if shape[after] in ",:":
        yield after + 1, 1
    elif that != after:
        yield after, 0
    if that is not None:
        yield that + 1, 2
        yield that, 3
    index = bisect_left(scene.firsts, after)
    if index < len(scene.firsts) and scene.firsts[index] - after <= 2:
        past = scene.mentions[index].last + 1
        if past < cue.last and past != that:
            yield past + (shape[past] == ","), 4
    comma = shape.find(",", after, min(cue.last, after + 15))
    if comma > after:
        yield comma + 1, 5


def _ends(shape: str, start: int, last: int) -> Iterator[tuple[int, int]]:
    """Where a statement may end: at clause ends, and at the sentence's."""
    tried = 0
    for index in range(start + FEWEST, last):
        letter = shape[index]
        if letter in EDGE:
            tried += 1
            yield index, min(tried, 4)
            if tried == ENDS:
                break
        elif letter == "Q" and index + 1 < last:
            yield index + 1, 5
    yield last, 6


def _openings(shape: str, first: int, before: int) -> Iterator[tuple[int, int]]:
    """Where a statement before its cue may begin: with the sentence, or at the clause ends next to the cue."""
    yield first, 10
    tried = 0
    for index in range(before - 1 - FEWEST, first, -1):
        if shape[index] in EDGE or shape[index] in "qQu":
            tried += 1
            yield index + 1, 10 + tried
            if tried == STARTS:
                return


class Telling:
    """One cue's features; what its spans share is computed once."""

    def __init__(self, scene: Scene, cue: Cue) -> None:
        """Take the article and a cue in it."""
        shape = scene.tokens.shape
        self.scene, self.cue, self.shape = scene, cue, shape
        at = cue.token
        self.word = scene.tokens.word(at).lower()
        self.letter = LETTERS.find(shape[at])
        self.before = LETTERS.find(shape[at - 1] if at > cue.first else "^")
        self.after = LETTERS.find(shape[at + 1] if at + 1 < cue.last else "$")
        self.kind = KINDS.find(scene.mentions[cue.subject].kind) if cue.subject is not None else 15
        self.verb = self.kind * 2 + cue.inverted

    def none(self) -> tuple[int | str, ...]:
        """The features of its bringing no statement."""
        return (
            template(40, self.letter),
            template(41, self.letter, self.verb),
            template(42, self.letter, self.before),
            template(43, self.letter, self.after),
            template(44, self.before, self.after),
            f"!{self.word}",
            f"!{self.word}{self.shape[self.cue.token + 1 : self.cue.token + 2]}",
            f"!<{self.shape[max(0, self.cue.token - 2) : self.cue.token]}",
            f"!>{self.shape[self.cue.token : self.cue.token + 4]}",
        )

    def features(self, stretch: Stretch) -> tuple[int | str, ...]:
        """The features of one span."""
        shape, cue = self.shape, self.cue
        first, last, start, end = stretch.first, stretch.last, stretch.start, stretch.end
        behind = LETTERS.find(shape[last] if last < len(shape) else "|")
        opening, closing = LETTERS.find(shape[first]), LETTERS.find(shape[last - 1])
        length = min((last - first).bit_length(), 7)
        quoted = min(shape.count("q", first, last) + shape.count("Q", first, last) + shape.count("u", first, last), 2)
        rest = min(max(cue.last - last, 0), 3) if first > cue.token else min(first - cue.first, 3)
        past = LETTERS.find(shape[last + 1]) if last + 1 < len(shape) else 63
        late = int(end > 7)
        letter, verb, word = self.letter, self.verb, self.word
        # Each number is template(number, values), written out: this is where the time goes.
        return (
            50 << 12 | start << 6 | end,
            51 << 18 | start << 12 | letter << 6 | verb,
            52 << 18 | start << 12 | self.before << 6 | self.after,
            53 << 18 | end << 12 | behind << 6 | (start > 9),
            54 << 18 | start << 12 | opening << 6 | late,
            55 << 12 | closing << 6 | end,
            56 << 18 | length << 12 | start << 6 | late,
            57 << 18 | quoted << 12 | start << 6 | letter,
            58 << 18 | rest << 12 | start << 6 | end,
            59 << 18 | behind << 12 | past << 6 | end,
            60 << 18 | start << 12 | end << 6 | letter,
            61 << 18 | start << 12 | verb << 6 | late,
            f"@{word}{start}",
            f"@{word}{start}{late}{shape[first]}",
            f"@{shape[first : first + 2]}{start}",
            f"@{shape[last : last + 2]}_{end}",
            f"@{end}{shape[max(first, last - 2) : last + 1]}",
        )


def probabilities(telling: Telling, tried: list[Stretch], learnt: Weights) -> list[float]:
    """The model's probability of each span; what is missing to 1 is the probability of none."""
    get = learnt.get
    scores = [sum(map(get, telling.features(stretch), NOTHING)) for stretch in tried]
    scores.append(sum(map(get, telling.none(), NOTHING)))
    top = max(scores)
    weights = [exp(score - top) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights[:-1]]


def statements(scene: Scene) -> tuple[Statement, ...]:
    """The indirect statements of an article, in order; none overlaps a likelier one by half."""
    learnt = weights("statements")
    found = []
    for cue in cues(scene):
        tried = stretches(scene, cue)
        if not tried:
            continue
        chances = probabilities(Telling(scene, cue), tried, learnt)
        best = max(range(len(tried)), key=chances.__getitem__)
        if chances[best] >= LIKELY:
            found.append(Statement(tried[best].first, tried[best].last, cue.token, cue.subject, chances[best]))
    found.sort(key=lambda s: (s.first, -s.probability, s.last))
    kept: list[Statement] = []
    for statement in found:
        rivals = [other for other in kept[-RIVALS:] if _half(statement, other)]
        if all(statement.probability > other.probability for other in rivals):
            kept[-RIVALS:] = [other for other in kept[-RIVALS:] if other not in rivals]
            kept.append(statement)
    return tuple(kept)


def _half(a: Statement, b: Statement) -> bool:
    both = min(a.last, b.last) - max(a.first, b.first)
    return 2 * both >= max(a.last, b.last) - min(a.first, b.first)
