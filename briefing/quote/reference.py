"""Reference: whom "he" and "the mayor" mean at one place of an article, read from left to right.

The weights are set by hand on a reading of articles from quotes-train, not learnt: recency in sentences, being a
subject, having just spoken, agreement in gender; see Hobbs (1978) and Lappin & Leass (1994) for the salience they
stand for.
"""

import math
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from briefing.quote.features import Scene
from briefing.quote.given_names import Gender
from briefing.quote.mentions import Mention
from briefing.quote.names import FEMALE, MALE
from briefing.quote.roles import LEADING, is_plural

ALIKE = (
    "chief head leader boss director secretary-general commissioner chairman chairwoman president executive ceo",
    "diplomat ambassador envoy minister representative",
    "lawmaker senator sen sen. congressman congresswoman rep rep. representative legislator lawmakers",
    "governor gov gov.",
    "candidate nominee front-runner frontrunner hopeful contender",
    "businessman businesswoman billionaire mogul tycoon entrepreneur developer",
    "spokesman spokeswoman spokesperson",
    "attorney lawyer prosecutor counsel",
    "official officer commander general gen. gen colonel col. admiral",
    "professor scholar historian economist scientist researcher expert analyst",
    "strategist adviser advisor aide consultant operative",
    "actor actress comedian singer star",
    "writer author journalist reporter columnist editor commentator host anchor",
    "mayor", "judge justice", "sheriff detective officer policeman", "pope bishop priest pastor",
    "king queen prince princess",
)  # fmt: skip
"""Words for a person that may stand for one another in one article."""

PRINCIPAL_WORDS = """
    candidate nominee front-runner frontrunner senator governor billionaire mogul tycoon businessman businesswoman
    lawmaker congressman congresswoman president mayor minister leader democrat republican conservative libertarian
    neurosurgeon surgeon physician actor actress singer comedian pastor bishop sheriff secretary premier chancellor
"""
PRINCIPALS = frozenset(PRINCIPAL_WORDS.split())
"""Roles an article gives the person it is about without ever having said that he or she has them."""

BODY_WORDS = "agency company organization organisation group firm paper newspaper network outlet magazine"
BODIES = frozenset(BODY_WORDS.split())  # words for any body the article has named

DOCUMENT_WORDS = """
    lawsuit suit indictment filing affidavit complaint document report study poll survey email e-mail memo letter
    statement petition memorandum resolution order ruling transcript ad video headline message press release
"""
DOCUMENTS = frozenset(DOCUMENT_WORDS.split())  # what is called by its head alone: "the lawsuit against the mayor"

DEFINITE = frozenset(("the", "his", "her", "their"))

RECENT = 12  # sentences a pronoun may look back
IN_MIND = 100  # bearers of names a reader keeps in mind: more than twelve sentences of news hold
TIE = 0.5  # of two persons fitting within this, neither is taken
NOBODY_WORDS = "another one others other some many most few several both all each none either"
NOBODY = frozenset(NOBODY_WORDS.split())
NEAR_BODY = 2  # sentences "the company" may look back for a body not so called
RECENT_ROLE = 4  # sentences an unannounced role may look back
STRANGER = 2.3  # what a person without a name is credited with: as much as a name of that gender that just spoke
STRANGER_NOW = 3.6  # the same, met in this very sentence
JUST_SPOKE = 2  # sentences
JUST_MET = 1  # sentences
ACTS = re.compile(r"(?:\([^()|.]{1,12}\)|,[^|.qQu]{1,25}?,)?y{0,2}[bmVWwze]")
FAR = 30  # tokens of an apposition looked past
ASIDE = frozenset("itA")  # letters of the words after which somebody is not who a sentence is about
LONGEST_SAID = 2_000  # code points of a quotation that are looked at for a name
WORD = re.compile(r"\w[\w’'-]*")
CLEARLY_BACK, OFTEN = 4, 4  # sentences back and times met beyond which more tell no more
WEIGHTS = (-0.50, -0.93, 0.80, 1.13, 0.28, -0.38, 0.94, 0.12, 1.25, -0.75, 0.98, 0.27, -1.31)
CLEAR = 3.0  # the margin of a bearer without rival


