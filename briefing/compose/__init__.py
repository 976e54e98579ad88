"""Compose: what comes first, what is corroborated. All the stages' findings → `Brief`."""

from briefing.compose.brief import Findings, compose
from briefing.compose.memory import EDITIONS, Former, edition
from briefing.compose.plan import Plan, Planned, plan, reports

__all__ = ["EDITIONS", "Findings", "Former", "Plan", "Planned", "compose", "edition", "plan", "reports"]
