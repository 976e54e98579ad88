"""Counting in words: "1 article", "31 articles"."""

NAMED = 12  # names in a row; the largest event printed of 53 real weeks has 8 outlets
KEPT = "\u00a0"  # a line must not break between a number and its noun; Markdown, being folded, gets a plain space


def count(number: int, noun: str) -> str:
    """The number with its noun, which takes an s in the plural."""
    return f"{number}{KEPT}{noun}" if number == 1 else f"{number:,}{KEPT}{noun}s"


def several(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names; of very many the first, and in the place of the last how many more there are."""
    return names if len(names) <= NAMED else (*names[: NAMED - 1], f"{len(names) - NAMED + 1:,} more")
