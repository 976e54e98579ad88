"""Where fuzzing starts: small texts of our own for each target, and the marks that mean something to one of them."""

import io
import zipfile

STORY = """Fuel prices rise in Harnby
By Ana Velt
HARNBY, May 12 (Valdorian Press) - The port raised its prices on Tuesday.

"We had no choice," Mira Solen, the harbour master, said. "It was that or close."

Read also: Harnby's new bridge. Mr. Roe told reporters on Monday that he would not pay 1.5 million crowns.
Sign up for our newsletter. © 2026 Harnby Courier
"""
PAGE = """<!doctype html><html lang="en"><head><title>Fuel prices rise | Harnby Courier</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Fuel prices rise", "author": [{"name": "Ana
Velt"}], "datePublished": "2026-05-12T08:00:00+02:00"}</script><meta property="og:site_name" content="Harnby Courier">
</head><body><nav><a href="/">Home</a></nav><article><h1>Fuel prices rise</h1><p class="byline">By Ana Velt</p>
<p>The port raised its prices on Tuesday, the harbour master said.</p>
<p>&ldquo;We had no choice,&rdquo; Mira Solen said.</p></article><footer>&copy; 2026</footer></body></html>"""
FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Harnby Courier - World</title><item>
<title>Fuel &amp; prices</title><link>https://news.example/1</link><guid>1</guid><author>Ana Velt</author>
<pubDate>Tue, 12 May 2026 08:00:00 +0200</pubDate><description><![CDATA[<p>The port raised <b>its</b> prices.</p>]]>
</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Lindow Radio</title><entry><id>urn:1</id><title>Rain</title>
<link href="/rain"/><updated>2026-05-12T08:00:00Z</updated><content type="html">&lt;p&gt;It rained.&lt;/p&gt;</content>
</entry></feed>"""
NEWSML = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:2"><itemMeta>
<pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Rain</headline></contentMeta>
<contentSet><inlineXML contenttype="text/html">
<html><body><p>It rained.</p></body></html></inlineXML></contentSet></newsItem>"""
MAIL = """From: =?utf-8?q?Harnby_Courier?= <news@courier.example>\r\nSubject: =?utf-8?b?RnVlbA==?=\r
Date: Tue, 12 May 2026 08:00:00 +0200\r\nMessage-ID: <1@courier.example>\r\nMIME-Version: 1.0\r
Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r
Content-Transfer-Encoding: quoted-printable\r\n\r\nThe port raised its prices.=20\r\n> she said\r\n-- \r\nsent\r\n--b\r
Content-Type: text/html\r\n\r\n<h2>Fuel</h2><p>The port <a href="https://news.example/1">raised</a> its prices.</p>\r
--b--\r\n"""
ROW = '{"id": "1", "title": "Rain", "text": "It rained in Harnby.", "published": "2026-05-12", "url": "https://a.example"}'
TOML = """title = "Harnby"\nwords = 600\nformats = ["md"]\ntimezone = "Europe/Berlin"\nfeeds = ["https://news.example/f"]
[schedule]\nat = "07:00"\n[mail]\nserver = "mail.example"\nfrom = "Desk <desk@harnby.example>"
[[recipient]]\naddress = "mira@lindow.example"\nkind = "week"
topics = ["fuel"]\n[topic.fuel]\nwords = ["fuel oil"]\n"""
BRIEFING = """---\ntitle: "Harnby"\nchecksum: "x"\n---\n# Harnby\n\n## Rain\n\n- It rained in Harnby.[^1]\n
> We had no choice.[^2]\n\n[^1]: Harnby Courier, paragraph 1 (`a00000000001:0-21`)\n[^2]: (`a00000000001:1-9`)\n"""
ROBOTS = "User-agent: *\nDisallow: /a*b$\nAllow: /\nCrawl-delay: 1\n"
HEAP = "Rain\nIt rained in Harnby on Monday, the town said.\fRain again\nIt rained in Harnby on Monday.\fSun\nIt shone."

DICTIONARY = (
    "said", "told", "according to", "By ", "Mr. ", "(Reuters)", "http://", "https://", "<p>", "</p>", "<![CDATA[",
    "<!ENTITY", "<!DOCTYPE", "&amp;", "&#x0;", "=?utf-8?q?", "?=", "Content-Type: ", "multipart/", "boundary=", "--b",
    "From ", "[^1]", "\\xe2\\x80\\x9c", "\\xe2\\x80\\x9d", "\\xe2\\x80\\xae", "\\xff", "\\x00", "\\x1b[31m", "\\x0c",
    "published", "text", "[[", "]]", "{", "}", "NaN", "1e999", "xmlns=", "ld+json", "NewsArticle", "charset=utf-7",
)  # fmt: skip
"""As libFuzzer wants them: bytes that are no ASCII as \\xNN."""

FILES = {
    "clean_page": (PAGE, ""), "clean_plain": (STORY,), "clean_rows": (ROW, "Rain|It rained.|2026-05-12|Courier"),
    "learn": (f"{STORY}\n\n\n{STORY}",), "split": (STORY,), "grouped": (HEAP,), "summarised": (HEAP, STORY),
    "quoted": (STORY,), "feed": (FEED, ATOM), "xml": (NEWSML, FEED), "mail": (MAIL,),
    "mbox": (f"From a@b.example Tue May 12 08:00:00 2026\n{MAIL}",),
    "page_with_all": (MAIL.replace("alternative", "related"),), "json_file": (ROW, f"[{ROW}]"),
    "table": ("title,text,date\nRain,It rained.,2026-05-12\n",), "configuration": (TOML,),
    "asked": ('fuel "oil p* -x',),
    "checked": (BRIEFING, PAGE), "lettered": (STORY,), "escaped": (BRIEFING, "# 1. a | b"),
    "address": ("http://user:word@[::ffff:1.2.3.4]:80/a?b#c", "news.example/"), "robots": (ROBOTS,), "piped": (STORY,),
}  # fmt: skip


def of(target: str) -> list[bytes]:
    """What a target starts from."""
    if target == "archive":
        body = io.BytesIO()
        with zipfile.ZipFile(body, "w") as packed:
            packed.writestr("a.txt", STORY)
        return [body.getvalue(), b"abc"]
    return [each.encode() for each in FILES[target]]
