"""Tokens, and a text's *shape*: one letter a token, so that patterns of speech are regular expressions over letters.

Each quotation is a single token, so the shape is of the words around quotations. The letters:

    V said   W told, wrote   w called, praised   z showed, hoped   g saying   n statement   A according
    P he     Y they   I we   J it   h him, his   R who      k that     d the         ' ’s
    N Name   a former   T title  O name of a body   L place   D Monday  H spokesman  G campaign
    i of     t to     c and  S while     b was     m would   y also       x any other word
    e an unknown word that may be a verb   0 figure
    q Q u    a quotation that ends with a comma, with a full stop, with neither
    , . : ; ( ) -     | a new paragraph
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from briefing.quote.given_names import given_names
from briefing.quote.marks import Run

TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Rev|Sens?|Reps?|Gov|Gen|Col|Lt|Sgt|Capt|Cmdr|Adm|Maj|Cpl|St|Smt|Fr|Jr|Sr|Inc|Corp|Ltd|Co|No|vs"
    r"|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Calif|Fla|Mass|Conn|Ill|Mich|Minn|Ariz|Wis|Tenn|Pa|Va|Ga)\."
    # The party and state of a member of parliament: "R-Fla.", "D-N.J.", "I-Vt."
    r"|[RDI]-(?<![\w-]..)(?:(?:[A-Z]\.){2}|[A-Z][a-z]{0,5}\.|[A-Z][A-Za-z]{1,13}\b)"
    r"|(?:[^\W\d_]\.){2,6}|[A-Z]\.(?= ?[A-Z])"
    r"|['’](?:s|re|ve|ll|d)\b|(?<=s)['’](?= [A-Z])"  # "Orr’s boat", "Ross’ Boat"
    # Accents that stand apart from their letter, and those read in the wrong encoding: "PenÃ±a".
    r"|[^\W_]+(?:(?:[-‐'’.&](?!s\b)|[\u0300-\u036f]|(?<=[Ã\u0303])[\xa1-\xbf])[^\W_]+|[\u0300-\u036f])*"
    r"|\n|[.,:;!?()…—–\[\]]|--?"
)

PUNCTUATION = {
    ".": ".", "!": ".", "?": ".", "…": ".", ",": ",", ":": ":", ";": ";", "(": "(", "[": "(", ")": ")", "]": ")",
    "—": "-", "–": "-", "-": "-", "--": "-", "\n": "|",
}  # fmt: skip

PARTY = re.compile("[RDI]-[A-Z]")  # no name: "(R-Harnby)"

CONTRACTION = re.compile(r"['’](?:m|t|ve|re|ll|d)$")

# A box of links that a page runs together with the name before it: "Ana RoeRoe opens bridge | Harnby votes MORE".
BOX_END = " MORE"
BOX_SEAM = re.compile(r"(?<=[a-z]{3})(?=[A-Z])")  # three letters: McRoe is a name
LONGEST_BOX = 800  # code points
BOX_GLUED = re.compile(r"(?<!\w)(\w{2,40})MORE\b")  # "Ana Roe Anastasia RoeMORE"
LONGEST_NAME = 80  # code points from a name to where a box repeats it

WORDS_KEPT = 50_000  # classes of words remembered: more than a week's news has

QUOTATION = frozenset("qQu")
STOP = frozenset(".|")

PROFESSIONS = ("ologist", "ologists", "ician", "icians", "woman", "women", "keeper", "maker", "wright", "monger")

VERBAL = ("ed", "ing", "s")  # endings of words that may be verbs

# What a capital letter makes of a word that has a class in lower case.
RAISED = {"H": "T", "G": "O", "T": "T", "L": "L", "D": "D", "P": "P", "I": "I", "l": "N", "a": "a"}
JOINING_WORDS = "and or but nor of the in on at for with by from about than is are was were has have"
JOINING = frozenset(JOINING_WORDS.split())
"""Words that stay what they are in a headline's capitals: "Harnby And Lindow", "Closes The Door"."""
LOWERED = frozenset("LDT")  # classes that only words with a capital have


class Tokens(NamedTuple):
    """The words around a text's quotations, and its quotations."""

    text: str
    starts: Sequence[int]  # code points of the text
    ends: Sequence[int]
    shape: str  # one letter a token
    runs: tuple[Run, ...]
    at: Sequence[int]  # token of each run

    def word(self, index: int) -> str:
        """The token's own characters."""
        return self.text[self.starts[index] : self.ends[index]]

    def between(self, first: int, last: int) -> str:
        """The text from token `first` to token `last`, both included."""
        return self.text[self.starts[first] : self.ends[last]]


@cache
def lexicon() -> dict[str, str]:
    """Word in lower case → class letter."""
    classes: dict[str, str] = {}
    for line in files("briefing.quote").joinpath("words.txt").read_text("utf-8").splitlines():
        letter, colon, words = line.partition(":")
        if colon and len(letter) == 1:
            for word in words.split():
                classes.setdefault(word, letter)
                classes.setdefault(word.replace("'", "’"), letter)
    return classes


