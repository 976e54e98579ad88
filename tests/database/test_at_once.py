"""Two runs come to an empty place at one moment, and one of them has made the library while the other still looks."""

from contextlib import suppress
from pathlib import Path

import pytest

from briefing.database import sqlite
from briefing.database.postgresql import Session
from briefing.errors import StoreError
from briefing.store import open_library
from briefing.store.migrations import SCHEMA
from tests.cluster import Cluster


def test_a_file_that_becomes_a_library_meanwhile_is_not_another_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.1)  # nobody is let in while the look lasts: wait no longer for it
    path = tmp_path / "library.sqlite"
    seen: list[str] = []

    def elsewhere(statement: str) -> None:
        """Before the second statement of the look: the other run gets there first, if it is let."""
        seen.append(statement)
        if len(seen) == 2:
            with suppress(StoreError):
                open_library(path).close()

    connection = sqlite.connect(path)
    connection.set_trace_callback(elsewhere)
    try:
        assert connection.schema() in {0, SCHEMA}
    finally:
        connection.close()


def test_a_schema_that_becomes_a_library_meanwhile_is_not_another_programs(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = cluster.server()
    look = Session.tables

    def elsewhere(session: Session) -> list[str]:
        """After each look at the tables: the other run gets there."""
        monkeypatch.setattr(Session, "tables", look)
        found = session.tables()
        open_library(server).close()
        return found

    session = Session(server)
    monkeypatch.setattr(Session, "tables", elsewhere)
    try:
        assert session.schema() == 0
        assert session.schema() == SCHEMA
    finally:
        session.close()
