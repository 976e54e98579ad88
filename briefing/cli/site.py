"""`brief site`: the library and the archive as static pages."""

import gc
import json
from dataclasses import replace
from pathlib import Path

import click

from briefing.cli.place import LIBRARY
from briefing.cli.progress import progress
from briefing.config import load
from briefing.config.fetch import web_address
from briefing.database import Address


@click.command("site")
@click.option("--out", type=click.Path(path_type=Path), default=Path("public"), show_default=True, help="The folder.")
@click.option("--url", metavar="URL", help="Where the site will stand, for its feed: https://example.org/news.")
@click.option("--library", type=LIBRARY, help="The library, if not library.sqlite.")
@click.option("--archive", type=click.Path(path_type=Path), help="The archive's folder, if not briefs/.")
@click.option("--json", "as_json", is_flag=True, help="Print what was written as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(
    out: Path, url: str | None, library: Address | None, archive: Path | None, as_json: bool, quiet: bool
) -> None:
    """Make a static site of briefings, events, stories, people and outlets, with a feed and a search of its own.

    Only pages whose contents changed are written; the same library gives the same bytes. Any file server will do, and
    so will opening index.html from the folder.
    """
    from briefing.site.building import build

    if url is not None:
        web_address(url, "--url")
    gc.disable()  # all that is read is kept to the end; looking it over again and again takes a tenth of the time
    config = load(Path())
    config = replace(config, library=library or config.library, archive=archive or config.archive)
    where = url or (config.mail.web if config.mail else None)
    with progress(quiet=quiet) as show:
        built = build(config, out, where, show)
    if as_json:
        told = {"out": str(out), "written": list(built.written), "removed": list(built.removed), "kept": built.kept}
        click.echo(json.dumps(told, ensure_ascii=False))
    elif not quiet:
        click.echo(str(out / "index.html"))
    if not quiet:
        pages = f"{len(built.written):,} files written, {built.kept:,} as they were, {len(built.removed):,} removed"
        click.echo(pages, err=True)
