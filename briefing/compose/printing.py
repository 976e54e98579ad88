"""Printing: what an edition told, and what the next one tells otherwise."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.compose.alike import alike
from briefing.model import Amendment, Article, Brief, Place, Printed, PrintedEvent, PrintedKind, Section

# How alike two sentences of one article must be to be one sentence reworded.
REWORDED = 0.6


def printed_events(brief: Brief) -> tuple[PrintedEvent, ...]:
    """All that a briefing shows of its events, in its order."""
    articles = {article.id: article for article in brief.articles}
    return tuple(
        PrintedEvent(section.event.id, section.event.headline, tuple(_shown(section, articles)))
        for section in (*brief.sections, *brief.also)
    )


def _shown(section: Section, articles: Mapping[str, Article]) -> Iterator[Printed]:
    yield from (_printed("sentence", each.citation.place, articles) for each in section.extracts)
    for quotation in section.quotes:
        yield _printed("quotation", quotation.citation.place, articles, quotation.quote.speaker or "")
    for difference in section.figures:
        yield from (_printed("figure", place, articles) for place in difference.figures)


def _printed(kind: PrintedKind, place: Place, articles: Mapping[str, Article], speaker: str = "") -> Printed:
    article = articles[place.article_id]
    return Printed(kind, place.span.of(article.text), place, article.sha256, speaker)


def amendments(before: Sequence[PrintedEvent], after: Sequence[PrintedEvent], edition: int) -> tuple[Amendment, ...]:
    """What `after`, which is of that edition, tells otherwise than `before`; nothing where a reader sees the same.

    Where in its article a sentence stands, and what else the article says, is nothing a reader sees.
    """
    was = {event.event_id: event for event in before}
    found: list[Amendment] = []
    for event in after:
        if event.event_id in was:
            found += _within(was[event.event_id], event, edition)
        else:
            found.append(Amendment(edition, event.headline, "event", "", event.headline))
    still = {event.event_id for event in after}
    gone = (event.headline for event in before if event.event_id not in still)
    found += [Amendment(edition, headline, "event", headline, "") for headline in gone]
    return tuple(found)


def _within(before: PrintedEvent, after: PrintedEvent, edition: int) -> Iterator[Amendment]:
    headline = after.headline
    if before.headline != headline:
        yield Amendment(edition, headline, "headline", before.headline, headline)
    old, new = _sentences(before.printed), _sentences(after.printed)
    speakers = {words: speaker for words, (speaker, _) in old.items()}
    for words, (speaker, _) in new.items():
        if words in speakers and speakers[words] != speaker:
            yield Amendment(edition, headline, "speaker", f"{speakers[words]}: {words}", f"{speaker}: {words}")
    gone = {words: of for words, (_, of) in old.items() if words not in new}
    come = {words: of for words, (_, of) in new.items() if words not in old}
    pairs = _pairs(gone, come)
    for words in gone:
        yield Amendment(edition, headline, "words", words, pairs.get(words, ""))
    yield from (Amendment(edition, headline, "words", "", words) for words in come if words not in pairs.values())


def _sentences(printed: Iterable[Printed]) -> dict[str, tuple[str, str]]:
    """Words, white space folded → (speaker, article id); figures are parts of sentences told anyway."""
    return {
        " ".join(each.words.split()): (each.speaker, each.place.article_id) for each in printed if each.kind != "figure"
    }


def _pairs(gone: Mapping[str, str], come: Mapping[str, str]) -> dict[str, str]:
    """Words that went → those of the same article that took their place."""
    pairs: dict[str, str] = {}
    for words, article_id in gone.items():
        left = [each for each, of in come.items() if of == article_id and each not in pairs.values()]
        best = alike(words, left, REWORDED)
        if best is not None:
            pairs[words] = best
    return pairs
