"""Verify: every sentence and quotation of a rendered briefing, character for character, against the library."""

from briefing.errors import VerifyError
from briefing.verify.in_html import verify_html
from briefing.verify.in_json import verify_json
from briefing.verify.in_markdown import verify_markdown
from briefing.verify.in_pdf import verify_pdf
from briefing.verify.places import History, Lookup, no_history
from briefing.verify.report import Fault, Report

__all__ = ["FORMATS", "Fault", "Report", "verify"]

FORMATS = ("md", "html", "pdf", "json")


def verify(data: bytes, format: str, lookup: Lookup, history: History = no_history) -> Report:  # noqa: A002 the word every caller uses for it
    """What of a briefing stands in the library as it says, and what does not.

    data: the whole file. format: one of `FORMATS`. lookup: the current version of an article by its id. history: all
    its versions, oldest first, so that a changed article can be told from a wrong citation.
    Raises VerifyError where the file is no briefing, or of a format that cannot be verified.
    """
    if format not in FORMATS:
        raise VerifyError(f"a briefing can be verified in {', '.join(FORMATS)}, not in {format}: give such a file")
    if format == "pdf":
        return verify_pdf(data, lookup, history)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise VerifyError("this is no briefing: it is not UTF-8 text") from None
    check = {"json": verify_json, "html": verify_html}.get(format, verify_markdown)
    return check(text, lookup, history)
