"""Fitted: checking what a page or a PDF shows, whose texts were made to fit before they were set."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.render.fit import fit
from briefing.verify.places import History, Lookup, mismatch, parse_place
from briefing.verify.report import Fault, Report


@dataclass(frozen=True, slots=True)
class Shown:
    """Words that a briefing shows as an article's."""

    where: str  # for the reader of a fault: "note 3", "parts[0].lines[1]"
    readings: tuple[str, ...]  # the ways to read them
    note: int | None  # of the place they are from; None: there is none


def check(shown: Iterable[Shown], codes: Mapping[int, str], lookup: Lookup, history: History) -> Report:
    """Compare what is shown with the places that notes name by their codes."""
    faults = []
    checked = 0
    for each in shown:
        checked += each.note is not None
        message = fault(each, codes, lookup, history)
        if message:
            faults.append(Fault(each.where, message))
    return Report(checked, tuple(faults))


def fault(shown: Shown, codes: Mapping[int, str], lookup: Lookup, history: History) -> str | None:
    """Why words are not an article's; None where they are."""
    if shown.note is None:
        return "a sentence without a citation"
    if shown.note not in codes:
        return f"there is no note {shown.note}"
    place = parse_place(codes[shown.note])
    if place is None:
        return f"note {shown.note} names no place in the library"
    return mismatch(shown.readings, place, lookup, history, become=fit)
