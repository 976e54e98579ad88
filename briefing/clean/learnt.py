"""Learnt: paragraphs that an outlet prints below, above and between whatever its articles tell of.

No rule knows the boxes of every outlet, but an outlet repeats them. It also repeats a paragraph of background ("the war
began in ...") in every follow-up of a story, and that is news: what tells the two apart is that a box stands in
articles that have nothing to do with each other, nor with it. A paragraph is learnt where that is sure, and kept where
it is not.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, islice
from math import sqrt
from typing import NamedTuple

from briefing.model import Article, Removal
from briefing.rows import digest

STEP = "repeated phrase"

PARAGRAPH_BREAK = "\n\n"
NOT_WORDS = re.compile(r"[\W_]+")
WORD = re.compile(r"[^\W\d_]{4,}")
"""Words of four letters and more: shorter ones are in every text."""

FEWEST_WORDS, LONGEST = 5, 150
"""Words of a paragraph that may be learnt: a shorter one is no sentence anybody would print ("Right.", a speaker's
name), a longer one would be a loss."""

FEWEST_ARTICLES = FEWEST_DAYS = 3
"""So many texts of their own, of so many days, must have it."""

MOST_ARTICLES = 12
"""So many of those that have it are compared with each other; more do not make it surer."""

HEAD = 12
"""Characters at the beginning of a paragraph which are compared first, as that is quick."""

SAME_TEXT = 0.6
"""Articles that share so much of the shorter one's words are one text: a copy, an update, tomorrow's version."""

SAME_STORY = 0.4
"""Articles that share so much (cosine of their sets of words) on average tell of one story. Two articles of one outlet
share 0.2; those that a box stands in 0.11 to 0.38, parts of one story 0.4 to 0.6."""

AT_HOME, AT_HOME_UNSIGNED = 0.45, 0.15
"""The share of its own words that the articles use elsewhere, above which a paragraph belongs to what they tell.

With a sign of publishing, and without one."""

FEWEST_UNSIGNED = 8
"""So many texts, where nothing in the words says that a publisher speaks."""

SUBJECT_SHARE, SUBJECT_LIFT = 0.5, 2
"""A word of its own that half of the articles use elsewhere, twice as many as of the outlet's others, is what they and
the paragraph are about.

benchmarks/clean_learnt.py puts paragraphs of news into articles of their outlet that name the same, and counts."""

MOST_OTHERS = 60
"""Articles without the paragraph, which show how common a word is with the outlet."""

SIGN = re.compile(
    r"\w@\w|https?:|www\.|\bnewsletter|\bpodcast|\bsubscri(?:be|ption)|\bsign(?:ing)? up\b|\bclick (?:here|on|\W)"
    r"|\b(?:follow|join|like|find) .{0,60}\b(?:twitter|facebook|instagram|youtube|telegram)\b"
    r"|\beditor['’]?s['’]? note\b|\b(?:letters|send) .{0,40}\bto the editors?\b|\bcopyright\b|\ball rights reserved\b"
    r"|\bthis (?:is an? |\w+ )?(?:opinion )?(?:article|column|essay|story|piece|content|series|transcript) "
    r"(?:is|was|has been|does|appeared|originally)\b|\bthis is an opinion\b|\bthis article[,.]|\bthis article\?"
    r"|\b(?:a|the|this) (?:reported |weekly |lightly edited )?(?:column|transcript) (?:by|is|of)\b"
    r"|\bour (?:\w+[- ])?(?:journalism|reporting|reporters|newsroom|coverage|standards|sources|readers|website"
    r"|apps?)\b|\b(?:share|tell us|hear) (?:\w+ )?(?:your|from you|what you)\b|\bcolumnists\b|\bgraphic:"
    r"|\bdownload (?:our|the)\b|\bfull coverage of\b"
    r"|\babonn(?:ier|ez|ement)|\babbonat|\bsuscr[ií]b|\bassine\b|\bподпи[сш]|\bпідпи[сш]|\bподкаст",
    re.I,
)
"""Words in which a publisher speaks of its pages or to its reader, and which news has no use for."""

REPORTED = re.compile(r"\b(?:said|says|told|tells|according to|announced|wrote|added|argued|tweeted|explained)\b", re.I)
QUOTES = re.compile(r"[“”„«»\"]")
"""Somebody's own words, repeated with who said them, are background, whatever stands in them."""


class Phrase(NamedTuple):
    """A paragraph an outlet repeats."""

    key: str  # its words alone, in small letters: what tells it again
    shown: str  # as it stood in one of the articles


class _Text(NamedTuple):
    """An article without what the outlet repeats."""

    words: frozenset[str]
    day: str  # ISO 8601; "" for an undated article


def key(paragraph: str) -> str:
    """What tells a paragraph again: its words alone, in small letters."""
    return NOT_WORDS.sub(" ", paragraph).strip().lower()


