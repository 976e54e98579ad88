"""Features: what tells the ranker whether a mention is a quotation's speaker.

A feature is a number, its template in the high bits and its value in the low ones; patterns of words between mention
and quotation are strings of shape letters. Most go back to O'Keefe et al., "A sequence labelling approach to quote
attribution" (EMNLP 2012), and Almeida et al., "A joint model for quotation attribution and coreference resolution"
(EACL 2014).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from briefing.quote.mentions import Mention
from briefing.quote.names import Names
from briefing.quote.tokens import Tokens

BEFORE = 9  # mentions looked at before a quotation: they hold 99 % of the speakers of quotes-train
AFTER = 4  # and after it
SHORT = 4  # a run of fewer words may be no statement at all
REACH = 60  # tokens between mention and quotation beyond which no pattern is read
PATTERN = 10  # letters of the longest pattern kept whole

KINDS = "NOLHGXPYIR"
LETTERS = "^VWwgnAPYIhRJdNTOLDHGitcSbmyx0qQu,.:;()-|'lazke$"
VERBS = "VWgA:"
ASKING = frozenset(("asked", "asks", "pressed", "questioned"))  # verbs whose object is likelier to speak next
LITTLE = 3  # letters of the longest word that a title may leave without a capital
LONGEST_TITLE = 60  # code points
WORD = re.compile(r"[^\W\d_]\w*")

COLLAPSE = re.compile(r"[xe0yaz]{2,}|[NTOLl]{2,}|[dh](?=[xeazNTOLHG])|(?<=[NTOL])'")
APPOSITION = re.compile(
    r"(?:-[^|.\-]{1,25}-|\([^|.()]{1,12}\)(?:,[^|.,qQu]{1,25},)?|,[^|.,qQu]{1,25},)?y?[bm]{0,2}y?([VWwgnA:])?"
)
"""What may stand between a mention and its verb: an apposition, a bracket, an adverb, an auxiliary."""


def template(number: int, *values: int) -> int:
    """Pack a template's number and its small values (each under 64) into one feature."""
    for value in values:
        number = number << 6 | value
    return number


def collapse(pattern: str) -> str:
    """A pattern with runs of plain words and of name words drawn together."""
    return COLLAPSE.sub(lambda found: found.group()[-1] if len(found.group()) > 1 else "", pattern)


class Scene:
    """An article made ready for ranking: everything a feature asks for, computed once."""

    def __init__(self, tokens: Tokens, mentions: Sequence[Mention], names: Names) -> None:
        """Take an article's tokens, its mentions in order and whom they name."""
        shape = tokens.shape
        self.tokens, self.mentions, self.names = tokens, mentions, names
        self.firsts = [mention.first for mention in mentions]
        self.sentence = list(accumulate(letter in ".Q|" for letter in shape))
        self.paragraph = list(accumulate(letter == "|" for letter in shape))
        self.runs_before = list(accumulate(letter in "qQu" for letter in shape))
        self.local = [self._local(index) for index in range(len(mentions))]

    def _local(self, index: int) -> tuple[int, int, int, int, int, int]:
        """(kind, verb to the right, letters before and after, first of its sentence, how often named)."""
        shape, mention = self.tokens.shape, self.mentions[index]
        right = APPOSITION.match(shape, mention.last + 1, mention.last + 40)
        verb = LETTERS.find((right and right.group(1)) or "^")
        before = LETTERS.find(shape[mention.first - 1] if mention.first else "^")
        after = LETTERS.find(shape[mention.last + 1] if mention.last + 1 < len(shape) else "$")
        opens = not index or self.sentence[self.mentions[index - 1].last] < self.sentence[mention.first]
        bearer = self.names.of[index]
        often = min(self.names.bearers[bearer].count, 12).bit_length() if bearer is not None else 0
        return KINDS.find(mention.kind), verb, before, after, int(opens), often

    def speaks(self, index: int) -> bool:
        """Whether a verb of speech stands beside a mention."""
        _, verb, before, _, _, _ = self.local[index]
        return LETTERS[verb] in "VW" or (LETTERS[before] in "VW" and self._inverted(index))

    def asks(self, index: int) -> bool:
        """Whether a mention asks somebody something."""
        after = self.mentions[index].last + 1
        return after < len(self.tokens.starts) and self.tokens.word(after).lower() in ASKING

    def _inverted(self, index: int) -> bool:
        first = self.mentions[index].first
        return first > 1 and self.tokens.shape[first - 2] in ",qQu"

    def near(self, token: int, previous: int | None) -> list[int]:
        """The mentions that may have spoken the quotation at `token`."""
        middle = bisect_left(self.firsts, token)
        found = list(range(max(0, middle - BEFORE), min(len(self.mentions), middle + AFTER)))
        if previous is not None and previous not in found:
            found.insert(0, previous)
        return found


def may_be_silent(tokens: Tokens, run: int) -> bool:
    """Whether a run may be words set apart that nobody said: it is short, or looks like a title."""
    own, text = tokens.runs[run], tokens.text
    if text.count(" ", own.start, own.end) + 1 < SHORT:
        return True
    if own.end - own.start >= LONGEST_TITLE:
        return False
    words = WORD.findall(text, own.start, own.end)
    return all(word[0].isupper() or len(word) <= LITTLE for word in words)


