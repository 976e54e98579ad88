"""Due: which issues whom to send, from recipients, ledger, and the time it is; and the recipients that were named."""

from collections.abc import Sequence
from datetime import datetime

from briefing import window
from briefing.config import Config, Recipient
from briefing.config.mail import mailbox, recipient
from briefing.deliver import schedule
from briefing.deliver.delivery import ARCHIVE
from briefing.deliver.ledger import Ledger
from briefing.model import Window
from briefing.send import Issue
from briefing.window import time_zone


def due(config: Config, ledger: Ledger, now: datetime) -> tuple[Issue, ...]:
    """What a scheduled run sends: all that was due by now, oldest first, and the archive's files with it."""
    zone = time_zone(config.timezone)
    plan = config.schedule
    wanted: dict[schedule.Issue, list[Recipient]] = {}
    since = ledger.known_since(ARCHIVE)
    archived = set(schedule.owed(plan.every, plan.hour, zone, now, since))
    for each in config.recipients:
        for issue in schedule.owed(each.every, each.hour, zone, now, ledger.known_since(each.address)):
            wanted.setdefault(issue, []).append(each)
    windows: dict[str, tuple[Window, list[Recipient], bool]] = {}
    for issue in sorted({*wanted, *archived}):
        of = window_of(issue, config)
        _, recipients, archive = windows.get(of.id, (of, [], False))
        windows[of.id] = (of, recipients + wanted.get(issue, []), archive or issue in archived)
    return tuple(Issue(of, tuple(recipients), archive) for of, recipients, archive in windows.values())


def latest(config: Config, recipients: Sequence[Recipient], now: datetime) -> tuple[Issue, ...]:
    """What `brief send` sends without a window: to each recipient the last whole day, or week."""
    windows: dict[str, tuple[Window, list[Recipient]]] = {}
    today = now.astimezone(time_zone(config.timezone)).date()
    for each in recipients:
        of = (
            window.day("yesterday", today, config.timezone)
            if each.every == "day"
            else window.week("last", today, config.timezone)
        )
        windows.setdefault(of.id, (of, []))[1].append(each)
    return tuple(Issue(of, tuple(found)) for of, found in windows.values())


def next_due(config: Config, now: datetime) -> datetime:
    """When something is due next."""
    zone = time_zone(config.timezone)
    plans = [(config.schedule.every, config.schedule.hour)] + [(each.every, each.hour) for each in config.recipients]
    return min(schedule.upcoming(every, hour, zone, now).due for every, hour in plans)


def window_of(issue: schedule.Issue, config: Config) -> Window:
    """The window of an issue."""
    name = issue.first_day.isoformat()
    if issue.every == "day":
        return window.day(name, issue.first_day, config.timezone)
    return window.week("this", issue.first_day, config.timezone)


def named(config: Config, addresses: Sequence[str]) -> tuple[Recipient, ...]:
    """The recipients of these addresses: as configured, or with all defaults where they are not; all if none is named.

    Raises ConfigError for what is no address.
    """
    if not addresses:
        return config.recipients
    known = {each.address.lower(): each for each in config.recipients}
    boxes = [mailbox(address, "--to") for address in addresses]
    found = {box.address.lower(): known.get(box.address.lower(), recipient(box, config.schedule, {})) for box in boxes}
    return tuple(found.values())
