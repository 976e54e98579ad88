"""Completion: paragraphs main-text extraction left behind, found by their likeness to those it took.

Pages that part an article by adverts into several containers lose all but the first to extraction. Paragraphs of one
article stand on one path of tags and classes: what stands on the path of most of the extracted text belongs to it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from briefing.clean.characters import neutral

Path = tuple[str, ...]

DIGITS = re.compile(r"\d+")
"""Numbers in names are the container's own ("chunk-2"); the kind of container is what counts."""

MAJORITY = 0.6
"""So much of the extracted text must stand on one path for the path to be the article's."""

FEWEST_WORDS = 8
"""Words of a paragraph that is put back."""

LINK_SHARE = 0.4
"""A paragraph with more of it in links is a pointer."""

KEY_CHARACTERS = 60
"""How much of a paragraph tells it from others."""

END_CHARACTERS = 20
"""How much of either end of a paragraph tells that it was taken after all, in pieces."""

CLASS_CHARACTERS = 60


def completed(lines: Sequence[str], tree: Any) -> tuple[str, ...]:
    """The lines, and between them the paragraphs of the page that stand on the same path and are missing."""
    taken = {_key(line): line for line in lines}
    found = [(element, text) for element in tree.iter("p") if (text := _text(element))]
    paths = {id(element): _path(element) for element, text in found}
    weight: Counter[Path] = Counter()
    for element, text in found:
        if _key(text) in taken:
            weight[paths[id(element)]] += len(text)
    path, characters = weight.most_common(1)[0] if weight else ((), 0)
    if characters < MAJORITY * sum(map(len, lines)):
        return tuple(lines)
    return tuple(_merged(lines, [(text, element) for element, text in found if paths[id(element)] == path]))


def _merged(lines: Sequence[str], own: Sequence[tuple[str, Any]]) -> list[str]:
    """The lines with each missing paragraph behind the one that stands before it on the page."""
    places = {_key(line): index for index, line in enumerate(lines)}
    everything = "".join(_compact(line) for line in lines)
    behind: dict[int, list[str]] = {}
    last = None
    for text, element in own:
        place = places.get(_key(text))
        if place is not None:
            last = place
        elif last is None or text.count(" ") < FEWEST_WORDS or _link_share(element, text) > LINK_SHARE:
            continue
        elif not any(end in everything for end in (_compact(text)[:END_CHARACTERS], _compact(text)[-END_CHARACTERS:])):
            behind.setdefault(last, []).append(text)
    return [text for index, line in enumerate(lines) for text in (line, *behind.get(index, ()))]


def _text(element: Any) -> str:
    """A paragraph's words; "" where it holds a program, or markup that was escaped by mistake."""
    text = " ".join(neutral("".join(element.itertext())).split())
    code = "<" in text or "&lt;" in text or "&amp;" in text or next(element.iter("script", "style"), None) is not None
    return "" if code else text


def _key(text: str) -> str:
    return _compact(text)[:KEY_CHARACTERS]


def _compact(text: str) -> str:
    return "".join(text.split())


def _path(element: Any) -> Path:
    parts = []
    while element is not None:
        named = f"{element.get('class') or ''} {element.get('id') or ''}"[:CLASS_CHARACTERS]
        parts.append(f"{element.tag} {DIGITS.sub('', named)}")
        element = element.getparent()
    return tuple(parts)


def _link_share(element: Any, text: str) -> float:
    linked = sum(len(part.strip()) for link in element.iter("a") for part in link.itertext())
    return linked / len(text)
