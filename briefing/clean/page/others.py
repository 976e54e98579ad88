"""Others: what on a page is somebody else's or meant for nobody: the next article, comments, forms, pull quotes."""

import re
from collections.abc import Iterator
from typing import Any

from briefing.clean.page.title import alike

HEADINGS = ("h1", "h2", "h3", "h4", "h5")
COMMENTS = re.compile(
    r"(?:(?:view|see|show|read|join)(?: all| the)? )?(?:\d{1,5} )?(?:reader |user )?(?:comments|responses"
    r"|replies|kommentare|commentaires|comentarios|comentários|commenti|reacties|komentarze|комментарии|коментарі)"
    r"(?: ?\(\d{1,5}\)| ?\d{1,5})?"
    r"|leave a (?:reply|comment)|post a comment|join the (?:conversation|discussion)",
    re.I,
)
"""A heading with nothing but that; what stands behind it in the same box are comments."""

FEWEST_ABOVE = 80
"""Words that stand above such a heading in its own box where it closes an article, and is no button at its top."""

FEWEST_OWN = 60
"""Words of the article that bears the page's headline; with fewer it is a head without its body."""

LONGEST_FORM = 60
"""Words of a box that asks for an address, its small print among them."""


def without_others(tree: Any, title: str) -> None:
    """The tree without them; the tree itself is changed."""
    others = (_other_articles(tree, title), _comments(tree), _forms(tree), _pull_quotes(tree))
    for element in [*tree.xpath("//body//*[@hidden]"), *(each for found in others for each in found)]:
        if element.getparent() is not None:
            element.drop_tree()


def _other_articles(tree: Any, title: str) -> Iterator[Any]:
    """The articles beside the one that bears the page's headline."""
    articles = list(tree.iter("article"))
    own = [each for each in articles if _words(each) >= FEWEST_OWN and _bears(each, title)]
    if not title or not own:
        return
    inside = {id(each) for one in own for each in (*one.iterancestors("article"), *one.iter("article"))}
    yield from (each for each in articles if id(each) not in inside and _headed(each))


def _bears(article: Any, title: str) -> bool:
    return any(alike("".join(heading.itertext()), title) for heading in article.iter("h1", "h2"))


def _headed(article: Any) -> bool:
    return next(article.iter(*HEADINGS), None) is not None


def _comments(tree: Any) -> Iterator[Any]:
    """A heading "Comments", and all that stands behind it in its box, where an article stands before it."""
    for heading in tree.iter(*HEADINGS):
        if COMMENTS.fullmatch(" ".join("".join(heading.itertext()).split())):
            above = sum(_words(each) for each in heading.itersiblings(preceding=True))
            if above >= FEWEST_ABOVE:
                yield from (heading, *heading.itersiblings())


def _forms(tree: Any) -> Iterator[Any]:
    """The boxes that ask for a reader's address."""
    for field in tree.xpath('//body//input[@type="email"]'):
        box = None
        for around in field.iterancestors():
            if around.tag in ("body", "article", "main") or _words(around) > LONGEST_FORM or _has_headline(around):
                break
            box = around
        if box is not None:
            yield box


def _pull_quotes(tree: Any) -> Iterator[Any]:
    """The sentences set large beside the paragraphs they are taken from; one that stands nowhere else is the text's."""
    marked = [
        each
        for each in tree.xpath('//body//*[contains(@class, "ull")]')
        if PULLED.search(each.get("class") or "") and FEWEST_PULLED <= _words(each) <= LONGEST_FORM
    ]
    if not marked:
        return
    everything = _letters(tree)
    for each in marked[:MOST_PULLED]:
        quote = next(each.iter("p", "blockquote"), each)
        if everything.count(_letters(quote)) > 1:
            yield each


PULLED = re.compile(r"pull-?quote|pulled-?quote", re.I)
FEWEST_PULLED, MOST_PULLED = 4, 20
NOT_LETTERS = re.compile(r"[\W_]+")


def _letters(element: Any) -> str:
    """The words of an element without its sources and anything between them."""
    return NOT_LETTERS.sub("", "".join(element.xpath(".//text()[not(ancestor::cite or ancestor::script)]")))


def _has_headline(element: Any) -> bool:
    return next(element.iter("h1"), None) is not None


def _words(element: Any) -> int:
    return sum(len(text.split()) for text in element.itertext())
