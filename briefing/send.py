"""Send: all of `brief send`, from the ledger over the briefing to the last recipient; `brief run` calls it too."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import pipeline
from briefing.config import Config, Mail, Recipient
from briefing.config.mail import PASSWORD_VARIABLE
from briefing.deliver.archive import write
from briefing.deliver.delivery import ARCHIVE, Entry, Key, Outcome, begun, ended, passed_over, step
from briefing.deliver.ledger import Ledger
from briefing.deliver.lock import only_run
from briefing.deliver.outbox import Outbox
from briefing.deliver.password import Password, find
from briefing.deliver.post import Item, post
from briefing.deliver.smtp import Carrier, Connection, Server
from briefing.deliver.year import keep_year
from briefing.errors import BriefError, ConfigError
from briefing.letters import Letters
from briefing.model import Brief, Problem, Window
from briefing.render import render
from briefing.render.checksum import is_intact, stamp
from briefing.store import open_library
from briefing.store.scratch import scratch_copy
from briefing.window import time_zone

if TYPE_CHECKING:
    from briefing.make import Made

FIRST_EDITION = 1
NO_NAME = "<archive>"  # the archive's entry has no Message-ID


@dataclass(frozen=True, slots=True)
class Issue:
    """One briefing, and who is to have it."""

    window: Window
    recipients: tuple[Recipient, ...]
    archive: bool = False  # whether its files are to be written too


def nothing(_config: Config) -> tuple[Problem, ...]:
    """Prepare nothing."""
    return ()


@dataclass(frozen=True, slots=True)
class Order:
    """One call of `brief send` or `brief run`."""

    config: Config
    issues: Callable[[Ledger], Sequence[Issue]]  # what is to be sent, in order; asked once, under the lock
    edition: int = FIRST_EDITION
    retry: bool = False  # try again what waits or was refused
    scheduled: bool = False  # nobody asked by hand: what was empty stays so
    dry_run: Path | None = None  # write letters to this folder and change nothing
    prepare: Callable[[Config], tuple[Problem, ...]] = nothing  # done before the first briefing is made, if one is


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of one issue."""

    window: Window
    entries: tuple[Entry, ...]  # the ledger's line for each recipient, then the archive's, if it was asked for
    done_before: frozenset[Key]  # of these: what had been settled by an earlier run, or waits
    problems: tuple[Problem, ...]  # inputs that could not be read

    @property
    def failed(self) -> bool:
        """Whether anything was tried now and did not arrive."""
        return any(e.state in ("deferred", "refused") and e.key not in self.done_before for e in self.entries)


def send(
    order: Order, clock: Callable[[], datetime], progress: pipeline.Progress = pipeline.silent
) -> tuple[Sent, ...]:
    """Send every issue to whoever has not had it yet; one result an issue.

    Raises BusyError where another run is at work, ConfigError where mail is not set up, StoreError and DeliverError
    where library or ledger cannot be used. What stops a single letter is in its entry.
    """
    with desk(order) as (config, ledger), closing(carrier(config)) as connection:
        work = Round(order, config, ledger, connection, clock, progress)
        return tuple(work.one(issue) for issue in order.issues(ledger))


@contextmanager
def desk(order: Order) -> Iterator[tuple[Config, Ledger]]:
    """The library's ledger, for this run alone; for a dry run that of a copy."""
    config = order.config
    if order.dry_run is not None:
        with scratch_copy(config.library) as copy:
            open_library(copy).close()
            with Ledger(copy) as ledger:
                yield replace(config, library=copy), ledger
        return
    with only_run(config.library):
        open_library(config.library).close()  # brings its schema up to date
        with Ledger(config.library) as ledger:
            yield config, ledger


def carrier(config: Config) -> Carrier:
    """The connection to the server, made when the first letter is ready; without mail there is none to make."""
    mail = config.mail
    if mail is None:
        return Outbox(Path(), "")  # nobody hands it anything: `mail_of` has refused before
    return Connection(server(mail), lambda: password(mail))


def server(mail: Mail) -> Server:
    """The server that `[mail]` names."""
    return Server(mail.host, mail.port, mail.security, mail.user, mail.ca)


def password(mail: Mail) -> Password:
    """The password for it."""
    return find(os.environ, PASSWORD_VARIABLE, mail.password_file, mail.password_command)


