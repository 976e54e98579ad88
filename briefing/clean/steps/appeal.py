"""Appeal: a publisher's own words to its reader, for money, a subscription, a registration.

It may be perfectly good prose, so no form gives it away: what does is that a publisher speaks of itself (we, our
journalism) to a reader (you, your) about support. A paragraph must show several of these signs, outside quotation
marks, to be one; an opener ("A message from", "Dear readers") lowers the bar for what follows it at once.
"""

import re
from dataclasses import replace

from briefing.clean.draft import Draft
from briefing.clean.steps import furniture_abroad as abroad

STEP = "appeal"

OPENER = re.compile(
    r"(?:(?:an? )?(?:important |special |personal |urgent )?(?:message|note|word|letter|appeal) (?:from|to) (?:our )?"
    r"(?P<from>[\w'’ .&-]{2,60}?):?$|"
    r"dear (?:reader|friend|supporter|subscriber)s?\b.{0,40}$|to our readers:?$)",
    re.I,
)
LEFT_OPEN = 3
"""Opening marks which may stand within a quotation, as those left open do; a text of nothing else takes no time."""


def _between(opening: str, closing: str) -> str:
    """A quotation of up to 2000 characters, to its first closing mark."""
    within = rf"[^{opening}{closing}]{{0,2000}}+"
    near = rf"(?=(?:{within}{opening}){{0,{LEFT_OPEN}}}+{within}[{closing}])"
    return rf"{opening}{near}[^{closing}]{{0,2000}}[{closing}]"


QUOTED = re.compile(rf"{_between('“', '”')}|\"[^\"]{{0,2000}}\"|{_between('«', '»')}|{_between('„', '“”')}")

PUBLISHER = re.compile(
    r"\bour (?:journalis[tm]\w*|reporting|newsroom|work|coverage|reporters|newsletters?|mission|readers|site|website|"
    r"team|stories|investigations|editors|supporters|members)\b"
    r"|\bwe (?:refuse|rely|depend|need|publish|report|are facing|are committed|aim|strive|believe)\b"
    r"|\b(?:independent|quality|explanatory|non-?profit|reader[- ](?:funded|supported)|trusted|public-interest"
    r"|fearless|free)"
    r" (?:news|press|media|journalism)\b"
    r"|\b(?:this|our|the|free|daily|weekly) newsletters?\b",
    re.I,
)
"""A publisher speaking of itself."""

READER = re.compile(r"\b(?:you|your|yours|readers like you|dear readers?)\b", re.I)
"""A reader spoken to."""

ASK = re.compile(
    r"\b(?:donat(?:e|ions?|ing)|subscri(?:be|bing|ptions?)|your support|support us|support our|please support"
    r"|support the work|"
    r"becom(?:e|ing) (?:a |an )?(?:\w+ )?(?:member|subscriber|supporter|patron)|chip in|"
    r"mak(?:e|ing) (?:a |an )?(?:\w+ )?(?:contribution|gift|donation)|"
    r"contribut(?:e|ions?) (?:today|now|monthly|as little|makes?)|(?:just|as little as|only) [$€£] ?\d+|"
    r"[$€£] ?\d+ (?:a|per) (?:month|week|year)|standing with us|help us (?:continue|keep|report|grow|fund|hold)|"
    r"thank you for (?:standing|supporting|reading|signing|your support)|help support)\b",
    re.I,
)
"""Support asked for. A single one of these is a word of ordinary news."""

ASK_SIGNS = (
    "donat", "subscri", "support", "becom", "chip in", "gift", "contribut", "$", "€", "£", "standing with us",
    "help us", "thank you for",
)  # fmt: skip
"""One of these stands in whatever `ASK` matches, in small letters; most lines are spared the expression by them."""

FORM = re.compile(
    r"\b(?:(?:to|in|straight to|delivered to) your inbox|sign up (?:for|here|now|to receive)|by (?:signing up"
    r"|subscribing)|"
    r"thanks for signing up|privacy (?:policy|notice)|not a robot|recaptcha|start your free trial|"
    r"newsletter sign up|subscribe to [\w'’ ]{1,40}newsletters?|"
    r"subscribe (?:here|now|today|for (?:only|just|as)|to (?:our|the|get|receive|continue))|"
    r"(?:turn off|disable) your ad ?blocker|already a (?:subscriber|member)|create (?:a free |an )?account|"
    r"log ?in to (?:continue|read)|manage (?:your )?(?:newsletters?|preferences|subscriptions?)|unsubscribe|"
    r"unlimited access|of your (?:\w+ )?free articles|free articles? (?:left|remaining|this month)"
    r"|sign up loading|enter your e-?mail|email address)\b",
    re.I,
)
"""The words of a sign-up form, which news hardly uses outside quotations."""

FORM_SIGNS = (
    "inbox", "sign up", "signing up", "subscri", "privacy ", "a robot", "recaptcha", "free trial", "ad block",
    "adblock", "already a", "account", "log in", "login", "manage ", "unlimited access", "free article", "e-mail",
    "email",
)  # fmt: skip
"""The same of `FORM`."""

