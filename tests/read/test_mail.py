import base64
import mailbox
import time
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.read.mail_text import letters_of
from tests.read.reading import found, row, sorted_out

FIRST = "Oil from the freighter reached the beaches of Harnby on Monday, and volunteers began to clean them. "
SECOND = "The government of Estmark sends forty soldiers to help, its prime minister told parliament on Tuesday. "

NEWSLETTER = f"""<html><body><div style="display:none">Preheader nobody sees</div>
<p><a href="https://valdorian.example/view">View this email in your browser</a></p>
<h1>The Valdorian Morning Letter</h1>
<p>Good morning. This is what we look at today, from Harnby to Kessel and beyond it.</p>
<h2><a href="https://valdorian.example/oil?utm_source=letter">Oil reaches the beaches of Harnby</a></h2>
<p>{FIRST}<a href="https://valdorian.example/oil">Read more &rarr;</a></p>
<p>ABROAD</p>
<table><tr><td><b>Estmark sends soldiers</b></td></tr><tr><td>{SECOND}</td></tr>
<tr><td><a href="https://valdorian.example/soldiers">Continue reading »</a></td></tr></table>
<p>You are receiving this email because you asked for it. <a href="https://valdorian.example/u">Unsubscribe</a></p>
</body></html>"""

PLAIN = f"""THE VALDORIAN MORNING LETTER

Oil reaches the beaches of Harnby

{FIRST}
Read more: https://valdorian.example/oil

----------------------------------------

Estmark sends soldiers

{SECOND}
https://valdorian.example/soldiers

Unsubscribe: https://valdorian.example/u
"""


