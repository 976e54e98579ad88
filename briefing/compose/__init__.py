"""Compose: what comes first, what is corroborated. All the stages' findings → `Brief`."""