def learnt(articles: Iterable[Article]) -> tuple[Phrase, ...]:
    """The paragraphs of one outlet's articles that are its own furniture, by key. No id may come twice.

    What was struck out of the articles before changes nothing about what is learnt from the rest of them.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    repeated = _repeated(ordered)
    asked = [name for name, by_id in repeated.items() if _may_be(name, by_id)]
    theirs: dict[str, set[str]] = defaultdict(set)  # article id → its paragraphs that others have too
    for by_id in repeated.values():
        for article_id, paragraph in by_id.items():
            theirs[article_id].add(paragraph)
    texts = {article.id: _text(article, theirs[article.id]) for article in ordered} if asked else {}
    found = [name for name in asked if _is_furniture(name, repeated[name], texts)]
    return tuple(Phrase(name, next(iter(repeated[name].values()))) for name in sorted(found))


def _repeated(articles: Sequence[Article]) -> Mapping[str, Mapping[str, str]]:
    """The paragraphs that stand in two articles or more: key → article id → as it stands there."""
    split = [(article.id, article.text.split(PARAGRAPH_BREAK)) for article in articles]
    heads = Counter(head for _, paragraphs in split for head in {each[:HEAD].lower() for each in paragraphs})
    printed: dict[str, dict[str, str]] = defaultdict(dict)
    for article_id, paragraphs in split:
        for paragraph in paragraphs:
            if heads[paragraph[:HEAD].lower()] > 1:
                printed[key(paragraph)].setdefault(article_id, paragraph)
    return {name: by_id for name, by_id in printed.items() if len(by_id) > 1}


def _may_be(name: str, by_id: Mapping[str, str]) -> bool:
    return len(by_id) >= FEWEST_ARTICLES and FEWEST_WORDS <= name.count(" ") + 1 <= LONGEST


def _text(article: Article, theirs: Collection[str]) -> _Text:
    own = (line for line in article.text.split(PARAGRAPH_BREAK) if line not in theirs)
    words = frozenset(WORD.findall(f"{article.title}\n{PARAGRAPH_BREAK.join(own)}".lower()))
    return _Text(words, article.published.date().isoformat() if article.published else "")


def _is_furniture(name: str, by_id: Mapping[str, str], texts: Mapping[str, _Text]) -> bool:
    """Whether texts of their own, of several days and several stories, have this paragraph, and it is none of them."""
    shown = next(iter(by_id.values()))
    own = frozenset(WORD.findall(name))
    if not own or (REPORTED.search(shown) and QUOTES.search(shown)):
        return False
    having = _of_their_own(texts[article_id] for article_id in by_id)
    signed = SIGN.search(shown) is not None and not REPORTED.search(shown)
    if (
        len(having) < (FEWEST_ARTICLES if signed else FEWEST_UNSIGNED)
        or len({each.day for each in having if each.day}) < FEWEST_DAYS
    ):
        return False
    at_home = sum(len(own & text.words) for text in having) / (len(own) * len(having))
    if at_home > (AT_HOME if signed else AT_HOME_UNSIGNED) or _likeness(having) > SAME_STORY:
        return False
    if signed:
        return True
    others = list(islice((text for article_id, text in texts.items() if article_id not in by_id), MOST_OTHERS))
    return not any(_is_subject(word, having, others) for word in own)


def _is_subject(word: str, having: Sequence[_Text], others: Sequence[_Text]) -> bool:
    """Whether the articles that have a paragraph use a word of it elsewhere, more than the outlet does."""
    here = sum(word in text.words for text in having) / len(having)
    elsewhere = sum(word in text.words for text in others) / max(1, len(others))
    return here >= max(SUBJECT_SHARE, SUBJECT_LIFT * elsewhere)


def _of_their_own(texts: Iterable[_Text]) -> list[_Text]:
    """Those that are no copy, and no other version, of one before them."""
    kept: list[_Text] = []
    for text in texts:
        if all(_shared(text.words, other.words) < SAME_TEXT for other in kept):
            kept.append(text)
            if len(kept) == MOST_ARTICLES:
                break
    return kept


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def _likeness(texts: Sequence[_Text]) -> float:
    """The mean cosine of their sets of words, over pairs."""
    pairs = [(one.words, other.words) for one, other in combinations(texts, 2)]
    return sum(len(one & other) / max(1.0, sqrt(len(one) * len(other))) for one, other in pairs) / len(pairs)


def without_phrases(article: Article, phrases: Collection[str]) -> Article:
    """The article without the paragraphs that have one of these keys; itself where nothing is to go, or all is."""
    if not phrases:
        return article
    paragraphs = article.text.split(PARAGRAPH_BREAK)
    kept = [paragraph for paragraph in paragraphs if key(paragraph) not in phrases]
    text = PARAGRAPH_BREAK.join(kept)
    if len(kept) == len(paragraphs) or not any(map(str.isalnum, text)):
        return article
    struck = {removal.step: removal.paragraphs for removal in article.removed}
    struck[STEP] = struck.get(STEP, 0) + len(paragraphs) - len(kept)
    return replace(
        article,
        text=text,
        sha256=digest(article.title, text),
        removed=tuple(Removal(step, count) for step, count in struck.items()),
    )
