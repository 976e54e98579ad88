"""Furniture: lines that belong to the page an article stood on: adverts, buttons, pointers to other pages."""

import re

from briefing.clean.draft import Draft
from briefing.clean.steps import furniture_abroad as abroad

STEP = "furniture"

ALONE = frozenset(
    line.strip()
    for line in """
    ad | ads | advert | adverts | advertisement | advertisement continue reading the main story | advertising
    sponsored | promoted | share | share this | share this article | share this story | share on facebook
    share on twitter | tweet | retweet | pin it | email | e-mail | email this article | print | print this article
    save | save this story | copy link | link copied | whatsapp | facebook | twitter | linkedin | reddit
    pocket | telegram | flipboard | messenger | pinterest | instagram | follow us | subscribe | subscribe now
    sign up | sign up now | log in | sign in | register | read more | read full article | read the full story
    continue reading | continue reading the main story | more | show more | see more | load more | loading | close
    listen | listen now | listen to this article | listen to article | listen to the story | watch | watch now
    watch live | watch video | play | play video | video | photo | photos | gallery | slideshow | comment
    comments | leave a comment | view comments | post a comment | back to top | home | menu | search
    skip to content | skip to main content | related | related articles | related stories | related topics
    related content | related news | recommended | recommended for you | more on this story | more from
    most read | most popular | trending | trending now | editors' picks | editor's picks | don't miss
    top stories | story highlights | just watched | replay | must watch | remind me later | no thanks | not now
    maybe later | accept | accept all | accept cookies | accept all cookies | i agree | manage cookies
    cookie settings | scroll down for video | scroll below for video | scroll down for more
    article continues below | story continues below | story continues below advertisement
    article continues after ad | this story continues below | continues below | newsletter sign up | newsletter
    image | image caption | media caption | toggle caption | enlarge this image | hide caption | click here
    click to enlarge | tags | filed under | topics | unmute | mute | live | live blog | updated | new
    opens in new window | opinion contributor | opinion contributors | opinion columnist | guest columnist
    analysis/opinion | full coverage | online | supporters | share this: pocket
    """.replace("\n", "|").split("|")
    if line.strip()
)
"""Whole lines, in lower case, without what closes them; English. Other languages stand in furniture_abroad.py."""

POINTER = re.compile(
    r"(?:read(?: (?:more|also|next))?|also read|see also|more on this(?: story)?|recommended|more ?(?:stories"
    r"|coverage)|"
    r"related(?: (?:stor(?:y|ies)|articles?|coverage|links?|video|news))?|watch(?: live| now| below)?|video"
    r"|listen|photos?|"
    r"pictures|in pictures|gallery|must read|don['’]t miss|trending(?: now)?|full coverage|explainer|newsletter|podcast"
    r"|interactive|"
    r"go deeper|follow live|live updates|read the full (?:story|article|report)|advertisement|sponsored"
    r"|click here|tap here|"
    r"up next|from the archives?|dig deeper|for more|join the conversation|keep reading|opinion)"
    r" ?(?::|>|»|→|\|\|?|—|–)(?!\d)",
    re.I,
)
"""How a line begins that points to another page: the words, then a colon or an arrow."""

POINTING_ON = re.compile(
    r" ?[(\[](?i:related|read(?: more| also| next)?|see also|watch|listen|video) ?[:»>] ?[^()\[\]]{3,250}[)\]]\.?$"
    r"|(?<=[.!?”\"]) RELATED: [^()\[\]]{3,250}$"
)
"""A pointer at the end of the paragraph it was set into: "(RELATED: Harbour opens again)"."""

SITES = r"(?:Facebook|Twitter|Instagram|X|Telegram|LinkedIn|YouTube|TikTok)"
INVITATION = re.compile(
    r"(?:READ MORE|READ NEXT|RELATED|WATCH|VIDEO|PHOTOS|JUST WATCHED|MUST WATCH|MORE FROM|SEE ALSO"
    r"|ADVERTISEMENT)\b(?! ?[a-z])"
    r"|(?:Read more|Read also|Read next|See also) (?:about|on|from|at|here)\b|(?i:click here (?:to|for))\b"
    rf"|(?:Follow|Like) (?:us|@?\w[\w.'’ ]{{1,40}}) on {SITES}\b|Follow [A-Z][\w ]{{1,40}} coverage (?:of|at)\b"
    r"|(?:Download|Get|Click Here Get) (?:our|the) [\w ]{0,30}\b[Aa]pps?\b|STAY UP TO DATE WITH\b"
    r"|Slideshow \(\d{1,3} [Ii]mages?\)|Don't see the graphic above|Having trouble viewing"
    r"|Please enable (?:JavaScript|cookies)"
    r"|(?:We|This (?:web)?site) uses? cookies\b|By (?:continuing|using this site|clicking)[^.]{0,60}\b(?:cookies"
    r"|agree|accept)\b"
    r"|Let us know what you['’]re thinking at |Send (?:a tip|tips|letters) to:? |Have a (?:news )?tip\b"
    r"|Visit [A-Z][\w .'’]{1,40}['’]s? (?:homepage|website) for more\b|View the discussion thread\b"
    r"|Sign up for (?:our|the|daily|weekly|free|[A-Z]\w*)\b|Subscribe (?:to|now|today|here)\b(?! the )"
    r"|Get (?:the|our|a|breaking|more)\b[^.!?]{0,80}\b(?:inbox|newsletters?|email|alerts)\b"
    r"|For [^.!?]{5,120}, subscribe to [^.!?]{3,60} newsletters?$|(?:Share )?All sharing options for: "
    r"|Click to (?:email|share|print)\b|Play Video\b|CLOSE(?= [A-Z][a-z])|LISTEN TO ARTICLE\b|Watch Opinions videos\b"
    r"|To (?:continue|keep) reading\b|This (?:article|story|content) is (?:only )?(?:for|available to|reserved for)"
    r" (?:our |paying )?(?:subscribers|members)\b|Already a (?:subscriber|member)\?|This audio is auto-generated\b"
    r"|Related (?:Coverage|Articles?|Headlines|Videos?|Stories) ?(?=[^a-z,.]|$)",
)
"""How a line begins that asks its reader to click, follow or agree."""

