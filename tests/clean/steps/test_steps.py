"""What each step takes away and learns, and above all what it leaves alone."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.clean.dates import UNDATED
from briefing.clean.draft import Draft
from briefing.clean.steps import STEPS, cleaned
from briefing.clean.steps.appeal import without_appeals
from briefing.clean.steps.biography import without_biographies
from briefing.clean.steps.byline import without_inline_byline
from briefing.clean.steps.caption import without_captions
from briefing.clean.steps.credit import without_credits
from briefing.clean.steps.dateline import dateline, without_dateline
from briefing.clean.steps.dek import without_repeated_dek
from briefing.clean.steps.embedded_post import without_embedded_posts, without_linked_posts
from briefing.clean.steps.furniture import without_furniture
from briefing.clean.steps.link_box import without_link_boxes
from briefing.clean.steps.live_stamp import without_live_stamps
from briefing.clean.steps.masthead import without_masthead
from briefing.clean.steps.original_url import without_original_url
from briefing.clean.steps.pasted_head import with_head_apart
from briefing.clean.steps.spacing import with_spacing_mended

PROSE = (
    "The ferry between Harnby and Skarn Island will not sail before Friday, the harbour office said on Tuesday.",
    "Mayor Ruth Tollard asked the operator to lay on buses. It answered that it had none to spare.",
    "“We have waited nine days,” said Maud Ennis, who runs the island's shop. “We can wait three more.”",
)


ABROAD = (
    "Die Fähre zwischen Harnby und Skarn fährt nicht vor Freitag, teilte das Hafenamt am Dienstag mit.",
    "Le ferry entre Harnby et Skarn ne partira pas avant vendredi ; le port attend une pièce de Kessel.",
)


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "ADVERTISEMENT:",
        "Read more: What the Gull Bank is made of",
        "WATCH: The ferry turns back",
        "Share this article",
        "* * *",
        "Sign up for The Tide, our newsletter at seven every morning.",
        "Follow us on Twitter",
        "3 min read",
        "Slideshow (4 Images)",
        "Listen to this article",
        "Photos: The harbour from above",
        "We use cookies to make this site work.",
        "Why the harbour of Harnby is silting up Read more",
        "A new podcast from Kessel on all that floats Learn More",
        "Play Video 0:31 The ferry sinks – video",
        "CLOSE Ruth Tollard has asked the operator to lay on buses. Lindow Radio",
        "Related What the Gull Bank is made of",
        "Related Coverage Ferry freed at high tide",
        "GRAPHIC: The ferry's way over the bank - here",
        "LISTEN TO ARTICLE 4:13 SHARE THIS ARTICLE Share Tweet Post Email",
        "All sharing options for: Harnby has no ferry",
        "For all that happens on the river, subscribe to the Harnby Call's newsletters",
    ],
)
def test_lines_of_the_page_go_wherever_they_stand(line: str) -> None:
    assert without_furniture(Draft((*PROSE, line, PROSE[0]))).paragraphs == (*PROSE, PROSE[0])


@pytest.mark.parametrize(
    "line",
    [
        "Watch officers saw the light at 3.34am, six minutes before the ship struck.",
        "Share prices fell by 4 per cent in Kessel.",
        "Listen, he told them, the sea does not do it to you twice.",
        "More: that is what the union wants, and what the minister says he has not got.",
        "Video: “I saw the barriers go up,” the driver said. “Then I saw the train.”",
        "Related charges against the pilot were dropped in 2024.",
        "Related Shipping, the ferry's owner, paid a fine in 2024.",
        "Close to the quay stood 200 people.",
        "She told the inquiry where to read more.",
        "Print runs at the Harnby Courier have halved since 2019.",
        "Get home before dark, the police told parents in Lindow.",
        "Subscribe to the theory that the bank moves, and the cost is clear.",
    ],
)
def test_sentences_that_begin_like_a_button_stay(line: str) -> None:
    assert without_furniture(Draft((*PROSE, line, PROSE[0]))).paragraphs == (*PROSE, line, PROSE[0])


@pytest.mark.parametrize(
    "pointer",
    [
        " (RELATED: Harbour Opens Again, ‘At Last,’ Says Pilot)",
        " [Read more: Ferry freed at high tide]",
        "(Watch: The ferry sinks).",
        " RELATED: Harbour Opens Again",
    ],
)
def test_a_pointer_set_into_a_paragraphs_end_is_cut_off(pointer: str) -> None:
    found = without_furniture(Draft((f"{PROSE[0]}{pointer}", pointer.strip(), PROSE[1])))
    assert found.paragraphs == PROSE[:2]
    assert sum(each.paragraphs for each in found.removed) == 2


@pytest.mark.parametrize(
    "line",
    [
        "The ferry sank at 3.34 (related reports: none).",
        "The pilot was heard (see the minutes: page 4).",
        "She read it aloud (read: shouted) on the quay, and nobody else (watch officers: two) said a word.",
        "The report names those who were RELATED: three cousins and a niece.",
    ],
)
def test_an_aside_in_brackets_stays(line: str) -> None:
    assert without_furniture(Draft((*PROSE, line, PROSE[0]))).paragraphs == (*PROSE, line, PROSE[0])


@pytest.mark.parametrize(
    "line",
    [
        "Lesen Sie auch: Die Fähre bleibt im Hafen",
        "À lire aussi",
        "Lea también: El ferry no zarpa hasta el viernes",
        "LEGGI ANCHE - Il traghetto resta in porto".replace(" - ", ": "),
        "Leia também",
        "Читайте также: Паром остаётся в порту",
        "Читайте також",
        "Подписывайтесь на наш канал в Telegram",
        "Suivez-nous sur Facebook et recevez toutes les alertes",
        "Iscriviti alla newsletter del Corriere di Kessel",
        "Jetzt den kostenlosen Newsletter aus Kessel bestellen",
    ],
)
def test_furniture_goes_in_other_languages_too(line: str) -> None:
    assert without_furniture(Draft((*ABROAD, line, ABROAD[0]))).paragraphs == (*ABROAD, ABROAD[0])


@pytest.mark.parametrize(
    "line",
    [
        "Hintergrund: Im Mai war die Fähre auf Grund gelaufen.",
        "Siga la ruta del ferry, pidió el capitán.",
        "Подписчики канала жаловались на паром всю неделю.",
        "Le ministre a lu la suite de la lettre à voix haute.",
    ],
)
def test_news_in_other_languages_stays(line: str) -> None:
    assert without_furniture(Draft((*ABROAD, line, ABROAD[0]))).paragraphs == (*ABROAD, line, ABROAD[0])


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Unabhängiger Journalismus kostet Geld. Unterstützen Sie unsere Arbeit mit fünf Kronen im Monat.", False),
        ("Soutenez une presse libre : faites un don à la rédaction du Courrier de Kessel.", False),
        ("Поддержите нашу редакцию, чтобы мы могли и дальше писать о портах.", False),
        ("Підтримайте нас, щоб ми могли й далі писати про порти.", False),
        ("„Unterstützen Sie unsere Arbeit“, sagte die Hafenmeisterin am Dienstag vor der Versammlung.", True),
        ("El gobierno apoya el trabajo de los puertos y la mejora de los muelles.", True),
        ("Губернатор призвал: поддержите наших моряков и их семьи.", True),
    ],
)
def test_appeals_go_in_other_languages_too(line: str, stays: bool) -> None:
    kept = without_appeals(Draft((ABROAD[0], line, ABROAD[1]))).paragraphs
    assert kept == ((ABROAD[0], line, ABROAD[1]) if stays else ABROAD)


def test_an_announced_appeal_goes_as_a_block_and_names_its_sender() -> None:
    appeal = (
        "A message from The Port Selby Gazette:",
        "Dear readers,",
        "The city council has cut our reporters off from its meetings. It calls our work a nuisance.",
        "These steps are aimed at local journalism as such. We have printed the minutes since 1911.",
        "Your support makes a difference. Please support us monthly, from just $3.",
        "Thank you for standing with us.",
        "Remind me later.",
    )
    found = without_appeals(Draft((*PROSE, *appeal)))
    assert found.paragraphs == PROSE
    assert found.outlet == "The Port Selby Gazette"
    assert [(removal.step, removal.paragraphs) for removal in found.removed] == [("appeal", 7)]


@pytest.mark.parametrize(
    "line",
    [
        "Independent journalism costs money. If you value our reporting, become a member from $5 a month.",
        "Get the five stories of the day in your inbox. By signing up, you agree to our privacy policy.",
        "You have read the last of your free articles. Subscribe now.",
        "To receive the Post's health letter every Thursday, sign up here.",
    ],
)
def test_an_appeal_in_one_paragraph_goes(line: str) -> None:
    assert without_appeals(Draft((PROSE[0], line, PROSE[1]))).paragraphs == PROSE[:2]


@pytest.mark.parametrize(
    "line",
    [
        "Donations to the lifeboat reached 40,000 crowns, and the crew thanked everyone who gave.",
        "The minister said subscribers of the state railway would get their money back within a month.",
        "“Please support us,” she told the crowd. “Become a member, give what you can, stand with us.”",
        "Residents who sign up for the evening lessons need not pay, and 900 have done so.",
        "The paper asked readers to donate last year; the appeal brought in 2 million crowns, the publisher said.",
        "If you live on the island, your ferry will leave from the north quay until June.",
        "We need the bridge, and we shall support any government that builds it, the union's leaders wrote to him.",
    ],
)
def test_news_about_money_and_support_stays(line: str) -> None:
    assert without_appeals(Draft((PROSE[0], line, PROSE[1]))).paragraphs == (PROSE[0], line, PROSE[1])


def test_an_opener_without_an_appeal_behind_it_stays() -> None:
    letter = ("Dear readers,", "The first ship came in at noon. The second came in at one.", PROSE[0])
    assert without_appeals(Draft(letter)).paragraphs == letter


@pytest.mark.parametrize(
    ("paragraph", "rest", "agency", "partial"),
    [
        ("HARNBY — The ferry is late.", "The ferry is late.", None, None),
        ("PORT SELBY, Valdoria (Reuters) - The ferry is late.", "The ferry is late.", "Reuters", None),
        ("KESSEL, November 5. /TASS/. The ferry is late.", "The ferry is late.", "TASS", "--11-05"),
        ("MARISBURG, May 20 (MNA) – The ferry is late.", "The ferry is late.", "MNA", "--05-20"),
        ("(Reuters) - The ferry is late.", "The ferry is late.", "Reuters", None),
        ("Port Selby(Reuters Business) The ferry is late.", "The ferry is late.", "Reuters", None),
        ("Harnby (CNN) The ferry is late.", "The ferry is late.", "CNN", None),
        ("HARNBY -- “The ferry is late,” he said.", "“The ferry is late,” he said.", None, None),
        ("ST. ORLA'S, Estmark (AP) — The ferry is late.", "The ferry is late.", "Associated Press", None),
    ],
)
def test_a_dateline_is_cut_off_and_read(paragraph: str, rest: str, agency: str | None, partial: str | None) -> None:
    found = without_dateline(Draft((paragraph,)))
    assert (found.paragraphs, found.origin, found.partial_date) == ((rest,), agency, partial)


def test_a_dateline_with_a_year_dates_the_article() -> None:
    found = without_dateline(Draft(("KESSEL, Nov. 5, 2025 (AP) — The ferry is late.",)))
    assert found.date.published == datetime(2025, 11, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "paragraph",
    [
        "HARNBY — the town on the estuary — has had no ferry since May.",
        "EDITOR'S NOTE — The ferry is late.",
        "NATO is meeting in Kessel - The ferry is late.",
        "Harnby - The ferry is late.",
        "The minister (Reuters) is late.",
        "EU - The ferry is late.",
        "A ferry, a bus — The choice was easy.",
        "12 May (Monday) - The ferry is late.",
    ],
)
def test_what_only_looks_like_a_dateline_stays(paragraph: str) -> None:
    assert dateline(paragraph) is None


def test_a_byline_run_together_with_the_dateline_is_cut_off() -> None:
    found = cleaned(Draft(("By Ada Quill HARNBY (Reuters) - The ferry is late. It has no crew. (Editing by Ben Roe)",)))
    assert found.paragraphs == ("The ferry is late. It has no crew.",)
    assert (found.authors, found.origin, found.outlet) == (("Ada Quill",), "Reuters", "Reuters")


@pytest.mark.parametrize(
    "line", ["Updated at 6:20 p.m. ET", "Updated 8:15 p.m. ET", "Updated at 3 p.m. ET Saturday", "Last updated: 18:05"]
)
def test_an_hour_without_a_day_above_the_text_is_a_stamp(line: str) -> None:
    found = without_masthead(Draft((line, *PROSE), title="The ferry is late"))
    assert (found.paragraphs, found.date) == (PROSE, UNDATED)


@pytest.mark.parametrize(
    "line", ["By Harnby standards it was a quiet night.", "By Monday the ferry will sail.", "BY noon it was over."]
)
def test_a_sentence_that_begins_with_by_stays(line: str) -> None:
    assert without_inline_byline(Draft((line,))).paragraphs == (line,)
    assert without_masthead(Draft((line, *PROSE))).paragraphs == (line, *PROSE)


@pytest.mark.parametrize(
    "line",
    [
        "FILE PHOTO: The ferry at Harnby, Valdoria, May 2, 2026.",
        "Mayor Ruth Tollard speaks on the quay on Tuesday. REUTERS/Ada Quill",
        "The ferry in Harnby. (Ada Quill/AP)",
        "Tugs on the river. (AP Photo/Ada Quill, File)",
        "Photo by Ada Quill",
        "Image copyright Ada Quill Image caption The ferry at its berth",
        "The island seen from the ferry. Photograph: Ada Quill/The Valdorian",
        "Ruth Tollard. | Ada Quill/AP Photo",
        f"Ruth Tollard looks on, Friday, May 1, 2026. {'It was a quiet night in Harnby. ' * 12}(Ada Quill via AP)",
        "The ferry at its berth on May 2, 2026. Ada B. Quill, AP",
        "The ferry at its berth on May 2, 2026. AP",
        "The ferry has sunk. How did it come to this? (May 4) AP Domestic",
        "Ruth Tollard on the quay in 2019. Ada Quill / AP file",
        "A woman on the quay. Reuters/Ada al-Quill",
        "Tollard 2026 Campaign/Handout via Reuters",
        "The ferry at noon. © 2026 Ada Quill/Pool Photo via AP",
        "Ruth Tollard and Ben Roe. (Photo: Getty Images) More",
        "The ferry sinks off Port Selby (AP photo)",
        "(AP Video/Ada Quill)",
        "Ruth Tollard on the quay on May 2, 2026. Ada Quill, USA TODAY",
        "(Reuters photo: Ada Quill)",
        "(adaquill/iStock/Getty Images Plus)",
        "The quay is empty. (Ada Quill/Harnby Call file photo)",
        "Click to expand Image Tugs on the river, May 2, 2026. © 2026 Ada Quill",
        "Ruth Tollard is joined by the pilots of Harnby to unveil a chart there May 2, 2026 in Kessel, VA.",
    ],
)
def test_captions_go(line: str) -> None:
    assert without_captions(Draft((PROSE[0], line, PROSE[1]))).paragraphs == PROSE[:2]


@pytest.mark.parametrize(
    "line",
    [
        "The photograph shows the ferry an hour before it sank.",
        "Reuters and AP both reported that the ferry had sunk.",
        "Pictures of the birds went round the world on Friday.",
        "He sold the image to an agency in Kessel (for 40 crowns).",
        "The ferry had sunk, the harbour office told Reuters.",
        "More than half of Harnby would vote for her, according to a Reuters/Ipsos national poll.",
        "The council met by telephone and sent its answer via AP.",
        "The mayor smiled. Ada Quill of the AP asked her why.",
        "The ferry was launched on May 2, 1986 in Kessel, Valdoria.",
        f"{'It was a quiet night in Harnby. ' * 24}(Ada Quill via AP)",
    ],
)
def test_news_about_pictures_stays(line: str) -> None:
    assert without_captions(Draft((PROSE[0], line, PROSE[1]))).paragraphs == (PROSE[0], line, PROSE[1])


def test_at_the_top_a_line_that_says_who_where_and_when_is_a_caption() -> None:
    draft = Draft(("Secretary Ada Quill in Harnby Jan. 23, 2025", *PROSE))
    assert without_captions(draft).paragraphs == PROSE


@pytest.mark.parametrize(
    "line",
    [
        "(Editing by Ben Roe)",
        "Reporting by Ada Quill in Harnby; Editing by Ben Roe",
        "Ada Quill contributed to this report.",
        "Ada Quill and Ben Roe contributed reporting.",
        "© 2026 The Valdorian. All rights reserved.",
        "Follow her on Twitter: @adaquill",
    ],
)
def test_credits_go(line: str) -> None:
    assert without_credits(Draft((*PROSE, line))).paragraphs == PROSE


@pytest.mark.parametrize(
    "line",
    [
        "The storm has contributed to a feeling that the ferry is cursed.",
        "Editing by hand takes a week, the museum's director said, and nobody has a week.",
        "He signed the letter with one word (translation: the captain's table).",
    ],
)
def test_news_about_writing_stays(line: str) -> None:
    assert without_credits(Draft((*PROSE, line))).paragraphs == (*PROSE, line)


def test_the_masthead_is_read_line_by_line() -> None:
    head = (
        "All news",
        "Ferry stays in port",
        "By Ada Quill and Ben Roe",
        "Harnby Courier",
        "12 May 2026, 18:40 (CEST)",
    )
    found = without_masthead(Draft((*head, *PROSE)))
    assert found.paragraphs == PROSE
    assert (found.title, found.outlet, found.authors) == (
        "Ferry stays in port",
        "Harnby Courier",
        ("Ada Quill", "Ben Roe"),
    )
    assert found.date.published == datetime(2026, 5, 12, 16, 40, tzinfo=UTC)
    assert (found.date.precision, found.date.utc_offset) == ("minute", 120)


def test_text_without_a_headline_has_no_title() -> None:
    found = without_masthead(Draft(PROSE))
    assert (found.title, found.paragraphs) == ("", PROSE)


def test_an_outlet_in_the_byline_is_no_author() -> None:
    found = without_masthead(Draft(("Ferry stays in port", "By The Harnby Courier", *PROSE)))
    assert (found.authors, found.outlet) == ((), "The Harnby Courier")


def test_a_role_in_the_byline_is_no_author() -> None:
    found = without_masthead(Draft(("Ferry stays in port", "By Ada Quill, Shipping Correspondent", *PROSE)))
    assert (found.authors, found.outlet) == (("Ada Quill",), None)


def test_a_headline_that_is_known_is_dropped_where_the_text_repeats_it() -> None:
    assert without_masthead(Draft(("Ferry Stays in Port", *PROSE), title="Ferry stays in port")).paragraphs == PROSE


def test_a_text_that_is_one_headline_keeps_it_as_title_only_if_text_follows() -> None:
    assert without_masthead(Draft(("“Nobody is panicking, but everybody is counting.”",))).title == ""


def test_a_dek_that_the_text_repeats_goes() -> None:
    dek = "“We have waited nine days,” said Maud Ennis"
    assert without_repeated_dek(Draft((dek, *PROSE), title="Ferry stays in port")).paragraphs == PROSE


def test_a_labelled_address_is_learnt_and_dropped() -> None:
    lines = (*PROSE, "Original url:", "<https://Courier.example/a?utm_source=x#top>")
    found = without_original_url(Draft(lines))
    assert (found.paragraphs, found.url) == (PROSE, "https://courier.example/a")


def test_an_address_between_paragraphs_stays() -> None:
    lines = (*PROSE, *PROSE, "https://courier.example/a", *PROSE)
    assert without_original_url(Draft(lines)).paragraphs == lines


def test_a_post_run_together_with_its_signature_goes_and_a_signature_alone_stays() -> None:
    signature = "— Ada Quill (@adaquill) May 12, 2026"
    assert without_embedded_posts(Draft((*PROSE, f"It floats! {signature}"))).paragraphs == PROSE
    assert without_embedded_posts(Draft((*PROSE, signature))).paragraphs == (*PROSE, signature)


def test_the_hour_of_a_live_report_is_cut_off() -> None:
    found = without_live_stamps(Draft((f"12:10 {PROSE[0]}",)))
    assert found.paragraphs == PROSE[:1]


def test_a_line_below_the_text_that_presents_its_author_goes() -> None:
    draft = Draft((*PROSE, "Ada Quill is a novelist and lives in Kessel."), authors=("Ada Quill",))
    assert without_biographies(draft).paragraphs == PROSE
    assert without_biographies(Draft(draft.paragraphs)).paragraphs == draft.paragraphs


def test_a_masthead_pasted_as_one_line_comes_apart() -> None:
    line = f"Ferry stays in port | Harnby Courier | By Ada Quill | 13 May 2026, 14:05 | HARNBY — {PROSE[0]}"
    found = cleaned(with_head_apart(Draft((line,))))
    assert (found.title, found.outlet, found.authors) == ("Ferry stays in port", "Harnby Courier", ("Ada Quill",))
    assert found.paragraphs == (PROSE[0],)


def test_plain_prose_passes_all_steps_untouched() -> None:
    found = cleaned(Draft(PROSE))
    assert (found.paragraphs, found.removed) == (PROSE, ())


@given(st.lists(st.text(min_size=1).map(str.strip).filter(bool), max_size=12))
def test_no_step_fails_on_any_lines_and_none_adds_words(lines: list[str]) -> None:
    draft = Draft(tuple(lines))
    for step in STEPS:
        after = step(draft)
        assert sum(map(len, after.paragraphs)) <= sum(map(len, draft.paragraphs))
        draft = after


BOXED = (
    "Senator Ada McQuill Ada Jane McQuillHarbour vote is put off McQuill leaves committee: report What next? MORE (D)"
    " said that Mayor Ben Roe Benjamin (Ben) RoeThe Courier's Morning Report Roe denies it MORE’s plan was dead."
)


def test_headlines_pasted_behind_a_name_go_and_the_sentence_stays() -> None:
    found = without_link_boxes(Draft((BOXED,)))
    assert found.paragraphs == ("Senator Ada McQuill (D) said that Mayor Ben Roe’s plan was dead.",)
    assert [(removal.step, removal.paragraphs) for removal in found.removed] == [("link box", 2)]


@pytest.mark.parametrize(
    "line",
    [
        "The mayor wants MORE ferries, and McQuill wants fewer.",
        "Quill said that iPhones, YouTube and MORE Coffee were banned on board.",
        "MORE",
        "Ada Quill Ada QuillHarbour vote is put off, and no button ends it.",
    ],
)
def test_the_word_more_alone_makes_no_box(line: str) -> None:
    assert without_link_boxes(Draft((line,))).paragraphs == (line,)


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("T HE HARBOUR of Kessel is shut.", "THE HARBOUR of Kessel is shut."),
        ("T he harbour of Kessel is shut.", "The harbour of Kessel is shut."),
        ("“T he harbour is shut.”", "“The harbour is shut.”"),
        ("I N KESSEL the harbour is shut.", "IN KESSEL the harbour is shut."),
        ("A FERRY sailed. I SAW it. Q AND A follows.", "A FERRY sailed. I SAW it. Q AND A follows."),
        ("The crisis , the office said, is over .", "The crisis, the office said, is over."),
        ("He waited . . . and the ferry sailed.", "He waited . . . and the ferry sailed."),
        ("Il attend ; le ferry , lui, est parti.", "Il attend ; le ferry, lui, est parti."),
    ],
)
def test_blanks_that_markup_left_go(line: str, printed: str) -> None:
    assert with_spacing_mended(Draft((line,))).paragraphs == (printed,)


def test_a_post_that_came_without_its_signature_goes_by_the_address_it_ends_in() -> None:
    post = "What a day at the harbour! pic.twitter.com/aB3xYz09Qk"
    assert without_linked_posts(Draft((*PROSE, post))).paragraphs == PROSE
