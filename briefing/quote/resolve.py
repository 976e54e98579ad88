"""Resolution: from the noun phrase that speaks to a full name.

A surname, "the NATO chief" and "he" each stand for somebody the article names in full; where more than one fits and
nothing decides, nobody is named. Left to right, as a reader does it.
"""

import re
from typing import Literal, NamedTuple

from briefing.quote.apposition import apposed
from briefing.quote.features import Scene
from briefing.quote.gender import gender_beside
from briefing.quote.mentions import Mention
from briefing.quote.names import Bearer, shares_surname
from briefing.quote.pronouns import CLEAR, pronoun
from briefing.quote.reference import Reading
from briefing.quote.roles import role_after, role_before, role_phrase
from briefing.quote.telling import tells, tells_more

Means = Literal[
    "full",
    "surname",
    "shared",
    "lone",
    "body",
    "place",
    "role",
    "principal",
    "unnamed",
    "named",
    "phrase",
    "pronoun",
    "likely",
    "rivalled",
    "none",
]
"""How a name was come by: what the confidence in it depends on."""

NEAR_RELATIVE = 2  # tokens between "Roe" and its "who"
WRITTEN_OUT = {"sen.": "senator", "rep.": "representative", "gov.": "governor", "gen.": "general", "dr.": "doctor"}
PLACES = 3  # names between a person and the last word for where he or she is from
HAILS = re.compile("(?:,0)?,?i[NL,]{1,6}")  # what stands between them
CLOSE, CLEARLY = 0.5, 2.0  # margins under which a pronoun's bearer has a rival, and may have one
AT = re.compile(" (?:of|at|for) ")  # behind it stands a body, which may be called after who runs it: "head of Roe Oil"
NEAR = 4  # tokens from "Roe" to "Ana" in "Roe asked Ana"


class Resolved(NamedTuple):
    """Whom a mention stands for."""

    name: str | None
    role: str | None
    means: Means
    margin: float  # how much better the chosen bearer fitted than the next; 0 where there was no choice to make


