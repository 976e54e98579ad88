"""Metadata: what a page says of itself in its meta elements and in JSON-LD (https://schema.org/Article)."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from itertools import islice
from typing import Any

from briefing.clean.urls import canonical

ARTICLE_TYPE = re.compile(r"(?:\w{0,30}Article|BlogPosting|LiveBlogPosting|Report|Review|AnalysisNewsArticle)$")
PAGE_TYPE = re.compile(r"(?:\w{0,20}WebPage|ItemPage)$")

MOST_OBJECTS = 500
"""Meta elements, and JSON-LD objects, looked at in one page; a page of news has under 100."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself."""

    meta: Mapping[str, tuple[str, ...]]  # by name, property or itemprop in lower case, in the page's order
    linked: tuple[Mapping[str, Any], ...]  # JSON-LD objects, articles before pages, others left out
    publishers: tuple[str, ...]  # names of organisations JSON-LD gives as the publisher
    head_title: str  # of the <title> element
    url: str | None  # canonical

    def first(self, *names: str) -> str:
        """The first content any of these meta elements has; "" where none has one."""
        return next((content for name in names for content in self.meta.get(name, ())), "")


def metadata_of(tree: Any) -> Metadata:
    """Everything the page's head and its JSON-LD say, each element looked at once."""
    found: dict[str, list[str]] = {}
    for element in islice(tree.iter("meta"), MOST_OBJECTS):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    meta = {name: tuple(contents) for name, contents in found.items()}
    objects = tuple(_objects(tree))
    named = {found["@id"]: found for found in objects if isinstance(found.get("@id"), str) and "name" in found}
    articles = [_with_names(found, named) for found in objects if _is_a(found, ARTICLE_TYPE)]
    pages = [_with_names(found, named) for found in objects if _is_a(found, PAGE_TYPE)]
    head_title = next((" ".join(element.text_content().split()) for element in tree.iter("title")), "")
    linked = (*articles, *pages)
    publishers = (*_publishers(linked), *_marked_publishers(tree))
    return Metadata(meta, linked, publishers, head_title, _url(tree, meta, linked))


def _objects(tree: Any) -> Iterator[Mapping[str, Any]]:
    """The JSON-LD objects of a page, those inside lists, graphs and main entities too."""
    scripts = [script for script in tree.iter("script") if "ld+json" in (script.get("type") or "")]
    waiting: list[Any] = [_loaded(script.text or "") for script in reversed(scripts)]
    for _ in range(MOST_OBJECTS):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[name] for name in ("mainEntityOfPage", "mainEntity", "@graph") if name in value)


def _with_names(found: Mapping[str, Any], named: Mapping[str, Any]) -> Mapping[str, Any]:
    """An object whose author and publisher, where they only point to another object of the page, are that object."""

    def resolved(value: Any) -> Any:
        if isinstance(value, list):
            return [resolved(each) for each in value[:MOST_NAMES]]
        pointer = value.get("@id") if isinstance(value, dict) and "name" not in value else None
        return named.get(pointer, value) if isinstance(pointer, str) else value

    return {**found, **{name: resolved(found[name]) for name in ("author", "creator", "publisher") if name in found}}


MOST_NAMES = 50
"""Authors looked at; a paper has dozens, an article has a few."""


def _loaded(text: str) -> Any:
    """The value of a script, less the comment marks round it, which some templates still write for old browsers."""
    start = min((at for at in (text.find("{"), text.find("[")) if at >= 0), default=0)
    if "[CDATA[" in text[:start]:
        start = text.find("{", start)
    end = max(text.rfind("}"), text.rfind("]" if "]]>" not in text else "}")) + 1
    for value in (text[start:end], TRAILING_COMMA.sub("", text[start:end])):
        try:
            return json.loads(value, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


TRAILING_COMMA = re.compile(r",(?=\s{0,40}[\]}])")
"""What JSON forbids behind the last of a list, and templates' loops leave there."""


def _is_a(found: Mapping[str, Any], kind: re.Pattern[str]) -> bool:
    types = found.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and kind.search(name) for name in names)


def names_in(value: object) -> Iterator[str]:
    """The names in a JSON-LD value: a string, an object with a name, or a list of either."""
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        for text in name if isinstance(name, list) else [name]:
            if isinstance(text, str) and text.strip():
                yield " ".join(unescape(text).split())


def _publishers(linked: tuple[Mapping[str, Any], ...]) -> Iterator[str]:
    for found in linked:
        yield from names_in(found.get("publisher"))


def _marked_publishers(tree: Any) -> Iterator[str]:
    """The publishers that the page's own elements are marked as (microdata, RDFa)."""
    for element in tree.xpath('//*[@itemprop="publisher" or @property="publisher"][not(self::meta)]')[:MOST_NAMES]:
        for name in element.xpath('.//*[@itemprop="name" or @property="name"]')[:1]:
            yield from names_in(name.get("content") or name.text_content())


def _url(tree: Any, meta: Mapping[str, tuple[str, ...]], linked: tuple[Mapping[str, Any], ...]) -> str | None:
    """The page's own address: canonical link, og:url, JSON-LD."""
    candidates: list[object] = [
        link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    ]
    candidates.extend(meta.get("og:url", ()))
    candidates.extend(found.get("url") for found in linked)
    return next((url for url in map(canonical, candidates) if url and not _is_front(url)), None)


def _is_front(url: str) -> bool:
    """Whether an address is a site's front page, as careless templates give it for every article."""
    return url.count("/") <= FRONT_SLASHES and "?" not in url and url.endswith("/")


FRONT_SLASHES = 3  # https://host/
