"""Summarise: which sentences, in which order, within how many words. An event's articles → `Extract`s."""

from briefing.summarise.summary import summarise

__all__ = ["summarise"]
