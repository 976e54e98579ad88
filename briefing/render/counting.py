"""Counting in words: "1 article", "31 articles"."""

KEPT = "\u00a0"  # a line must not break between a number and its noun; Markdown, being folded, gets a plain space


def count(number: int, noun: str) -> str:
    """The number with its noun, which takes an s in the plural."""
    return f"{number}{KEPT}{noun}" if number == 1 else f"{number:,}{KEPT}{noun}s"