def letter(plain: str = "", html: str = "", **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = headers.pop("sender", "The Valdorian <letter@valdorian.example>")
    message["Subject"] = headers.pop("subject", "Morning letter")
    message["Date"] = "Mon, 11 May 2026 06:30:00 +0200"
    message["Message-ID"] = "<17@valdorian.example>"
    if plain:
        message.set_content(plain)
    if html and plain:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    return message


def test_a_mail_is_an_article_with_its_subject_its_date_and_its_sender(tmp_path: Path) -> None:
    message = letter(
        f"{FIRST}\n\n> {SECOND}\n\n-- \nThe Valdorian, Kessel\n",
        subject="Öl am Strand",
        sender='"Solen, Mira" <m@v.example>',
    )
    documents, problems = found(tmp_path / "a.eml", message.as_bytes())
    assert problems == []
    (document,) = documents
    assert (row(document)["title"], row(document)["text"]) == ("Öl am Strand", FIRST.strip())
    assert document.declared is not None
    assert document.declared.published == "Mon, 11 May 2026 06:30:00 +0200"
    assert document.declared.outlet == "Solen, Mira"


def test_a_newsletter_with_several_items_is_several_articles(tmp_path: Path) -> None:
    for name, message in (("a.eml", letter(PLAIN, NEWSLETTER)), ("b.eml", letter(PLAIN))):
        documents, _ = found(tmp_path / name, message.as_bytes())
        assert [row(document)["title"] for document in documents] == [
            "Oil reaches the beaches of Harnby",
            "Estmark sends soldiers",
        ]
        assert [row(document)["text"] for document in documents] == [FIRST.strip(), SECOND.strip()]
        assert [row(document)["url"].partition("?")[0] for document in documents] == [
            "https://valdorian.example/oil",
            "https://valdorian.example/soldiers",
        ]
        assert [document.part for document in documents] == [1, 2]


def test_an_article_with_subheads_stays_one(tmp_path: Path) -> None:
    html = f"<p>{FIRST}</p><h2>Help from abroad</h2><p>{SECOND}</p><h2>What comes next</h2><p>{FIRST}</p>"
    documents, _ = found(tmp_path / "a.eml", letter(html=html).as_bytes())
    assert len(documents) == 1


def test_attachments_are_not_read_and_attached_mails_are(tmp_path: Path) -> None:
    message = letter(FIRST)
    message.add_attachment(b"<p>" + SECOND.encode() + b"</p>", maintype="text", subtype="html", filename="a.html")
    message.add_attachment(letter(SECOND, subject="Fwd: AW: Forwarded: all"))
    documents, _ = found(tmp_path / "a.eml", message.as_bytes())
    assert [row(document)["title"] for document in documents] == ["Morning letter", "Forwarded: all"]
    assert [row(document)["text"] for document in documents] == [FIRST.strip(), SECOND.strip()]


def test_attached_mails_without_an_id_are_several_articles(tmp_path: Path) -> None:
    message = letter(FIRST)
    for subject, text in (("One", FIRST.replace("Oil", "Tar")), ("Two", SECOND)):
        message.add_attachment(letter(text, subject=subject))
    whole = message.as_bytes().replace(b"Message-ID: <17@valdorian.example>\n", b"")
    documents, _ = found(tmp_path / "a.eml", whole)
    ids = [row(document).get("id") for document in documents]
    assert ids[0] is None  # known by its file, as it always was
    assert len(set(ids)) == len(documents) == 3


GMAIL = (
    "FYI\n"
    "\n"
    "---------- Forwarded message ---------\n"
    "From: Harnby Desk <desk@harnby.example>\n"
    "Date: Tue, 12 May 2026 at 09:00\n"
    "Subject: Oil on the beaches\n"
    "To: <me@valdorian.example>\n"
    "\n"
    "\n"
)
OUTLOOK = (
    "________________________________\n"
    "From: Harnby Desk\n"
    "Sent: Tuesday, May 12, 2026 9:00 AM\n"
    "To: Me\n"
    "Subject: Oil on the beaches\n"
    "\n"
)
APPLE = (
    "Begin forwarded message:\n"
    "\n"
    "*From: *Harnby Desk <desk@harnby.example>\n"
    "*Subject: **Oil on the beaches*\n"
    "*Date: *12 May 2026 at 09:00:00 CEST\n"
    "*To: *me\n"
    "\n"
)
GERMAN = (
    "Zur Info.\n"
    "\n"
    "-------- Weitergeleitete Nachricht --------\n"
    "Betreff: Oil on the beaches\n"
    "Datum: Tue, 12 May 2026 09:00:00 +0200\n"
    "Von: Harnby Desk <desk@harnby.example>\n"
    "An: me@valdorian.example\n"
    "\n"
)


def test_what_offices_put_below_every_mail_is_left_out(tmp_path: Path) -> None:
    below = (
        "CONFIDENTIALITY NOTICE: This email is intended only for the addressee.",
        "This e-mail and any attachments are confidential and may be privileged.",
        "If you are not the intended recipient, please notify the sender and delete it.",
        "Diese E-Mail enthält vertrauliche Informationen.",
        "Please consider the environment before printing this email.",
        "Sent from my telephone",
    )
    (plain,), _ = found(tmp_path / "a.eml", letter("\n\n".join((FIRST, *below))).as_bytes())
    html = "".join(f"<p>{each}</p>" for each in (FIRST, *below))
    (page,), _ = found(tmp_path / "b.eml", letter(html=html).as_bytes())
    assert row(plain)["text"] == row(page)["text"] == FIRST.strip()


@pytest.mark.parametrize("head", [GMAIL, OUTLOOK, APPLE, GERMAN, f"Look\n\n{GMAIL}{GERMAN}"])
@pytest.mark.parametrize("subject", ["Fwd: Oil", "WG: Oil", "Look at this"])
def test_a_mail_that_sends_another_on_is_that_other_mail(tmp_path: Path, head: str, subject: str) -> None:
    (document,), _ = found(tmp_path / "a.eml", letter(head + FIRST, subject=subject).as_bytes())
    assert row(document)["text"] == FIRST.strip()
    assert document.declared is not None
    assert (document.declared.title, document.declared.outlet) == ("Oil on the beaches", "Harnby Desk")
    assert "12" in document.declared.published


def test_a_page_that_is_sent_on_loses_what_stands_above_it_too(tmp_path: Path) -> None:
    html = GMAIL.replace("<", "&lt;").replace("\n", "<br>") + f"<p>{FIRST}</p><p>{SECOND}</p>"
    (document,), _ = found(tmp_path / "a.eml", letter(html=html, subject="Fwd: Oil").as_bytes())
    assert row(document)["text"].split() == f"{FIRST} {SECOND}".split()


def test_a_date_that_cannot_be_read_is_that_of_the_mail_itself(tmp_path: Path) -> None:
    text = GERMAN.replace("Tue, 12 May 2026 09:00:00 +0200", "Dienstag, 12. Mai um 9 Uhr") + FIRST
    (document,), _ = found(tmp_path / "a.eml", letter(text, subject="WG: Oil").as_bytes())
    assert document.declared is not None
    assert document.declared.published == "Mon, 11 May 2026 06:30:00 +0200"


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST * 6}\n\n{GMAIL}{SECOND}",  # a long answer to a short mail
        f"{FIRST}\n\n____________________\n\n{SECOND}",
        f"{FIRST}\n\nBegin forwarded message:\n\n{SECOND}",
        f"From: nobody\nSubject: nothing\n\n{SECOND}",
    ],
)
def test_a_mail_with_words_of_its_own_stays_as_it_is(tmp_path: Path, text: str) -> None:
    documents, _ = found(tmp_path / "a.eml", letter(text, subject="Morning").as_bytes())
    assert {document.declared.outlet for document in documents if document.declared} == {"The Valdorian"}
    assert sum(len(str(row(document)["text"]).split()) for document in documents) > len(text.split()) - 12


def test_an_mbox_is_read_mail_by_mail(tmp_path: Path) -> None:
    path = tmp_path / "inbox.mbox"
    box = mailbox.mbox(path)
    for subject, text in (("One", f"{FIRST}\nFrom here on it goes well.\n"), ("Two", SECOND)):
        box.add(letter(text, subject=subject))
    box.close()
    documents, problems = sorted_out([path])
    assert problems == []
    assert [(document.part, row(document)["title"]) for document in documents] == [(1, "One"), (2, "Two")]
    assert "\nFrom here on" in row(documents[0])["text"]
    assert path.rename(tmp_path / "Inbox").exists()
    assert len(sorted_out([tmp_path / "Inbox"])[0]) == 2


