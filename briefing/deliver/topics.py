"""Topics: a briefing narrowed to the events that a reader wants."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from briefing.model import Article, Brief, Event, KeySentence, Section

COVER_MAX = 3  # sentences of a cover made anew: as many as a briefing's own has


Wanted = Callable[[Event, Mapping[str, Article]], bool]  # whether an event, of these articles, is wanted


def narrowed(brief: Brief, wanted: Wanted) -> Brief:
    """The briefing with only those events that are wanted, and what was changed or corrected of such.

    Its coverage note stays: what was read was read.
    """
    articles = {article.id: article for article in brief.articles}

    def kept(sections: Iterable[Section]) -> tuple[Section, ...]:
        return tuple(section for section in sections if wanted(section.event, articles))

    sections, also = kept(brief.sections), kept(brief.also)
    told = {section.event.headline for section in (*sections, *also)}
    return replace(
        brief,
        cover=cover(brief, sections, also),
        sections=sections,
        also=also,
        amendments=tuple(
            each
            for each in brief.amendments
            if each.headline in told or concerned(wanted, each.headline, f"{each.before}\n{each.after}")
        ),
        alterations=tuple(
            each
            for each in brief.alterations
            if concerned(wanted, each.title, f"{each.before}\n{each.after or ''}", each.outlet)
        ),
    )


def concerned(wanted: Wanted, title: str, text: str, outlet: str | None = None) -> bool:
    """Whether some words, of an article that may be in no window, are of an event that would be wanted."""
    article = Article(
        id="", title=title, text=text, url=None, outlet=outlet, authors=(), published=None, published_precision="none",
        utc_offset=None, partial_date=None, dated_by="none", language="", origin=None, sha256="", source="", removed=(),
    )  # fmt: skip
    return wanted(Event("", (article.id,), title, None, None, (), None), {article.id: article})


def mentioning(words: Sequence[str]) -> Wanted:
    """Events of which an article mentions any of these words or phrases, as whole words in any case, anywhere."""
    phrases = [r"\s+".join(map(re.escape, phrase.split())) for phrase in words]
    sought = re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE)

    def wanted(event: Event, articles: Mapping[str, Article]) -> bool:
        members = [articles[each] for each in event.article_ids if each in articles]
        return any(sought.search(each.title) or sought.search(each.text) for each in members)

    return wanted


def cover(brief: Brief, sections: Sequence[Section], also: Sequence[Section]) -> tuple[KeySentence, ...]:
    """The briefing's own cover, less what is of other events; where nothing is left, each event's first sentence."""
    members = {article_id for section in (*sections, *also) for article_id in section.event.article_ids}
    kept = tuple(sentence for sentence in brief.cover if sentence.extract.article_id in members)
    if kept:
        return kept
    leads = [min(section.extracts, key=lambda each: each.extract.rank) for section in sections if section.extracts]
    return tuple(leads[:COVER_MAX])


def has_something(brief: Brief) -> bool:
    """Whether there is any event in it."""
    return bool(brief.sections or brief.also)
