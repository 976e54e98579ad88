"""The briefings in the repository are the ones its sample articles give, made one after the other, in every format."""

import json
from pathlib import Path

import pytest

from briefing.render.to_json import schema
from tests.fortnight import FORMATS, WEEKS, kept, made, readable
from tests.render.chromium import lacking
from tests.render.schema import faults

NAMES = [f"{week}.{kind}" for week in WEEKS for kind in FORMATS]


@pytest.fixture(scope="module")
def briefings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return made(tmp_path_factory.mktemp("fortnight"))


@pytest.mark.parametrize("name", [name for name in NAMES if not name.endswith("pdf")])
def test_the_archived_briefings_are_current(briefings: dict[str, bytes], name: str) -> None:
    assert briefings[name].decode("utf-8") == kept(name).read_text("utf-8")


@pytest.mark.parametrize("week", WEEKS)
def test_the_pages_of_the_pdf_read_as_they_did(briefings: dict[str, bytes], week: str, tmp_path: Path) -> None:
    found = readable(briefings[f"{week}.pdf"], tmp_path)
    if found is None:
        lacking("pdftotext")
    assert found == kept(f"{week}.pdf").read_text("utf-8")


@pytest.mark.parametrize("week", WEEKS)
def test_the_json_follows_the_published_schema(week: str) -> None:
    document = json.loads(kept(f"{week}.json").read_bytes())
    assert list(faults(document, schema(), schema())) == []


def test_made_again_elsewhere_every_byte_is_the_same(briefings: dict[str, bytes], tmp_path: Path) -> None:
    again = made(tmp_path)
    assert [name for name in NAMES if again[name] != briefings[name]] == []
