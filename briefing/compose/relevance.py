"""Relevance: whether a sentence speaks of the event, of what lies behind it, or only of something beside it."""

from collections.abc import Mapping, Sequence

from briefing.compose.likeness import ENGLISH, likeness, size
from briefing.compose.redundancy import statement
from briefing.model import Article, Extract

HEAD = 300  # code points of an article that tell what happened
HEADS = 50  # articles that are asked for it: an event of thousands is told by its first ones
OPENING = 1200  # code points of an article that say what it is about, as in `story` and `topics`
# A sentence is beside the event when at most one of its content words stands in a headline or in another sentence of
# the section, and less than this share in what the other articles open with. Read on the sections of six weeks of 2020
# and of the seeds: eight of 260 sentences are, among them a cake in a tin and two maxims of columnists; at .5 the
# rule would take a claim of responsibility.
SHARED_MAX = 1
OTHERS_SHARE = 0.35
KEPT_MIN = 2  # a section is not emptied by it
# Fewer different words of any headline than this, and a sentence tells what lies behind the event rather than the
# event: "has launched any number of insults from his account in recent years".
TITLE_WORDS = 2
# A sentence of another article is about another matter when it has less than this share of what headline and first line
# say, and its article is less like the first line's than that: of 121 such sentences in 24 weeks of 2020, each read, 20
# are, of which an editor strikes 16 (thirteen tell of another happening) and four may stand; decision 0290.
OTHER_MATTER_SHARE, OTHER_MATTER_LIKENESS = 0.25, 0.24
FEWEST_WORDS = 6  # a shorter sentence is soon said
FULL = 100  # different words of an article that is told at length; a summary of two sentences is like nothing


def subject(members: Sequence[Article]) -> frozenset[str]:
    """The stems an event is told by: the content words of its articles' titles and heads."""
    heads = (statement(f"{each.title}\n{head(each.text)}", each.language).content for each in members[:HEADS])
    return frozenset[str]().union(*heads)


def head(text: str) -> str:
    """What a text begins with, up to the last whole word within HEAD code points."""
    return text if len(text) <= HEAD else text[:HEAD].rpartition(" ")[0]


def to_the_point(extracts: Sequence[Extract], members: Sequence[Article]) -> tuple[Extract, ...]:
    """The extracts, in their order, less those beside the event; all where fewer than KEPT_MIN would be left.

    members: the event's articles. What a single article tells is of its event, whatever it is.
    """
    if len(members) < KEPT_MIN:
        return tuple(extracts)
    texts = {article.id: article for article in members}
    said = {
        each: statement(each.span.of(texts[each.article_id].text), texts[each.article_id].language).content
        for each in extracts
    }
    openings = {
        article.id: statement(f"{article.title}\n{article.text[:OPENING]}", article.language).content
        for article in members
    }
    titles = frozenset[str]().union(*(statement(each.title, each.language).content for each in members))
    kept = tuple(each for each in extracts if not _beside(each, said, titles, openings))
    return kept if len(kept) >= KEPT_MIN else tuple(extracts)


def _beside(
    one: Extract, said: Mapping[Extract, frozenset[str]], titles: frozenset[str], openings: Mapping[str, frozenset[str]]
) -> bool:
    content = said[one]
    near = titles.union(*(words for other, words in said.items() if other != one))
    others = frozenset[str]().union(*(words for article, words in openings.items() if article != one.article_id))
    return len(content & near) <= SHARED_MAX and len(content & others) < OTHERS_SHARE * len(content)


def of_one_matter(
    extracts: Sequence[Extract], first: Extract, members: Sequence[Article], told: frozenset[str]
) -> tuple[Extract, ...]:
    """The extracts, in their order, less those about another matter than the first line. English only, as it was read.

    told: the content words of the headline and that line.
    """
    texts = {article.id: article for article in members}

    def another(each: Extract) -> bool:
        article, leading = texts[each.article_id], texts[first.article_id]
        said = statement(each.span.of(article.text), article.language).content
        if article.language not in ENGLISH or min(size(article), size(leading)) < FULL:
            return False
        if len(said & told) >= OTHER_MATTER_SHARE * max(FEWEST_WORDS, len(said)):
            return False
        return likeness(article, leading) < OTHER_MATTER_LIKENESS

    return tuple(each for each in extracts if each.article_id == first.article_id or not another(each))


def background_last(extracts: Sequence[Extract], members: Sequence[Article]) -> tuple[Extract, ...]:
    """The extracts, those first that say something of what the headlines say; else in the order they have."""
    texts = {article.id: article for article in members}
    titles = frozenset[str]().union(*(statement(each.title, each.language).content for each in members))

    def behind(each: Extract) -> bool:
        article = texts[each.article_id]
        return len(statement(each.span.of(article.text), article.language).content & titles) < TITLE_WORDS

    return tuple(sorted(extracts, key=behind))
