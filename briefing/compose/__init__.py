"""Compose: what comes first, what is corroborated. All the stages' findings → `Brief`."""

from briefing.compose.brief import Findings, compose
from briefing.compose.plan import Plan, Planned, plan, reports

__all__ = ["Findings", "Plan", "Planned", "compose", "plan", "reports"]
