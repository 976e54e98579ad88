"""Database: where a library is kept, and one way to reach it, in a file of SQLite's or on a PostgreSQL server.

Above this package nobody knows which of the two it is, but for what words are looked up with
(`briefing.store.fulltext`) and what only a file can be: copied, damaged, mended.
"""

from briefing.database.address import Address, Server, address, written

__all__ = ["Address", "Server", "address", "written"]