def tokens(text: str, runs: tuple[Run, ...]) -> Tokens:
    """The tokens of a text whose quotation runs are known."""
    starts: list[int] = []
    ends: list[int] = []
    letters: list[str] = []
    at: list[int] = []
    position = 0
    left_out = boxes(text)
    for run in runs:
        _read_around(left_out, text, position, run.outer_start, starts, ends, letters)
        at.append(len(letters))
        starts.append(run.outer_start)
        ends.append(run.outer_end)
        letters.append(_ending(text, run))
        position = run.outer_end
    _read_around(left_out, text, position, len(text), starts, ends, letters)
    _unmask(text, starts, ends, letters)
    return Tokens(text, starts, ends, "".join(letters), runs, at)


def boxes(text: str) -> list[tuple[int, int]]:
    """The boxes of links run together with a name, as half-open spans of code points."""
    found: list[tuple[int, int]] = []
    past = 0
    while (end := text.find(BOX_END, past)) >= 0:
        line = text.rfind("\n", past, end) + 1
        seam = BOX_SEAM.search(text, max(line, past, end - LONGEST_BOX), end)
        past = end + len(BOX_END)
        if seam:
            found.append((seam.start(), past))
    for glued in BOX_GLUED.finditer(text) if BOX_END.strip() in text else ():
        name = text.rfind(glued.group(1), max(0, glued.start() - LONGEST_NAME), glued.start())
        if name >= 0:
            found.append((name + len(glued.group(1)), glued.end()))
    return sorted(found)


def _read_around(
    left_out: Sequence[tuple[int, int]], text: str, start: int, end: int,
    starts: list[int], ends: list[int], letters: list[str],
) -> None:  # fmt: skip
    for first, last in left_out:
        if start <= first < last <= end:
            _read(text, start, first, starts, ends, letters)
            start = last
    _read(text, start, end, starts, ends, letters)


def _unmask(text: str, starts: list[int], ends: list[int], letters: list[str]) -> None:
    """Take the capital off plain words that have it only because they begin a sentence: "Hundreds of", "Ending"."""
    doubtful: list[tuple[int, str]] = []
    inside: set[str] = set()
    small: set[str] = set()
    for index, letter in enumerate(letters):
        if letter == "N":
            word = text[starts[index] : ends[index]]
            if index and letters[index - 1] not in ".|Q:-":
                inside.add(word)
            else:
                doubtful.append((index, word))
        elif letter in "xe":
            small.add(text[starts[index] : ends[index]])
    names = given_names()
    for index, word in doubtful:
        lower = word.lower()
        if word in inside or lower in names:
            continue
        following = letters[index + 1] if index + 1 < len(letters) else "."
        if following == "T":
            continue  # "Finance Minister Carla Dunn" opens a sentence of an article on finance
        plural = lower.endswith("s") and following == "i"
        if lower in small or plural or (lower.endswith(("ing", "ed")) and following != "V"):
            letters[index] = "x"


def _ending(text: str, run: Run) -> str:
    last = text[run.end - 1]
    if last in "'’”" and run.end - run.start > 1:
        last = text[run.end - 2]
    if last == ",":
        return "q"
    return "Q" if last in ".!?…—-" or not run.closed else "u"


def _read(text: str, start: int, end: int, starts: list[int], ends: list[int], letters: list[str]) -> None:
    fresh = not letters or letters[-1] in "Q|"  # whether the next word begins a sentence
    punctuation, class_of = PUNCTUATION.get, _class  # this is the stage's longest loop
    add_start, add_end, add_letter = starts.append, ends.append, letters.append
    for found in TOKEN.finditer(text, start, end):
        word = found.group()
        letter = punctuation(word)
        if letter is None:
            letter = class_of(word, fresh)
            fresh = False
        elif letter in ".|:-":
            fresh = True
            if letter == "|" and letters and letters[-1] == "|":
                continue
        first, last = found.span()
        add_start(first)
        add_end(last)
        add_letter(letter)


@lru_cache(maxsize=WORDS_KEPT)
def _class(word: str, fresh: bool) -> str:
    classes = lexicon()
    first = word[0]
    if first.isdigit() or PARTY.match(word):
        return "0"
    known = classes.get(word)
    if known is not None:
        return known if known not in LOWERED else "x"
    if first in "'’":
        return "'"
    if CONTRACTION.search(word):
        return "x"  # I'm, We've: no name, for all its capital
    if not first.isupper():
        if (joined := word.find("-")) > 0 and word[joined + 1 :][:1].isupper() and classes.get(word[:joined]) == "l":
            return "N"  # al-Sorel
        if word.endswith("ly"):
            return "y"
        if word.endswith(PROFESSIONS):
            return "H"
        return _compound(word, classes) or ("e" if word.endswith(VERBAL) else "x")
    lower = word.lower()
    if lower in JOINING and not word.isupper():
        return classes[lower]
    return _capital(classes.get(lower) or _compound(word, classes), fresh=fresh)


def _compound(word: str, classes: dict[str, str]) -> str | None:
    """The class of "secretary-general" and "vice-chairman": a person's, if either half is."""
    first, hyphen, last = word.lower().rpartition("-")
    return "H" if hyphen and "H" in (classes.get(last), classes.get(first)) else None


def _capital(known: str | None, *, fresh: bool) -> str:
    if known is None:
        return "N"
    if known == "n" and not fresh:
        return "O"  # the Port Selby Post
    raised = RAISED.get(known)
    if raised is not None:
        return raised
    return known if fresh or known in "RhYJk" else "N"
