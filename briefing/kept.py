"""Kept: a briefing composed before of the very same articles, settings and code is not composed again.

A cron line knocks every few minutes, a reader makes a week once more: finding events in a hundred thousand articles
takes minutes, seeing that none of them is another takes a second. What is kept is the briefing before rendering, so
templates and formats may change; the words of its articles are had from the library, which has them anyway.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable
from sys import version

from briefing.database import Address
from briefing.frozen import dump, load
from briefing.happenings import LOOKING_BACK
from briefing.model import Article, Brief
from briefing.pipeline import Taken, Wish
from briefing.store.whole import Whole

PACKAGES = ("numpy", "scipy", "sparse-dot-topn", "PyStemmer", "nltk", "sumy", "tzdata")  # what composing leans on
CACHE = "__pycache__"
SOURCES = (".py", ".txt", ".tsv", ".gz", ".json")


def digest(wish: Wish, taken: Taken, library: Address, *, only_taken: bool) -> str:
    """What tells all that a briefing is composed of from any other."""
    only = sorted(taken.ids) if only_taken else None
    with Whole(library) as whole:
        return whole.digest(wish.window, LOOKING_BACK, method(), repr((wish, taken.sources, taken.problems, only)))


def known(wish: Wish, topic: str, told: str, library: Address) -> Brief | None:
    """The briefing that was composed of the same before; None where none was."""
    with Whole(library) as whole:
        found = whole.known(wish.window, topic, told)
        if found is None:
            return None
        brief = load(Brief, found)
        texts = whole.texts(article.id for article in brief.articles if not article.text)
    return replace(brief, articles=tuple(with_text(article, texts) for article in brief.articles))


def keep(brief: Brief, wish: Wish, topic: str, told: str, library: Address) -> None:
    """Keep a briefing for the next time."""
    with Whole(library) as whole:
        texts = whole.texts(article.id for article in brief.articles)
        bare = tuple(
            replace(article, text="") if texts.get(article.id) == article.text else article
            for article in brief.articles
        )
        whole.keep(wish.window, topic, told, dump(replace(brief, articles=bare)))


def with_text(article: Article, texts: Mapping[str, str]) -> Article:
    """The article with its words, where they are not kept with it."""
    return article if article.text else replace(article, text=texts.get(article.id, ""))


@cache
def method() -> str:
    """The version of everything that composes: a digest of the package's files, and what they lean on."""
    told = sha256(version.encode())
    for name, data in sorted(_below("", files("briefing"))):
        told.update(name.encode() + b"\n" + data)
    for package in PACKAGES:
        try:
            told.update(f"{package} {metadata.version(package)}\n".encode())
        except metadata.PackageNotFoundError:
            told.update(f"{package} none\n".encode())
    return told.hexdigest()


def _below(name: str, place: Traversable) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for each in place.iterdir():
        path = f"{name}/{each.name}"
        if each.name.endswith(SOURCES):
            found.append((path, each.read_bytes()))
        elif "." not in each.name and each.name != CACHE and each.is_dir():
            found += _below(path, each)
    return found
