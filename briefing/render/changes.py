"""Changes: what sources changed since they were cited, and what earlier editions told otherwise, as lists."""

from briefing.model import Alteration, Amendment, Brief, Format
from briefing.render import dates, links
from briefing.render.counting import count
from briefing.render.escape import folded
from briefing.render.view import Before, Change, Changes

SHOWN = 20  # a reader of corrections looks for one; of a list longer than this the file of the day before tells more
NO_HEADLINE = "(no headline)"
SOURCES = "Changed at the source"
SOURCES_INTRO = "Since an earlier briefing cited them, these words were changed by those who printed them."
CORRECTIONS = "Corrections"
NOTHING = "nothing like it"


def changes(brief: Brief, links_to: Format | None) -> tuple[Changes, ...]:
    """The lists that there is something for. links_to: as for `arrange`."""
    altered = tuple(_altered(each, brief, links_to) for each in brief.alterations[:SHOWN])
    amended = tuple(_amended(each) for each in brief.amendments[:SHOWN])
    lists = (
        Changes(SOURCES, SOURCES_INTRO, altered, _more(len(brief.alterations))),
        Changes(CORRECTIONS, _intro(brief), amended, _more(len(brief.amendments))),
    )
    return tuple(each for each in lists if each.items)


def _intro(brief: Brief) -> str:
    """Which editions are compared."""
    first = brief.edition - len({each.edition for each in brief.amendments})
    since = f"edition {first}" if first == brief.edition - 1 else f"editions {first} to {brief.edition - 1}"
    return f"This is edition {brief.edition}. It tells otherwise than {since} did:"


def _more(number: int) -> str | None:
    return f"and {count(number - SHOWN, 'more change')}" if number > SHOWN else None


def _altered(each: Alteration, brief: Brief, links_to: Format | None) -> Change:
    days = dates.days(each.window.first_day, each.window.last_day)
    way = links.beside(brief.window, each.window, links_to) if links_to else None
    return Change(
        about=folded(each.title) or NO_HEADLINE,
        url=links.safe(each.url),
        told=f"{folded(each.outlet)}, cited in the briefing of",
        cited=Before(days, way),
        before=each.before,
        after=each.after or NOTHING,
        verbatim=each.after is not None,
    )


def _amended(each: Amendment) -> Change:
    return Change(
        about=folded(each.headline) or NO_HEADLINE,
        url=None,
        told=_told(each),
        cited=None,
        before=folded(each.before) if each.kind != "event" and each.before else None,
        after=folded(each.after) if each.kind != "event" and each.after else None,
        verbatim=True,
    )


def _told(each: Amendment) -> str:
    """What is otherwise, in words."""
    if each.kind == "event":
        return "told now, and not before" if each.after else "told no more"
    if each.kind == "headline":
        return "another headline"
    if each.kind == "speaker":
        return "another speaker"
    if each.before and each.after:
        return "other words"
    return "told besides" if each.after else "left out now"
