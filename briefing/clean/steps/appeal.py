"""Appeal: a publisher's own words to its reader, for money, a subscription, a registration.

It may be perfectly good prose, so no form gives it away: what does is that a publisher speaks of itself (we, our
journalism) to a reader (you, your) about support. A paragraph must show several of these signs, outside quotation
marks, to be one; an opener ("A message from", "Dear readers") lowers the bar for what follows it at once.
"""

import re
from dataclasses import replace

from briefing.clean.draft import Draft

STEP = "appeal"

OPENER = re.compile(
    r"(?:(?:an? )?(?:important |special |personal |urgent )?(?:message|note|word|letter|appeal) (?:from|to) (?:our )?"
    r"(?P<from>[\w'’ .&-]{2,60}?):?$|dear (?:reader|readers|friend|friends|supporter|supporters|subscriber|subscribers)\b.{0,40}$|"
    r"to our readers:?$)",
    re.I,
)
QUOTED = re.compile(r"“[^”]{0,2000}”|\"[^\"]{0,2000}\"")

PUBLISHER = re.compile(
    r"\b(?:our (?:journalis[tm]\w*|reporting|newsroom|work|coverage|reporters|newsletters?|mission|readers|site|website|team|stories|"
    r"investigations|editors|supporters|members)|we (?:refuse|rely|depend|need|publish|report|are facing|are committed|aim|strive|believe)|"
    r"(?:independent|quality|explanatory|nonprofit|non-profit|reader-funded|reader-supported|trusted|progressive|public-interest|fearless|free) (?:news|press|media|journalism)|this newsletter|newsletters?)\b",
    re.I,
)
READER = re.compile(r"\b(?:you|your|yours|readers like you|dear readers?)\b", re.I)
ASK = re.compile(
    r"\b(?:donat(?:e|ion|ions|ing)|subscri(?:be|bing|ption|ptions)|sign(?:ing)? up|your support|support us|support (?:our|the work|independent|quality|[A-Z][\w’']+(?: [A-Z][\w’']+)? )|"
    r"please support|becom(?:e|ing) (?:a |an )?(?:member|subscriber|supporter|patron)|make a (?:contribution|gift|donation)|"
    r"chip in|contribut(?:e|ion)s? (?:today|now|monthly|as little|of|makes?|from)|(?:from )?(?:just|as little as|only) [$€£]\s?\d+|"
    r"[$€£]\s?\d+ (?:a|per) (?:month|week|year)|your inbox|free trial|register (?:now|for free|today)|"
    r"thank you for (?:standing|supporting|reading|signing|your)|standing with us|help us (?:continue|keep|report|grow|fund)|"
    r"privacy policy|turn off your ad ?blocker|disable your ad ?blocker|create (?:a free |an )?account|already a (?:subscriber|member))\b",
    re.I,
)
FIRST_PERSON = re.compile(r"\b(?:we|us|our|ours)\b", re.I)

ENOUGH = 3
"""Signs a paragraph needs where nothing announced an appeal: publisher, reader and ask, or two asks and one."""

FEWEST_GAP = 1
"""Paragraphs without any sign that may stand inside an appeal."""

CLOSERS = re.compile(
    r"(?:remind me later|no,? thanks|not now|maybe later|continue|support .{2,40}|donate(?: now)?|subscribe(?: now)?)[.!]?",
    re.I,
)

LONGEST = 150
"""Words; a longer paragraph is nobody's appeal box, and would be a loss."""


def without_appeals(draft: Draft) -> Draft:
    """Drops appeals, as blocks behind an opener or as single paragraphs; the sender of one is an outlet."""
    dropped: list[int] = []
    outlet = draft.outlet
    index = 0
    lines = draft.paragraphs
    while index < len(lines):
        end = _block_end(lines, index)
        if end is not None:
            opener = OPENER.match(lines[index])
            sender = opener["from"] if opener else None
            if sender and not outlet and sender[:1].isupper():
                outlet = sender.strip()
            dropped.extend(range(index, end))
            index = end
        else:
            if signs(lines[index]) >= ENOUGH:
                dropped.append(index)
            index += 1
    if len(dropped) == len(lines):
        return draft
    return replace(draft.without(STEP, dropped), outlet=outlet)


def _block_end(lines: tuple[str, ...], start: int) -> int | None:
    """Where the appeal that begins at `start` ends (one past its last line); None: none begins there.

    Behind an opener, an appeal runs as long as the publisher speaks of itself or to the reader, and only counts
    as one if somewhere in it support is asked for.
    """
    if len(lines[start]) > OPENER_CHARACTERS or not OPENER.match(lines[start]):
        return None
    end, asked, gap = start + 1, False, 0
    for index in range(start + 1, len(lines)):
        line = lines[index]
        asks = bool(ASK.search(line))
        if (
            asks
            or OPENER.match(line[:OPENER_CHARACTERS])
            or CLOSERS.fullmatch(line)
            or FIRST_PERSON.search(QUOTED.sub("", line))
        ):
            asked = asked or asks
            end, gap = index + 1, 0
        else:
            gap += 1
            if gap > FEWEST_GAP:
                break
    return end if asked else None


OPENER_CHARACTERS = 100


def signs(paragraph: str) -> int:
    """How many signs of an appeal a paragraph shows outside quotation marks: publisher, reader, one or two asks."""
    if len(paragraph) > LONGEST * 8 or not ASK.search(paragraph):
        return 0
    own = QUOTED.sub(" ", paragraph)
    if not READER.search(own):
        return 0
    asks = len({found.group().lower() for found in ASK.finditer(own)})
    return bool(PUBLISHER.search(own)) + 1 + min(asks, 2)
