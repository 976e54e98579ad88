from dataclasses import fields

from hypothesis import HealthCheck, given, settings

from briefing.model import Article
from briefing.store.mapping import COLUMNS, from_row, storable, to_row
from tests.factory import article
from tests.store.articles import ARTICLES


def test_every_field_of_an_article_has_its_column() -> None:
    """A new field needs a column here and a migration that adds it."""
    assert set(COLUMNS) == {field.name for field in fields(Article)}


def test_a_time_is_stored_as_text_of_one_length_in_utc() -> None:
    times = [to_row(article(published=article().published))["published"], to_row(article(published=None))["published"]]
    assert times == ["2026-05-11T00:00:00.000000+00:00", None]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
@given(ARTICLES)
def test_a_row_is_read_as_the_article_it_was_made_of(one: Article) -> None:
    row = to_row(one)
    assert from_row(tuple(row[column] for column in COLUMNS)) == one
    assert storable(one) is one
