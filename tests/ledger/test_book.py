from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from briefing.errors import PeopleError
from briefing.ledger import Line, Person, Shelf, Wanted, fill, open_shelf, quoted, undo
from briefing.ledger.book import apart_from_direct, cut_short, sentence_around
from briefing.ledger.finding import method
from briefing.model import Article, Quote, Span
from briefing.quote import quote
from briefing.store import open_library
from briefing.store.quotations import Quotations
from tests.factory import MONDAY, article, span
from tests.factory import quote as said

SPEECH = "We will build the bridge again, and we will build it out of stone this time."
COURIER = article(
    "a00000000001",
    f"“{SPEECH}” said Alexander Brontz, the transport minister. He called the plan “dry and honest”.",
    title="Bridge to be stone",
)
GAZETTE = article(
    "a00000000002",
    "“We will build the bridge again,” said Aleksander Brontz, Estmark’s minister of transport.",
    title="Brontz on the bridge",
    outlet="Port Selby Gazette",
    published=MONDAY + timedelta(days=1),
)
TRIBUNE = article(
    "a00000000003",
    "“We shall build the bridge again, and we will build it out of stone this time,” Alexander Brontz said.",
    title="Stone it is",
    outlet="Estmark Tribune",
    published=MONDAY + timedelta(days=1),
)
OTHER = article(
    "a00000000004",
    "“The library closes in June,” said Ana Roe, a librarian. “Nobody reads in June.”",
    title="Library to close",
    outlet="Lindow Radio",
    published=None,
)
EVERYTHING = (COURIER, GAZETTE, TRIBUNE, OTHER)
ALEXANDER, ALEKSANDER = "Alexander Brontz", "Aleksander Brontz"
# By hand, so that what the ledger does is not judged by what the quote stage finds.
QUOTES = {
    COURIER.id: (
        replace(said(COURIER, SPEECH, ALEXANDER, confidence=0.95), role="transport minister"),
        replace(said(COURIER, "dry and honest", ALEXANDER, confidence=0.7), role="transport minister"),
    ),
    GAZETTE.id: (replace(said(GAZETTE, "We will build the bridge again,", ALEKSANDER), role="minister of transport"),),
    TRIBUNE.id: (said(TRIBUNE, TRIBUNE.text[1 : TRIBUNE.text.index("”")], ALEXANDER, confidence=0.92),),
    OTHER.id: (
        said(OTHER, "The library closes in June,", "Ana Roe"),
        said(OTHER, "Nobody reads in June.", "Ana Roe", confidence=0.5),
    ),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with open_library(tmp_path / "library.sqlite") as library:
        library.add(EVERYTHING, seen_at=MONDAY)
    with Quotations(tmp_path / "library.sqlite") as quotations:
        quotations.remember([(each, QUOTES[each.id]) for each in EVERYTHING], method())
    return tmp_path / "library.sqlite"


def read(path: Path, wanted: Wanted | None = None) -> tuple[Line, ...]:
    with open_shelf(path, "UTC") as shelf:
        return shelf.read(wanted or Wanted(confidence=0.0, kinds=("direct",)))


def spoken(lines: tuple[Line, ...], start: str) -> Line:
    return next(line for line in lines if line.text().startswith(start))


def test_the_same_words_of_several_outlets_are_one_line_that_notes_cuts_and_other_wordings(path: Path) -> None:
    lines = read(path)
    line = spoken(lines, "We ")
    assert sum(other.text().startswith("We ") for other in lines) == 1
    assert line.person == "Alexander Brontz"
    assert line.day == MONDAY.date()
    assert set(line.outlets()) == {"Harnby Courier", "Port Selby Gazette", "Estmark Tribune"}
    assert [cut_short(line, place) for place in line.quotation.citation.also] == [True]
    assert [line.printed(place)[:8] for place in line.quotation.reworded] == ["We shall"]


def test_two_parts_that_one_outlet_prints_fold_into_the_whole_that_another_prints(tmp_path: Path) -> None:
    first, second = "The bridge was built for carts.", "It will carry trucks when I am gone."
    whole = article("c00000000001", f"“{first} {second}” said the mayor, Ana Roe.", outlet="Lindow Radio")
    parts = article("c00000000002", f"“{first}” said Ana Roe. “{second}”")
    with open_library(tmp_path / "library.sqlite") as library:
        library.add([whole, parts], seen_at=MONDAY)
    quotes = (said(parts, first, "Ana Roe"), said(parts, second, "Ana Roe"))
    with Quotations(tmp_path / "library.sqlite") as quotations:
        found = [(whole, [said(whole, f"{first} {second}", "Ana Roe", confidence=0.91)]), (parts, quotes)]
        quotations.remember(found, method())
    (line,) = read(tmp_path / "library.sqlite")
    assert line.text() == f"{first} {second}"
    assert line.quotation.quote.confidence == 0.91
    assert line.outlets() == ("Lindow Radio", "Harnby Courier")
    assert [cut_short(line, place) for place in line.quotation.citation.also] == [True]


def test_one_person_is_found_by_every_spelling(path: Path) -> None:
    for name in ("brontz", "Aleksander Brontz", "alexander"):
        assert {line.person for line in read(path, Wanted(speaker=name, confidence=0.0))} == {"Alexander Brontz"}
    assert read(path, Wanted(speaker="Nobody", confidence=0.0)) == ()


def test_words_are_looked_for_in_the_quotation_and_the_headline_and_freely_in_the_speaker_too(path: Path) -> None:
    def people(**asked: str) -> set[str | None]:
        return {line.person for line in read(path, Wanted(confidence=0.0, kinds=("direct",), **asked))}  # type: ignore[arg-type] # words only

    assert people(about="library") == {"Ana Roe"}
    assert people(about="librar") == {"Ana Roe"}
    assert people(about="roe") == set()
    assert people(words="roe JUNE") == {"Ana Roe"}
    assert people(words="minister stone") == {"Alexander Brontz"}


def test_days_are_those_of_the_articles_and_the_undated_are_on_none(path: Path) -> None:
    day = MONDAY.date()
    lines = read(path, Wanted(confidence=0.0, first=day, last=day))
    assert {line.articles[0].id for line in lines} == {COURIER.id}
    assert read(path, Wanted(confidence=0.0, first=date(2026, 6, 1))) == ()


def test_only_the_sure_are_sure_and_the_rest_is_asked_for(path: Path) -> None:
    assert all(line.sure for line in read(path, Wanted()))
    assert len(read(path, Wanted())) < len(read(path, Wanted(confidence=0.0)))


def test_a_few_words_are_shown_in_their_sentence(path: Path) -> None:
    line = spoken(read(path), "dry")
    assert sentence_around(line) == "He called the plan “dry and honest”."


def test_a_reported_statement_that_holds_a_direct_quotation_is_left_out() -> None:
    text = "She said the harbour was “open to all” and would stay so. She said the fee was gone."
    source = article(text=text)
    direct = said(source, "open to all")
    around = Quote(source.id, "indirect", span(text, "the harbour was “open to all”"), None, None, None, None, 0.9)
    alone = Quote(source.id, "indirect", span(text, "the fee was gone"), None, None, None, None, 0.9)
    assert apart_from_direct([direct, around, alone]) == [direct, alone]


def test_short_words_said_weeks_apart_are_said_twice(tmp_path: Path) -> None:
    texts = "“We will win,” said Ana Roe, the mayor."
    days = (0, 1, 30)
    rows = [
        article(f"b{day:011}", texts, published=MONDAY + timedelta(days=day), outlet=f"Outlet {day}") for day in days
    ]
    with open_library(tmp_path / "library.sqlite") as library:
        library.add(rows, seen_at=MONDAY)
    lines = read(tmp_path / "library.sqlite")
    assert sorted(len(line.articles) for line in lines) == [1, 2]


def test_quotations_are_found_once_and_read_ever_after(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "library.sqlite"
    with open_library(path) as library:
        library.add(EVERYTHING, seen_at=MONDAY)
        assert fill(library, path) == len(EVERYTHING)
        assert fill(library, path) == 0
    monkeypatch.setattr("briefing.ledger.finding.quote", never)
    found = quoted(EVERYTHING, path)
    assert found == {each.id: quote(each) for each in EVERYTHING}
    with pytest.raises(AssertionError):
        quoted([replace(OTHER, sha256="other words")], path)


def never(_article: Article) -> tuple[Quote, ...]:
    raise AssertionError("looked for again")


def test_what_the_user_says_of_people_stays_until_it_is_undone(path: Path) -> None:
    def people() -> set[str | None]:
        return {line.person for line in read(path)} - {None}

    assert people() == {"Alexander Brontz", "Ana Roe"}
    act(path, "split", "aleksander brontz")
    assert people() == {"Alexander Brontz", "Aleksander Brontz", "Ana Roe"}
    act(path, "merge", "Ana Roe", "Alexander Brontz")
    assert people() == {"Ana Roe", "Aleksander Brontz"}
    act(path, "split", "Ana Roe", "Alexander Brontz")
    assert "Alexander Brontz" in people()
    for _ in range(3):
        undo(path)
    assert people() == {"Alexander Brontz", "Ana Roe"}
    with pytest.raises(PeopleError, match="nothing to undo"):
        undo(path)


def act(path: Path, what: str, name: str, *others: str) -> None:
    with open_shelf(path, "UTC") as shelf:
        if what == "merge":
            shelf.merge((name, *others), MONDAY)
        else:
            shelf.apart(name, others, MONDAY)


def test_a_name_that_nobody_has_is_told_with_those_that_are_like_it(path: Path) -> None:
    with open_shelf(path, "UTC") as shelf:
        with pytest.raises(PeopleError, match="did you mean Ana Roe"):
            shelf.merge(("Ana Row", "Alexander Brontz"), MONDAY)
        with pytest.raises(PeopleError, match="goes by no other name"):
            shelf.apart("Ana Roe", (), MONDAY)


def test_the_roll_has_roles_with_their_days_and_all_spellings(path: Path) -> None:
    with open_shelf(path, "UTC") as shelf:
        people = {person.name: person for person in roll(shelf)}
    brontz = people["Alexander Brontz"]
    assert brontz.spellings == ("Aleksander Brontz",)
    assert (brontz.first, brontz.last) == (MONDAY.date(), MONDAY.date())
    assert dict(brontz.outlets)["Estmark Tribune"] == 1
    assert [stint.role for stint in brontz.roles][:1] == ["transport minister"]
    assert people["Ana Roe"].first is None


def roll(shelf: Shelf) -> tuple[Person, ...]:
    return shelf.roll(Wanted(confidence=0.0))


def test_places_are_the_very_words(path: Path) -> None:
    texts = {each.id: each.text for each in EVERYTHING}
    for line in read(path):
        for place in (line.quotation.citation.place, *line.quotation.citation.also, *line.quotation.reworded):
            assert Span(place.span.start, place.span.end).of(texts[place.article_id]) == line.printed(place)
