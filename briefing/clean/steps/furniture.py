"""Furniture: lines that belong to the page an article stood on: adverts, buttons, pointers to other pages."""

import re

from briefing.clean.draft import Draft

STEP = "furniture"

WORDS_ALONE = frozenset(
    """ad|ads|advert|adverts|advertisement|advertisement continue reading the main story|advertising|sponsored|promoted|
    share|share this|share this article|share this story|share on facebook|share on twitter|tweet|retweet|pin it|email|
    e-mail|email this article|print|print this article|save|save this story|copy link|link copied|whatsapp|facebook|
    twitter|linkedin|reddit|pocket|telegram|flipboard|messenger|pinterest|instagram|follow us|subscribe|subscribe now|
    sign up|sign up now|log in|sign in|register|read more|read more:|read full article|read the full story|
    continue reading|continue reading the main story|more|more:|show more|see more|load more|loading|loading...|close|
    listen|listen now|listen to this article|listen to article|listen to the story|watch|watch:|watch now|watch live|
    watch video|play|play video|video|photos|gallery|slideshow|comment|comments|leave a comment|view comments|
    post a comment|back to top|home|menu|search|skip to content|skip to main content|related|related:|related articles|
    related stories|related topics|related content|related news|recommended|recommended for you|more on this story|
    more from|most read|most popular|trending|trending now|editors' picks|editor's picks|don't miss|top stories|
    story highlights|just watched|replay|must watch|remind me later|no thanks|not now|maybe later|accept|accept all|
    accept cookies|accept all cookies|i agree|manage cookies|cookie settings|scroll down for video|scroll below for video|
    scroll down for more|article continues below|story continues below|story continues below advertisement|
    article continues after ad|this story continues below|continues below|newsletter sign up|newsletter|
    image|image caption|media caption|toggle caption|enlarge this image|hide caption|click here|click to enlarge|
    tags|tags:|filed under|filed under:|topics|topics:|unmute|mute|live|live blog|updated|new|opens in new window"""
    .replace("\n", "").replace("  ", "").split("|")
)  # fmt: skip
"""Whole lines, in lower case, without closing punctuation."""

POINTER = re.compile(
    r"(?:read more|read also|also read|see also|read next|more on this|related(?: (?:stor(?:y|ies)|articles?|coverage|links?|"
    r"video|news))?|recommended|more ?(?:stories|coverage)|watch(?: live| now| below)?|video|listen|photos?|pictures|"
    r"in pictures|gallery|must read|don['’]t miss|trending|full coverage|explainer|podcast|interactive|go deeper|"
    r"follow live|live updates|read the full (?:story|article|report)|advertisement|sponsored|click here|tap here|"
    r"trending now|up next|from the archives?|dig deeper|for more|join the conversation|keep reading|opinion)"
    r" ?(?::|>|»|→|\|\|?|—|–)(?!\d)",
    re.I,
)
"""How a line begins that points to another page: the words, then a colon or an arrow."""

BARE_POINTER = re.compile(
    r"(?:READ MORE|READ NEXT|RELATED|WATCH|VIDEO|PHOTOS|JUST WATCHED|MUST WATCH|MORE FROM|SEE ALSO|ADVERTISEMENT)\b(?! ?[a-z])"
    r"|(?:Read more|Read also|Read next|See also) (?:about|on|from|at|here)\b"
    r"|Click here (?:to|for)\b|(?:Follow|Like) (?:us|(?:the )?[A-Z][\w. ]{1,40}) on (?:Facebook|Twitter|Instagram|X|Telegram|LinkedIn)\b"
    r"|Follow @?\w[\w. ]{1,40} on (?:Facebook|Twitter|Instagram|X|Telegram|LinkedIn)\b"
    r"|(?:Download|Get) (?:our|the) [\w ]{0,30}\bapps?\b"
    r"|Slideshow \(\d{1,3} images?\)|Don't see the graphic above|Having trouble viewing|Please enable (?:JavaScript|cookies)"
    r"|(?:We|This (?:web)?site) uses? cookies\b|By (?:continuing|using this site|clicking)[^.]{0,60}(?:cookies|agree|accept)\b"
    r"|Let us know what you['’]re thinking at |Send (?:a tip|tips|letters) to |Have a (?:news )?tip\b"
    r"|Visit [A-Z][\w .'’]{1,40}['’]s? (?:homepage|website) for more\b|View the discussion thread\b"
    r"|Sign up for (?:our|the|daily|weekly|free|[A-Z])\b|Subscribe (?:to|now|today|here)\b(?! the )"
    r"|Get (?:the|our|a|breaking|more)\b[^.!?]{0,80}\b(?:inbox|newsletters?|email|alerts)\b",
)

STAMP = re.compile(
    r"(?:(?:last |first )?(?:updated|published|posted|modified|created)(?: (?:on|at))?:? |"
    r"\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?|GMT|UTC|ET|BST|CET)\b)",
    re.I,
)
"""How the stamp of a live blog, or of an update, begins: read by the byline step, furniture everywhere below."""

MINUTES_TO_READ = re.compile(
    r"\d{1,3}[- ]min(?:ute)?s?(?: read)?\.?|\d{1,3} (?:comments?|shares?|views|min(?:ute)?s? ago|hours? ago)", re.I
)
RULES = re.compile(r"[\W_]{1,200}")

LONGEST_POINTER = 25
"""Words; a pointer is a label and a headline, and headlines end before."""

LONGEST_BOX = 60
"""Words; the invitation to a newsletter with its small print."""

STAMP_WORDS = 12


def without_furniture(draft: Draft) -> Draft:
    """Drops lines that are no part of any article, wherever they stand."""
    return draft.without(STEP, [index for index, line in enumerate(draft.paragraphs) if is_furniture(line, index)])


def is_furniture(line: str, index: int) -> bool:
    """Whether the line at `index` belongs to the page rather than to the article."""
    if len(line) > LONGEST_BOX * 8:
        return False
    if line.lower().rstrip(".!…>» ") in WORDS_ALONE or line.lower() in WORDS_ALONE or RULES.fullmatch(line):
        return True
    words = line.count(" ") + 1
    if words <= LONGEST_POINTER and POINTER.match(line):
        return not _is_speech(line)
    if words <= LONGEST_BOX and BARE_POINTER.match(line):
        return True
    if MINUTES_TO_READ.fullmatch(line):
        return True
    return bool(index > HEAD_LINES and words <= STAMP_WORDS and STAMP.match(line) and not line.endswith("."))


HEAD_LINES = 6
"""Above this line a stamp is the article's own, for the byline step to read."""


def _is_speech(line: str) -> bool:
    """A transcript's "Video: ..." or a quotation with a label is somebody's words."""
    return line.count('"') + line.count("“") > 1 and line.endswith((".", '."', ".”"))
