from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefing.deliver.delivery import Key
from briefing.deliver.ledger import Ledger
from briefing.deliver.password import Password
from briefing.deliver.post import Item, post
from briefing.deliver.smtp import Connection, Server, Timeouts
from briefing.errors import DeliverError, RenderError
from briefing.store import open_library
from tests.deliver.server import HOST, Box, free_port, running

NOW = datetime(2026, 5, 13, 5, tzinfo=UTC)
FIVE = [f"{name}@harnby.example" for name in ("ann", "bo", "cy", "di", "ed")]
QUICK = Timeouts(connect=5, command=5, end=5)


def item(to: str, data: Callable[[], bytes] = lambda: b"Subject: Harnby\r\n\r\nThe bridge is open.\r\n") -> Item:
    return Item(Key("2026-05-12", 1, to), "desk@harnby.example", to, f"<{to}>", data)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    path = tmp_path / "library.sqlite"
    open_library(path).close()
    with Ledger(path) as opened:
        yield opened


def round_of(box: Box, ledger: Ledger, folder: Path, *, at: datetime = NOW, retry: bool = False) -> list[str]:
    """The states after one round to the five."""
    with running(box, folder) as (port, _), closing(connection(port)) as server:
        return [each.state for each in post([item(to) for to in FIVE], ledger, server, lambda: at, retry=retry)]


def connection(port: int) -> Connection:
    return Connection(Server(HOST, port, "none", timeouts=QUICK), lambda: Password(""))


def test_a_second_run_sends_nothing(ledger: Ledger, tmp_path: Path) -> None:
    box = Box()
    assert round_of(box, ledger, tmp_path) == ["sent"] * 5
    assert round_of(box, ledger, tmp_path) == ["sent"] * 5
    assert box.got() == FIVE


def test_one_of_five_that_is_refused_is_not_tried_again_but_on_demand(ledger: Ledger, tmp_path: Path) -> None:
    box = Box(at_recipient={FIVE[2]: ["550 no such user"]})
    assert round_of(box, ledger, tmp_path) == ["sent", "sent", "refused", "sent", "sent"]
    round_of(box, ledger, tmp_path, at=NOW + timedelta(days=1))
    assert FIVE[2] not in box.got()
    round_of(box, ledger, tmp_path, retry=True)
    assert sorted(box.got()) == FIVE


def test_one_of_five_that_is_deferred_is_tried_again_after_a_while_and_nobody_else(
    ledger: Ledger, tmp_path: Path
) -> None:
    box = Box(at_end={FIVE[2]: ["451 try later"]})
    assert round_of(box, ledger, tmp_path) == ["sent", "sent", "deferred", "sent", "sent"]
    assert round_of(box, ledger, tmp_path, at=NOW + timedelta(minutes=4))[2] == "deferred"
    assert FIVE[2] not in box.got()
    assert round_of(box, ledger, tmp_path, at=NOW + timedelta(minutes=6))[2] == "sent"
    assert sorted(box.got()) == FIVE


def test_a_server_that_is_down_puts_all_off_and_forgets_nobody(ledger: Ledger, tmp_path: Path) -> None:
    with closing(connection(free_port())) as nowhere:
        entries = post([item(to) for to in FIVE], ledger, nowhere, lambda: NOW)
    assert {each.state for each in entries} == {"deferred"}
    assert "cannot be reached" in entries[0].reply
    assert "not tried" in entries[4].reply
    box = Box()
    assert round_of(box, ledger, tmp_path, at=NOW + timedelta(minutes=6)) == ["sent"] * 5
    assert box.got() == FIVE


def test_a_letter_lost_after_it_was_taken_is_repeated_under_its_name(ledger: Ledger, tmp_path: Path) -> None:
    box = Box(at_end={FIVE[0]: ["drop after"]})
    assert round_of(box, ledger, tmp_path)[0] == "deferred"
    round_of(box, ledger, tmp_path, retry=True)
    assert box.got().count(FIVE[0]) == 2
    found = ledger.entry(Key("2026-05-12", 1, FIVE[0]))
    assert found is not None
    assert found.message_id == f"<{FIVE[0]}>"


def test_a_letter_that_cannot_be_made_holds_up_no_other(ledger: Ledger, tmp_path: Path) -> None:
    def faulty() -> bytes:
        raise RenderError("template mail.html.j2, line 3: oh")

    with running(Box(), tmp_path) as (port, _), closing(connection(port)) as server:
        first, second = post([item(FIVE[0], faulty), item(FIVE[1])], ledger, server, lambda: NOW)
    assert (first.state, second.state) == ("deferred", "sent")
    assert "line 3" in first.reply


def test_the_ledger_knows_an_address_in_capitals(ledger: Ledger, tmp_path: Path) -> None:
    round_of(Box(), ledger, tmp_path)
    assert ledger.entry(Key("2026-05-12", 1, "ANN@Harnby.example"))
    assert ledger.known_since("ANN@harnby.example") == NOW
    assert ledger.known_since("new@harnby.example") is None
    assert [each.key.recipient for each in ledger.entries("2026-05-12")] == FIVE
    assert ledger.entries("2026-05-13") == ()


def test_a_file_without_a_ledger_is_told_in_one_line(tmp_path: Path) -> None:
    with Ledger(tmp_path / "empty.sqlite") as nothing, pytest.raises(DeliverError, match=r"brief doctor") as caught:
        nothing.entries()
    assert "\n" not in str(caught.value)
