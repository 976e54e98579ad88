import email
import email.policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.deliver.message import (
    SUBJECT_CHARACTERS,
    Attachment,
    Party,
    Picture,
    header_text,
    message_id,
    written,
)
from tests.deliver.letters import letter

STRICT = email.policy.default.clone(raise_on_defect=True)
OCTETS_MAX = 998  # RFC 5322, 2.1.1
NAMES = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "List-Id",
    "List-Unsubscribe",
    "Auto-Submitted",
    "MIME-Version",
    "Content-Type",
]


def parsed(data: bytes) -> EmailMessage:
    """The message, read under both strict policies, every header and part looked at."""
    email.message_from_bytes(data, policy=email.policy.strict)
    found = email.message_from_bytes(data, policy=STRICT)
    assert isinstance(found, EmailMessage)
    for part in found.walk():
        assert not part.defects
        for name in part:
            assert not part[name].defects
    return found


def test_text_and_html_are_alternatives_the_richer_last() -> None:
    found = parsed(written(letter()))
    assert [part.get_content_type() for part in found.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]
    assert list(found) == NAMES


def test_the_same_letter_is_the_same_bytes() -> None:
    full = letter(attachments=(Attachment("a.pdf", "application/pdf", b"%PDF"),))
    assert written(full) == written(full)


def test_pictures_stand_beside_the_html_and_attachments_beside_both() -> None:
    full = letter(
        html='<img src="cid:logo" alt="Harnby desk">',
        pictures=(Picture("logo", "image/png", b"\x89PNG"),),
        attachments=(
            Attachment("2026-05-12.pdf", "application/pdf", b"%PDF"),
            Attachment("2026-05-12.md", "text/markdown", "# Brücke".encode()),
        ),
    )
    found = parsed(written(full))
    assert [part.get_content_type() for part in found.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
        "application/pdf",
        "text/markdown",
    ]
    assert next(part["Content-ID"] for part in found.walk() if part.get_content_type() == "image/png") == "<logo>"
    pdf, markdown = found.iter_attachments()
    assert (pdf.get_filename(), pdf.get_content()) == ("2026-05-12.pdf", b"%PDF")
    assert markdown.get_content() == "# Brücke"


def test_unsubscribing_is_by_mail_and_by_one_click_only_where_there_is_an_address() -> None:
    plain = parsed(written(letter()))
    assert plain["List-Unsubscribe"] == "<mailto:desk@harnby.example?subject=unsubscribe>"
    assert "List-Unsubscribe-Post" not in plain
    url = "https://harnby.example/out?" + "x" * 200
    data = written(letter(unsubscribe_url=url))
    assert f"<{url}>,\r\n <mailto:".encode() in data
    assert parsed(data)["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_letters_name_depends_on_list_briefing_edition_and_recipient_alone() -> None:
    names = {
        message_id(of, briefing, edition, to, "harnby.example")
        for of in ("a.example", "b.example")
        for briefing in ("2026-05-12", "2026-05-13")
        for edition in (1, 2)
        for to in ("mira@harnby.example", "oskar@harnby.example")
    }
    assert len(names) == 16
    again = message_id("a.example", "2026-05-12", 1, "Mira@Harnby.example", "harnby.example")
    assert again == message_id("a.example", "2026-05-12", 1, "mira@harnby.example", "harnby.example")


HEADLINES = {
    "line breaks": "Bridge opens\r\nBcc: everybody@lindow.example\r\n\r\n<p>body",
    "other breaks": "Bridge\u2028opens\x0bBcc: x\x85at\x1clast",
    "five thousand characters": "bridge " * 714,
    "one word of five thousand": "b" * 5000,
    "five thousand emoji": "👩‍👩‍👧‍👦" * 700,
    "flags and skin tones": "🇩🇪👍🏽" * 400,
    "right to left": "افتتاح جسر هارنبي " * 40,
    "an override of direction": "Bridge \u202egnineɘpo\u202c opens",
    "an encoded word": "=?utf-8?q?a=0D=0ABcc:_x@lindow.example?= bridge",
    "nothing": "",
    "only what cannot be seen": "\x00\x01\u202e\ufeff",
    "a lone surrogate": "Bridge \ud83d opens",
    "addresses": 'Mira <mira@harnby.example>, "Oskar" (x); a:b;',
}


@pytest.mark.parametrize("headline", HEADLINES.values(), ids=HEADLINES.keys())
def test_no_headline_adds_or_breaks_a_header(headline: str) -> None:
    holds(headline)


@given(st.text() | st.text(alphabet='=?utf-8qb_\r\n\t :<>@,;"\\é👍\u0301\u200d', max_size=300))
def test_no_text_adds_or_breaks_a_header(headline: str) -> None:
    holds(headline)


def holds(headline: str) -> None:
    data = written(letter(subject=headline, to=Party("mira@lindow.example", headline), list_name=headline))
    found = parsed(data)
    assert list(found) == NAMES
    assert found["Subject"] == header_text(headline)
    assert len(found["Subject"]) <= SUBJECT_CHARACTERS
    (to,) = found["To"].addresses
    assert to.addr_spec == "mira@lindow.example"
    # Python 3.11 reads a space between two encoded words of a name, where RFC 2047 has none.
    assert to.display_name.replace(" ", "") == header_text(headline).replace(" ", "")
    assert data.isascii()
    assert max(len(line) for line in data.split(b"\r\n")) <= OCTETS_MAX
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_a_headline_is_cut_after_a_word_and_never_within_a_sign() -> None:
    assert header_text("bridge " * 100).endswith("bridge…")
    assert header_text("👩‍👩‍👧‍👦" * 100).removesuffix("…").endswith("👩‍👩‍👧‍👦")


@given(st.text(), st.text())
def test_the_words_arrive_as_they_were(text: str, html: str) -> None:
    found = parsed(written(letter(text=text, html=html)))
    for kind, sent in (("plain", text), ("html", html)):
        part = found.get_body((kind,))
        assert part is not None
        content = part.get_content()
        assert "".join(content.split()) == "".join(
            sent.encode("utf-8", "replace").decode().replace("\0", "\ufffd").split()
        ) or any("\ud800" <= each <= "\udfff" or each in "\ufffe\uffff" for each in sent)