@dataclass(slots=True)
class Seen:
    """Where a bearer was last met."""

    sentence: int
    subject: bool  # first in its sentence, or beside a verb of speech
    acts: bool  # before a verb
    times: int
    token: int
    aside: bool  # as the owner of something, or after a preposition
    full: bool  # by given name and surname


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A "he" or "she" to be read: where it stands, and what is quoted beside it."""

    gender: Gender
    token: int
    sentence: int
    speaks: bool
    said: frozenset[str]  # the words, in lower case


class Reading:
    """What a reader has in mind at one place: who was met, and who spoke last."""

    def __init__(self, scene: Scene, roles: dict[int, set[str]]) -> None:
        """Take the article, and the words of each bearer's roles."""
        self.scene = scene
        self.roles = roles
        self.seen: dict[int, Seen] = {}
        self.nominals: dict[str, str] = {}
        self.guessed = False  # whether the last role was read as the person the article is about
        self.unknown = False  # whether it is "the senator", of whom nothing was said before
        self.stranger: int | None = None  # the last person met whom nobody names: "the spokesman"
        self.speaker: int | None = None
        self.spoke_at = -RECENT

    def meet(self, bearer: int, mention: Mention, *, opens: bool, speaks: bool) -> None:
        """Read on past a mention of `bearer`, who may be the first whom its sentence is about."""
        sentence = self.scene.sentence[mention.first]
        before = self.seen.get(bearer)
        aside = self.is_aside(mention)
        subject, acts = (opens and not aside) or speaks, not aside and self._acts(mention)
        if before is not None and before.sentence == sentence:
            subject, acts = subject or before.subject, acts or before.acts
        full = mention.name is not None and mention.name[1] > mention.name[0]
        times = before.times + 1 if before else 1
        self.seen.pop(bearer, None)  # those met last stand last
        self.seen[bearer] = Seen(sentence, subject, acts, times, mention.first, aside, full)
        if speaks and self.scene.names.bearers[bearer].kind == "N":
            self.speaker, self.spoke_at = bearer, sentence

    def in_mind(self) -> Iterator[tuple[int, Seen]]:
        """The bearers met last, the latest first."""
        return islice(((bearer, self.seen[bearer]) for bearer in reversed(self.seen)), IN_MIND)

    def meet_several(self, sentence: int) -> None:
        """Read on past a "they": of those just met none is any more what the text is about than another."""
        for _, where in self.in_mind():
            if sentence - where.sentence <= JUST_MET:
                where.subject = where.acts = False

    def is_aside(self, mention: Mention) -> bool:
        """Whether somebody is named as the owner of something, or after a preposition."""
        shape = self.scene.tokens.shape
        owns = shape[mention.last + 1 : mention.last + 2] == "'" or mention.kind == "S"
        return owns or (mention.first > 0 and shape[mention.first - 1] in ASIDE)

    def _acts(self, mention: Mention) -> bool:
        """Whether a verb follows a mention, past an apposition."""
        return ACTS.match(self.scene.tokens.shape, mention.last + 1, mention.last + FAR) is not None

    def meet_stranger(self, sentence: int, head: str) -> None:
        """Read on past one person whom nobody names, the subject of that sentence; "the candidate" somebody names."""
        if head in PRINCIPALS or is_plural(head):
            return
        self.stranger = sentence

    def _rival(self, at: int) -> float:
        """How well the last person without a name fits a pronoun: less than any name, unless the subject just now."""
        if self.stranger is None or at - self.stranger > 1:
            return -math.inf
        return STRANGER_NOW if at == self.stranger else STRANGER

    def pronoun(self, mention: Mention, *, speaks: bool) -> tuple[int | None, float]:
        """(whom "he" or "she" means, how much better that fits than the next, in log odds)."""
        place = self._place(mention, speaks=speaks)
        if place is None:
            return None, 0.0
        ranked = [
            (sum(weight * trait for weight, trait in zip(WEIGHTS, traits, strict=True)), bearer)
            for bearer, traits in self.fitting(place)
        ]
        if not ranked:
            return None, 0.0
        ranked.sort(key=lambda pair: (-pair[0], pair[1]))
        margin = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else CLEAR
        return ranked[0][1], min(margin, ranked[0][0] - self._rival(place.sentence))

    def _place(self, mention: Mention, *, speaks: bool) -> Pronoun | None:
        word = self.scene.tokens.word(mention.first).lower()
        gender: Gender = "m" if word in MALE else "f"
        if gender == "f" and word not in FEMALE:
            return None  # "its", "their"
        said = self._said(mention.first) if speaks else frozenset()
        return Pronoun(gender, mention.first, self.scene.sentence[mention.first], speaks, said)

    def _said(self, token: int) -> frozenset[str]:
        """The words of the quotations next to a token, in its paragraph."""
        tokens, paragraph = self.scene.tokens, self.scene.paragraph
        after = bisect_left(tokens.at, token)
        beside = [
            run for run in (after - 1, after)
            if 0 <= run < len(tokens.at) and paragraph[tokens.at[run]] == paragraph[token]
        ]  # fmt: skip
        found: set[str] = set()
        for run in beside:
            own = tokens.runs[run]
            found.update(WORD.findall(tokens.text[own.start : min(own.end, own.start + LONGEST_SAID)].lower()))
        return frozenset(found)

    def fitting(self, place: Pronoun) -> list[tuple[int, tuple[float, ...]]]:
        """The bearers a pronoun may mean, each with its traits, which `WEIGHTS` weigh."""
        found: list[tuple[int, tuple[float, ...]]] = []
        for bearer, where in self.in_mind():
            known = self.scene.names.bearers[bearer]
            back = place.sentence - where.sentence
            if known.kind != "N" or back > RECENT or known.gender not in (place.gender, None):
                continue
            spoke = bearer == self.speaker
            lately = spoke and place.sentence - self.spoke_at <= JUST_SPOKE
            traits = (
                float(min(back, CLEARLY_BACK)),
                float(back),
                float(where.subject),
                float(where.acts),
                float(min(where.times, OFTEN)),
                float(where.aside),
                float(where.full and back <= 1),
                float(known.gender == place.gender),
                float(known.titled),
                float(known.doubtful),
                float(spoke),
                float(lately and place.speaks),
                float(known.last in place.said),
            )
            found.append((bearer, traits))
        return found

    def role(self, mention: Mention) -> int | str | None:
        """Whom "the mayor" means: a bearer, or failing that the fullest wording of an unnamed speaker."""
        tokens = self.scene.tokens
        self.guessed = self.unknown = False
        if tokens.shape[mention.first : mention.last + 1] == "J":
            return self._it(self.scene.sentence[mention.first])
        phrase = " ".join(tokens.between(mention.first, mention.last).split())
        words = phrase.lower().replace("’s", "").replace("'s", "").split()
        cut = next((i for i in range(mention.first + 1, mention.last + 1) if tokens.shape[i] in "it"), mention.last + 1)
        head = tokens.word(cut - 1).lower()
        first = tokens.word(mention.first).lower()
        if mention.kind == "G" and first in ("his", "her"):
            owner = self._owner(first, self.scene.sentence[mention.first])
            if owner is not None:
                return f"{self.scene.names.bearers[owner].name} {phrase.partition(' ')[2]}"
        if first in DEFINITE or (cut - 1 == mention.first and tokens.shape[cut - 1] == "T"):
            found = self._definite(mention, head, words)
            if found is not None:
                return found
        told = head in self.nominals
        self.unknown = mention.kind == "H" and first in DEFINITE and not told and not is_plural(head)
        if head in DOCUMENTS:
            phrase = " ".join(tokens.between(mention.first, cut - 1).split())
        return self._unnamed(phrase, head)

    def _definite(self, mention: Mention, head: str, words: list[str]) -> int | str | None:
        """Whom a phrase means that says it is known who it is: "the mayor", "the agency", "the spokesman"."""
        if mention.first == mention.last:
            bearers = self.scene.names.bearers
            named = [each for each, _ in self.in_mind() if bearers[each].last == head and bearers[each].kind == "N"]
            if named:
                return named[0]  # a surname that is a title too: King
        found = self._by_role(mention, head, set(words)) if mention.kind == "H" else None
        if found is None and mention.kind in "GO":
            found = self._body(head, len(words), self.scene.sentence[mention.first])
        if found is None and len(words) <= len(("the", "spokesman")):
            return self.nominals.get(head)
        return found

    def _unnamed(self, phrase: str, head: str) -> str | None:
        """The phrase without its article, remembered if it says more than its head alone."""
        bare = LEADING.sub("", phrase)
        if all(word in NOBODY for word in bare.lower().split()):
            return None  # "another", "some": nobody is named
        if " " in bare or head not in self.nominals:
            self.nominals[head] = bare
        return bare or None

    def _owner(self, word: str, at: int) -> int | None:
        """Whom "his" or "her" means before a body: the one of that gender met last."""
        gender: Gender = "m" if word == "his" else "f"
        fitting = [
            (where.sentence, where.times, -bearer)
            for bearer, where in self.in_mind()
            if self.scene.names.bearers[bearer].gender == gender and at - where.sentence <= RECENT_ROLE
        ]
        return -max(fitting)[2] if fitting else None

    def _by_role(self, mention: Mention, head: str, words: set[str]) -> int | None:
        owned = self.scene.tokens.shape[mention.first] == "h"  # his physician is not he
        alike = {head}.union(*(group.split() for group in ALIKE if head in group.split()))
        gender = "m" if head in MALE else "f" if head in FEMALE else None
        at = self.scene.sentence[mention.first]
        best: tuple[float, int] | None = None
        for bearer, where in self.in_mind():
            known, roles = self.scene.names.bearers[bearer], self.roles.get(bearer, set())
            if known.kind != "N" or (gender and known.gender not in (gender, None)) or not roles & alike:
                continue
            fit = 2.0 * (head in roles) + len(roles & words - {"the", "of"}) - 0.1 * (at - where.sentence)
            if best is None or fit > best[0]:
                best = (fit, bearer)
        if best is not None:
            return best[1]
        found = self._principal(gender, at) if head in PRINCIPALS and not owned else None
        self.guessed = found is not None
        return found

    def _principal(self, gender: str | None, at: int) -> int | None:
        """Whom the article is about here: named often, met lately, speaking; nobody where two fit about as well."""
        ranked = []
        for bearer, where in self.in_mind():
            known, back = self.scene.names.bearers[bearer], at - where.sentence
            if known.kind != "N" or back > RECENT or (gender and known.gender not in (gender, None)):
                continue
            fit = 0.8 * min(known.count, 16).bit_length() - 0.3 * back + 0.5 * where.subject + 0.6 * known.titled
            fit += 0.8 * (bearer == self.speaker and at - self.spoke_at <= RECENT_ROLE)
            ranked.append((-fit, bearer))
        ranked.sort()
        if len(ranked) > 1 and ranked[1][0] - ranked[0][0] < TIE:
            return None
        return ranked[0][1] if ranked else None

    def _it(self, at: int) -> int | None:
        """The body that "it" stands for: the subject of this sentence or the one before."""
        fitting = [
            (where.sentence, -bearer)
            for bearer, where in self.in_mind()
            if self.scene.names.bearers[bearer].kind == "O" and where.subject and at - where.sentence <= 1
        ]
        return -max(fitting)[1] if fitting else None

    def _body(self, head: str, length: int, at: int) -> int | None:
        """ "The department": the body last met whose name ends so."""
        if length > 2:
            return None
        bearers = self.scene.names.bearers
        fitting = [
            (where.sentence, where.subject, -bearer)
            for bearer, where in self.in_mind()
            if bearers[bearer].kind == "O"
            and (
                bearers[bearer].last == head or (head in BODIES and where.subject and at - where.sentence <= NEAR_BODY)
            )
        ]
        return -max(fitting)[2] if fitting else None
