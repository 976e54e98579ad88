"""Sending from the desk: letters first looked at, then sent once, through a real SMTP server."""

from pathlib import Path

import pytest

from tests.cli.mail import TOML
from tests.deliver.server import Box, running
from tests.desk.conftest import Opened, Opener
from tests.desk.test_deeds import wait

READER = "reader@harnby.example"
WEEKLY = f'\n[[recipient]]\naddress = "{READER}"\nevery = "week"\n'
BRIEFING = "2026/2026-W20.html"


def ordered(desk: Opened, what: str, **fields: str) -> str:
    """Order it and wait until it is done; the page that tells of it."""
    answer = desk.client.post(f"/desk/order/{what}", data={"token": desk.token(), "briefing": BRIEFING, **fields})
    assert answer.status_code == 200, answer.text
    wait(desk, answer.url.path)
    return desk.client.get(answer.url.path).text


def test_letters_are_looked_at_first_and_then_sent_once(
    opener: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = Box()
    with running(box, tmp_path) as (port, _):
        (tmp_path / "brief.toml").write_text(TOML.format(port=port) + WEEKLY, encoding="utf-8")
        (tmp_path / "seeds").mkdir()
        monkeypatch.chdir(tmp_path)
        desk = opener()
        looked_at = ordered(desk, "dry-send")
        assert READER in looked_at
        assert "Nothing was sent yet" in looked_at
        assert box.got() == []
        unsure = desk.client.post("/desk/order/send", data={"token": desk.token(), "briefing": BRIEFING})
        assert "box ticked" in unsure.text
        assert box.got() == []
        assert READER in ordered(desk, "send", sure="yes")
        assert box.got() == [READER]
        assert "had before" in ordered(desk, "send", sure="yes")
        assert box.got() == [READER]
