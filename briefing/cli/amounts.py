"""Amounts: "1 article", "31 articles", "2,179 articles"."""


def amount(number: int, noun: str) -> str:
    """The number with its noun, which takes an s in the plural."""
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"
