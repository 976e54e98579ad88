"""Typewriter: ``quotation marks'' and the _ dash _ of wire services and their archives, as print has them."""

MARKS = (("``", "“"), ("''", "”"), (" _ ", " — "))


def typeset(text: str) -> str:
    """The text with the marks of print; offsets do not hold in it."""
    if "``" not in text and " _ " not in text and "''" not in text:
        return text
    for typed, printed in MARKS:
        text = text.replace(typed, printed)
    return text
