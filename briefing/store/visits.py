"""Visits: a table of the library that says how asking for each address on the web ended last."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from briefing.database.connection import CHUNK, marks
from briefing.database.seam import Seam
from briefing.model import Visit
from briefing.store.mapping import guarded, to_moment

COLUMNS = "url, etag, last_modified, problem"
KEEP = f"""INSERT INTO visit ({COLUMNS}, visited_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (url) DO UPDATE SET etag = excluded.etag, last_modified = excluded.last_modified,
        problem = excluded.problem, visited_at = excluded.visited_at"""  # noqa: S608 our own names


class Visits(Seam):
    """The visits of one library; every method raises StoreError where the file cannot be read or written."""

    def visited(self, urls: Iterable[str]) -> Mapping[str, Visit]:
        """The last visit of each of these addresses, by address; those never visited are missing."""
        wanted = {guarded(url): url for url in urls}
        found: dict[str, Visit] = {}
        keys = list(wanted)
        with self._errors():
            for at in range(0, len(keys), CHUNK):
                some = keys[at : at + CHUNK]
                places = marks(some)
                query = f"SELECT {COLUMNS} FROM visit WHERE url IN ({places})"  # noqa: S608 our own names
                for url, *rest in self._connection.execute(query, some):
                    found[wanted[url]] = Visit(wanted[url], *rest)
        return found

    def remember(self, visits: Iterable[Visit], *, at: datetime) -> None:
        """Keep these visits, each in place of the one before, all or none. `at` is aware."""
        moment = to_moment(at)
        rows = [(*map(guarded, (each.url, each.etag, each.last_modified, each.problem)), moment) for each in visits]
        with self._transaction():
            self._connection.executemany(KEEP, rows)
