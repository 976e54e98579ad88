"""`brief serve`: the site live, and a desk to work at."""

from dataclasses import replace
from pathlib import Path

import click

from briefing.cli.place import LIBRARY
from briefing.config import load
from briefing.database import Address
from briefing.errors import DeskError

PORT = 8765
BESIDE = ".desk"  # after the library's name: the file with the digest of the login token


@click.command("serve", context_settings={"show_default": True})
@click.option("--host", default="127.0.0.1", help="The address to listen at; any but this machine's asks for a token.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, help="The port; 0 takes any free one.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A name it is asked for by; more may follow.")
@click.option("--new-token", is_flag=True, help="Make a new login token; the one before opens nothing any more.")
@click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
@click.option("--archive", type=click.Path(path_type=Path), help="The archive's folder, if not briefs/.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(
    host: str,
    port: int,
    names: tuple[str, ...],
    new_token: bool,
    library: Address | None,
    archive: Path | None,
    quiet: bool,
) -> None:
    """Open the desk: every page of the site live, full search, and events, sentences and speakers corrected by click.

    It listens on this machine alone, unless another --host is given; then it asks for a login token, which is shown
    once. Ctrl-C ends it.
    """
    try:
        import starlette  # noqa: F401 looked for, as it is an extra
        import uvicorn  # noqa: F401 the same
    except ImportError:
        raise DeskError("the desk needs two more packages: pip install 'brief[desk]'") from None
    from briefing.desk.serving import serve

    config = load(Path())
    config = replace(config, library=library or config.library, archive=archive or config.archive)
    token_file = beside(config.library)
    serve(config, host, port, names, token_file, renew=new_token, say=silent if quiet else said)


def beside(library: Address) -> Path:
    """The file with the digest of the login token: beside the library, or where brief.toml is."""
    return library.with_name(library.name + BESIDE) if isinstance(library, Path) else Path(f"brief{BESIDE}")


def said(line: str) -> None:
    """A line for the user."""
    click.echo(line, err=True)


def silent(_line: str) -> None:
    """Nothing."""
