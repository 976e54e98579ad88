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
APPOSED = 3  # mentions that may stand in an apposition before its verb
REACH = 60  # tokens between mention and quotation beyond which no pattern is read
PATTERN = 10  # letters of the longest pattern kept whole
CLIPPED = 7  # letters of the longest pattern between a mention and the verb of speech kept whole
CLOSELY = 4  # and of one that is told apart by what stands before the mention

KINDS = "NOLHGXPYIRS"
LETTERS = "^VWwgnAPYIhRJdNTOLDHGitcSbmyx0qQu,.:;()-|'lazke$"
VERBS = "VWgA:"
TELLING = "VWwgA"  # letters of the words that may bring a quotation
ASKING = frozenset(("asked", "asks", "pressed", "questioned"))  # verbs whose object is likelier to speak next
ASKED = frozenset("Ww")  # their letters
LITTLE = 3  # letters of the longest word that a title may leave without a capital
LONGEST_TITLE = 60  # code points
WORD = re.compile(r"[^\W\d_]\w*")
TOLD = re.compile(f"[{TELLING}]")

COLLAPSE = re.compile(r"[xe0yaz]{2,}|[NTOLl]{2,}|[dh](?=[xeazNTOLHG])|(?<=[NTOL])'")
APPOSITION = re.compile(
    r"(?:-[^|.\-]{1,25}-|\([^|.()]{1,12}\)(?:,[^|.,qQu]{1,25},)?|,[^|.,qQu]{1,25},(?:[LNO]{1,3},)?)?y?[bm]{0,2}y?([VWwgnA:])?"
)
"""What may stand between a mention and its verb: an apposition, a bracket, an adverb, an auxiliary."""


def template(number: int, *values: int) -> int:
    """Pack a template's number and its small values (each under 64) into one feature."""
    for value in values:
        number = number << 6 | value
    return number


def collapse(shape: str) -> tuple[str, list[int]]:
    """A shape with runs of plain words and of name words drawn together, and where in it each token now stands."""
    kept: list[str] = []
    place: list[int] = []
    position = length = 0
    for found in COLLAPSE.finditer(shape):
        start, end = found.span()
        kept.append(shape[position:start])
        place.extend(range(length, length + start - position))
        length += start - position
        place.extend([length] * (end - start))
        if end - start > 1:
            kept.append(shape[end - 1])
            length += 1
        position = end
    kept.append(shape[position:])
    place.extend(range(length, length + len(shape) - position + 1))
    return "".join(kept), place


def clip(pattern: str) -> str:
    """A pattern that fits into a feature: a long one is its two ends."""
    return pattern if len(pattern) <= CLIPPED else f"{pattern[:3]}~{pattern[-3:]}"


class Scene:
    """An article made ready for ranking: everything a feature asks for, computed once."""

    def __init__(self, tokens: Tokens, mentions: Sequence[Mention], names: Names) -> None:
        """Take an article's tokens, its mentions in order and whom they name."""
        shape = tokens.shape
        self.tokens, self.mentions, self.names = tokens, mentions, names
        self.firsts = [mention.first for mention in mentions]
        self.sentence = list(accumulate(map(".Q|".__contains__, shape)))
        self.paragraph = list(accumulate(map("|".__eq__, shape)))
        self.stops = list(accumulate(map(".|".__contains__, shape)))
        self.runs_before = list(accumulate(map("qQu".__contains__, shape)))
        self.telling = [found.start() for found in TOLD.finditer(shape)]
        self.collapsed, self.place = collapse(shape)
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

    def between(self, first: int, last: int) -> str:
        """The collapsed shape of tokens `first` to `last`, half-open."""
        return self.collapsed[self.place[first] : self.place[last]]

    def speaks(self, index: int) -> bool:
        """Whether a verb of speech stands beside a mention."""
        _, verb, before, _, _, _ = self.local[index]
        return LETTERS[verb] in "VW" or (LETTERS[before] in "VW" and self._inverted(index))

    def asks(self, index: int) -> bool:
        """Whether a mention asks somebody something."""
        after = self.mentions[index].last + 1
        asking = self.tokens.shape[after : after + 1] in ASKED
        return asking and self.tokens.word(after).lower() in ASKING

    def puts(self, index: int) -> bool:
        """Whether a mention puts a quoted question: "“…?” Roe asked", "“…?” asked Roe"."""
        first, at = self.mentions[index].first, self.tokens.at
        before = first - 1 if self.asks(index) else first - 2
        run = bisect_left(at, before)
        put = self.asks(index) or self.tokens.word(first - 1).lower() in ASKING
        return put and before >= 0 and run < len(at) and at[run] == before and self.asked(run)

    def _inverted(self, index: int) -> bool:
        """Whether the verb of speech before a mention is its own: "…," said Roe; not "Poe, the mayor, says Roe is"."""
        first, shape = self.firsts[index], self.tokens.shape
        if first < len(",V") or shape[first - 2] not in ",qQu":
            return False
        for earlier in range(index - 1, max(-1, index - 1 - APPOSED), -1):
            last = self.mentions[earlier].last
            right = APPOSITION.match(shape, last + 1, last + 40)
            if right and right.start(1) == first - 1:
                return False
        return True

    def near(self, token: int, memory: "Memory") -> list[int]:
        """The mentions that may have spoken the quotation at `token`."""
        middle = bisect_left(self.firsts, token)
        found = list(range(max(0, middle - BEFORE), min(len(self.mentions), middle + AFTER)))
        for index in (memory.previous, memory.earlier):
            if index is not None and index not in found:
                found.insert(0, index)
        return found

    def asked(self, run: int) -> bool:
        """Whether a run ends with a question mark."""
        own = self.tokens.runs[run]
        return "?" in self.tokens.text[own.end - 1 : own.end + 1]


