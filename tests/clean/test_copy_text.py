"""Plain text and Markdown: whole articles of our own, as desks receive them."""

from datetime import UTC, datetime

import pytest

from tests.clean.documents import article, problems

APPEALED = """BRACKWATER — The council has closed the old market hall and called on traders to stop storing gas there.

Mayor Edda Fairlie told reporters that the hall would be searched on Thursday.

"There is no second key," she said.

A Message from The Brackwater Times:

Dear readers,

We are in difficulty. The council has called our paper "unwelcome" and withdrawn its notices.

We, the reporters of The Brackwater Times, refuse to be silenced. But to go on we need your help.

Your support, however small, makes a difference. Please support us monthly from just $2.

Thank you for standing with us.

Remind me later."""

AGENCY = """All news

Envoy speaks against a merger of the two harbours

“We know that within this so-called ‘partnership’ the Compact plans to take over the quay,” - Aleksander Brontz said

MARISBURG, November 5. /TASS/. Steps towards a merger serve nobody on the river, the envoy to the Compact said.

“We know that within this so-called ‘partnership’ the Compact plans to take over the quay,” Brontz said in an interview.

The talks began in mid-October."""

MARKDOWN = """

# Compact Backs Norrin, Criticizes Brackwater at *Emergency* Meeting

By [The Brackwater Times](#)

January 27, 2025

![The minister](a.jpg)

Compact Secretary-General Pieter Hallweg in Lindow Jan. 23, 2025

LINDOW — The Compact has blamed **hauliers** for a [sharp rise](https://x.example/a) in traffic on the bridge.

Original url:

<https://www.thebrackwatertimes.example/2025/01/27/compact-backs-norrin-a43?utm_source=feed>
"""

ONE_LINE = """Compact criticises Brackwater, backs Norrin

Compact Secretary General Pieter Hallweg speaks to Reuters in Lindow January 23, 2025. REUTERS/Ada Quill

By Ben Roe LINDOW (Reuters) - The Compact blamed hauliers on Monday. "There is no queue," Hallweg said. It was asked \
for help by Norrin in May. (Editing by Cy Marsh)"""

WRAPPED = """HARNBY - The first ship to enter the port in eight
days was a small one. At two in the afternoon the
coaster Saint Oda passed the lighthouse with barley.

The backlog will last into June, the port authority
said, as a hundred ships are waiting in the estuary
and pilots may work for ten hours at a time.
"""


def test_an_appeal_is_left_out_and_names_the_outlet() -> None:
    found = article(APPEALED)
    assert found.text.startswith("The council has closed")
    assert found.text.endswith('"There is no second key," she said.')
    assert (found.title, found.outlet, found.published) == ("", "The Brackwater Times", None)
    assert ("appeal", 7) in [(removal.step, removal.paragraphs) for removal in found.removed]


def test_an_agency_report_loses_section_dek_and_dateline() -> None:
    found = article(AGENCY)
    assert found.title == "Envoy speaks against a merger of the two harbours"
    assert (found.outlet, found.origin, found.partial_date, found.published) == ("TASS", "TASS", "--11-05", None)
    assert found.text.startswith("Steps towards a merger")
    assert "/TASS/" not in found.text
    assert "All news" not in found.text
    assert found.text.count("so-called") == 1


@pytest.mark.parametrize("media_type", ["text/markdown", "text/plain"])
def test_markdown_loses_its_marks_whatever_its_file_is_called(media_type: str) -> None:
    found = article(MARKDOWN, media_type)
    assert found.title == "Compact Backs Norrin, Criticizes Brackwater at Emergency Meeting"
    assert found.text == "The Compact has blamed hauliers for a sharp rise in traffic on the bridge."
    assert (found.outlet, found.authors) == ("The Brackwater Times", ())
    assert found.url == "https://www.thebrackwatertimes.example/2025/01/27/compact-backs-norrin-a43"
    assert (found.published, found.published_precision) == (datetime(2025, 1, 27, tzinfo=UTC), "day")


def test_text_pasted_as_one_line_loses_byline_dateline_and_credit() -> None:
    found = article(ONE_LINE)
    assert found.text.startswith("The Compact blamed hauliers")
    assert found.text.endswith("in May.")
    assert (found.outlet, found.origin, found.authors) == ("Reuters", "Reuters", ("Ben Roe",))
    assert (found.published, found.partial_date) == (None, None)


def test_wrapped_lines_become_paragraphs() -> None:
    assert [len(paragraph) > 120 for paragraph in article(WRAPPED).text.split("\n\n")] == [True, True]


def test_a_day_without_a_year_is_kept_as_partial() -> None:
    found = article(
        "Envoys have told Estmark that the river is of concern, at the first meeting of the year on the bridge.\n"
        "Pieter Hallweg told reporters after the meeting on March 30 that the talks were frank.\n"
    )
    assert (found.published, found.partial_date) == (None, "--03-30")


