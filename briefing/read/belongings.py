"""Belongings: what a browser saves beside a page in a folder of its own: pictures, programs, pages of adverts."""

from collections.abc import Iterable, Sequence

FOLDERS = ("_files", ".files", "-dateien", "_dateien", "_fichiers", "_archivos", "_arquivos", "_ficheiros",
    "_bestanden", "_pliki", "_soubory", "_file", "-filer", "-tiedostot", "_elemei")  # fmt: skip
"""What stands behind a page's name in the name of such a folder, in the languages browsers speak."""

PAGES = (".html", ".htm", ".xhtml", ".mht", ".php", ".asp", ".aspx")


def page_of(folder: str) -> str:
    """The page, without its ending, to which a folder of that name would belong; "" where it would to none."""
    return next((folder[: -len(end)] for end in FOLDERS if folder.lower().endswith(end)), "")


def page_names(files: Iterable[str]) -> frozenset[str]:
    """The names of pages among files, without their endings."""
    return frozenset(name[: -len(end)] for name in files for end in PAGES if name.lower().endswith(end))


def belongings(paths: Sequence[str]) -> frozenset[str]:
    """Which of these paths lie in the folder of a page that is among them too, as in an archive."""
    parts = {path: path.replace("\\", "/").split("/") for path in paths}
    pages = {"/".join((*each[:-1], name)) for each in parts.values() for name in page_names(each[-1:])}
    return frozenset(path for path, each in parts.items() if _below_a_page(each, pages))


def _below_a_page(parts: Sequence[str], pages: set[str]) -> bool:
    return any(
        (page := page_of(folder)) and "/".join((*parts[:depth], page)) in pages
        for depth, folder in enumerate(parts[:-1])
    )
