import email
import email.policy
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from briefing import config
from briefing.config import Recipient
from briefing.config.mail import mailbox, recipient
from briefing.errors import DeliverError
from briefing.letters import LOGO_BYTES_MAX, Letters
from briefing.model import Brief
from briefing.send import mail_of
from tests.render.sample import rich

NOON = datetime(2026, 5, 18, 12, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n"


TOPIC = {"crossings": {"words": ["bridge"], "exclude": ["stadium"]}}


def letters(folder: Path, brief: Brief | None = None, edition: int = 1, **mail: Any) -> Letters:
    table = {"from": "desk@harnby.example", "host": "smtp.harnby.example"} | mail
    settings = config.parse({"mail": table, "topic": TOPIC}, folder)
    return Letters(brief or rich(), settings, mail_of(settings), edition)


def reader(**values: Any) -> Recipient:
    return recipient(mailbox("Mira <mira@lindow.example>", "x"), config.DEFAULT_SCHEDULE, values)


def opened(data: bytes) -> EmailMessage:
    found = email.message_from_bytes(data, policy=email.policy.default.clone(raise_on_defect=True))
    assert isinstance(found, EmailMessage)
    return found


def page(message: EmailMessage) -> str:
    part = message.get_body(("html",))
    assert part is not None
    return str(part.get_content())


def test_a_logo_travels_along_and_has_its_words(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(PNG)
    found = opened(letters(tmp_path, logo="logo.png", logo_alt="Harnby desk").written(reader(), NOON))
    assert '<img src="cid:logo" alt="Harnby desk"' in page(found)
    (picture,) = [part for part in found.walk() if part.get_content_type() == "image/png"]
    assert (picture["Content-ID"], picture.get_content()) == ("<logo>", PNG)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("logo.svg", b"<svg/>", "no PNG"),
        ("none.png", None, "cannot be read"),
        ("l.gif", b"x" * (LOGO_BYTES_MAX + 1), "KB"),
    ],
)
def test_a_logo_that_mail_programs_would_not_show_is_told(
    tmp_path: Path, name: str, data: bytes | None, says: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(DeliverError, match=says):
        letters(tmp_path, logo=name).written(reader(), NOON)


def test_the_way_out_names_its_recipient_in_header_and_page(tmp_path: Path) -> None:
    url = "https://harnby.example/out?who={recipient}"
    found = opened(letters(tmp_path, unsubscribe_url=url).written(reader(), NOON))
    address = "https://harnby.example/out?who=mira%40lindow.example"
    assert f"<{address}>" in found["List-Unsubscribe"]
    assert found["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert f'href="{address}"' in page(found)


def test_a_letter_links_to_the_archive_on_the_web(tmp_path: Path) -> None:
    found = opened(letters(tmp_path, web="https://harnby.example/briefs/").written(reader(), NOON))
    assert 'href="https://harnby.example/briefs/2026/2026-W20.html"' in page(found)


def test_a_letter_too_long_to_be_shown_brings_the_whole_along_unless_it_is_on_the_web(tmp_path: Path) -> None:
    long = replace(rich(), sections=rich().sections * 30)
    alone = opened(letters(tmp_path, long).written(reader(), NOON))
    assert [part.get_filename() for part in alone.iter_attachments()] == ["2026-W20.html"]
    linked = opened(letters(tmp_path, long, web="https://harnby.example").written(reader(), NOON))
    assert not list(linked.iter_attachments())


def test_a_correction_is_called_one_and_has_a_name_of_its_own(tmp_path: Path) -> None:
    first, second = (opened(letters(tmp_path, edition=each).written(reader(), NOON)) for each in (1, 2))
    assert second["Subject"] == f"Corrected: {first['Subject']}"
    assert first["Message-ID"] != second["Message-ID"]


def test_what_a_reader_is_not_interested_in_is_not_attached_either(tmp_path: Path) -> None:
    found = opened(letters(tmp_path).written(reader(topics=("ferry",), attach=("md", "json")), NOON))
    markdown, _ = found.iter_attachments()
    assert "Ferry" in markdown.get_content()
    assert "Bridge at Kessel" not in markdown.get_content()


@pytest.mark.parametrize(
    ("topics", "expected"),
    [
        (("crossings",), ["Bridge at Kessel to reopen to lorries"]),
        (("crossings", "ferry"), ["Ferry runs aground", "Bridge at Kessel to reopen to lorries"]),
        (("trams",), []),
    ],
)
def test_a_topic_of_the_file_is_wanted_by_its_name_and_anything_else_as_words(
    tmp_path: Path, topics: tuple[str, ...], expected: list[str]
) -> None:
    made = letters(tmp_path)
    assert made.has_something(reader(topics=topics)) == bool(expected)
    found = page(opened(made.written(reader(topics=topics), NOON)))
    for headline in ("Ferry runs aground", "Bridge at Kessel to reopen to lorries"):
        assert (headline in found) == (headline in expected)
