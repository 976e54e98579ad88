"""Many rows are inserted by few statements, as they would be one by one."""

from briefing.database import Address
from briefing.database.connection import PLACES, insert
from briefing.database.seam import opened
from briefing.model import Quote, Span
from briefing.store import open_library
from briefing.store.articles import STORED
from briefing.store.quotations import Quotations
from tests.factory import MONDAY, article

ROWS = PLACES // len(STORED)  # that one statement takes
METHOD = 7


def test_articles_of_several_statements_are_all_there_in_order_and_found(place: Address) -> None:
    many = [article(f"a{number:011}", f"Ferry number {number} sailed.") for number in range(2 * ROWS + 1)]
    with open_library(place) as library:
        assert library.add(many, seen_at=MONDAY).new == tuple(each.id for each in many)
        assert library.get(each.id for each in many) == tuple(many)
        assert library.search("ferry", limit=len(many) + 1) == tuple(many)
        for number in (0, ROWS - 1, ROWS, 2 * ROWS):
            assert library.search(f'"number {number}"') == (many[number],)
    with opened(place) as connection:
        rows = connection.execute("SELECT id FROM article ORDER BY number").fetchall()
    assert [row[0] for row in rows] == [each.id for each in many]


def test_quotations_of_many_articles_are_kept_by_few_statements(place: Address) -> None:
    said = '"We sail," said Mira Solen. "So do we," said Jon Vard.'
    many = [article(f"a{number:011}", f"{said} It was {number}.") for number in range(ROWS)]
    found = [
        (each, [Quote(each.id, "direct", Span(at, at + 8), "Mira Solen", None, None, "said", 0.9) for at in (0, 28)])
        for each in many
    ]
    with open_library(place) as library:
        library.add(many, seen_at=MONDAY)
    with Quotations(place) as quotations:
        for _ in range(2):  # the second time in place of the first
            quotations.remember(found, METHOD)
            assert quotations.all(METHOD) == tuple(quote for _, quotes in found for quote in quotes)


def test_no_rows_are_no_statement(place: Address) -> None:
    with open_library(place), opened(place) as connection:
        insert(connection, "INSERT INTO nowhere", [])
