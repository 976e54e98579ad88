"""`brief`: a dated news briefing out of articles, word for word, every line with its place."""

__version__ = "0.1.0"
