"""UTF-8, whatever the locale says: for files' names, for what is read and printed, and for the libraries beneath.

A locale such as `de_DE`, which is Latin-1, would have Python take a folder that is called "Süd" in UTF-8 for another
one, and print bytes that no program takes for JSON. From Python 3.15 on this mode is the default (PEP 686). Until then
a process that was started in another one starts anew in it (PEP 540), which no later moment than the start can do.
"""

import os
import sys

MODE = ("-X", "utf8")


def in_utf8() -> None:
    """Start this process anew with the same arguments, unless it is in UTF-8 already."""
    if sys.flags.utf8_mode or sys.getfilesystemencoding() == "utf-8" or os.name != "posix" or not sys.executable:
        return
    os.execv(sys.executable, [sys.executable, *MODE, *sys.orig_argv[1:]])  # noqa: S606 ourselves, as we were called
