"""Reference: whom "the mayor", "the company" and "it" mean at one place of an article, read from left to right.

The weights are set by hand on a reading of articles from quotes-train, not learnt. Pronouns are in `pronouns`.
"""

from briefing.quote.features import Scene
from briefing.quote.gender import FEMALE, MALE
from briefing.quote.given_names import Gender
from briefing.quote.mentions import Mention
from briefing.quote.mind import Mind
from briefing.quote.names import may_be_body
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

RECENT = 12  # sentences a role may look back for whom the article is about
TIE = 0.5  # of two persons fitting within this, neither is taken
NOBODY_WORDS = "another one others other some many most few several both all each none either"
NOBODY = frozenset(NOBODY_WORDS.split())
NEAR_BODY = 2  # sentences "the company" may look back for a body not so called
RECENT_ROLE = 4  # sentences an unannounced role may look back


class Reading(Mind):
    """What a reader has in mind, and what bearers and unnamed speakers are called by."""

    def __init__(self, scene: Scene, roles: dict[int, set[str]]) -> None:
        """Take the article, and the words of each bearer's roles."""
        super().__init__(scene)
        self.roles = roles
        self.nominals: dict[str, str] = {}
        self.guessed = False  # whether the last role was read as the person the article is about
        self.unknown = False  # whether it is "the senator", of whom nothing was said before

    def meet_stranger(self, sentence: int, head: str) -> None:
        """Read on past one person whom nobody names, the subject of that sentence; "the candidate" somebody names."""
        if head in PRINCIPALS or is_plural(head):
            return
        self.stranger = sentence

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
        told = head in self.nominals and head not in PRINCIPALS
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
        """ "The department": the body last met whose name ends so; "the company": the one just spoken of."""
        if length > len(("the", "company")):
            return None
        bearers = self.scene.names.bearers
        fitting = [
            (where.sentence, where.subject, -bearer)
            for bearer, where in self.in_mind()
            if (bearers[bearer].kind == "O" and bearers[bearer].last == head)
            or (head in BODIES and where.subject and at - where.sentence <= NEAR_BODY and may_be_body(bearers[bearer]))
        ]
        return -max(fitting)[2] if fitting else None