READ_ON = re.compile(
    r".{0,250}[^.!?…] (?:Read|Learn) [Mm]ore[ »>]{0,3}|Related [A-Z\d].{2,250}[^.!?…”\"]|(?i:graphic): .{2,250} here",
    re.S,
)
"""A headline with the button behind it, or the label before it, and no full stop."""

NOTICE = re.compile(
    r"[\[(]?(?:Editor|EDITOR|Editors|EDITORS)['’]?[Ss]?['’]? (?:note|Note|NOTE)\b.{0,200}\b(?:paywall|free"
    r"|subscri\w+|support)\b"
    r"|The (?:opinions|views) expressed (?:by|in|here)\b.{0,160}\b(?:their own|his own|her own|those of"
    r"|necessarily|author)\b"
    r"|This is a rush transcript\b|The Associated Press receives support\b|Our fact[- ]check work is supported\b",
)
"""How a line begins in which a publisher speaks about its own pages."""

STAMP = re.compile(
    r"(?:(?:last |first )?(?:updated|published|posted|modified|created)(?: (?:on|at))?:? |"
    r"\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?|GMT|UTC|ET|BST|CET)\b)",
    re.I,
)
"""How the stamp of a live blog, or of an update, begins: read by the byline step, furniture everywhere below."""

COUNTS = re.compile(
    r"\d{1,3}[- ]min(?:ute)?s?(?: read)?\.?|\d{1,3} (?:comments?|shares?|views|min(?:ute)?s? ago|hours? ago)", re.I
)
"""How long it takes to read, how often it was shared, how old it is."""

RULE = re.compile(r"[\W_]{1,200}")
"""A line of dashes or stars."""

LONGEST_POINTER = 25
"""Words; a pointer is a label and a headline, and headlines end before."""

LONGEST_TAIL = 280
"""Characters of one at a paragraph's end."""

LONGEST_BOX = 60
"""Words; the invitation to a newsletter with its small print."""

LONGEST_STAMP = 12
"""Words."""

HEAD_LINES = 6
"""Above this line a stamp is the article's own, for the byline step to read."""

CHARACTERS_A_WORD = 8
"""With its blank, generously: longer lines need not be looked at word by word."""


def without_furniture(draft: Draft) -> Draft:
    """Drops lines that are no part of any article, wherever they stand."""
    own = draft.outlet.lower() if draft.outlet else None
    foreign = not abroad.is_english(" ".join(draft.paragraphs))
    dropped = [
        index
        for index, line in enumerate(draft.paragraphs)
        if len(line) <= LONGEST_BOX * CHARACTERS_A_WORD
        and (line.lower() == own or is_furniture(line, index) or (foreign and is_furniture_abroad(line)))
    ]
    return _without_pointers_at_ends(draft.without(STEP, dropped))


def _without_pointers_at_ends(draft: Draft) -> Draft:
    """What points to other pages cut off the paragraphs it closes."""
    for index in range(len(draft.paragraphs) - 1, -1, -1):
        line = draft.paragraphs[index]
        found = POINTING_ON.search(line, max(0, len(line) - LONGEST_TAIL)) if _may_point_on(line) else None
        if found:
            draft = draft.cut(STEP, index, line[: found.start()])
    return draft


def _may_point_on(line: str) -> bool:
    """Whether it is worth a look: it ends in brackets and holds a label's mark, or the label that needs none."""
    return (line.endswith((")", "]", ").", "].")) and (":" in line or "»" in line)) or "RELATED: " in line


def _may_read_on(line: str) -> bool:
    """Whether it is worth a look: looking at both ends costs a tenth of the expression."""
    return line.startswith("Related ") or line.endswith(" here") or "ore" in line[-6:]


def is_furniture(line: str, index: int) -> bool:
    """Whether the line at `index` belongs to the page rather than to the article."""
    if line.lower().rstrip(".!…>»: ") in ALONE or RULE.fullmatch(line):
        return True
    words = line.count(" ") + 1
    if words <= LONGEST_POINTER and POINTER.match(line):
        return not _is_speech(line)
    if words <= LONGEST_POINTER and _may_read_on(line) and READ_ON.fullmatch(line):
        return True
    if words <= LONGEST_BOX and (INVITATION.match(line) or NOTICE.match(line)):
        return True
    if COUNTS.fullmatch(line):
        return True
    return bool(index > HEAD_LINES and words <= LONGEST_STAMP and STAMP.match(line) and not line.endswith("."))


def is_furniture_abroad(line: str) -> bool:
    """The same of lines that are not in English."""
    if line.lower().rstrip(".!…>»: ") in abroad.ALONE:
        return True
    words = line.count(" ") + 1
    if words <= LONGEST_POINTER and abroad.POINTER.match(line):
        return not _is_speech(line)
    return words <= LONGEST_BOX and abroad.INVITATION.match(line) is not None


def _is_speech(line: str) -> bool:
    """Whether words behind a label are somebody's, in quotation marks: a transcript's "Video: ..."."""
    return line.count('"') + line.count("“") > 1 and line.endswith((".", '."', ".”"))
