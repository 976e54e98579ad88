"""Fields: what programs, tables and people call the parts of an article → one name for each.

Names are compared in lower case without blanks, hyphens and underscores, so that "Published At", "published_at" and
"publishedAt" are one.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "id": ("id", "_id", "guid", "articleid", "uri"),
    "title": ("title", "headline", "webtitle", "headlines", "heading", "articletitle",
        "titel", "überschrift", "schlagzeile", "titre", "título", "titulo", "titular", "titolo", "tytuł", "rubrik",
        "заголовок", "название", "назва", "nadpis", "naslov", "标题", "標題"),
    "text": ("text", "content", "body", "fulltext", "bodytext", "articlebody", "articletext", "maintext", "storytext",
        "cleantext", "fullcontent", "contenttext", "plaintext", "article", "bodyxhtml", "contenthtml", "bodyhtml",
        "bodies", "volltext", "artikeltext", "inhalt", "texte", "contenu", "texto", "contenido", "cuerpo", "conteúdo",
        "testo", "contenuto", "tekst", "treść", "текст", "содержание", "зміст", "正文", "内容"),
    "teaser": ("summary", "description", "abstract", "leadparagraph", "excerpt", "snippet", "teaser", "lead",
        "zusammenfassung", "beschreibung", "résumé", "resumen", "riassunto", "аннотация"),
    "published": ("published", "publishedat", "datepublished", "dategmt", "datetime", "date", "pubdate", "publishdate",
        "publicationdate", "webpublicationdate", "publisheddate", "datepublish", "publishedon", "dateofpublication",
        "firstcreated", "contentcreated", "versioncreated", "seendate", "publishtime", "publicationtime", "pubtime",
        "datum", "veröffentlicht", "erscheinungsdatum", "erschienen", "fecha", "data", "дата", "发布时间", "日期"),
    "outlet": ("outlet", "source", "publisher", "publication", "medianame", "newspaper", "sourcename", "sitename",
        "infosource", "infosources", "sourcehostname", "quelle", "zeitung", "média", "fuente", "fonte", "testata",
        "źródło", "источник", "издание", "джерело", "видання", "来源", "hostname", "domain", "sourcedomain",
        "cleanurl"),
    "authors": ("authors", "author", "byline", "by", "creator", "autor", "autoren", "auteur", "auteurs", "autore",
        "autori", "autores", "verfasser", "автор", "авторы", "作者"),
    "url": ("url", "link", "weburl", "canonicalurl", "permalink", "lien", "enlace", "adresse", "ссылка", "посилання",
        "链接"),
    "status": ("pubstatus",),
})  # fmt: skip
"""Each part of an article and what it is called, the surest name first."""

FIELD_OF: Mapping[str, str] = MappingProxyType({name: field for field, names in NAMES.items() for name in names})
PARTED = re.compile(r"[\s_-]+")
LONGEST = 60


@lru_cache(maxsize=1024)
def plain_name(name: str) -> str:
    """A name as it is compared."""
    return PARTED.sub("", name[:LONGEST].strip().casefold()) if name not in FIELD_OF else name


def field_of(name: str) -> str | None:
    """The part of an article that is called so; None: none is."""
    return FIELD_OF.get(plain_name(name))
