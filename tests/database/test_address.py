import pickle
from pathlib import Path

import pytest

from briefing.config import parse
from briefing.database import Address, Server, address, written


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://anna@db.example/news", "postgresql://anna@db.example/news"),
        ("postgresql://anna:s3cr3t@db.example:5433/news", "postgresql://anna@db.example:5433/news"),
        ("postgresql://anna:p@ss@db.example/news", "postgresql://anna@db.example/news"),
        ("postgres://db.example/news?user=anna&password=s3cr3t", "postgres://db.example/news?user=anna&password=…"),
        ("postgresql:///news?host=/run/postgresql", "postgresql:///news?host=/run/postgresql"),
        ("postgresql://a:b@h1:5432,h2:5433/news", "postgresql://a@h1:5432,h2:5433/news"),
    ],
)
def test_a_server_is_named_without_its_password(url: str, shown: str) -> None:
    server = address(url)
    assert isinstance(server, Server)
    assert (str(server), repr(server)) == (shown, f"Server({shown!r})")
    assert f"{server}" == shown


@pytest.mark.parametrize("text", ["postgresql://anna:s3cr3t@db.example/news", "library.sqlite", "/srv/library.sqlite"])
def test_an_address_survives_being_written_and_pickled(text: str) -> None:
    place = address(text)
    assert address(written(place)) == place.absolute()
    assert pickle.loads(pickle.dumps(place)) == place  # noqa: S301 our own bytes


def test_a_file_is_taken_from_the_folder_and_a_server_from_anywhere(tmp_path: Path) -> None:
    assert address("news.sqlite", tmp_path) == tmp_path / "news.sqlite"
    assert address("PostgreSQL://db/news", tmp_path) == Server("PostgreSQL://db/news")


@pytest.mark.parametrize(
    ("setting", "place"),
    [
        ("postgresql://anna@db/news", Server("postgresql://anna@db/news")),
        ("data/library.sqlite", Path("/srv/data/library.sqlite")),
    ],
)
def test_brief_toml_may_name_either(setting: str, place: Address) -> None:
    assert parse({"library": setting}, Path("/srv")).library == place
