"""Articles as news services and tables in several languages hand them out, whatever its fields are called."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.clean import clean
from briefing.model import Article, Problem
from briefing.read import read

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
TITLE, AUTHOR, OUTLET, ADDRESS = "A bolt had sheared", "Ilse Tarrow", "Harnby Courier", "https://courier.example/1"
FIRST, SECOND = "The ferry lay still for nine hours off Lindow.", "The crossing stays closed, the harbour office said."
TIME = "2026-05-12T14:20:00Z"
HTML = f"<p>{FIRST}</p>\n<p>{SECOND}</p>"


def cleaned(path: Path, content: str) -> tuple[list[Article], list[str]]:
    path.write_text(content, encoding="utf-8")
    articles, problems = [], []
    for each in read([path], fetched_at=NOW):
        if isinstance(each, Problem):
            problems.append(each.message)
            continue
        article, told = clean(each)
        articles += [article] if article else []
        problems += [problem.message for problem in told]
    return articles, problems


SERVICES = {
    "guardian": {"response": {"status": "ok", "results": [{"id": "world/1", "webTitle": TITLE, "webUrl": ADDRESS,
        "webPublicationDate": TIME, "fields": {"byline": AUTHOR, "publication": OUTLET, "body": HTML}}]}},
    "new york times": {"response": {"docs": [{"web_url": ADDRESS, "abstract": FIRST, "headline": {"main": TITLE},
        "lead_paragraph": f"{FIRST}\n\n{SECOND}", "pub_date": "2026-05-12T14:20:00+0000", "source": OUTLET,
        "byline": {"original": f"By {AUTHOR}"}}]}},
    "event registry": {"articles": {"results": [{"uri": "1", "date": "2026-05-12", "dateTime": TIME, "url": ADDRESS,
        "title": TITLE, "body": f"{FIRST}\n\n{SECOND}", "source": {"title": OUTLET}, "authors": [{"name": AUTHOR}]}]}},
    "elasticsearch": {"hits": {"total": 1, "hits": [{"_id": "1", "_source": {"title": TITLE, "text": [FIRST, SECOND],
        "published": TIME, "source": OUTLET, "author": AUTHOR, "url": ADDRESS}}]}},
    "json-ld": {"@type": "NewsArticle", "headline": TITLE, "articleBody": f"{FIRST}\n\n{SECOND}", "url": ADDRESS,
        "datePublished": TIME, "author": {"@type": "Person", "name": AUTHOR}, "publisher": {"name": OUTLET}},
    "news-please": {"title": TITLE, "maintext": f"{FIRST}\n{SECOND}", "date_publish": "2026-05-12 14:20:00",
        "authors": [AUTHOR], "source": OUTLET, "url": ADDRESS, "description": FIRST},
    "ninjs": {"uri": ADDRESS, "pubstatus": "usable", "versioncreated": TIME, "headline": TITLE, "body_xhtml": HTML,
        "byline": f"By {AUTHOR}", "infosource": OUTLET},
    "ninjs 2": {"uri": ADDRESS, "firstCreated": TIME, "headlines": [{"role": "main", "value": TITLE}], "by": AUTHOR,
        "bodies": [{"contentType": "text/html", "value": HTML}], "infoSources": [{"name": OUTLET}]},
    "feedly": {"items": [{"id": "x", "title": TITLE, "published": 1778595600000, "author": AUTHOR,
        "canonicalUrl": ADDRESS, "origin": {"title": OUTLET}, "summary": {"content": HTML}}]},
}  # fmt: skip


@pytest.mark.parametrize("service", SERVICES)
def test_what_a_service_answers_is_an_article(tmp_path: Path, service: str) -> None:
    (article,), problems = cleaned(tmp_path / "a.json", json.dumps(SERVICES[service]))
    assert article.text == f"{FIRST}\n\n{SECOND}"
    assert (article.title, article.outlet, article.authors) == (TITLE, OUTLET, (AUTHOR,))
    assert (article.url, article.origin, problems) == (ADDRESS, None, [])
    assert article.published == datetime(2026, 5, 12, 14, 20, tzinfo=UTC)


def test_wordpress_gives_its_titles_inside_objects_and_its_time_in_utc_beside_its_own(tmp_path: Path) -> None:
    post = {"id": 7, "date": "2026-05-12T16:20:00", "date_gmt": "2026-05-12T14:20:00", "link": ADDRESS, "author": 3,
        "title": {"rendered": "A bolt &#8211; sheared"}, "content": {"rendered": HTML, "protected": False}}  # fmt: skip
    (article,), _ = cleaned(tmp_path / "a.json", json.dumps([post]))
    assert (article.title, article.authors) == ("A bolt – sheared", ())
    assert article.published == datetime(2026, 5, 12, 14, 20, tzinfo=UTC)


def test_a_text_that_a_service_cuts_short_gives_way_to_the_summary(tmp_path: Path) -> None:
    row = {"title": TITLE, "content": "The ferry lay still for… [+1204 chars]", "description": FIRST}
    (article,), _ = cleaned(tmp_path / "a.json", json.dumps({"articles": [row]}))
    assert article.text == FIRST
    (article,), _ = cleaned(tmp_path / "a.json", json.dumps({"articles": [row | {"description": None}]}))
    assert article.text == "The ferry lay still for…"


def test_an_item_an_agency_withdrew_is_told_and_not_read(tmp_path: Path) -> None:
    articles, problems = cleaned(tmp_path / "a.json", json.dumps({"pubstatus": "canceled", "body_text": FIRST}))
    assert (articles, problems) == ([], ["the item is marked canceled, so it was not read"])


def test_two_authors_in_one_string_are_two(tmp_path: Path) -> None:
    (article,), _ = cleaned(tmp_path / "a.json", json.dumps({"text": FIRST, "byline": "By Ilse Tarrow and Rune Falk"}))
    assert article.authors == ("Ilse Tarrow", "Rune Falk")


@pytest.mark.parametrize(
    "header",
    [
        "Titel;Volltext;Datum;Quelle;Autor;Link",
        "Titre;Texte;Date;Source;Auteur;Lien",
        "Título;Texto;Fecha;Fuente;Autor;Enlace",
        "Titolo;Testo;Data;Fonte;Autore;Link",
        "Tytuł;Treść;Data;Źródło;Autor;Link",
        "Заголовок;Текст;Дата;Источник;Автор;Ссылка",
        "Заголовок;Текст;Дата;Джерело;Автор;Посилання",
        "Headline;Story Text;Publish_Date;Media Name;By-Line;URL",
        "sep=;\nTitle;Text;Date;Source;Author;URL",
        "Export of 20 May 2026\n\nTitle;Text;Date;Source;Author;URL",
        "title;description;publishedAt;source;author;url",
    ],
)
def test_columns_are_known_by_their_names_in_several_languages(tmp_path: Path, header: str) -> None:
    (article,), problems = cleaned(
        tmp_path / "a.csv", f"{header}\n{TITLE};{FIRST};{TIME};{OUTLET};{AUTHOR};{ADDRESS}\n"
    )
    assert (article.title, article.text, article.outlet, article.authors) == (TITLE, FIRST, OUTLET, (AUTHOR,))
    assert (article.url, article.published, problems) == (ADDRESS, datetime(2026, 5, 12, 14, 20, tzinfo=UTC), [])


def test_a_table_without_a_column_of_words_is_a_problem(tmp_path: Path) -> None:
    articles, problems = cleaned(tmp_path / "a.csv", f"title,url\n{TITLE},{ADDRESS}\n")
    assert (articles, problems) == ([], ["its first line names no column text"])
