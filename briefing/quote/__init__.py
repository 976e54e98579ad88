"""Quote: what was said, by whom, in full name. `Article` → `Quote`s."""

from briefing.model import Article, Quote, Span
from briefing.quote.features import APPOSITION, Scene
from briefing.quote.given_names import given_names
from briefing.quote.marks import quotation_runs
from briefing.quote.mentions import mentions
from briefing.quote.names import read_names
from briefing.quote.rank import Choice, rank
from briefing.quote.resolve import Resolver
from briefing.quote.tokens import tokens

CUES = frozenset("VWwgA")


def quote(article: Article) -> tuple[Quote, ...]:
    """The quotations of one article in the order they stand, each with its speaker where that is sure enough."""
    shaped = tokens(article.text, quotation_runs(article.text))
    found = mentions(shaped, given_names())
    scene = Scene(shaped, found, read_names(shaped, found))
    choices = rank(scene)
    speakers = frozenset(choice.mention for choice in choices if choice.mention is not None)
    resolver = Resolver(scene, speakers)
    return tuple(
        _direct(article, scene, resolver, run, choice) for run, choice in enumerate(choices) if choice.statement
    )


def _direct(article: Article, scene: Scene, resolver: Resolver, run: int, choice: Choice) -> Quote:
    own = scene.tokens.runs[run]
    span = Span(own.start, own.end)
    if choice.mention is None:
        return Quote(article.id, "direct", span, None, None, None, None, 0.0)
    mention = scene.mentions[choice.mention]
    resolved = resolver.resolve(choice.mention)
    return Quote(
        article.id,
        "direct",
        span,
        resolved.name,
        resolved.role,
        Span(scene.tokens.starts[mention.first], scene.tokens.ends[mention.last]),
        _cue(scene, choice.mention),
        round(choice.probability, 3) if resolved.name else 0.0,
    )


def _cue(scene: Scene, index: int) -> str | None:
    """The verb beside a mention: after it, past an apposition, or right before it."""
    shape, mention = scene.tokens.shape, scene.mentions[index]
    right = APPOSITION.match(shape, mention.last + 1, mention.last + 40)
    if right and right.group(1) and right.group(1) != ":":
        return scene.tokens.word(right.start(1))
    if mention.first and shape[mention.first - 1] in CUES:
        return scene.tokens.word(mention.first - 1)
    return None
