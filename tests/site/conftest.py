"""One site of the samples for all tests that only look at it."""

from pathlib import Path

import pytest

from briefing.config import Config
from briefing.site.building import build
from tests.site.newsroom import hostile, newsroom


@pytest.fixture(scope="session")
def config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    return newsroom(tmp_path_factory.mktemp("newsroom"))


@pytest.fixture(scope="session")
def public(config: Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("public")
    build(config, out)
    return out


@pytest.fixture(scope="session")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("poisoned")
    build(hostile(tmp_path_factory.mktemp("hostile")), out)
    return out
