"""`brief pin`: print a sentence or a quotation whenever its event is told, and first."""

from briefing import correct
from briefing.cli.words import command_of

command = command_of(
    "pin", correct.pin, "pinned", "Print a sentence or a quotation whenever its event is told, and first."
)
