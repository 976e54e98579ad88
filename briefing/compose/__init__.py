"""Compose: what comes first, what is corroborated. All the stages' findings → `Brief`."""

from briefing.compose.brief import Findings, compose
from briefing.compose.memory import EDITIONS, Former, edition
from briefing.compose.plan import Plan, Planned, plan, reports
from briefing.compose.topics import narrowed

__all__ = ["EDITIONS", "Findings", "Former", "Plan", "Planned", "compose", "edition", "narrowed", "plan", "reports"]
