from datetime import time
from pathlib import Path

import pytest

from briefing import config
from briefing.config.mail import MAIL, PASSWORD_VARIABLE, RECIPIENT, SCHEDULE, mailbox
from briefing.errors import ConfigError

WHOLE = """
[schedule]
hour = "06:30"

[mail]
from = "The Harnby desk <desk@harnby.example>"
host = "smtp.harnby.example"
user = "desk"
password_command = ["pass", "show", "mail"]

[[recipient]]
address = "Mira Solen <mira@harnby.example>"

[[recipient]]
address = "oskar@lindow.example"
topics = ["harbour", "Port Selby"]
attach = ["pdf", "md"]
hour = "09:15"
every = "week"
only_when_something = false
"""


PAGE = Path(__file__).parents[1] / "docs" / "reference" / "mail.md"


def loaded(folder: Path, toml: str) -> config.Config:
    (folder / "brief.toml").write_text(toml, encoding="utf-8")
    return config.load(folder)


def test_a_recipient_takes_from_the_schedule_what_it_leaves_out(tmp_path: Path) -> None:
    mira, oskar = loaded(tmp_path, WHOLE).recipients
    assert (mira.address, mira.mailbox.name) == ("mira@harnby.example", "Mira Solen")
    assert (mira.hour, mira.every, mira.topics, mira.attach, mira.only_when_something) == (
        time(6, 30),
        "day",
        (),
        (),
        True,
    )
    assert (oskar.hour, oskar.every, oskar.topics) == (time(9, 15), "week", ("harbour", "Port Selby"))
    assert (oskar.attach, oskar.only_when_something) == (("pdf", "md"), False)


def test_mail_is_by_starttls_unless_said_otherwise(tmp_path: Path) -> None:
    mail = loaded(tmp_path, WHOLE).mail
    assert mail is not None
    assert (mail.security, mail.port, mail.list_id, mail.unsubscribe) == (
        "starttls",
        587,
        "brief.harnby.example",
        "desk@harnby.example",
    )


def test_an_international_host_is_kept_as_it_goes_over_the_wire() -> None:
    assert mailbox("Jörg <j@bücher.example>", "x").address == "j@xn--bcher-kva.example"


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("mail = 3", "mail must be a table that begins with [mail]"),
        ('[mail]\nfrom = "a@b.example"', "mail.host is missing"),
        ('[mail]\nhosst = "x"', 'no setting "mail.hosst": did you mean "host"?'),
        ('[mail]\npassword = "secret"', PASSWORD_VARIABLE),
        ('[mail]\nfrom = "nobody"', "mail.from must be an address"),
        ('[mail]\nfrom = "a@b.example\\nBcc: c@d.example"', "mail.from must be an address"),
        ('[mail]\nfrom = "jörg@b.example"', "mail.from must be an address"),
        ("[mail]\nport = 70000", "mail.port must be a whole number from 1 to 65535"),
        ('[mail]\nsecurity = "ssl"', 'mail.security knows no "ssl"'),
        ('[mail]\nfrom = "a@b.example"\nhost = "h"\nsecurity = "none"\nuser = "u"', "never travels in the clear"),
        ('[mail]\nunsubscribe_url = "http://b.example/u"', "begins with https://"),
        ('[mail]\nlist_id = "brief"', 'mail.list_id must look like "brief.example.org"'),
        ('[schedule]\nhour = "7"', 'schedule.hour must be an hour such as "07:00"'),
        ('[schedule]\nevery = "days"', 'schedule.every knows no "days": did you mean "day"?'),
        ('[[recipient]]\nname = "x"', 'no setting "recipient.name"'),
        ('[[recipient]]\ntopics = ["x"]', "recipient 1 has no address"),
        ('[recipient]\naddress = "a@b.example"', "each recipient begins with [[recipient]], in two brackets"),
        ('[[recipient]]\naddress = "a@b.example"\n[[recipient]]\naddress = "A@B.example"', "is there twice"),
    ],
)
def test_a_wrong_table_is_told_in_one_line_without_any_secret(tmp_path: Path, toml: str, says: str) -> None:
    with pytest.raises(ConfigError) as caught:
        loaded(tmp_path, toml)
    assert says in str(caught.value)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_WORDS", "77")
    monkeypatch.setenv("BRIEF_FORMATS", "md, pdf")
    monkeypatch.setenv("BRIEF_TITLE", "")
    found = loaded(tmp_path, 'words = 5\ntitle = "Lage"')
    assert (found.words, found.formats, found.title) == (77, ("md", "pdf"), "Lage")


def test_a_wrong_variable_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_TIMEZONE", "Harnby")
    with pytest.raises(ConfigError, match="Harnby"):
        config.load(tmp_path)
    monkeypatch.setenv("BRIEF_TIMEZONE", "UTC")
    monkeypatch.setenv("BRIEF_WORDS", "many")
    with pytest.raises(ConfigError, match="BRIEF_WORDS must be a whole number"):
        config.load(tmp_path)


def test_every_setting_is_documented_and_the_sample_loads(tmp_path: Path) -> None:
    page = PAGE.read_text("utf-8")
    for key in (*MAIL, *SCHEDULE, *RECIPIENT):
        assert f"`{key}`" in page
    assert len(loaded(tmp_path, page.split("```toml\n")[1].split("```")[0]).recipients) == 2