class Resolver:
    """Resolves one article's mentions; built once, then asked for each."""

    def __init__(self, scene: Scene, speakers: frozenset[int]) -> None:
        """Take the article and the mentions that speak its direct quotations."""
        self.scene = scene
        self.bearer: list[int | None] = list(scene.names.of)
        self.phrases: list[str | None] = [None] * len(scene.mentions)
        self.margin = [0.0] * len(scene.mentions)
        self.roles: dict[int, str] = {}
        self.words: dict[int, set[str]] = {}
        self.apposed: set[int] = set()
        self.guessed: set[int] = set()
        self.unknown: set[int] = set()
        self._read_roles()
        self._read_references(speakers)

    def resolve(self, index: int) -> Resolved:
        """Whom mention `index` stands for."""
        mention = self.scene.mentions[index]
        bearer = self.bearer[index]
        if bearer is None:
            name = self.phrases[index]
            return Resolved(name, None, self._phrase(index, mention, name), 0.0)
        known = self.scene.names.bearers[bearer]
        return Resolved(known.name, self.roles.get(bearer), self._means(index, mention, known), self.margin[index])

    def _phrase(self, index: int, mention: Mention, name: str | None) -> Means:
        if not name:
            return "none"
        if mention.kind == "H" and index not in self.unknown:
            return "unnamed"
        named = mention.kind == "G" and any(word[0].isupper() for word in name.split())
        return "named" if named else "phrase"

    def _means(self, index: int, mention: Mention, known: Bearer) -> Means:
        if mention.kind in "PRS":
            margin = self.margin[index] if mention.kind in "PS" else CLEAR
            return "rivalled" if margin < CLOSE else "likely" if margin < CLEARLY else "pronoun"
        if mention.kind in "HGX":
            return "full" if index in self.apposed else "principal" if index in self.guessed else "role"
        if mention.kind == "O" or known.kind == "O":
            return "body"
        if known.kind == "L":
            return "place"
        if not known.given:
            return "phrase" if known.doubtful else "lone"
        first, last = mention.name or (0, 0)
        if last > first:
            return "full"
        told = gender_beside(self.scene.tokens, mention) is not None
        return "shared" if shares_surname(self.scene.names, known, first, gendered=told) else "surname"

    def _read_roles(self) -> None:
        scene = self.scene
        for index, mention in enumerate(scene.mentions):
            bearer = scene.names.of[index]
            if bearer is not None and mention.kind == "N":
                self._note(bearer, role_before(scene.tokens, mention))
                self._note(bearer, role_after(scene.tokens, mention))
            elif mention.kind == "H":
                self._appose(index)

    def _appose(self, index: int) -> None:
        scene, mentions, shape = self.scene, self.scene.mentions, self.scene.tokens.shape
        other = apposed(scene, index)
        if other is None:
            return
        self.bearer[index] = bearer = scene.names.of[other]
        self.apposed.add(index)
        if bearer is not None:  # "his wife, Kim Roe"
            known = scene.names.bearers[bearer]
            known.gender = gender_beside(scene.tokens, mentions[index]) or known.gender
        following = index + 1
        if other < index and following < len(mentions) and mentions[following].kind == "H":
            between = shape[mentions[index].last + 1 : mentions[following].first]
            if between == "c":  # "Roe, president and chief of the union,"
                self.bearer[following] = self.bearer[index]
                self.apposed.add(following)
        if other > index or bearer not in self.roles:
            self._note(bearer, role_phrase(scene.tokens, mentions[index]))

    def _note(self, bearer: int | None, role: str | None) -> None:
        if role is None or bearer is None:
            return
        if (
            self.scene.names.bearers[bearer].last
            in AT.split(role.lower().replace("’s", "").replace("'s", ""))[0].split()
        ):
            return  # "Roe, Roe's eldest son": more likely somebody else's
        words = role.lower().replace("’s", "").replace("'s", "").split()
        self.words.setdefault(bearer, set()).update(WRITTEN_OUT.get(word, word) for word in words)
        if not tells(role):
            return
        given = self.scene.names.bearers[bearer].given
        if given and words[-1] == given:
            role = role.rpartition(" ")[0]  # Dean Roe, whose given name is a title
            if not role:
                return
        known = self.roles.get(bearer)
        if known is None or tells_more(role, known):
            self.roles[bearer] = role

    def _read_references(self, speakers: frozenset[int]) -> None:
        """Pronouns and roles, from left to right, each seeing whom the ones before stand for."""
        scene = self.scene
        reading = Reading(scene, self.words)
        sentence, opens, aside = -1, False, False
        for index, mention in enumerate(scene.mentions):
            at = scene.sentence[mention.first]
            speaks = index in speakers or scene.speaks(index)
            if self.bearer[index] is None:
                self._refer(index, mention, reading, speaks=speaks)
            self._hails(index, mention)
            bearer = self.bearer[index]
            if bearer is None and mention.kind == "H" and (at != sentence or speaks):
                reading.meet_stranger(at, scene.tokens.word(mention.last).lower())
            if mention.kind == "Y" and at != sentence:
                reading.meet_several(at)
            # "The other man, James Roe," opens a sentence too, and so does Roe in "In Harnby, Roe".
            fresh = at != sentence or aside
            opens = fresh or (opens and index > 0 and {index - 1, index} & self.apposed != set())
            named_aside = reading.is_aside(mention)
            aside = fresh and named_aside
            if bearer is not None:
                answers = index > 0 and scene.asks(index - 1) and mention.first - scene.mentions[index - 1].last <= NEAR
                speaks = (speaks and not (scene.asks(index) and index not in speakers)) or answers
                reading.meet(bearer, mention, opens=opens, aside=named_aside, speaks=speaks)
                if index in speakers and scene.puts(index):
                    reading.meet_asker(bearer, at)
            sentence = at

    def _hails(self, index: int, mention: Mention) -> None:
        """ "Ana Roe, 30, of Lindow, Estmark, said": the place is where the speaker is from, not who speaks."""
        if mention.kind != "L":
            return
        scene = self.scene
        for before in range(index - 1, max(-1, index - 1 - PLACES), -1):
            bearer = scene.names.of[before]
            person = scene.mentions[before]
            if bearer is None or person.kind not in "NL":
                return
            known = scene.names.bearers[bearer]
            if person.kind == "N" and known.given and known.titled:
                if HAILS.fullmatch(scene.tokens.shape, person.last + 1, mention.first):
                    self.bearer[index] = bearer
                return

    def _refer(self, index: int, mention: Mention, reading: Reading, *, speaks: bool) -> None:
        if mention.kind in "PS":
            self.bearer[index], self.margin[index] = pronoun(reading, mention, speaks=speaks)
        elif mention.kind == "R":
            if index and mention.first - self.scene.mentions[index - 1].last <= NEAR_RELATIVE:
                self.bearer[index] = self.bearer[index - 1]
                self.phrases[index] = self.phrases[index - 1]
        elif mention.kind in "HGXOL":
            found = reading.role(mention)
            if reading.guessed:
                self.guessed.add(index)
            if reading.unknown:
                self.unknown.add(index)
            if isinstance(found, str):
                self.phrases[index] = found
            else:
                self.bearer[index] = found
