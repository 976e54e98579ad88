"""Report: what verifying found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not match."""

    where: str  # "line 12" in Markdown and HTML, a path such as "sections[0].quotes[1]" in JSON and PDF
    message: str  # one line without a full stop


@dataclass(frozen=True, slots=True)
class Report:
    """What verifying a briefing came to."""

    checked: int  # sentences and quotations looked up, each as often as the briefing shows it
    faults: tuple[Fault, ...]  # in the order of the file
