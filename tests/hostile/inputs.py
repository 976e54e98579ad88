"""Files made to be too much, at any size: what `tests/hostile` reads small and `benchmarks/hostile_inputs.py` full.

Each maker writes one file, or a folder, and takes the size as a part of the full one: 1.0 is what the issue names
(a headline of 1 MB, a file of 100 MB, 100,000 nested tags, a million articles).
"""

import gzip
import io
import itertools
import json
import os
import socket
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

MEGABYTE = 1_000_000
FILE = 100 * MEGABYTE
DEEP = 100_000
MANY = 1_000_000
SENTENCE = "The port of Harnby raised its prices on Monday, and three ships left for Lindow. "
ROW = {"title": "Prices rise", "published": "2026-05-12", "outlet": "Harnby Courier"}
MAIL = "From: Ana Velt <ana@courier.example>\r\nSubject: Prices rise\r\nDate: Tue, 12 May 2026 08:00:00 +0200\r\n"
Maker = Callable[[Path, float], None]


def prose(size: float) -> str:
    """So many characters of sentences, paragraphs of ten."""
    paragraph = SENTENCE * 10 + "\n\n"
    return (paragraph * (int(size) // len(paragraph) + 1))[: int(size)]


def row(**fields: object) -> str:
    """An article of JSON Lines."""
    return json.dumps({"text": SENTENCE, **ROW, **fields}) + "\n"


def headline_text(path: Path, size: float) -> None:
    """A first line of a megabyte."""
    path.write_text("Harnby " * int(size * MEGABYTE / 7) + f"\n\n{SENTENCE}")


def headline_row(path: Path, size: float) -> None:
    """A title of a megabyte, and an outlet, an author, an id, an address, a language of one."""
    long = "Harnby " * int(size * MEGABYTE / 7)
    fields = ("title", "outlet", "id", "language", "published")
    lines = [row(**{"id": field, field: long}) for field in fields]
    lines += [row(id="a", authors=[long, "Ana Velt"]), row(id="b", url="https://news.example/" + "a" * len(long))]
    path.write_text("".join(lines))


def fields(path: Path, size: float) -> None:
    """Every field a megabyte of one piece, between what is no blank."""
    lines = []
    for field, piece in itertools.product(FIELDS, PIECES):
        long = f"1{piece * int(size * MEGABYTE / len(piece))}1"
        lines.append(row(**{"id": f"{field} {piece}", field: [long] if field == "authors" else long}))
    path.write_text("".join(lines))


def headline_page(path: Path, size: float) -> None:
    """A page whose title is a megabyte."""
    long = "Harnby " * int(size * MEGABYTE / 7)
    path.write_text(f"<html><head><title>{long}</title></head><body><h1>{long}</h1><p>{SENTENCE}</p></body></html>")


def one_line(path: Path, size: float) -> None:
    """A hundred megabytes on one line."""
    path.write_bytes(b"word " * int(size * FILE / 5))


def many_lines(path: Path, size: float) -> None:
    """A hundred megabytes of lines."""
    path.write_bytes(b"word\n" * int(size * FILE / 5))


def page(path: Path, size: float) -> None:
    """A page of a hundred megabytes."""
    path.write_bytes(b"<html><body>" + b"<p>The port rose.</p>" * int(size * FILE / 21) + b"</body></html>")


def rows(path: Path, size: float) -> None:
    """A hundred megabytes of articles, 4,000 characters each, of ninety years."""
    body = prose(3_900)
    with path.open("w") as file:
        for number in range(int(size * FILE / 4_000)):
            day = f"{1937 + number % 90}-05-12"
            file.write(row(id=str(number), title=f"Prices {number}", text=f"{number} {body}", published=day))


def mbox(path: Path, size: float) -> None:
    """A hundred megabytes of mail."""
    letter = f"From a@b.example Tue May 12 08:00:00 2026\n{MAIL}\r\n{prose(9_000)}\n\n"
    path.write_text(letter * int(size * FILE / len(letter)))


def table(path: Path, size: float) -> None:
    """A table of a hundred megabytes."""
    line = f'Prices rise,"{prose(900)}",2026-05-12\n'
    path.write_text("title,text,date\n" + line * int(size * FILE / len(line)))


def feed(path: Path, size: float) -> None:
    """A feed of a hundred megabytes."""
    item = f"<item><title>Rain</title><description>{prose(900)}</description></item>"
    path.write_text(
        f'<rss version="2.0"><channel><title>R</title>{item * int(size * FILE / len(item))}</channel></rss>'
    )


def feed_fields(path: Path, size: float) -> None:
    """A feed whose every element is a run of one character, together as long as a feed may be."""
    long = "1" * int(size * 4 * MEGABYTE / len(ELEMENTS))
    items = (
        f"<item><title>Rain</title><description>{SENTENCE}</description><{e}>{long}</{e}></item>" for e in ELEMENTS
    )
    path.write_text(f"<rss {SPACES}><channel><title>R</title>{''.join(items)}</channel></rss>")


def listed(path: Path, size: float) -> None:
    """A JSON file of a hundred megabytes."""
    one = row().strip()
    path.write_text(f"[{','.join([one] * int(size * FILE / len(one)))}]")


def packed(path: Path, size: float) -> None:
    """A zip of a hundred megabytes of articles, packed as they come."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for number in range(int(size * FILE / 50_000)):
            archive.writestr(f"{number}.txt", f"Prices {number}\n\n{prose(50_000)}")


def nested(opening: str, closing: str, around: str = "{}") -> Maker:
    """A maker of what is nested a hundred thousand deep."""

    def make(path: Path, size: float) -> None:
        deep = int(size * DEEP)
        path.write_text(around.replace("{}", opening * deep + SENTENCE + closing * deep))

    return make


def text_of(*pieces: str) -> Maker:
    """A maker of articles whose text is a megabyte of one piece each."""

    def make(path: Path, size: float) -> None:
        lines = (
            row(id=piece, title=f"Prices {number}", text=piece * int(size * MEGABYTE / len(piece)) + SENTENCE)
            for number, piece in enumerate(pieces)
        )
        path.write_text("".join(lines))

    return make


def strangers(path: Path, size: float) -> None:
    """Megabytes in which every name, number, word or speaker is another one."""
    shapes = (
        "Ana R{}e met Roe. ", 'A{} Roe said "we go." Roe left. ', "W{}a rose. ", "The TB{}XY Board met. ", "w{} ",
        '"We go," said W{0}a and Human Services Secretary Ana R{0}e. ',
    )  # fmt: skip
    lines = []
    for number, shape in enumerate(shapes):
        names = (spelled(place) for place in range(int(size * MEGABYTE / 20)))
        words = "".join(shape.format(name.upper() if "XY" in shape else name) for name in names)
        lines.append(row(id=shape, title=f"Prices {number}", text=words))
    path.write_text("".join(lines))


def spelled(number: int) -> str:
    """A number in letters."""
    letters = ""
    while number >= 0:
        letters, number = "abcdefghijklmnoprstuvwyz"[number % 24] + letters, number // 24 - 1
    return letters


def deep_mail(path: Path, size: float) -> None:
    """Parts in parts in parts."""
    parts = (
        f'Content-Type: multipart/mixed; boundary="b{part}"\r\n\r\n--b{part}\r\n' for part in range(int(size * DEEP))
    )
    path.write_text(f"{MAIL}{''.join(parts)}Content-Type: text/plain\r\n\r\n{SENTENCE}")


def wide_mail(path: Path, size: float) -> None:
    """A hundred thousand parts side by side."""
    part = "--b\r\nContent-Type: text/plain\r\n\r\nThe port.\r\n"
    path.write_text(
        f'{MAIL}Content-Type: multipart/mixed; boundary="b"\r\n\r\n{part * int(size * DEEP)}--b\r\n\r\n{SENTENCE}'
    )


def tiny(path: Path, size: float) -> None:
    """A million articles of one sentence."""
    with path.open("w") as file:
        for number in range(int(size * MANY)):
            file.write(
                f'{{"id": "{number}", "text": "Rain {number} in Harnby.", "published": "{1937 + number % 90}-05-12"}}\n'
            )


def refused(path: Path, size: float) -> None:
    """A million lines that are no articles."""
    path.write_text('{"text": ""}\n' * int(size * MANY))


def zipped_zeros(path: Path, size: float) -> None:
    """A zip of a megabyte that unpacks to a thousand times as much."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.txt", "w") as member:
        for _ in range(int(size * 1_000)):
            member.write(b" " * MEGABYTE)


def zips_in_zips(path: Path, size: float) -> None:
    """Sixteen zips in each of sixteen zips, five deep, as in 42.zip."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b" " * int(size * 40 * MEGABYTE))
    for depth in range(5):
        inner, body = body.getvalue(), io.BytesIO()
        with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(16):
                archive.writestr(f"{depth}-{number}.zip", inner)
    path.write_bytes(body.getvalue())


def overlapping(path: Path, size: float) -> None:
    """Members of a zip that are all the same bytes of it (Fifield, A better zip bomb, 2019; the plainest of them)."""
    content = b"The port rose. " * int(size * 66_000)
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    squeezed = compressor.compress(content) + compressor.flush()
    fixed = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, zlib.crc32(content), len(squeezed), len(content), 5, 0)
    local = b"PK\3\4" + fixed + b"a.txt" + squeezed
    members = int(max(10, size * 20_000))
    entry = b"PK\1\2" + struct.pack("<H", 20) + fixed + struct.pack("<HHHII", 0, 0, 0, 0, 0)
    directory = (entry + b"a.txt") * members
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, members & 0xFFFF, members & 0xFFFF, len(directory), len(local), 0)
    path.write_bytes(local + directory + end)


def many_members(path: Path, size: float) -> None:
    """A zip of a million empty files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for number in range(int(size * MANY / 5)):
            archive.writestr(f"{number}.txt", b"")


def gzipped_zeros(path: Path, size: float) -> None:
    """A gzip of a megabyte that unpacks to a thousand times as much."""
    with gzip.open(path, "wb") as file:
        for _ in range(int(size * 1_000)):
            file.write(b" " * MEGABYTE)


def gzipped_lines(path: Path, size: float) -> None:
    """The same as lines that are articles."""
    line = row(text="a" * 900).encode()
    with gzip.open(path, "wb") as file:
        for _ in range(int(size * 1_000)):
            file.write(line * (MEGABYTE // len(line)))


def gzips_in_gzips(path: Path, size: float) -> None:
    """A gzip in a gzip in a gzip: unpacked once, and then no text."""
    body = b" " * int(size * 100 * MEGABYTE)
    for _ in range(3):
        body = gzip.compress(body)
    path.write_bytes(body)


def odd_folder(path: Path, _size: float) -> None:
    """A folder of what is no file: loops, devices, pipes, sockets; and one article."""
    path.mkdir()
    (path / "article.txt").write_text(f"Prices rise\n\n{SENTENCE}")
    (path / "loop").symlink_to(path)
    (path / "self.txt").symlink_to(path / "self.txt")
    (path / "one.txt").symlink_to(path / "two.txt")
    (path / "two.txt").symlink_to(path / "one.txt")
    for name in ("zero", "random", "tty", "stdin", "full"):
        (path / f"{name}.txt").symlink_to(f"/dev/{name}")
        (path / f"{name}.zip").symlink_to(f"/dev/{name}")
    (path / "memory.jsonl").symlink_to("/proc/self/mem")
    os.mkfifo(path / "pipe.jsonl")
    os.mkfifo(path / "pipe")
    (path / "deep").mkdir()
    with socket.socket(socket.AF_UNIX) as server:  # whose name stays; by way of here, as one may have 100 bytes
        server.bind(os.path.relpath(path / "deep" / "s.txt"))


NAMES = (
    "../../escape", "/etc/passwd", "..\\..\\escape", "C:\\escape", "CON", "nul.txt", "a\0b", ".", "..", "~", "-rf",
    "a/../../b", "%2e%2e%2f", "a" * 5_000, "file:///etc/passwd", "\u202etxt.exe", "a\nb", "$(touch x)", "`x`",
)  # fmt: skip


def path_like(path: Path, _size: float) -> None:
    """Articles whose names lead somewhere."""
    path.write_text("".join(row(id=name, title=f"Prices {name}", text=f"{SENTENCE}{name}") for name in NAMES))


def sized(maker: Maker, part: float) -> Maker:
    """A maker of less: a file as large as its reader lets pass."""
    return lambda path, size: maker(path, part * size)


MARKS = ('"', '" ', "“", "“ ", "“”", "„“", "‘’", "''", "(", "[", "A. ", ". ", ".", "\n", "a\n", "a\n\n", "- ", "1,000 ")
WORDS = (
    "word ", "word", "Harnby ", "A", "Ana Velt ", "Mr. ", "He said. ", 'said, "', "“a” he said. ", "Roe said that ",
    "according to Ana Velt, ", "http://a.b/c ", "By Ana Velt\n", "# a\n", "Read also: ", "\u202e", "a\u0301",
)  # fmt: skip
FIELDS = ("title", "outlet", "id", "language", "published", "url", "authors")
PIECES = (" ", "\n", "1", "-", "a ", "A. ", "http://a.b/", "<b>", "&amp;", "By Ana Velt, ", "12 May ", "2026-05-12T")
ELEMENTS = (
    "title", "link", "pubDate", "author", "guid", "category", "comments", "source", "enclosure", "managingEditor",
    "dc:creator", "dc:date", "dc:publisher", "itunes:author", "itunes:duration", "media:credit",
)  # fmt: skip
SPACES = (
    'version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"'
    ' xmlns:itunes="http://www.itunes.com/DTDs/PodCast-1.0.dtd"'
)
FEED = "<rss><channel>{}</channel></rss>"
MAKERS: Mapping[str, Maker] = MappingProxyType({
    "headline.txt": headline_text, "headline.jsonl": headline_row, "headline.html": headline_page,
    "fields.jsonl": fields, "rows.jsonl": rows,
    "one-line.txt": one_line, "many-lines.txt": many_lines, "page.html": page,
    "one-line.jsonl": one_line, "letters.mbox": mbox, "table.csv": table, "feed.xml": feed, "list.json": listed,
    "packed.zip": packed, "one-line-19.txt": sized(one_line, 0.19), "many-lines-19.txt": sized(many_lines, 0.19),
    "page-19.html": sized(page, 0.19), "table-49.csv": sized(table, 0.49), "list-49.json": sized(listed, 0.49),
    "feed-4.xml": sized(feed, 0.04), "fields.xml": feed_fields,
    "div.html": nested("<div>", "</div>"), "bold.html": nested("<b>", "</b>"), "open.html": nested("<blockquote>", ""),
    "tables.html": nested("<table><tr><td>", "</td></tr></table>"), "lists.html": nested("<ul><li>", "</li></ul>"),
    "lt.html": nested("<", ">"), "comments.html": nested("<!--", "-->"),
    "elements.xml": nested("<item>", "</item>", FEED),
    "escaped.xml": nested("&lt;div&gt;", "", FEED.format("<item><description>{}</description></item>")),
    "arrays.json": nested("[", "]"), "objects.json": nested('{"a":', "}"), "arrays.jsonl": nested("[", "]"),
    "text-arrays.jsonl": nested("[", "]", '{"text": {}}'),
    "json-ld.html": nested("[", "]", f'<script type="application/ld+json">{{}}</script><p>{SENTENCE}</p>'),
    "deep.eml": deep_mail, "wide.eml": wide_mail,
    "address.eml": nested("(", ")", f"From: {{}} <a@b.example>\r\nSubject: {{}}\r\n\r\n{SENTENCE}"),
    "quotes.md": nested("> ", ""), "brackets.md": nested("[", "]"), "stars.md": nested("*", "*"),
    "images.md": nested("![a](", ")"), "marks.jsonl": text_of(*MARKS), "words.jsonl": text_of(*WORDS),
    "strangers.jsonl": strangers,
    "tiny.jsonl": tiny, "refused.jsonl": refused, "zeros.zip": zipped_zeros, "in-zips.zip": zips_in_zips,
    "overlapping.zip": overlapping, "members.zip": many_members, "zeros.txt.gz": gzipped_zeros,
    "zeros.mbox.gz": gzipped_zeros, "zeros.json.gz": gzipped_zeros, "lines.jsonl.gz": gzipped_lines,
    "in-gzips.txt.gz": gzips_in_gzips, "odd": odd_folder, "names.jsonl": path_like,
})  # fmt: skip
"""What each file is called → how it is made."""
