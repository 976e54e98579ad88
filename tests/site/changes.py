"""What may happen to a library and its archive between two buildings of its site; each changes a configuration's."""

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from briefing import correct
from briefing.config import Config
from briefing.errors import BriefError
from briefing.ledger import Wanted, open_shelf, undo
from briefing.make import make
from briefing.model import Event, Span
from briefing.store import open_library
from briefing.store.editions import Editions
from briefing.store.remembered import Remembered
from briefing.store.stock import Stock
from briefing.window import day, month
from tests.site.newsroom import NOW, order

LATER = datetime(2026, 6, 2, tzinfo=UTC)


def copied(config: Config, folder: Path) -> Config:
    """The same newsroom elsewhere, to be changed."""
    shutil.copytree(config.archive, folder / "briefs")
    shutil.copy(str(config.library), folder / "library.sqlite")
    return replace(config, library=folder / "library.sqlite", archive=folder / "briefs")


def nothing(_config: Config) -> None:
    """Nothing at all."""


def new_day(config: Config) -> None:
    """Another daily briefing."""
    make(order(config, day("2026-05-14", NOW.date(), config.timezone)), NOW)


def new_month(config: Config) -> None:
    """A briefing of another kind."""
    make(order(config, month("2026-05", NOW.date(), config.timezone)), NOW)


def late_article(config: Config) -> None:
    """An article of an outlet nobody had, in an event that is told already, with a quotation of somebody new."""
    with Stock(config.library) as stock:
        event = stock.events()[0]
        model = stock.articles(event.article_ids[:1], whole=True)[event.article_ids[0]]
    text = f"{model.text}\n“Nobody asked the ferrymen,” Odile Varga, the harbour master of Norrin, said on Tuesday."
    late = replace(model, id="a00000000001", text=text, outlet="The Norrin Mail", url=None, sha256="1" * 64)
    with open_library(config.library) as library, Remembered(config.library) as remembered:
        library.add([late], seen_at=LATER)
        remembered.remember([replace(event, article_ids=(*event.article_ids, late.id))], {late.id: event.id})


def other_words(config: Config) -> None:
    """An article that says something else now."""
    event = events(config)[1]
    with open_library(config.library) as library:
        found = library.get(event.article_ids[:1])[0]
        library.add(
            [replace(found, title="Another headline", text=found.text[:200] + " It said more.", sha256="2" * 64)],
            seen_at=LATER,
        )


def retitled(config: Config) -> None:
    """An event under another headline."""
    corrected(config, lambda desk: correct.retitle(events(config)[0].id, "Ship aground off Harnby, again", desk))


def merged(config: Config) -> None:
    """Two events as one."""
    one, other, *_ = events(config)
    corrected(config, lambda desk: correct.merge(one.id, other.id, desk))


def dropped(config: Config) -> None:
    """An event that is told no more."""
    corrected(config, lambda desk: correct.drop(events(config)[-1].id, desk))


def dropped_article(config: Config) -> None:
    """An article that is told no more."""
    event = max(events(config), key=lambda each: (len(each.article_ids), each.id))
    corrected(config, lambda desk: correct.drop(event.article_ids[0], desk))


def struck(config: Config) -> None:
    """A sentence that no briefing prints."""
    article = events(config)[0].article_ids[0]
    corrected(config, lambda desk: correct.strike(article, Span(0, 60), desk))


def named(config: Config) -> None:
    """A quotation of somebody else."""
    with open_shelf(config.library, config.timezone) as shelf:
        quote = shelf.read(Wanted())[0].quotation.quote
    corrected(config, lambda desk: correct.speaker(quote.article_id, quote.span, "Ilse Marant", desk))


def one_person(config: Config) -> None:
    """Two people who are one."""
    with open_shelf(config.library, config.timezone) as shelf:
        names = [person.name for person in shelf.roll(Wanted())]
        shelf.merge((names[1], names[0]), LATER)


def undone(config: Config) -> None:
    """What was said last of events, words and people, taken back."""
    corrected(config, correct.undo)
    try:
        undo(config.library)
    except BriefError:
        return  # nothing was said


def edited(config: Config) -> None:
    """A briefing whose file somebody wrote in."""
    path = sorted(config.archive.rglob("2026-W20.html"))[0]
    path.write_text(path.read_text("utf-8").replace("</main>", "<p>Seen by an editor.</p></main>"), "utf-8")


def lost(config: Config) -> None:
    """A briefing whose file is there no more."""
    sorted(config.archive.rglob("*.html"))[-1].unlink(missing_ok=True)


def forgotten(config: Config) -> None:
    """A briefing that told of fewer events."""
    with Stock(config.library) as stock:
        edition = stock.editions()[0]
    with Editions(config.library) as editions:
        editions.remember(replace(edition, told=edition.told[:-1]))


def corrected(config: Config, act: Callable[[correct.Desk], object]) -> None:
    """Have something corrected; what is no correction just now is none."""
    with open_library(config.library) as library, Remembered(config.library) as remembered:
        try:
            act(correct.Desk(library, remembered, LATER))
        except BriefError:
            return


def events(config: Config) -> tuple[Event, ...]:
    """The events there are."""
    with Remembered(config.library) as remembered:
        return remembered.events()


CHANGES: Mapping[str, Callable[[Config], None]] = {
    each.__name__: each
    for each in (
        nothing, new_day, new_month, late_article, other_words, retitled, merged, dropped, dropped_article, struck,
        named, one_person, undone, edited, lost, forgotten,
    )
}  # fmt: skip


def spoilt(path: Path) -> None:
    """A file with one bit turned in the middle."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def short(path: Path) -> None:
    """A file whose end never reached the disk."""
    os.truncate(path, path.stat().st_size // 2)


def empty(path: Path) -> None:
    """A file without anything."""
    path.write_bytes(b"")