@dataclass(slots=True)
class Round:
    """One round of sending, under the lock."""

    order: Order
    config: Config  # for a dry run with the copy's library
    ledger: Ledger
    connection: Carrier
    clock: Callable[[], datetime]
    progress: pipeline.Progress
    prepared: tuple[Problem, ...] | None = None  # what preparing failed at; None: not yet done

    def one(self, issue: Issue) -> Sent:
        """One issue: made only if anybody is still to have it."""
        keys = [self.key(issue.window, each.address) for each in issue.recipients]
        keys += [self.key(issue.window, ARCHIVE)] if issue.archive else []
        settled = frozenset(key for key in keys if not self.open(key))
        problems: tuple[Problem, ...] = ()
        if len(settled) < len(keys):
            made = self.make(issue.window)
            brief = made.brief
            if issue.archive and keys[-1] not in settled:
                brief = self.archive(made, keys[-1])
            problems = brief.coverage.problems
            self.mail(brief, issue)
        entries = tuple(entry for key in keys if (entry := self.ledger.entry(key)))
        return Sent(issue.window, entries, settled, problems)

    def key(self, window: Window, recipient: str) -> Key:
        """Whose copy of what."""
        return Key(window.id, self.order.edition, recipient.lower())

    def open(self, key: Key) -> bool:
        """Whether there is something to do."""
        order = self.order
        return step(self.ledger.entry(key), self.clock(), retry=order.retry, scheduled=order.scheduled) == "send"

    def make(self, window: Window) -> "Made":
        """The briefing, what preparing failed at in its coverage note; no file is written."""
        if self.prepared is None:
            self.prepared = self.order.prepare(self.config)
        from briefing.make import Order as MakeOrder
        from briefing.make import make  # late: most runs of a schedule find nothing to make

        order = MakeOrder(replace(self.config, formats=()), window, only_sources=False, force=False, dry_run=False)
        made = make(order, self.clock(), self.progress)
        known = made.brief.coverage.problems
        return replace(made, brief=with_problems(made.brief, [each for each in self.prepared if each not in known]))

    def mail(self, brief: Brief, issue: Issue) -> None:
        """Hand every open letter to the carrier, less those for whom there is nothing."""
        wanting = [each for each in issue.recipients if self.open(self.key(issue.window, each.address))]
        if not wanting:
            return
        mail = mail_of(self.config)
        letters = Letters(brief, self.config, mail, self.order.edition)
        items = []
        for recipient in wanting:
            key = self.key(issue.window, recipient.address)
            if recipient.only_when_something and not letters.has_something(recipient):
                self.ledger.put(passed_over(self.ledger.entry(key), key, letters.name(recipient), self.clock()))
            else:
                data = partial(self.letter, letters, recipient)
                items.append(Item(key, mail.sender.address, recipient.address, letters.name(recipient), data))
        dry = self.order.dry_run
        through = self.connection if dry is None else Outbox(dry, issue.window.id)
        post(items, self.ledger, through, self.clock, retry=self.order.retry)

    def letter(self, letters: Letters, recipient: Recipient) -> bytes:
        """A letter, dated now."""
        return letters.written(recipient, self.clock().astimezone(time_zone(self.config.timezone)))

    def archive(self, made: "Made", key: Key) -> Brief:
        """Write the briefing's files; a failure becomes part of the coverage note, which the mail carries."""
        entry, brief, config = self.ledger.entry(key), made.brief, self.config
        if made.empty:
            self.ledger.put(passed_over(entry, key, NO_NAME, self.clock()))
            return brief
        entry = begun(entry, key, NO_NAME, self.clock())
        self.ledger.put(entry)
        try:
            files: dict[str, bytes] = {kind: render(brief, kind, templates=config.templates) for kind in config.formats}
            paths = write(config.archive, brief.window, files, is_intact=is_intact)
            kept = keep_year(paths[0].parent, stamp=stamp, is_intact=is_intact) if paths else None
            edited = [f"{kept} was edited by hand and is kept"] if kept else []
            outcome = Outcome("sent", ", ".join([*map(str, paths), *edited]))
        except BriefError as error:
            outcome = Outcome("deferred", str(error))
            brief = with_problems(brief, [Problem("deliver", str(config.archive), str(error))])
        self.ledger.put(ended(entry, outcome, self.clock()))
        return brief


def with_problems(brief: Brief, problems: Sequence[Problem]) -> Brief:
    """The briefing with these in its coverage note too."""
    coverage = brief.coverage
    return replace(brief, coverage=replace(coverage, problems=(*coverage.problems, *problems)))


def mail_of(config: Config) -> Mail:
    """The settings of mail; ConfigError where there are none."""
    if config.mail is None:
        raise ConfigError("there is no [mail] in brief.toml: say there from whom and by which server mail leaves")
    return config.mail
