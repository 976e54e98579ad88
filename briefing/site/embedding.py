"""Embedding: a briefing's page of the archive, taken apart so that it can stand in the frame of a site.

What stands in the archive is this project's own HTML, or the operator's hand edit of it. Whatever it holds, the site's
policy allows no script of it to run.
"""

import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from html import escape, unescape

STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
HEADING = re.compile(r'(<h2 id="[^"<>]{1,80}">)([^<]{1,1000})(</h2>)')
SPEAKER = re.compile(r"(<figcaption>[^<]{0,300}<strong>)([^<]{1,200})(</strong>)")
TITLE = re.compile(r"<h1[^>]{0,80}>([^<]{1,1000})</h1>")
HEADED = re.compile(r'<h2 id="([^"<>]{1,80})">([^<]{1,1000})</h2>')
HELD = '<span class="held">'  # around the last word, which its number may not leave
LINE = re.compile(rf"<li[^>]{{0,200}}>([^<]{{1,2000}}(?:{HELD}[^<]{{0,2000}})?)<sup.*?</li>", re.DOTALL)
WAY_ON = re.compile(r'class="way-on" href="#([^"<>]{1,80})"')
BEGIN, END = "<main>", "</main>"


def main(page: str) -> str:
    """What stands between a page's `<main>` tags; nothing where it has none."""
    start, end = page.find(BEGIN), page.rfind(END)
    return page[start + len(BEGIN) : end].strip() if 0 <= start < end else ""


def title(page: str) -> str:
    """What stands at the top of a page; nothing where nothing does."""
    found = TITLE.search(page)
    return " ".join(unescape(found[1]).split()) if found else ""


def style(template: str) -> str:
    """What stands in a template's or a page's `<style>`."""
    found = STYLE.search(template)
    return found[1].strip() + "\n" if found else ""


def cover(body: str) -> tuple[tuple[str, str | None], ...]:
    """The lines of the cover, each with the headline of the section that it leads on to, if it does."""
    headings = {found[1]: unescape(found[2]).strip() for found in HEADED.finditer(body)}
    begin = body.find("<ol>")
    end = body.find("</section>")
    if not 0 <= begin < end:
        return ()
    lines = []
    for found in LINE.finditer(body, begin, end):
        way = WAY_ON.search(found[0])
        lines.append((unescape(found[1].replace(HELD, "")).strip(), headings.get(way[1]) if way else None))
    return tuple(lines)


def led_on(body: str, events: Iterable[tuple[str, str]], person: Callable[[str], str | None]) -> str:
    """The body with its headlines leading to their events' pages, and its speakers to theirs.

    events: headlines as they are printed, with the way to each one's page, in the briefing's order. person: the way to
    the page of somebody, if there is one.
    """
    ways: defaultdict[str, deque[str]] = defaultdict(deque)
    for headline, way in events:
        ways[headline].append(way)

    def headed(found: re.Match[str]) -> str:
        known = ways.get(unescape(found[2]).strip())
        if not known:
            return found[0]
        return f'{found[1]}<a class="to-event" href="{escape(known.popleft())}">{found[2]}</a>{found[3]}'

    def spoken(found: re.Match[str]) -> str:
        way = person(unescape(found[2]).strip())
        return f'{found[1]}<a href="{escape(way)}">{found[2]}</a>{found[3]}' if way else found[0]

    return SPEAKER.sub(spoken, HEADING.sub(headed, body))
