"""Telling: whether a role says something of a person to a reader who knows nothing else of the article.

"Director" does not say of what, "the company's chief executive" not of which, "one key Republican" nothing.
"""

# What says nothing of a person by itself: secretary of what?
BARE_WORDS = """
    secretary minister director chief head chair chairman chairwoman leader member deputy officer official assistant
    candidate nominee man woman person host manager spokesman spokeswoman spokesperson executive commissioner hopeful
    adviser advisor aide staffer expert veteran front-runner frontrunner mogul correspondent owner founder co-founder
    partner ceo
    father mother son daughter brother sister wife husband parent child friend boy girl
"""
BARE = frozenset(BARE_WORDS.split())
SIDES = frozenset(("republican", "democrat", "conservative", "liberal", "libertarian", "independent"))
BODY_WORDS = """
    agency association board bureau campaign center centre charity coalition commission committee company council
    department firm force foundation government group institute ministry network nonprofit office organisation
    organization paper parent party team union
"""
BODIES = frozenset(BODY_WORDS.split())  # whose, only the article tells
HEADS_OF = frozenset(
    ("president", "founder", "ceo", "partner", "ambassador", "speaker")
)  # says nothing without its body, as what is in `BARE`
# Of which kind or rank somebody is, wherever that may be: "executive director", "deputy campaign manager".
MANNER_WORDS = """
    communication communications deputy executive fellow lead leading longtime managing media press prominent senior
    task top vice and acting current former interim presumptive then-acting
"""
MANNER = frozenset(MANNER_WORDS.split())
# What somebody is to somebody else, which is no office: "Orr's rival Sen.".
RELATIONS = frozenset(("ally", "critic", "foe", "friend", "opponent", "rival"))
OPPOSED = frozenset(("critic", "foe", "opponent", "rival"))
# Who is picked out of many is not told by an office: "one key Republican", "its only black driver".
PICKED_OUT = frozenset(("one", "key", "lone", "most", "only", "sole"))
SEATS = frozenset(("rep", "sen", "gov", "representative", "senator", "governor", "congressman", "congresswoman"))
JOINS = frozenset(("of", "for", "at", "in", "to", "with", "on", "from"))  # behind them stands the body or the place


def tells(role: str) -> bool:
    """Whether a role, cleaned for print, says something by itself."""
    words = role.lower().split()
    joined = next((at for at, word in enumerate(words) if word in JOINS), len(words))
    if PICKED_OUT & set(words[:joined]):
        return False
    own = [word for word in words if word not in MANNER] or words
    if len(own) == 1 and own[0].rpartition("-")[2] in BARE | SIDES | RELATIONS:
        return False
    if words[joined - 1] in OPPOSED:
        return False  # "well-organised rival"
    if role in HEADS_OF:
        return False  # "president": "President" before a name is a title
    return len(own) == 1 or not all(word in BARE | BODIES | HEADS_OF for word in own)


def tells_more(role: str, known: str) -> bool:
    """Whether a role is worth more than a title known before, which is one word: "Rep." says more than a party."""
    if " " in known or " " not in role:
        return False
    words = role.lower().split()
    joined = next((at for at, word in enumerate(words) if word in JOINS), len(words))
    if words[joined - 1] in SIDES and "on" not in words:
        return (
            known.lower().rstrip(".") not in SEATS
        )  # not "Michigan Republican", but "top Republican on the committee"
    if words[joined - 1] in RELATIONS:
        return False
    return known.lower() not in HEADS_OF or not role.islower()
