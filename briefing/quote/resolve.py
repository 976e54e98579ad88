"""Resolution: from the noun phrase that speaks to a full name.

A surname, "the NATO chief" and "he" each stand for somebody the article names in full; where more than one fits and
nothing decides, nobody is named. Left to right, as a reader does it.
"""

from dataclasses import dataclass
from typing import Literal

from briefing.quote.features import Scene
from briefing.quote.given_names import Gender
from briefing.quote.mentions import Mention
from briefing.quote.names import FEMALE, MALE, Bearer
from briefing.quote.roles import LEADING, role_after, role_before, role_phrase

Means = Literal["full", "surname", "lone", "body", "place", "role", "phrase", "pronoun", "none"]
"""How a name was come by: what the confidence in it depends on."""

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

RECENT = 12  # sentences a pronoun may look back


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whom a mention stands for."""

    name: str | None
    role: str | None
    means: Means
    margin: float  # how much better the chosen bearer fitted than the next; 0 where there was no choice to make


@dataclass(slots=True)
class Seen:
    """Where a bearer was last met, while the article is read from left to right."""

    sentence: int
    subject: bool
    times: int = 0


class Resolver:
    """Resolves one article's mentions; built once, then asked for each."""

    def __init__(self, scene: Scene, speakers: dict[int, int]) -> None:
        """Take the article and, for each mention that speaks, the token of what it says."""
        self.scene = scene
        self.speakers = speakers
        self.bearer: list[int | None] = list(scene.names.of)
        self.margin = [0.0] * len(scene.mentions)
        self.roles: dict[int, str] = {}
        self.words: dict[int, set[str]] = {}
        self.apposed: dict[int, int] = {}
        self._read_roles()
        self._read_references()

    def resolve(self, index: int) -> Resolved:
        """Whom mention `index` stands for."""
        mention = self.scene.mentions[index]
        bearer = self.bearer[index]
        if bearer is None:
            name = self._phrase(mention)
            return Resolved(name, None, "phrase" if name else "none", 0.0)
        known = self.scene.names.bearers[bearer]
        return Resolved(known.name, self.roles.get(bearer), self._means(index, mention, known), self.margin[index])

    def _means(self, index: int, mention: Mention, known: Bearer) -> Means:
        if mention.kind in "PR":
            return "pronoun"
        if mention.kind in "HGX":
            return "full" if index in self.apposed else "role"
        if mention.kind == "O" or known.kind == "O":
            return "body"
        if known.kind == "L":
            return "place"
        if not known.given:
            return "lone"
        first, last = mention.name or (0, 0)
        return "full" if last > first else "surname"

    def _phrase(self, mention: Mention) -> str | None:
        """An unnamed speaker as the article calls it: "NATO representatives"; None for a pronoun."""
        if mention.kind not in "HGXOL":
            return None
        words = " ".join(self.scene.tokens.between(mention.first, mention.last).split())
        return LEADING.sub("", words) or None

    def _read_roles(self) -> None:
        scene = self.scene
        for index, mention in enumerate(scene.mentions):
            bearer = scene.names.of[index]
            if bearer is not None and mention.kind == "N":
                self._note(bearer, role_before(scene.tokens, mention))
                self._note(bearer, role_after(scene.tokens, mention))
            elif mention.kind in "HG" and index + 1 < len(scene.mentions):
                self._appose(index)

    def _appose(self, index: int) -> None:
        """ "The mayor, Ana Roe," and "the mayor, who": the phrase and what follows it are one."""
        scene = self.scene
        mention, following = scene.mentions[index], scene.mentions[index + 1]
        bearer = scene.names.of[index + 1]
        gap = scene.tokens.shape[mention.last + 1 : following.first]
        if mention.kind == "H" and bearer is not None and following.kind == "N" and gap == ",":
            plural = scene.tokens.word(mention.last).endswith("s") and "'" not in scene.tokens.shape[mention.last :][:1]
            if not plural or scene.tokens.shape[mention.first : mention.last].count("i"):
                self.bearer[index] = bearer
                self.apposed[index] = bearer
                self._note(bearer, role_phrase(scene.tokens, mention))

    def _note(self, bearer: int, role: str | None) -> None:
        if role is None:
            return
        self.words.setdefault(bearer, set()).update(role.lower().replace("’s", "").replace("'s", "").split())
        known = self.roles.get(bearer)
        if known is None or (" " not in known and " " in role):
            self.roles[bearer] = role

    def _read_references(self) -> None:
        """Pronouns and roles, from left to right, each seeing whom the ones before stand for."""
        seen: dict[int, Seen] = {}
        scene = self.scene
        sentence_of = scene.sentence
        last_speaker: int | None = None
        spoke_at = -1
        previous_sentence = -1
        for index, mention in enumerate(scene.mentions):
            at = sentence_of[mention.first]
            if self.bearer[index] is None:
                if mention.kind == "P":
                    self._pronoun(index, mention, seen, at, last_speaker, spoke_at)
                elif mention.kind == "R":
                    self._relative(index)
                elif mention.kind == "H":
                    self._role(index, mention, seen)
            bearer = self.bearer[index]
            if bearer is not None:
                before = seen.get(bearer)
                subject = at != previous_sentence or index in self.speakers
                seen[bearer] = Seen(
                    at,
                    subject or (before is not None and before.sentence == at and before.subject),
                    (before.times if before else 0) + 1,
                )
                if index in self.speakers:
                    last_speaker, spoke_at = bearer, at
            previous_sentence = at

    def _relative(self, index: int) -> None:
        """ "Roe, who said": whoever stands just before."""
        if index:
            gap = self.scene.mentions[index].first - self.scene.mentions[index - 1].last
            if gap <= 2:
                self.bearer[index] = self.bearer[index - 1]

    def _pronoun(
        self, index: int, mention: Mention, seen: dict[int, Seen], at: int, last_speaker: int | None, spoke_at: int
    ) -> None:
        gender: Gender = "m" if self.scene.tokens.word(mention.first).lower() == "he" else "f"
        ranked = []
        for bearer, where in seen.items():
            known = self.scene.names.bearers[bearer]
            back = at - where.sentence
            if known.kind != "N" or back > RECENT or known.gender not in (gender, None):
                continue
            fit = -0.9 * min(back, 4) - 0.1 * back + 1.0 * where.subject + 0.25 * min(where.times, 4)
            fit += 1.2 * (known.gender == gender) + 0.6 * known.titled + 0.5 * bool(known.given)
            if bearer == last_speaker:
                fit += 0.8 + 0.4 * (at - spoke_at <= 2)
            ranked.append((fit, bearer))
        ranked.sort(key=lambda pair: (-pair[0], pair[1]))
        if ranked:
            self.bearer[index] = ranked[0][1]
            self.margin[index] = ranked[0][0] - (ranked[1][0] if len(ranked) > 1 else ranked[0][0] - 3)

    def _role(self, index: int, mention: Mention, seen: dict[int, Seen]) -> None:
        """ "The mayor": the one last met whose role it is."""
        tokens = self.scene.tokens
        first = tokens.word(mention.first).lower()
        heads = [i for i in range(mention.first, mention.last + 1) if tokens.shape[i] in "HT"]
        if first not in ("the", "his", "her", "their") and tokens.shape[mention.first] not in "T":
            return
        if not heads:
            return
        cut = next((i for i in range(mention.first, mention.last + 1) if tokens.shape[i] in "it"), mention.last + 1)
        own = [tokens.word(i).lower() for i in range(mention.first, mention.last + 1)]
        head = tokens.word(cut - 1).lower()
        alike = {head}.union(*(group.split() for group in ALIKE if head in group.split()))
        gender = "m" if head in MALE else "f" if head in FEMALE else None
        best: tuple[float, int] | None = None
        for bearer, where in seen.items():
            known, words = self.scene.names.bearers[bearer], self.words.get(bearer, set())
            if known.kind != "N" or (gender and known.gender not in (gender, None)):
                continue
            if not words & alike:
                continue
            fit = (
                2.0 * (head in words)
                + len(words & set(own) - {"the", "of"})
                - 0.1 * (self.scene.sentence[mention.first] - where.sentence)
            )
            if best is None or fit > best[0]:
                best = (fit, bearer)
        if best is not None:
            self.bearer[index] = best[1]