def test_a_maildir_is_read_whatever_its_letters_are_called(tmp_path: Path) -> None:
    box = mailbox.Maildir(tmp_path / "Mail", create=True)
    key = box.add(letter(FIRST))
    box.close()
    documents, problems = sorted_out([tmp_path / "Mail"])
    assert (len(documents), problems) == (1, [])
    assert key in documents[0].source


def test_a_letter_without_an_ending_is_told_by_its_header(tmp_path: Path) -> None:
    documents, _ = found(tmp_path / "letter", letter(FIRST).as_bytes())
    assert len(documents) == 1
    documents, problems = found(tmp_path / "README", "Note: this is no mail\n\nIt has no header.\n")
    assert (documents, problems) == ([], ["not a kind of file brief reads"])


def test_a_boundary_that_is_declared_wrongly_is_found(tmp_path: Path) -> None:
    text = base64.encodebytes(FIRST.encode()).decode()
    mail = (
        "From: a@b.example\nSubject: Oil\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=other\n\n"
        f"--real\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{text}\n--real--\n"
    )
    documents, _ = found(tmp_path / "a.eml", mail)
    assert row(documents[0])["text"] == FIRST.strip()


def test_letters_in_other_alphabets_are_kept_whatever_their_header_says(tmp_path: Path) -> None:
    for charset, declared in (("koi8-r", "koi8-r"), ("utf-8", "x-nonsense"), ("windows-1251", "cp1251")):
        head = f"From: a@b.example\nSubject: x\nContent-Type: text/plain; charset={declared}\n\n".encode()
        documents, _ = found(tmp_path / "a.eml", head + "Мост открыт с понедельника.".encode(charset))
        assert row(documents[0])["text"] == "Мост открыт с понедельника."


def test_a_page_in_a_mail_may_declare_its_own_alphabet(tmp_path: Path) -> None:
    head = b"From: a@b.example\nSubject: x\nContent-Type: text/html\n\n"
    html = '<html><head><meta charset="koi8-r"></head><body><p>Мост открыт с понедельника.</p></body></html>'
    documents, _ = found(tmp_path / "a.eml", head + html.encode("koi8-r"))
    assert row(documents[0])["text"] == "Мост открыт с понедельника."
    documents, _ = found(tmp_path / "a.mht", head + html.encode("koi8-r"))
    assert "Мост" in documents[0].body.decode("utf-8-sig")


def test_a_mail_without_words_is_told(tmp_path: Path) -> None:
    assert found(tmp_path / "a.eml", b"From: a@b.example\nSubject: x\n\n")[1] == ["the mail has no text of its own"]
    assert found(tmp_path / "b.eml", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500))[1] == [
        "the file holds binary data, not a mail"
    ]


def test_a_saved_page_is_its_html_and_its_address(tmp_path: Path) -> None:
    mail = (
        "From: <Saved by a browser>\nSnapshot-Content-Location: https://courier.example/a\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n'
        "--b\nContent-Type: text/html; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n\n"
        "<html><body><p>Caf=E9</p></body></html>\n--b\nContent-Type: image/png\n"
        "Content-Transfer-Encoding: base64\n\nAAAA\n--b--\n"
    )
    documents, _ = found(tmp_path / "page.mhtml", mail)
    assert documents[0].url == "https://courier.example/a"
    assert "Café" in documents[0].body.decode("utf-8-sig")
    assert found(tmp_path / "none.mht", "no page")[1] == ["the saved page holds no HTML"]


def test_mails_inside_mails_end_somewhere() -> None:
    mail = b"Subject: end\n\n" + FIRST.encode()
    for depth in range(60):
        mail = b"Subject: %d\nContent-Type: message/rfc822\n\n" % depth + mail
    assert len(list(letters_of(mail))) <= 200
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(3_000))
    list(letters_of(nested))


def test_letters_without_end_are_read_up_to_a_point(tmp_path: Path) -> None:
    start = time.process_time()
    _, problems = found(tmp_path / "a.mbox", "From a@b.example Mon May 11 08:00:00 2026\n\n" * 20_001)
    assert problems[0] == "holds more than 20,000 mails, so only the first were read"
    assert time.process_time() - start < 10


def test_headers_without_end_take_no_time() -> None:
    start = time.process_time()
    for piece in (b"a <", b"(", b"=?utf-8?q?a?= ", b"; a=b", b'; a*0="b"', b"\n b"):
        for name in (b"From", b"Subject", b"Content-Type: text/plain"):
            list(letters_of(name + b": " + piece * 100_000 + b"\n\nWords."))
    assert time.process_time() - start < 5


@given(st.binary(max_size=300))
def test_no_bytes_are_an_error(body: bytes) -> None:
    list(letters_of(b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" + body))
    list(letters_of(body))
