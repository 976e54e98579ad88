"""A letter of which a test names only what it is about."""

from datetime import UTC, datetime
from typing import Any

from briefing.deliver.message import Letter, Party

NOON = datetime(2026, 5, 12, 12, tzinfo=UTC)


def letter(**changes: Any) -> Letter:
    """A plain letter."""
    values: dict[str, Any] = {
        "sender": Party("desk@harnby.example", "The Harnby desk"),
        "to": Party("mira@lindow.example", "Mira Solen"),
        "reply_to": None,
        "subject": "Daily briefing, 12 May 2026: Harnby bridge opens",
        "text": "The mayor of Harnby opened the bridge.\n",
        "html": "<p>The mayor of Harnby opened the bridge.</p>\n",
        "date": NOON,
        "message_id": "<brief.1@harnby.example>",
        "list_id": "brief.harnby.example",
        "list_name": "Daily briefing",
        "unsubscribe": "desk@harnby.example",
        "unsubscribe_url": None,
    }
    return Letter(**(values | changes))
