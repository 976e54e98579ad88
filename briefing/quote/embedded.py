"""Embedded: who speaks where one person tells what another said, or was told: "Roe was told by Poe that “…”".

The ranker looks at each mention by itself and takes the subject of the sentence; grammar says who it is.
"""

import re

from briefing.quote.features import Scene

REPORTED = 0.85  # the most somebody is sure of whose words another reports: named, but not printed as if heard

# Behind the subject, up to the agent: "was called “…” by", "has been told on Friday by".
PASSIVE = re.compile(r"(?:,[^|.,qQu]{1,25},)?y?b?b(y?)[VWw](?:[^|.,;:kRSVWwg]{0,8})$")
BEING = frozenset(("is", "are", "was", "were", "be", "been", "being"))
JUDGED = "w"  # "was called “…” by Poe"
SPOKEN = re.compile("[VWwgz]")  # what brings a quotation of its own
# Behind the subject, up to whom it quotes: "quoted", "is quoting the"; and behind that one: "as saying".
QUOTED = frozenset(("quoted", "quotes", "quoting", "cited", "cites", "citing", "paraphrased", "paraphrasing"))
AS_SAYING = re.compile(r"(?:,[^|.,qQu]{1,25},)?ig")
# Behind an outer subject, up to an inner one: "claimed that", "has recalled how"; and behind that one: "had told him:".
TELLS = re.compile(r"(?:,[^|.,qQu]{1,25},)?y?[bm]{0,2}y?[VWwz][hN]?[kS]?[dh]?$")
REPORTS = re.compile("y?[bm]?[VW]k")
TOLD = re.compile(r"(?:,[^|.,qQu]{1,25},)?y?b?y?[VW](?:[hPIY]|d?[xNTHLO]{1,3})?k?[,:]?")
VERB = re.compile("y?[bmVWwze]")  # what makes "who" the subject of its clause: not "a friend who Roe says"
CLOSED = re.compile("[,|.:;()qQuRkS]")  # what ends that clause, or begins another
FARTHEST = 4  # mentions in it
WITHIN = 60  # tokens of a sentence that are looked at


def redirected(scene: Scene, run: int, index: int) -> tuple[int, float] | None:
    """Whom grammar takes for a run's speaker in place of mention `index`, and how sure that can be; None: nobody."""
    at, mention = scene.tokens.at[run], scene.mentions[index]
    if scene.stops[mention.last] != scene.stops[at] or abs(at - mention.last) > WITHIN:
        return None
    outer = _modified(scene, index)
    if outer is not None:
        return outer, 1.0
    for inner in (index + 1, index + 2):
        if inner < len(scene.mentions) and scene.mentions[inner].kind in "NH":
            found = _redirected(scene, at, index, inner)
            if found is not None:
                return inner, found
    return None


def _redirected(scene: Scene, at: int, outer: int, inner: int) -> float | None:
    shape = scene.tokens.shape
    first, last = scene.mentions[outer].last + 1, scene.mentions[inner].first
    if scene.stops[first] != scene.stops[last] or last - first > WITHIN:
        return None
    lead = shape[first:last]
    if lead.endswith("i") and scene.tokens.word(last - 1) == "by":
        passive = PASSIVE.match(lead[:-1])
        being = passive and scene.tokens.word(first + passive.start(1) - 1).lower() in BEING
        if passive and being:
            if scene.tokens.word(first + passive.end(1)).lower() in QUOTED:
                return None  # "was quoted by the Courier as saying"
            if lead[passive.end(1)] == JUDGED and not first <= at < last:
                return None  # "was endorsed by Poe, in an effort to “…”"
            return None if SPOKEN.search(shape, scene.mentions[inner].last + 1, at) else 1.0
    if any(scene.tokens.word(token).lower() in QUOTED for token in range(first, last)):
        end = scene.mentions[inner].last + 1
        if AS_SAYING.match(shape, end):
            return 1.0
        return REPORTED if shape[end:at] in (":", ",", "k") else None
    end = scene.mentions[inner].last + 1
    if last < at:
        return REPORTED if TELLS.match(lead) and TOLD.fullmatch(shape, end, at) else None
    # "“…,” Roe reports that officials wrote".
    return REPORTED if REPORTS.fullmatch(lead) and at < first and shape[end : end + 1] in tuple("VW") else None


def _modified(scene: Scene, index: int) -> int | None:
    """The person whom a clause that ends with mention `index` is about: "an official who was with Roe said"."""
    shape, mentions = scene.tokens.shape, scene.mentions
    if shape[mentions[index].last + 1 : mentions[index].last + 2] not in tuple("VW"):
        return None
    for relative in range(index - 1, max(0, index - FARTHEST), -1):
        first, last = mentions[relative].last + 1, mentions[index].first
        if (
            last - first > WITHIN
            or mentions[relative].kind != "R"
            or not VERB.match(shape, first, last)
            or CLOSED.search(shape, first, last)
        ):
            continue
        head = mentions[relative - 1]
        return relative - 1 if head.kind == "H" and head.last + 1 == mentions[relative].first else None
    return None


def is_owner(scene: Scene, run: int, index: int) -> bool:
    """Whether mention `index`, behind a run and its verb, is only whose somebody it is: "“…” said Roe's introducer"."""
    shape, mention = scene.tokens.shape, scene.mentions[index]
    behind = mention.first > scene.tokens.at[run] and shape[mention.first - 1] in "VW"
    return behind and mention.kind == "N" and shape[mention.last + 1 : mention.last + 2] == "'"