def test_front_matter_is_believed() -> None:
    found = article(
        '---\ntitle: "A quiet week"\nauthor: Ada Quill\ndate: 2026-05-12\n'
        "outlet: Harnby Courier\n---\nThe ferry is late.\n",
        "text/markdown",
    )
    assert (found.title, found.authors, found.outlet) == ("A quiet week", ("Ada Quill",), "Harnby Courier")
    assert found.published == datetime(2026, 5, 12, tzinfo=UTC)
    assert found.text == "The ferry is late."


def test_a_date_in_the_future_makes_the_article_undated_and_is_told() -> None:
    text = "Ferry is late\n\nHarnby Courier\n3 August 2031\n\nThe ferry is late, the harbour office said today.\n"
    assert article(text).published is None
    assert [problem.message for problem in problems(text)] == [
        "its date, 2031-08-03, cannot be right, so it counts as undated"
    ]


@pytest.mark.parametrize("text", ["", " \n\n", "* * *\n---\n", "\ufeff"])
def test_what_has_no_words_has_no_article(text: str) -> None:
    assert [problem.message for problem in problems(text)] == ["no text found"]


def test_the_language_is_told() -> None:
    assert article("Die Fähre fährt am Freitag wieder, sagte der Hafenmeister am Dienstag in Harnby.").language == "de"


def test_a_briefing_is_not_read_again_as_news() -> None:
    briefing = '---\nid: "2026-W20"\nwindow: "2026-05-11/2026-05-18"\n---\n\n# Weekly briefing\n\nThe quay was shut.\n'
    (found,) = problems(briefing, "text/markdown")
    assert found.message == "a briefing, not an article"


def test_front_matter_may_name_its_source_and_write_its_date_by_numbers() -> None:
    head = '---\ndate: 12.05.2026\nauthor: [Ana Roe, "Bo Poe"]\nsource: Harnby Courier\n---\n'
    text = f"{head}\nThe ferry was nine hours late.\n"
    found = article(text, "text/markdown")
    assert (found.published, found.outlet) == (datetime(2026, 5, 12, tzinfo=UTC), "Harnby Courier")
    assert found.authors == ("Ana Roe", "Bo Poe")
    clipped = article(text.replace("Harnby Courier", "https://courier.example/ferry"), "text/markdown")
    assert (clipped.url, clipped.outlet) == ("https://courier.example/ferry", None)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Posted on 2026-05-13 by admin", ()),
        ("Posted on May 13, 2026 by Ana Roe", ("Ana Roe",)),
        ("Published 13 May 2026 by Ana Roe", ("Ana Roe",)),
    ],
)
def test_a_blogs_line_above_the_headline_is_no_headline(line: str, people: tuple[str, ...]) -> None:
    found = article(
        f"{line}\nKessel gets snow in May\n\nSnow fell in Kessel on Wednesday for the first time since 1911.\n"
    )
    assert (found.title, found.authors) == ("Kessel gets snow in May", people)
    assert found.published == datetime(2026, 5, 13, tzinfo=UTC)


@pytest.mark.parametrize(
    "front",
    [
        '+++\ntitle = "A bolt had sheared"\nauthor = "Ilse Tarrow"\ndate = 2026-05-12T14:20:00Z\n+++\n',
        "---\ntitle: A bolt had sheared\nauthors:\n  - Ilse Tarrow\ndate: 2026-05-12T14:20:00Z\ntags:\n- sea\n---\n",
        '---\ntitle: "A bolt had sheared"\nauthor:\n  - "[[Ilse Tarrow]]"\npublished: 2026-05-12T14:20:00Z\n---\n',
    ],
)
def test_front_matter_is_read_however_it_is_written(front: str) -> None:
    found = article(f"{front}\nThe ferry lay still for nine hours off Lindow.\n", "text/markdown")
    assert (found.title, found.authors) == ("A bolt had sheared", ("Ilse Tarrow",))
    assert found.text == "The ferry lay still for nine hours off Lindow."
    assert found.published is not None
    assert found.published.isoformat() == "2026-05-12T14:20:00+00:00"


def test_footnotes_and_html_in_markdown_are_no_words() -> None:
    text = "# Bolts\n\n<p>The ferry lay still in 1987,[^1] too.</p>\n\n<p>It has no crew.</p>\n\n[^1]: Archive.\n"
    found = article(text, "text/markdown")
    assert found.text == "The ferry lay still in 1987, too.\n\nIt has no crew."


def test_words_cut_at_the_ends_of_lines_are_whole_again() -> None:
    scanned = (
        "Bridge closed\n\nThe old bridge of Harnby was closed on Satur-\nday after a crack was found under its\n"
        "walkway, the building office said in a state-\nment. Trams turn back at Mill Square for now,\n"
        "and cyclists go over the railway bridge then.\n"
    )
    text = article(scanned).text
    assert "on Saturday after" in text
    assert "in a statement. Trams" in text
    mailed = scanned.replace("closed on Satur-\nday", "closed Saturday,\nthe").replace(
        "state-\nment", "well-\nknown way"
    )
    assert "in a well-known way" in article(mailed).text
