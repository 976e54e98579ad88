"""Send: all of `brief send`, from the ledger over the briefing to the last recipient; `brief run` calls it too."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

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
from briefing.errors import BriefError, ConfigError
from briefing.letters import Letters, letter_name
from briefing.make import Made, make
from briefing.make import Order as MakeOrder
from briefing.model import Brief, Problem, Window
from briefing.render import render
from briefing.render.checksum import is_intact
from briefing.store import open_library
from briefing.store.scratch import scratch_copy
from briefing.window import time_zone

FIRST_EDITION = 1
NO_NAME = "<archive>"  # the archive's entry has no Message-ID


@dataclass(frozen=True, slots=True)
class Issue:
    """One briefing, and who is to have it."""

    window: Window
    recipients: tuple[Recipient, ...]
    archive: bool = False  # whether its files are to be written too


@dataclass(frozen=True, slots=True)
class Order:
    """One call of `brief send` or `brief run`."""

    config: Config
    issues: Callable[[Ledger], Sequence[Issue]]  # what is to be sent, in order; asked once, under the lock
    edition: int = FIRST_EDITION
    retry: bool = False  # try again what waits or was refused
    dry_run: Path | None = None  # write letters to this folder and change nothing


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
    with desk(order) as (config, ledger):
        issues = order.issues(ledger)
        with closing(carrier(config)) as connection:
            return tuple(one(order, config, issue, ledger, connection, clock, progress) for issue in issues)


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


def one(
    order: Order,
    config: Config,
    issue: Issue,
    ledger: Ledger,
    connection: Carrier,
    clock: Callable[[], datetime],
    progress: pipeline.Progress,
) -> Sent:
    """One issue: made only if anybody is still to have it."""
    keys = [Key(issue.window.id, order.edition, each.address.lower()) for each in issue.recipients]
    keys += [Key(issue.window.id, order.edition, ARCHIVE)] if issue.archive else []
    settled = frozenset(key for key in keys if step(ledger.entry(key), clock(), retry=order.retry) != "send")
    problems: tuple[Problem, ...] = ()
    if len(settled) < len(keys):
        made = make(MakeOrder(replace(config, formats=()), issue.window, False, False, False), clock(), progress)
        problems = made.brief.coverage.problems
        brief = made.brief
        if issue.archive and keys[-1] not in settled:
            brief = archive(made, config, keys[-1], ledger, clock())
        if issue.recipients:
            through = Outbox(order.dry_run, issue.window.id) if order.dry_run is not None else connection
            mail_out(brief, order, config, issue.recipients, ledger, through, clock)
    entries = tuple(entry for key in keys if (entry := ledger.entry(key)))
    return Sent(issue.window, entries, settled, problems)


def mail_out(
    brief: Brief,
    order: Order,
    config: Config,
    recipients: Sequence[Recipient],
    ledger: Ledger,
    through: Carrier,
    clock: Callable[[], datetime],
) -> None:
    """Hand every recipient's letter to the carrier, less those for whom there is nothing."""
    mail = mail_of(config)
    letters = Letters(brief, config, mail, order.edition)
    zone = time_zone(config.timezone)
    items = []
    for recipient in recipients:
        key = Key(brief.id, order.edition, recipient.address.lower())
        entry = ledger.entry(key)
        if step(entry, clock(), retry=order.retry) != "send":
            continue
        if recipient.only_when_something and not letters.has_something(recipient):
            ledger.put(passed_over(entry, key, letters.name(recipient), clock()))
            continue

        def data(to: Recipient = recipient) -> bytes:
            return letters.written(to, clock().astimezone(zone))

        items.append(
            Item(
                key, mail.sender.address, recipient.address, letter_name(mail, brief.id, order.edition, recipient), data
            )
        )
    post(items, ledger, through, clock, retry=order.retry)


def archive(made: Made, config: Config, key: Key, ledger: Ledger, now: datetime) -> Brief:
    """Write the briefing's files; a failure becomes part of the coverage note, which the mail carries."""
    entry, brief = ledger.entry(key), made.brief
    if made.empty:
        ledger.put(passed_over(entry, key, NO_NAME, now))
        return brief
    entry = begun(entry, key, NO_NAME, now)
    ledger.put(entry)
    try:
        files: dict[str, bytes] = {kind: render(brief, kind, templates=config.templates) for kind in config.formats}
        paths = write(config.archive, brief.window, files, is_intact=is_intact)
        outcome = Outcome("sent", ", ".join(map(str, paths)))
    except BriefError as error:
        outcome = Outcome("deferred", str(error))
        trouble = Problem("deliver", str(config.archive), str(error))
        brief = replace(brief, coverage=replace(brief.coverage, problems=(*brief.coverage.problems, trouble)))
    ledger.put(ended(entry, outcome, now))
    return brief


def mail_of(config: Config) -> Mail:
    """The settings of mail; ConfigError where there are none."""
    if config.mail is None:
        raise ConfigError("there is no [mail] in brief.toml: say there from whom and by which server mail leaves")
    return config.mail
