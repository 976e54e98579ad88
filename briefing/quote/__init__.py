"""Quote: what was said, by whom, in full name. `Article` → `Quote`s."""

from briefing.model import Article, Quote, QuoteKind, Span
from briefing.quote.confidence import POINT_BELOW, PRINT_CONFIDENCE, confidence, names_somebody
from briefing.quote.denied import cue_of, is_denied, is_unsaid
from briefing.quote.features import APPOSITION, Scene
from briefing.quote.given_names import given_names
from briefing.quote.indirect import Statement, statements
from briefing.quote.marks import quotation_runs
from briefing.quote.mentions import mentions
from briefing.quote.names import read_names
from briefing.quote.rank import Choice, rank
from briefing.quote.resolve import Resolver
from briefing.quote.tokens import tokens

__all__ = ["PRINT_CONFIDENCE", "quote"]

LONGEST = 200_000
"""Code points of a text that are looked at: four times the longest of 4,800 articles, at worst ten seconds' work."""

CUES = frozenset("VWwgA")

UNVOUCHED = 0.5
"""The most a denied statement's speaker is sure: it is found, and stands under nobody's name. Set by hand."""


def quote(article: Article) -> tuple[Quote, ...]:
    """The quotations of one article in the order they stand, each with its speaker where that is sure enough.

    Direct ones are the runs between quotation marks that somebody said; indirect ones are reported statements, each
    whole, so one may hold quoted words that are a direct quotation too. Any text is taken; none raises.
    """
    scene = read_scene(article)
    choices = rank(scene)
    reported = statements(scene)
    speakers = [choice.mention for choice in choices] + [statement.mention for statement in reported]
    resolver = Resolver(scene, frozenset(index for index in speakers if index is not None))
    found = [_direct(article, scene, resolver, run, choice) for run, choice in enumerate(choices) if choice.statement]
    found += [_indirect(article, scene, resolver, statement) for statement in reported]
    return tuple(sorted(found, key=lambda quote: (quote.span, quote.kind)))


def read_scene(article: Article) -> Scene:
    """An article's tokens, mentions and names."""
    text = article.text[:LONGEST]
    shaped = tokens(text, quotation_runs(text))
    found = mentions(shaped, given_names())
    return Scene(shaped, found, read_names(shaped, found, article.title))


def _direct(article: Article, scene: Scene, resolver: Resolver, run: int, choice: Choice) -> Quote:
    own = scene.tokens.runs[run]
    # Words between '' and '' may have been retyped: they are reported, but not vouched for to the letter.
    kind: QuoteKind = "indirect" if own.typed else "direct"
    said = choice.probability >= POINT_BELOW and not is_unsaid(scene.tokens.text, own.outer_start)
    mention = choice.mention if said else None
    cue = _cue(scene, mention) if mention is not None else None
    return _quote(article, scene, resolver, kind, Span(own.start, own.end), mention, cue, choice.probability)


def _indirect(article: Article, scene: Scene, resolver: Resolver, statement: Statement) -> Quote:
    tokens = scene.tokens
    span = Span(tokens.starts[statement.first], tokens.ends[statement.last - 1])
    cue = cue_of(tokens, statement.cue)
    probability = min(statement.probability, UNVOUCHED) if is_denied(cue) else statement.probability
    return _quote(article, scene, resolver, "indirect", span, statement.mention, cue, probability)


def _quote(
    article: Article, scene: Scene, resolver: Resolver, kind: QuoteKind, span: Span, index: int | None,
    cue: str | None, probability: float,
) -> Quote:  # fmt: skip
    if index is None:
        return Quote(article.id, kind, span, None, None, None, cue, 0.0)
    mention = scene.mentions[index]
    resolved = resolver.resolve(index)
    place = Span(scene.tokens.starts[mention.first], scene.tokens.ends[mention.last])
    sure = confidence(probability, resolved)
    if kind == "direct" and not names_somebody(sure, resolved):
        return Quote(article.id, kind, span, None, None, place, cue, 0.0)
    return Quote(article.id, kind, span, resolved.name, resolved.role, place, cue, sure)


def _cue(scene: Scene, index: int) -> str | None:
    """The verb beside a mention: after it, past an apposition, or right before it."""
    shape, mention = scene.tokens.shape, scene.mentions[index]
    right = APPOSITION.match(shape, mention.last + 1, mention.last + 40)
    if right and right.group(1) and right.group(1) != ":":
        return scene.tokens.word(right.start(1))
    if mention.first and shape[mention.first - 1] in CUES:
        return scene.tokens.word(mention.first - 1)
    return None
