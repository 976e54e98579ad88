from dataclasses import replace
from pathlib import Path

import pytest

from briefing.database import Address
from briefing.errors import StoreError
from briefing.model import Article, Quote, Span
from briefing.rows import digest
from briefing.store import open_library
from briefing.store.identities import Identities, Identity
from briefing.store.quotations import Quotations
from tests.factory import MONDAY, article, quote

METHOD = 1
SAID = article("a00000000001", "“The bridge holds,” said Mira Solen, the mayor of Harnby.")
OTHER = article("a00000000002", "Nobody said a word in Lindow.")
FULL = Quote(
    SAID.id, "direct", Span(1, 18), "Mira Solen", "mayor of Harnby", Span(25, 35), "said", 0.93
)  # every field of it
BARE = Quote(SAID.id, "indirect", Span(1, 18), None, None, None, None, 0.0)


@pytest.fixture
def path(place: Address) -> Address:
    with open_library(place) as library:
        library.add([SAID, OTHER], seen_at=MONDAY)
    return place


def test_a_quotation_comes_back_in_every_field(path: Address) -> None:
    with Quotations(path) as quotations:
        quotations.remember([(SAID, (FULL, BARE)), (OTHER, ())], METHOD)
    with Quotations(path) as quotations:
        assert quotations.all(METHOD) == (FULL, BARE)
        assert quotations.of([SAID, OTHER], METHOD) == {SAID.id: (FULL, BARE), OTHER.id: ()}


def test_an_article_is_looked_at_once_in_each_version_and_by_each_method(path: Address) -> None:
    with Quotations(path) as quotations:
        assert quotations.lacking(METHOD) == (SAID.id, OTHER.id)
        quotations.remember([(SAID, (FULL,)), (OTHER, ())], METHOD)
        assert quotations.lacking(METHOD) == ()
        assert quotations.lacking(METHOD + 1) == (SAID.id, OTHER.id)


def test_what_stood_in_former_words_is_not_told_of_the_new_ones(path: Address) -> None:
    changed = reworded(SAID, "Mira Solen said nothing.")
    with Quotations(path) as quotations, open_library(path) as library:
        quotations.remember([(SAID, (FULL,)), (OTHER, ())], METHOD)
        library.add([changed], seen_at=MONDAY)
        assert quotations.all(METHOD) == ()
        assert quotations.of([changed], METHOD) == {}
        assert quotations.lacking(METHOD) == (SAID.id,)
        quotations.remember([(changed, ())], METHOD)
        assert quotations.lacking(METHOD) == ()
        assert quotations.of([SAID], METHOD) == {}


def test_another_method_s_findings_are_not_mixed_in(path: Address) -> None:
    with Quotations(path) as quotations:
        quotations.remember([(SAID, (FULL,))], METHOD)
        assert quotations.all(METHOD + 1) == ()
        quotations.remember([(SAID, (BARE,))], METHOD + 1)
        assert quotations.all(METHOD + 1) == (BARE,)


def test_either_all_of_them_are_kept_or_none(path: Address) -> None:
    wrong = replace(quote(OTHER, "Nobody"), confidence=None)  # type: ignore[arg-type] # what no quotation may lack
    with Quotations(path) as quotations, pytest.raises(StoreError):
        quotations.remember([(SAID, (FULL,)), (OTHER, (wrong,))], METHOD)
    with Quotations(path) as quotations:
        assert quotations.all(METHOD) == ()


def test_thousands_of_articles_may_be_asked_for_at_once(path: Address) -> None:
    many = [article(f"b{number:011}") for number in range(2_000)]
    with Quotations(path) as quotations:
        assert quotations.of(many, METHOD) == {}


def test_what_the_user_said_of_names_is_kept_in_order_until_it_is_undone(path: Address) -> None:
    same, apart = Identity("same", ("Al Roe", "Alan Roe")), Identity("apart", ("Ana Roe", "Anna Roe"))
    with Identities(path) as identities:
        for each in (same, apart):
            identities.say(each.kind, each.names, at=MONDAY)
    with Identities(path) as identities:
        assert identities.said() == (same, apart)
        assert identities.undo() == apart
        assert identities.undo() == same
        assert identities.undo() is None
        assert identities.said() == ()


def test_a_file_that_is_no_library_is_told(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"no library" * 100)
    with Quotations(tmp_path / "other") as quotations, pytest.raises(StoreError):
        quotations.lacking(METHOD)
    with Identities(tmp_path / "other") as identities, pytest.raises(StoreError):
        identities.said()


def reworded(before: Article, text: str) -> Article:
    """The same article with other words."""
    return replace(before, text=text, sha256=digest(before.title, text))
