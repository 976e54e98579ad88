"""NewsML 1, as agencies still send it, and bylines of NewsML-G2."""

from datetime import UTC, datetime
from pathlib import Path

from briefing.clean import clean
from tests.read.reading import found, row

FIRST, SECOND = "The ferry lay still for nine hours off Lindow.", "The crossing stays closed, the harbour office said."


def item(content: str, status: str = "Usable") -> str:
    return f"""<?xml version="1.0"?><NewsML><NewsEnvelope><DateAndTime>20260512T150000+0200</DateAndTime></NewsEnvelope>
<NewsItem><Identification><NewsIdentifier><ProviderId>harnby.example</ProviderId><NewsItemId>1</NewsItemId>
<PublicIdentifier>urn:newsml:harnby.example:1</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><FirstCreated>20260512T162000+0200</FirstCreated><Status FormalName="{status}"/></NewsManagement>
<NewsComponent>
<AdministrativeMetadata><Provider><Party FormalName="Harnby Courier"/></Provider></AdministrativeMetadata>
<NewsLines><HeadLine>A bolt had sheared</HeadLine><ByLine>By Ilse Tarrow</ByLine></NewsLines>
<ContentItem><DataContent>{content}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""


def test_an_item_is_read_with_what_the_agency_says_of_it(tmp_path: Path) -> None:
    paragraphs = f"<p>{FIRST}</p><p>{SECOND}</p>"
    for content in (paragraphs, f"<nitf><body><body.content>{paragraphs}</body.content></body></nitf>"):
        (document,), problems = found(tmp_path / "a.xml", item(content))
        article, _ = clean(document)
        assert article is not None
        assert (article.text, problems) == (f"{FIRST}\n\n{SECOND}", [])
        assert (article.title, article.authors, article.outlet) == (
            "A bolt had sheared",
            ("Ilse Tarrow",),
            "Harnby Courier",
        )
        assert article.published == datetime(2026, 5, 12, 14, 20, tzinfo=UTC)


def test_what_is_withheld_or_holds_no_text_is_told(tmp_path: Path) -> None:
    assert found(tmp_path / "a.xml", item(FIRST, "Canceled"))[1] == ["the item is marked canceled, so it was not read"]
    assert found(tmp_path / "a.xml", item(""))[1] == ["the news item holds no text (a picture or a link)"]
    assert found(tmp_path / "a.xml", "<NewsML></NewsML>")[1] == ["the news message holds no news item"]


def test_a_byline_counts_where_no_creator_is_named(tmp_path: Path) -> None:
    content = (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1"><contentMeta><headline>A bolt had sheared'
        f"</headline><by>By Ilse Tarrow</by></contentMeta><contentSet><inlineData>{FIRST}</inlineData></contentSet>"
        "</newsItem>"
    )
    (document,), _ = found(tmp_path / "a.xml", content)
    assert document.declared is not None
    assert (document.declared.authors, row(document)["text"]) == (("Ilse Tarrow",), FIRST)
