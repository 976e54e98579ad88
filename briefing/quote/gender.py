"""Gender: what an article's words tell of whether a person is a man or a woman."""

from collections.abc import Sequence
from typing import Protocol

from briefing.quote.given_names import Gender
from briefing.quote.mentions import Mention
from briefing.quote.tokens import Tokens

MALE_WORDS = """
    mr mr. shri messrs messrs. sir lord king prince he him his himself congressman businessman father son brother
    husband man boy actor councilman policeman fisherman
"""
FEMALE_WORDS = """
    mrs mrs. ms ms. smt smt. miss lady dame queen princess she her hers herself congresswoman businesswoman spokeswoman
    mother daughter sister wife woman girl chairwoman actress councilwoman
"""
CLEAR = 3  # times as many pronouns of one gender as of the other
MALE, FEMALE = frozenset(MALE_WORDS.split()), frozenset(FEMALE_WORDS.split())


class Gendered(Protocol):
    """Who bears a name, as far as gender goes."""

    kind: str
    gender: Gender | None


def gender_beside(tokens: Tokens, mention: Mention) -> Gender | None:
    """The gender a mention's own words tell: "Mrs. Roe", "spokeswoman Jane Roe"."""
    for index in range(mention.first, mention.last + 1):
        if tokens.shape[index] in "TH":
            word = tokens.word(index).lower()
            if word in MALE:
                return "m"
            if word in FEMALE:
                return "f"
    return None


PRONOUNS: dict[str, Gender] = {
    "he": "m",
    "his": "m",
    "him": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "herself": "f",
}


def infer_genders(
    tokens: Tokens, mentions: Sequence[Mention], bearers: Sequence[Gendered], of: Sequence[int | None]
) -> None:
    """Learn the gender of the unknown from the pronouns that follow them where nobody else is named in the sentence."""
    votes: dict[int, list[int]] = {}
    following = {mention.first: bearer for mention, bearer in zip(mentions, of, strict=True) if bearer is not None}
    alone: int | None = None
    several = False
    for at, letter in enumerate(tokens.shape):
        if letter in ".|Q":
            alone, several = None, False
        elif at in following and bearers[following[at]].kind == "N":
            several = several or alone not in (None, following[at])
            alone = following[at]
        elif letter in "Ph" and alone is not None and not several and bearers[alone].gender is None:
            gender = PRONOUNS.get(tokens.word(at).lower())
            if gender is not None:
                votes.setdefault(alone, [0, 0])[gender == "f"] += 1
    for bearer, (male, female) in votes.items():
        if max(male, female) >= CLEAR * min(male, female) + 1:
            bearers[bearer].gender = "m" if male > female else "f"