class Memory:
    """Who spoke so far, as a reader of an article remembers it."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self.previous: int | None = None  # the mention that spoke the run before
        self.earlier: int | None = None  # the latest that spoke before it and is somebody else
        self.spoken: dict[int | None, int] = {}  # how often each bearer spoke

    def hear(self, scene: Scene, speaker: int) -> None:
        """Remember that a mention spoke."""
        of = scene.names.of
        before = self.previous
        if before is not None and before != speaker and (of[before] is None or of[before] != of[speaker]):
            self.earlier = before
        self.previous = speaker
        self.spoken[of[speaker]] = self.spoken.get(of[speaker], 0) + 1


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

    def __init__(self, scene: Scene, run: int, memory: Memory) -> None:
        """Take the run's index, and who spoke before it."""
        tokens = scene.tokens
        shape, at = tokens.shape, tokens.at[run]
        self.scene, self.at, self.memory = scene, at, memory
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
        self.bearer = scene.names.of[memory.previous] if memory.previous is not None else None
        self.other = scene.names.of[memory.earlier] if memory.earlier is not None else None
        self.middle = bisect_left(scene.firsts, at)
        self.words = text[own.start : own.end].lower()
        self.asked = int(scene.asked(run))
        self.turn = self.asked * 2 + (run > 0 and scene.asked(run - 1))
        self.telling = self._telling()
        self.cues = self._cues()

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

    def _cues(self) -> tuple[tuple[int, int, str, int], ...]:
        """The words that may bring it, nearest before and after in its own sentence.

        Each: token, its class, the pattern from it to the quotation, index of the first mention behind it.
        """
        scene, at, found = self.scene, self.at, []
        behind = bisect_left(scene.telling, at)
        for side, index in enumerate((behind - 1, behind)):
            if 0 <= index < len(scene.telling):
                cue = scene.telling[index]
                first, last = (at + 1, cue) if side else (cue + 1, at)
                if scene.stops[cue] == scene.stops[at]:
                    letter = LETTERS.find(scene.tokens.shape[cue])
                    pattern = clip(scene.between(first, last)) if first < last else ""
                    found.append((cue, side << 5 | letter, pattern, bisect_left(scene.firsts, cue)))
        return tuple(found)

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

    def features(self, index: int) -> list[int | str]:
        """The features of mention `index` as the speaker of this quotation."""
        scene = self.scene
        mention = scene.mentions[index]
        kind, verb, before, after, opens, often = scene.local[index]
        behind = mention.first > self.at
        side = int(behind)
        near, far = (self.at, mention.first) if behind else (mention.last, self.at)
        paragraphs = scene.paragraph[far] - scene.paragraph[near]
        sentences = runs = 0
        if far > near:
            sentences = scene.sentence[far - 1] - scene.sentence[near]
            sentences = sentences if sentences < 3 else 3
            runs = scene.runs_before[far - 1] - scene.runs_before[near]
            runs = runs if runs < 2 else 2
        order = index - self.middle if behind else min(self.middle - index - 1, BEFORE)
        where = (side << 2 | sentences) if not paragraphs else 8 + (side << 1 | (paragraphs > 1))
        verbs = (LETTERS[verb] in VERBS) * 2 + (LETTERS[before] in VERBS)
        bearer = scene.names.of[index]
        memory = self.memory
        same = 2 if index == memory.previous else 1 if bearer is not None and bearer == self.bearer else 0
        other = 2 if index == memory.earlier else 1 if bearer is not None and bearer == self.other else 0
        own = bearer is not None and scene.names.bearers[bearer].last in self.words
        left, right = self.telling
        teller = 1 if index in (left, right) else 0
        others = (left is not None) + 2 * (right is not None)
        often_spoken = min(memory.spoken.get(bearer, 0) if bearer is not None else 3, 2)
        # Each is template(number, values), written out: this is where the time goes.
        found: list[int | str] = [
            3 << 12 | verb << 6 | where,
            4 << 12 | before << 6 | where,
            5 << 12 | after << 6 | where,
            6 << 12 | runs << 6 | where,
            13 << 12 | often_spoken << 6 | kind,
            1 << 18 | side << 12 | kind << 6 | where,
            2 << 18 | order << 12 | side << 6 | (paragraphs if paragraphs < 2 else 2),
            8 << 18 | same << 12 | self.relation << 6 | where,
            9 << 18 | self.form << 12 | where << 6 | verbs,
            10 << 18 | self.before << 12 | where << 6 | verbs,
            11 << 18 | self.after << 12 | where << 6 | verbs,
            12 << 18 | often << 12 | kind << 6 | side,
            14 << 18 | opens << 12 | where << 6 | kind,
            15 << 18 | self.relation << 12 | where << 6 | verbs,
            16 << 18 | self.before << 12 | self.after << 6 | where,
            17 << 18 | own << 12 | kind << 6 | side,
            18 << 18 | teller << 12 | others << 6 | where,
            7 << 24 | same << 18 | self.relation << 12 | runs << 6 | (kind == 6),
            19 << 24 | teller << 18 | others << 12 | self.form >> 2 << 6 | side,
            25 << 24 | same << 18 | other << 12 | self.relation << 6 | self.turn,
            26 << 18 | before << 12 | verb << 6 | where,
        ]
        if self.asked:
            found.append(27 << 12 | scene.asks(index) << 6 | where)
        if far - near < REACH and paragraphs < 2:
            pattern = scene.between(near + 1, far) if far > near else ""
            mark = "<" if behind else ">"
            if len(pattern) <= PATTERN:
                found.append(f"{mark}{KINDS[kind]}{pattern}")
                found.append(f"{mark}{pattern}{self.form >> 2}")
                if len(pattern) <= CLOSELY:
                    found.append(f"{mark}{LETTERS[before]}{KINDS[kind]}_{pattern}")
            found.append(f"{mark}{pattern[:3]}_" if behind else f"{mark}_{pattern[-3:]}")
            found.append(f"{mark}_{pattern[-3:]}" if behind else f"{mark}{pattern[:3]}_")
        return self._governed(found, index, mention, kind, before)

    def _governed(
        self, found: list[int | str], index: int, mention: Mention, kind: int, before: int
    ) -> list[int | str]:
        """Add how the mention stands to the words that may bring the quotation: beside one, before or behind it."""
        scene = self.scene
        for cue, letter, pattern, behind in self.cues:
            if scene.stops[mention.first] != scene.stops[cue]:
                found.append(28 << 12 | letter << 6 | 63)
                continue
            if mention.first < cue:
                gap = min(behind - index - 1, 3)
                path = scene.between(mention.last + 1, cue) if mention.last < cue else "="
            else:
                gap = min(index - behind, 3) + 4
                path = scene.between(cue + 1, mention.first)
            path = clip(path)
            found.append(28 << 12 | letter << 6 | gap)
            found.append(29 << 18 | letter << 12 | gap << 6 | kind)
            found.append(30 << 18 | letter << 12 | gap << 6 | before)
            found.append(f"{letter >> 5}{gap >> 2}{path}|{pattern}")
            found.append(f"{letter}{gap >> 2}{path}{KINDS[kind]}")
        return found

    def nobody(self) -> Iterator[int | str]:
        """The features of nobody's having spoken it: words set apart that are no statement."""
        yield template(20, self.length)
        yield template(21, self.form)
        yield template(22, self.before, self.length)
        yield template(23, self.after, self.length)
        yield template(24, self.relation, self.length)
        others = sum((index is not None) << side for side, index in enumerate(self.telling))
        yield template(33, self.silent, self.length, others)
        yield template(34, self.form, len(self.cues), others)
        yield template(35, self.before, self.after, self.silent)
        yield template(36, self.asked, others, self.relation)
        for _, letter, pattern, _ in self.cues:
            yield template(37, letter, self.silent, self.length)
            yield f"00{letter}{pattern}"
        scene = self.scene
        yield f"0{scene.between(max(0, self.at - 3), self.at)}"
        yield f"0+{scene.tokens.shape[self.at + 1 : self.at + 3]}"
