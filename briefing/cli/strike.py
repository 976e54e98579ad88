"""`brief strike`: print a sentence or a quotation no more, in no briefing and wherever its words stand."""

from briefing import correct
from briefing.cli.words import command_of

command = command_of(
    "strike", correct.strike, "struck",
    "Print a sentence or a quotation no more, in no briefing and wherever its words stand.",
)  # fmt: skip
