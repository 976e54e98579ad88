"""What a reader of an article has in mind at one place: who was met, how long ago and how, and who spoke last."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from briefing.quote.features import Scene
from briefing.quote.mentions import Mention

IN_MIND = 100  # bearers of names a reader keeps in mind: more than twelve sentences of news hold
JUST_MET = 1  # sentences
LONG_AGO = 12  # sentences
ACTS = re.compile(r"(?:\([^()|.]{1,12}\)|,[^|.qQu]{1,25}?,)?y{0,2}[bmVWwze]")
FAR = 30  # tokens of an apposition looked past
ASIDE = frozenset("itA")  # letters of the words after which somebody is not who a sentence is about


@dataclass(slots=True)
class Seen:
    """Where a bearer was last met."""

    sentence: int
    subject: bool  # first in its sentence, or beside a verb of speech
    acts: bool  # before a verb
    times: int
    aside: bool  # as the owner of something, or after a preposition
    full: bool  # by given name and surname
    first: int  # tokens, both included
    last: int


class Mind:
    """Who was met so far."""

    def __init__(self, scene: Scene) -> None:
        """Begin to read an article."""
        self.scene = scene
        self.seen: dict[int, Seen] = {}  # by bearer, in the order they were last met
        self.stranger: int | None = None  # sentence of the last person met whom nobody names: "the spokesman"
        self.speaker: int | None = None
        self.spoke_at = -LONG_AGO
        self.earlier: int | None = None  # the last speaker but one, who is somebody else
        self.asker: int | None = None  # who put the last question
        self.asked_at = -LONG_AGO

    def meet(self, bearer: int, mention: Mention, *, opens: bool, aside: bool, speaks: bool) -> None:
        """Read on past a mention of `bearer`, who may be the first whom its sentence is about."""
        sentence = self.scene.sentence[mention.first]
        before = self.seen.get(bearer)
        subject, acts = (opens and not aside) or speaks, not aside and self._acts(mention)
        if acts and self._is_listed(mention):
            subject = acts = speaks = False
            self._meet_listed(mention)
        if before is not None and before.sentence == sentence:
            subject, acts = subject or before.subject, acts or before.acts
        full = mention.name is not None and mention.name[1] > mention.name[0]
        times = before.times + 1 if before else 1
        self.seen.pop(bearer, None)  # those met last stand last
        self.seen[bearer] = Seen(sentence, subject, acts, times, aside, full, mention.first, mention.last)
        if speaks and self.scene.names.bearers[bearer].kind == "N":
            if bearer != self.speaker:
                self.earlier = self.speaker
            self.speaker, self.spoke_at = bearer, sentence

    def meet_asker(self, bearer: int, sentence: int) -> None:
        """Read on past a question somebody is said to have put."""
        self.asker, self.asked_at = bearer, sentence

    def in_mind(self) -> Iterator[tuple[int, Seen]]:
        """The bearers met last, the latest first."""
        return islice(reversed(self.seen.items()), IN_MIND)

    def meet_several(self, sentence: int) -> None:
        """Read on past a "they": of those just met none is any more what the text is about than another."""
        for _, where in self.in_mind():
            if sentence - where.sentence <= JUST_MET:
                where.subject = where.acts = False

    def _meet_listed(self, mention: Mention) -> None:
        """Read on past the last of several names: none of them alone is what the sentence is about."""
        first = mention.first
        for _, where in self.in_mind():
            if where.last < first - 3 or self.scene.tokens.shape[where.last + 1 : first] not in (",", "c", ",c"):
                return
            where.subject = where.acts = False
            first = where.first

    def is_aside(self, mention: Mention) -> bool:
        """Whether somebody is named as the owner of something, or after a preposition."""
        shape = self.scene.tokens.shape
        owns = shape[mention.last + 1 : mention.last + 2] == "'" or mention.kind == "S"
        return owns or (mention.first > 0 and shape[mention.first - 1] in ASIDE)

    def _is_listed(self, mention: Mention) -> bool:
        """Whether somebody is the last of several who do something together: "Ana Roe and Tom Poe left"."""
        first, shape = mention.first, self.scene.tokens.shape
        return first > 1 and shape[first - 1] == "c" and shape[first - 2] == "N"

    def _acts(self, mention: Mention) -> bool:
        """Whether a verb follows a mention, past an apposition."""
        return ACTS.match(self.scene.tokens.shape, mention.last + 1, mention.last + FAR) is not None
