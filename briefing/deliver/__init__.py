"""Deliver: that it arrives, whole and once. Rendered briefing → archive."""
