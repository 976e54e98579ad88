"""Web: feeds and pages by their addresses, politely and without being led anywhere they should not go."""

from briefing.read.web.client import Client, Outside
from briefing.read.web.harvest import Harvest, harvest
from briefing.read.web.manners import Manners
from briefing.read.web.memory import Memory, Validators

__all__ = ["Client", "Harvest", "Manners", "Memory", "Outside", "Validators", "harvest"]
