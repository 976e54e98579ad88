"""Broken use: one root, one class a stage. Bad *input* is no error but a `Problem` (see `briefing.model`)."""

from typing import ClassVar

FAILED = 1  # exit status: the work could not be done
WRONG_USE = 2  # exit status: the command was called in a way that cannot be followed


class BriefError(Exception):
    """Root of all errors `brief` raises on purpose; the message is one line and says what to do."""

    exit_status: ClassVar[int] = FAILED


class ConfigError(BriefError):
    """The configuration, or an argument that overrides it, cannot be followed."""

    exit_status = WRONG_USE


class ReadError(BriefError):
    """A source that was named does not exist or may not be opened."""

    exit_status = WRONG_USE


class StoreError(BriefError):
    """The library cannot be opened, is of a newer schema, or is locked."""


class EventError(BriefError):
    """An event or article that was named is not known, or not as what the command takes."""

    exit_status = WRONG_USE


class EngineError(BriefError):
    """Workers cannot be had, or end again and again."""


class SummariseError(BriefError):
    """An unknown method of summarising, or a budget that makes no sense."""

    exit_status = WRONG_USE


class RenderError(BriefError):
    """A template is missing or faulty."""


class DeliverError(BriefError):
    """The archive cannot be written, or a file in it was edited by hand."""


class VerifyError(BriefError):
    """The file to verify is no briefing."""


class PeopleError(BriefError):
    """A name that nobody in the library has, or a person that cannot be split."""

    exit_status = WRONG_USE


class DeskError(BriefError):
    """The desk cannot be opened: something it needs is not installed, or its address is taken."""
