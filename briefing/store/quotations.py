"""Quotations: two tables of the library that hold what was said, found once in each version of an article."""

from collections.abc import Iterable, Mapping
from typing import Any

from briefing.database.connection import CHUNK, insert, marks
from briefing.database.seam import Seam
from briefing.model import Article, Quote, Span
from briefing.store.fulltext import fulltext
from briefing.store.mapping import guarded, optional

LACKING = """SELECT article.id FROM article LEFT JOIN quoted ON quoted.article = article.id
    WHERE quoted.article IS NULL OR quoted.sha256 <> article.sha256 OR quoted.method <> ?
    ORDER BY published IS NULL, published, article.id"""
# Rows of an article whose words have changed since are not of these words, and left out.
FOUND = """SELECT quotation.article, kind, start, stop, speaker, role, mention_start, mention_stop, cue, confidence
    FROM quotation JOIN quoted ON quoted.article = quotation.article
    JOIN article ON article.id = quoted.article AND article.sha256 = quoted.sha256
    WHERE quoted.method = ?"""
ORDER = "ORDER BY quotation.article, position"
FORGET = "DELETE FROM quoted WHERE article = ?"  # and with it its quotations
KEEP = "INSERT INTO quoted VALUES (?, ?, ?)"
KEEP_QUOTATIONS = "INSERT INTO quotation"


class Quotations(Seam):
    """The quotations of one library; every method raises StoreError where the file cannot be read or written."""

    def lacking(self, method: int) -> tuple[str, ...]:
        """Ids of the articles in whose words this version of the method has not looked, by time, undated last."""
        with self._errors():
            return tuple(row[0] for row in self._connection.execute(LACKING, (method,)))

    def remember(self, found: Iterable[tuple[Article, Iterable[Quote]]], method: int) -> None:
        """Keep what was found in each article, in place of what was before, all or none."""
        words = fulltext(self._connection)
        looked = [(article, tuple(quotes)) for article, quotes in found]  # before anybody has to wait for it
        keys = [guarded(article.id) for article, _ in looked]
        rows = [
            (key, position, *as_row(quote))
            for key, (_, quotes) in zip(keys, looked, strict=True)
            for position, quote in enumerate(quotes)
        ]
        with self._transaction():
            self._connection.executemany(FORGET, [(key,) for key in keys])
            self._connection.executemany(
                KEEP, [(key, article.sha256, method) for key, (article, _) in zip(keys, looked, strict=True)]
            )
            insert(self._connection, KEEP_QUOTATIONS, rows)
            for article, quotes in looked:
                words.add_quotations(self._connection, article, quotes)

    def all(self, method: int) -> tuple[Quote, ...]:
        """Every quotation in the current words of an article, by article, in the order they stand."""
        with self._errors():
            return tuple(map(as_quote, self._connection.execute(f"{FOUND} {ORDER}", (method,))))

    def of(self, articles: Iterable[Article], method: int) -> Mapping[str, tuple[Quote, ...]]:
        """Article id → its quotations, for those of the articles in whose very words the method has looked."""
        wanted = {guarded(article.id): article for article in articles}
        found: dict[str, list[Quote]] = {}
        keys = list(wanted)
        with self._errors():
            for at in range(0, len(keys), CHUNK):
                some = keys[at : at + CHUNK]
                places = marks(some)
                looked = f"SELECT article, sha256 FROM quoted WHERE method = ? AND article IN ({places})"  # noqa: S608 our own text
                for key, sha256 in self._connection.execute(looked, (method, *some)):
                    if wanted[key].sha256 == sha256:
                        found[key] = []
                rows = f"{FOUND} AND quotation.article IN ({places}) {ORDER}"
                for quote in map(as_quote, self._connection.execute(rows, (method, *some))):
                    if quote.article_id in found:
                        found[quote.article_id].append(quote)
        return {wanted[key].id: tuple(quotes) for key, quotes in found.items()}


def as_row(quote: Quote) -> tuple[Any, ...]:
    """A quotation's own columns."""
    mention = (quote.mention_span.start, quote.mention_span.end) if quote.mention_span else (None, None)
    names = (optional(quote.speaker), optional(quote.role))
    return (quote.kind, quote.span.start, quote.span.end, *names, *mention, optional(quote.cue), quote.confidence)


def as_quote(row: tuple[Any, ...]) -> Quote:
    """The quotation of a row of FOUND."""
    article, kind, start, stop, speaker, role, mention_start, mention_stop, cue, confidence = row
    mention = None if mention_start is None else Span(mention_start, mention_stop)
    return Quote(article, kind, Span(start, stop), speaker, role, mention, cue, confidence)