class Context:
    """One quotation as the ranker meets it: its own shape, and who spoke before."""

    def __init__(self, scene: Scene, run: int, previous: int | None, spoken: dict[int | None, int]) -> None:
        """Take the run's index, the mention that spoke the run before, and how often each bearer spoke so far."""
        tokens = scene.tokens
        shape, at = tokens.shape, tokens.at[run]
        self.scene, self.at, self.previous, self.spoken = scene, at, previous, spoken
        self.before = LETTERS.find(shape[at - 1] if at else "|")
        self.after = LETTERS.find(shape[at + 1] if at + 1 < len(shape) else "|")
        own = tokens.runs[run]
        text = tokens.text
        words = text.count(" ", own.start, own.end) + 1
        self.silent = may_be_silent(tokens, run)
        self.length = 0 if words < SHORT else 1 if words < 8 else 2 if words < 25 else 3
        upper = int(text[own.start : own.start + 1].isupper())
        self.form = ("qQu".find(shape[at]) * 2 + upper) * 4 + self.length
        self.relation = self._relation(run)
        self.bearer = scene.names.of[previous] if previous is not None else None
        self.middle = bisect_left(scene.firsts, at)
        self.words = text[own.start : own.end].lower()
        self.telling = self._telling()

    def _telling(self) -> tuple[int | None, int | None]:
        """The mentions nearest before and after, in its own sentence, that have a verb of speech beside them."""
        scene, found = self.scene, []
        for step in (-1, 1):
            nearest = None
            index = self.middle if step > 0 else self.middle - 1
            for _ in range(AFTER if step > 0 else BEFORE):
                if not 0 <= index < len(scene.mentions):
                    break
                place = scene.mentions[index].first
                near, far = (self.at, place) if step > 0 else (scene.mentions[index].last, self.at)
                if scene.sentence[far - 1] - scene.sentence[near] > 0 and far > near:
                    break
                if scene.speaks(index):
                    nearest = index
                    break
                index += step
            found.append(nearest)
        return found[0], found[1]

    def _relation(self, run: int) -> int:
        """How the run follows the one before: none, same sentence, same paragraph, next, further; +5 if left open."""
        if not run:
            return 0
        scene, earlier = self.scene, self.scene.tokens.at[run - 1]
        paragraphs = scene.paragraph[self.at] - scene.paragraph[earlier]
        if paragraphs == 0:
            return 1 if scene.sentence[self.at] - scene.sentence[earlier] < 1 else 2
        kind = 3 if paragraphs == 1 else 4
        return kind if scene.tokens.runs[run - 1].closed else kind + 2

    def features(self, index: int) -> Iterator[int | str]:
        """The features of mention `index` as the speaker of this quotation."""
        scene = self.scene
        mention = scene.mentions[index]
        kind, verb, before, after, opens, often = scene.local[index]
        behind = mention.first > self.at
        side = int(behind)
        near, far = (self.at, mention.first) if behind else (mention.last, self.at)
        sentences = min(scene.sentence[far - 1] - scene.sentence[near], 3) if far > near else 0
        paragraphs = min(scene.paragraph[far] - scene.paragraph[near], 3)
        runs = min(scene.runs_before[far - 1] - scene.runs_before[near], 2) if far > near else 0
        order = index - self.middle if behind else min(self.middle - index - 1, BEFORE)
        where = (side << 2 | sentences) if not paragraphs else 8 + (side << 1 | (paragraphs > 1))
        spoke = LETTERS[verb] in VERBS
        verbs = int(spoke) * 2 + (LETTERS[before] in VERBS)
        bearer = scene.names.of[index]
        same = 2 if index == self.previous else 1 if bearer is not None and bearer == self.bearer else 0
        yield template(1, side, kind, where)
        yield template(2, order, side, min(paragraphs, 2))
        yield template(3, verb, where)
        yield template(4, before, where)
        yield template(5, after, where)
        yield template(6, runs, where)
        yield template(7, same, self.relation, runs, kind == 6)
        yield template(8, same, self.relation, where)
        yield template(9, self.form, where, verbs)
        yield template(10, self.before, where, verbs)
        yield template(11, self.after, where, verbs)
        yield template(12, often, kind, side)
        yield template(13, min(self.spoken.get(bearer, 0) if bearer is not None else 3, 2), kind)
        yield template(14, opens, where, kind)
        yield template(15, self.relation, where, verbs)
        yield template(16, self.before, self.after, where)
        own = bearer is not None and scene.names.bearers[bearer].last in self.words
        yield template(17, own, kind, side)
        left, right = self.telling
        teller = 1 if index in (left, right) else 0
        others = (left is not None) + 2 * (right is not None)
        yield template(18, teller, others, where)
        yield template(19, teller, others, self.form >> 2, side)
        if far - near < REACH and paragraphs < 2:
            pattern = collapse(scene.tokens.shape[near + 1 : far])
            mark = "<" if behind else ">"
            if len(pattern) <= PATTERN:
                yield f"{mark}{KINDS[kind]}{pattern}"
                yield f"{mark}{pattern}{self.form >> 2}"
            yield f"{mark}{pattern[:3]}_" if behind else f"{mark}_{pattern[-3:]}"
            yield f"{mark}_{pattern[-3:]}" if behind else f"{mark}{pattern[:3]}_"

    def nobody(self) -> Iterator[int | str]:
        """The features of nobody's having spoken it: words set apart that are no statement."""
        yield template(20, self.length)
        yield template(21, self.form)
        yield template(22, self.before, self.length)
        yield template(23, self.after, self.length)
        yield template(24, self.relation, self.length)
        shape = self.scene.tokens.shape
        yield f"0{collapse(shape[max(0, self.at - 3) : self.at])}"
        yield f"0+{shape[self.at + 1 : self.at + 3]}"
