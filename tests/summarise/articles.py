"""Articles of the fictional world, for the tests of this stage."""

from datetime import UTC, datetime, timedelta

from briefing.model import Article
from briefing.rows import article as from_row

FIRST_DAY = datetime(2026, 5, 11, 8, tzinfo=UTC)


def article(name: str, text: str, *, hours: int | None = 0, language: str = "en") -> Article:
    """An article of that id, published so many hours after the first; None: undated."""
    time = None if hours is None else (FIRST_DAY + timedelta(hours=hours)).isoformat()
    return from_row({"id": name, "title": "", "text": text, "published": time, "language": language})


FERRY = (
    article(
        "a",
        """PORT SELBY (Reuters) - A ferry with 212 people ran aground off Port Selby on Monday, the coastguard said.
Rescue boats took 180 people ashore within three hours, harbour master Lena Dorn told reporters.
He also praised the crew. What went wrong?
"We heard a bang and the lights went out," said passenger Marek Toll.
"It was terrifying."
The Valdorian transport ministry opened an inquiry into the grounding of the ferry.
Read more: Ten facts about ferries in Valdoria.
""",
    ),
    article(
        "b",
        """HARNBY, May 11 — Twelve people were hurt when a passenger ferry hit rocks outside the harbour of Port Selby.
The vessel, the Lady Orsola, left Kessel at dawn with 212 passengers on board.
But that was not the first accident on the route.
I think the company should be ashamed of its record.
Ferry operator Selby Lines said the Lady Orsola passed a safety inspection in March.
""",
        hours=4,
    ),
    article(
        "c",
        """Investigators in Port Selby said on Tuesday that the ferry had been steering by a faulty chart.
Fifteen people were hurt when a passenger ferry hit rocks outside the harbour of Port Selby.
Transport minister Olga Brandt ordered every ferry in Valdoria to update its charts by Friday.
They will report in June.
""",
        hours=28,
    ),
)
