"""Deliver: that it arrives, whole and once. Rendered briefing → archive, mail."""

from briefing.deliver.archive import location, write

__all__ = ["location", "write"]
