from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.deliver.password import Password
from briefing.deliver.smtp import Connection, Server, SessionError, Timeouts
from briefing.errors import DeliverError
from tests.deliver.server import HOST, PASSWORD, USER, Box, free_port, running

QUICK = Timeouts(connect=5, command=5, end=5)
DESK, MIRA, OSKAR = "desk@harnby.example", "mira@harnby.example", "oskar@lindow.example"
DATA = b"Subject: Harnby\r\n\r\nThe bridge is open.\r\n.\r\n..two dots\r\n"


def no_password() -> Password:
    raise AssertionError("nobody asked for it")


@contextmanager
def connected(box: Box, folder: Path, **settings: object) -> Iterator[Connection]:
    with running(box, folder) as (port, _):
        server = Server(HOST, port, "none", timeouts=QUICK)
        with closing(Connection(replace(server, **settings), no_password)) as connection:  # type: ignore[arg-type] # checked by the dataclass
            yield connection


def test_a_letter_arrives_byte_for_byte(tmp_path: Path) -> None:
    box = Box()
    with connected(box, tmp_path) as connection:
        assert connection.carry(DESK, MIRA, DATA).state == "sent"
    assert box.letters == [(MIRA, DATA)]


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_the_login_goes_over_tls_alone(tmp_path: Path, security: str) -> None:
    box = Box()
    with running(box, tmp_path, security=security) as (port, ca):
        server = Server(HOST, port, security, USER, ca, QUICK)  # type: ignore[arg-type] # one of its three words
        with closing(Connection(server, lambda: Password(PASSWORD))) as connection:
            assert connection.carry(DESK, MIRA, DATA).state == "sent"
    assert (box.got(), box.logins) == ([MIRA], [USER.encode()])


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize("authentic", [True, False])
def test_a_certificate_of_nobody_we_trust_or_of_another_host_is_refused(
    tmp_path: Path, security: str, authentic: bool
) -> None:
    box = Box()
    with running(box, tmp_path, security=security, authentic=authentic) as (port, ca):
        server = Server(HOST, port, security, USER, None if authentic else ca, QUICK)  # type: ignore[arg-type] # as above
        with pytest.raises(SessionError, match="certificate that cannot be trusted"):
            Connection(server, no_password).ready()
    assert not box.logins


def test_a_server_without_tls_is_told_nothing(tmp_path: Path) -> None:
    box = Box()
    with running(box, tmp_path) as (port, _):
        server = Server(HOST, port, "starttls", USER, None, QUICK)
        with pytest.raises(SessionError, match=r"mail\.security"):
            Connection(server, no_password).ready()


@pytest.mark.parametrize("blab", [False, True])
def test_a_wrong_password_is_told_without_showing_it(tmp_path: Path, blab: bool) -> None:
    with running(Box(blab=blab), tmp_path, security="starttls") as (port, ca):
        server = Server(HOST, port, "starttls", USER, ca, QUICK)
        with pytest.raises(SessionError, match="does not accept the login of desk") as caught:
            Connection(server, lambda: Password("swordfish")).ready()
    assert "swordfish" not in str(caught.value)
    assert "535" in str(caught.value)
    assert ("***" in str(caught.value)) == blab


def test_no_server_is_an_error_that_says_what_to_check() -> None:
    server = Server(HOST, free_port(), "none", timeouts=QUICK)
    with pytest.raises(SessionError, match=r"cannot be reached .* check mail\.host"):
        Connection(server, no_password).ready()


def test_a_missing_file_of_certificates_is_named(tmp_path: Path) -> None:
    with running(Box(), tmp_path, security="tls") as (port, _):
        server = Server(HOST, port, "tls", None, tmp_path / "none.pem", QUICK)
        with pytest.raises(DeliverError, match=r"none\.pem"):
            Connection(server, no_password).ready()


@pytest.mark.parametrize(
    ("answer", "state"),
    [("550 no such user", "refused"), ("450 greylisted", "deferred"), ("452 mailbox full", "deferred")],
)
@pytest.mark.parametrize("where", ["at_recipient", "at_end"])
def test_a_refusal_concerns_one_recipient_and_the_next_one_is_served(
    tmp_path: Path, where: str, answer: str, state: str
) -> None:
    box = Box()
    getattr(box, where)[MIRA] = [answer]
    with connected(box, tmp_path) as connection:
        first, second = connection.carry(DESK, MIRA, DATA), connection.carry(DESK, OSKAR, DATA)
    assert (first.state, first.reply, second.state) == (state, answer, "sent")
    assert box.got() == [OSKAR]


def test_a_goodbye_in_between_is_answered_by_a_new_connection(tmp_path: Path) -> None:
    box = Box(at_recipient={MIRA: ["421 closing down"]})
    with connected(box, tmp_path) as connection:
        assert connection.carry(DESK, MIRA, DATA).state == "deferred"
        assert connection.carry(DESK, OSKAR, DATA).state == "sent"


def test_a_server_that_hung_up_between_two_letters_is_called_again(tmp_path: Path) -> None:
    box, again = Box(), Box()
    with running(box, tmp_path) as (port, _):
        connection = Connection(Server(HOST, port, "none", timeouts=QUICK), no_password)
        assert connection.carry(DESK, MIRA, DATA).state == "sent"
    with running(again, tmp_path, port=port), closing(connection):
        connection.ready()
        assert connection.carry(DESK, OSKAR, DATA).state == "sent"
    assert (box.got(), again.got()) == ([MIRA], [OSKAR])


@pytest.mark.parametrize(("where", "fault"), [("at_recipient", "drop"), ("at_end", "drop before")])
def test_a_connection_that_breaks_defers_the_letter_and_the_next_one_is_served(
    tmp_path: Path, where: str, fault: str
) -> None:
    box = Box()
    getattr(box, where)[MIRA] = [fault]
    with connected(box, tmp_path) as connection:
        first = connection.carry(DESK, MIRA, DATA)
        assert first.state == "deferred"
        assert first.reply.startswith("connection lost")
        assert connection.carry(DESK, OSKAR, DATA).state == "sent"


def test_a_sender_whom_the_server_does_not_know_stops_the_round(tmp_path: Path) -> None:
    refusal = pytest.raises(SessionError, match=f"does not let {DESK} send: 550 not your address")
    with connected(Box(at_sender="550 not your address"), tmp_path) as connection, refusal:
        connection.carry(DESK, MIRA, DATA)


def test_an_answer_is_kept_on_one_line_and_short(tmp_path: Path) -> None:
    box = Box(at_recipient={MIRA: ["550-no\r\n550-such\r\n550 " + "x" * 400]})
    with connected(box, tmp_path) as connection:
        reply = connection.carry(DESK, MIRA, DATA).reply
    assert reply.startswith("550 no such xxx")
    assert len(reply) == 300