STEMS = (
    "donat", "subscri", "your support", "support us", "support our", "please support", "support the work",
    "help support", "inbox", "sign up", "signing up", "privacy", "captcha", "a robot", "newsletter",
    "free trial", "contribut", "becom", "chip in", "help us", "thank you for", "thanks for", "create a",
    "blocker", "e-mail", "email", "log in", "login", "unlimited access", "free article", "manage ",
    "standing with us",
)  # fmt: skip
"""One of these stands in every appeal (of 693 in real articles, none is missed); finding them costs a tenth of the
expressions. A price by the month alone is no appeal."""

ROOTS = {root: tuple(stem for stem in STEMS if root in stem) for root in ("support", "sign", "free ", "thank", "mail")}
"""What several stems share: where it is missing, so are they."""

SINGLE = tuple(stem for stem in STEMS if not any(root in stem for root in ROOTS))

FIRST_PERSON = re.compile(r"\b(?:we|us|our|ours)\b", re.I)
CLOSER = re.compile(
    r"(?:remind me later|no,? thanks|not now|maybe later|continue|support .{2,40}|donate(?: now)?"
    r"|subscribe(?: now)?)[.!]?",
    re.I,
)
"""The buttons below an appeal."""

LABEL = re.compile(r"(?:Support|Help|Subscribe|Sign up|Join|Donate)\b[^.!?]{0,60}", re.I)
"""The line above an appeal: what its button says."""

FORMS_ENOUGH = 2
"""So many words of a form need no other sign beside them."""

SHORT_FORM = 40
"""Words below which one is enough: an invitation to a newsletter in a sentence or two."""

LONGEST_GAP = 1
"""Paragraphs without any sign that may stand inside an announced appeal."""

LONGEST = 150
"""Words; a longer paragraph is nobody's appeal box, and would be a loss."""


def without_appeals(draft: Draft) -> Draft:
    """Drops appeals, as blocks behind an opener or as single paragraphs; the sender of one is an outlet."""
    dropped: list[int] = []
    outlet = draft.outlet
    index = 0
    lines = draft.paragraphs
    everything = "\n".join(lines).lower()
    foreign = not abroad.is_english(everything)
    stems = tuple(_stems_in(everything, SINGLE))
    for root, of_root in ROOTS.items():
        stems += tuple(_stems_in(everything, of_root)) if root in everything else ()
    stems += tuple(_stems_in(everything, abroad.APPEAL_STEMS)) if foreign else ()
    if not stems:
        return draft
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
            if _has_any(stems, lines[index].lower()) and (
                is_appeal(lines[index]) or (foreign and is_appeal_abroad(lines[index]))
            ):
                if index and index - 1 not in dropped and LABEL.fullmatch(lines[index - 1]):
                    dropped.append(index - 1)
                dropped.append(index)
            index += 1
    if len(dropped) == len(lines):
        return draft
    return replace(draft.without(STEP, dropped), outlet=outlet)


def _stems_in(text: str, stems: tuple[str, ...]) -> list[str]:
    return [stem for stem in stems if stem in text]


def _has_any(stems: tuple[str, ...], lowered: str) -> bool:
    for stem in stems:  # noqa: SIM110 - as `any` of a generator it takes twice as long, and every line is asked
        if stem in lowered:
            return True
    return False


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
            or CLOSER.fullmatch(line)
            or FIRST_PERSON.search(QUOTED.sub("", line))
        ):
            asked = asked or asks
            end, gap = index + 1, 0
        else:
            gap += 1
            if gap > LONGEST_GAP:
                break
    return end if asked else None


OPENER_CHARACTERS = 100


def is_appeal(paragraph: str) -> bool:
    """Whether a paragraph, outside its quotation marks, is an appeal or the invitation of a form."""
    words = paragraph.count(" ") + 1
    if words > LONGEST or not _asks_or_is_a_form(paragraph):
        return False
    own = QUOTED.sub(" ", paragraph)
    forms = len({found.group().lower() for found in FORM.finditer(own)})
    if forms >= FORMS_ENOUGH:
        return True
    if REPORTED.search(own):
        return False
    if forms and words < SHORT_FORM:
        return bool(COMMAND.search(own) or READER.search(own) or PUBLISHER.search(own))
    return bool((forms or ASK.search(own)) and PUBLISHER.search(own) and READER.search(own))


def _asks_or_is_a_form(paragraph: str) -> bool:
    lowered = paragraph.lower()
    return bool(
        (_has_any(ASK_SIGNS, lowered) and ASK.search(paragraph))
        or (_has_any(FORM_SIGNS, lowered) and FORM.search(paragraph))
    )


def is_appeal_abroad(paragraph: str) -> bool:
    """The same of a paragraph that is not in English."""
    if paragraph.count(" ") >= LONGEST or abroad.REPORTED.search(paragraph):
        return False
    return abroad.APPEAL.search(QUOTED.sub(" ", paragraph)) is not None


COMMAND = re.compile(r"^To (?:receive|get)\b|(?:^|[.!?:] ?|\w )(?:Sign [Uu]p|Subscribe|Get)\b|\b(?:inbox|recaptcha)\b")
"""An invitation: a form's verb with a capital, as on a button or at the head of a sentence."""

REPORTED = re.compile(r"\b(?:said|says|told|tells|according to|announced|wrote|added|argued|tweeted|explained)\b", re.I)
"""Somebody is reported, so it is news about an appeal, not one."""
