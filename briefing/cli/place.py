"""Places: a library as the command line names it."""

from typing import Any

import click

from briefing.database import Address, address


class Place(click.Path):
    """The file of a library, or the address of a database: postgresql://user@host/database."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The address of what is named."""
        return value if isinstance(value, Address) else address(str(super().convert(value, param, ctx)))


LIBRARY = Place()
