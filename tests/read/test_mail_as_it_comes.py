"""Mail as it comes: digests of lists, attachments, quotations, mailboxes with sentences that begin like letters."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from briefing.clean import clean
from tests.read.reading import found, row

HEAD = "From: Harnby Courier <n@courier.example>\nSubject: A bolt had sheared\nDate: Tue, 12 May 2026 14:20:00 +0000\n"
FIRST = "The ferry lay still for nine hours off Lindow."
SECOND = "The crossing stays closed, the harbour office said."
RULE = "-" * 30


def test_each_mail_of_a_digest_is_an_article_of_its_own(tmp_path: Path) -> None:
    pieces = "".join(
        f"Message: {n}\nDate: Mon, 11 May 2026 1{n}:20:00 +0000\nFrom: {who} <x@c.example>\nTo: coast@c.example\n"
        f"Subject: {what}\nMessage-ID: <{n}@c.example>\n\n{text}\n\n{RULE}\n\n"
        for n, who, what, text in (
            (1, "Ilse Tarrow", "A bolt had sheared", FIRST),
            (2, "Ada Quill", "Crossing closed", SECOND),
        )
    )
    above = "Send submissions to\n\tcoast@c.example\n\nToday's Topics:\n\n   1. A bolt had sheared (Ilse Tarrow)\n\n\n"
    mail = HEAD.replace("A bolt had sheared", "Coast Digest, Vol 7, Issue 3")
    documents, problems = found(
        tmp_path / "a.eml", f"{mail}\n{above}{'-' * 70}\n\n{pieces}End of Coast Digest, Vol 7\n"
    )
    assert [row(each)["title"] for each in documents] == ["A bolt had sheared", "Crossing closed"]
    assert [row(each)["text"] for each in documents] == [FIRST, SECOND]
    assert [each.declared.outlet for each in documents if each.declared] == ["Ilse Tarrow", "Ada Quill"]
    assert [each.declared.published[:16] for each in documents if each.declared] == ["Mon, 11 May 2026"] * 2
    assert (len({row(each)["id"] for each in documents}), problems) == (2, [])


def test_a_mail_with_rules_in_it_is_no_digest(tmp_path: Path) -> None:
    documents, _ = found(tmp_path / "a.eml", f"{HEAD}\n{FIRST}\n\n{RULE}\n\n{SECOND}\n\n{RULE}\n\nIlse\n")
    assert [row(each)["title"] for each in documents] == ["A bolt had sheared"]


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("ferry.pdf", "application/pdf", True),
        ("ferry.txt", "text/plain", True),
        ("winmail.dat", "application/ms-tnef", True),
        ("ferry.jpg", "image/jpeg", False),
        ("smime.p7s", "application/pkcs7-signature", False),
        ("invite.ics", "text/calendar", False),
        ("ATT00001.txt", "text/plain", False),
    ],
)
def test_what_may_be_an_article_among_the_attachments_is_told(
    tmp_path: Path, name: str, kind: str, *, told: bool
) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Harnby Courier <n@courier.example>", "A bolt had sheared"
    mail.set_content(FIRST)
    main, sub = kind.split("/")
    mail.add_attachment(b"words", maintype=main, subtype=sub, filename=name)
    documents, problems = found(tmp_path / "a.eml", mail.as_bytes())
    assert [row(each)["text"] for each in documents] == [FIRST]
    message = f"its attachment {name} was not opened: what is saved beside the mail is read"
    assert problems == ([message] if told else [])


def test_the_line_above_a_quotation_goes_with_it(tmp_path: Path) -> None:
    for line in ("On 11 May 2026, at 10:00, Petra Voss wrote:", "Am 11.05.2026 um 10:00 schrieb Petra Voss:"):
        (document,), _ = found(tmp_path / "a.eml", f"{HEAD}\n{FIRST}\n\n{line}\n\n> Could you send me the text?\n")
        assert row(document)["text"] == FIRST


def test_a_sentence_that_ends_in_wrote_stays_where_nothing_is_quoted(tmp_path: Path) -> None:
    said = "On Monday the mayor wrote:\n\n“No.”"
    (document,), _ = found(tmp_path / "a.eml", f"{HEAD}\n{said}\n")
    assert row(document)["text"] == said


def test_a_mail_without_a_date_is_of_the_time_it_was_received(tmp_path: Path) -> None:
    head = HEAD.rpartition("Date:")[0] + "Received: from a by b; Tue, 12 May 2026 14:21:00 +0000\n"
    (document,), _ = found(tmp_path / "a.eml", f"{head}\n{FIRST}\n")
    article, _ = clean(document)
    assert article is not None
    assert article.published is not None
    assert article.published.isoformat() == "2026-05-12T14:21:00+00:00"


def test_a_paragraph_that_begins_with_from_and_a_year_does_not_end_a_mail(tmp_path: Path) -> None:
    mail = f"{HEAD}\n{FIRST}\n\nFrom 2019 on the council said no, and so it did in 2026.\n\n{SECOND}\n\n"
    mbox = f"From n@c.example Tue May 12 14:20:00 2026\n{mail}From - Tue May 12 14:20:00 2026\n{mail}"
    documents, problems = found(tmp_path / "a.mbox", mbox)
    assert [row(each)["text"].count("\n\n") for each in documents] == [2, 2]
    assert problems == []
