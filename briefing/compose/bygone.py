"""Bygone: quotations of another time than the article's, which must not stand under its date as if said now."""

import re
from datetime import date, timedelta

from briefing.model import Article, Quote
from briefing.text.commentary import outside_quotations
from briefing.text.days import names_a_day
from briefing.text.sentences import sentences

MONTH_WORDS = "January February March April May June July August September October November December"
MONTHS = tuple(MONTH_WORDS.split())
SPOKE = (
    r"(?:said|told|tweeted|wrote|noted|posted|argued|remarked|declared|boasted|explained|warned|predicted|testified|stated"
    r"|claimed|insisted|vowed|promised|joked|responded|replied|announced|messaged|texted|telling|saying|writing)"
)
LATELY = r"(?:last (?:month|year|summer|fall|autumn|winter|spring)|(?:months|years) (?:ago|earlier))"
MONTH = f"(?:{'|'.join(MONTHS)})"
STATED = rf"(?:{MONTH} )?(?:19|20)\d\d|{MONTH}\b(?! \d)"
# From the verb to its time: not past what is said of somebody or something else, or of a time to come.
BETWEEN = r"(?:(?! (?:who|which|whose|hoping|hoped|passed|set)\b)[^,;:.]){0,60}?"
# Read on what 1,000 articles of 2020 have of 5,036 quotations: of 60 that it finds 56 were of another time. A name's
# ("who voted for him in 2016") and a thing's ("the Act of 2009, says Orr") stand after a comma or before the verb.
BYGONE = re.compile(
    rf"\b{SPOKE}\b{BETWEEN} (?:{LATELY}|at (?:the|that) time(?! of| when)|(?:back )?in (?P<said>{STATED}))"
    rf"|\b[Ii]n (?P<when>{STATED}),? (?:[\w’'.-]+ ){{1,4}}?{SPOKE}\b"
    rf"|\b(?:previously|once|famously) {SPOKE}\b"
)

SHORT = r"(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\."
DATE = rf"(?P<{{}}>(?:{MONTH}|{SHORT}) \d{{{{1,2}}}}(?:, \d{{{{4}}}})?)\b"
# "Roe tweeted Jan. 24", "on March 26, Roe said". Of 19,800 sure quotations of 2020 this and more verbs find 92 more; of
# 60 of them read 56 were of another time, and the others' dates lay ahead.
DATED = re.compile(
    rf"\b{SPOKE}\b{BETWEEN} {DATE.format('after')}|\b[Oo]n {DATE.format('before')},? (?:[\w’'.-]+ ){{1,4}}?{SPOKE}\b"
)
LATER = re.compile(r"\b(?:days?|weeks?|months?) (?:later|afterwards?)\b")
WEEK = timedelta(days=8)  # what was said earlier than that before an article is of another week
AHEAD = timedelta(days=60)  # a date without a year that lies farther ahead is last year's

# Where it was said, with its year: of 29 quotations of those weeks beside one, 27 are of that time.
OCCASIONS = """
    interview speech briefing rally video op-ed debate clip tweet audio address hearing book memoir column essay letter
    email e-mail memo post podcast documentary statement conference testimony article appearance recording
"""
RECALLED = re.compile(
    rf"\b(?:a|an|the|his|her|their|that) (?P<when>(?:{MONTH}(?: of)? )?(?:19|20)\d\d) (?:[\w’'-]+ ){{0,3}}?"
    rf"(?:{'|'.join(OCCASIONS.split())})\b"
)
ANY_TIME = re.compile(
    rf"(?:{MONTH}|{SHORT}) \d|{LATELY}|at (?:the|that) time|[Ii]n (?:{STATED})|previously|once|famously| (?:19|20)\d\d "
)
SENTENCE = 500  # code points before and after a quotation that its sentence may have, or the one before it
THAT = " that "  # what stands behind it is the time of what was told, not of telling


def is_bygone(quote: Quote, article: Article) -> bool:
    """Whether the words around a quotation say that it was said in another month than its article's. English only."""
    if article.language != "en":
        return False
    place, mention = quote.span, quote.mention_span or quote.span
    first, last = min(place.start, mention.start), max(place.end, mention.end)
    if ANY_TIME.search(article.text, max(0, first - SENTENCE), last + SENTENCE) is None:
        return False  # most are told by a look; to find sentences costs more
    found = sentences(article.text, article.language)
    around = [number for number, each in enumerate(found) if each.start < last and first < each.end]
    if not around:
        return False
    text = article.text[found[around[0]].start : found[around[-1]].end]
    if tells_of_then(text, article):
        return True
    before = found[around[0] - 1].of(article.text) if around[0] else ""
    text = outside_quotations(text)[0]
    return not names_a_day(text) and _goes_on(quote, text, before, article)


def _goes_on(quote: Quote, text: str, before: str, article: Article) -> bool:
    """Whether a quotation goes on with what the sentence before it says was said then, by the same speaker."""
    told = outside_quotations(before)[0]
    if any(_is_then(found, article) for found in RECALLED.finditer(told)):
        return True
    dated = any(_is_past(found["after"] or found["before"], article) for found in DATED.finditer(told))
    if dated and LATER.search(text):
        return True  # "Roe tweeted on Feb. 19. … he said four days later"
    said = dated or any(THAT not in found.group() and _is_then(found, article) for found in BYGONE.finditer(told))
    return said and bool(quote.speaker) and f"{quote.speaker}".split()[-1] in told


def tells_of_then(text: str, article: Article) -> bool:
    """Whether a sentence says, outside quotation marks, that something was said in another month than its article's."""
    told = outside_quotations(text)[0]
    if any(_is_past(found["after"] or found["before"], article) for found in DATED.finditer(told)):
        return True
    return any(_is_then(found, article) for each in (BYGONE, RECALLED) for found in each.finditer(told))


def _is_then(found: re.Match[str], article: Article) -> bool:
    """Whether a time that was found is another than the article's; of an undated one, any is.

    A time that the article's headline names is what the article is about.
    """
    stated = found.groupdict().get("said") or found["when"]
    if not stated or article.published is None:
        return True
    now = {MONTHS[article.published.month - 1], str(article.published.year)} | set(article.title.split())
    return not set(stated.replace(" of ", " ").split()) <= now


def _is_past(stated: str, article: Article) -> bool:
    """Whether a date ("Jan. 24", "July 17, 2017") is more than a week before its article's."""
    if article.published is None:
        return False
    month, day, *year = stated.replace(",", "").split()
    number = next(index for index, name in enumerate(MONTHS, 1) if name.startswith(month.rstrip(".")))
    day_of = article.published.date()
    try:
        then = date(int(year[0]) if year else day_of.year, number, int(day))
        if not year and then > day_of + AHEAD:  # last December, read in January
            then = then.replace(year=then.year - 1)
    except ValueError:
        return False
    return then + WEEK <= day_of
