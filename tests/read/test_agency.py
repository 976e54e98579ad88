from pathlib import Path

from tests.read.reading import found, row

ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"
guid="urn:newsml:agency.example:20260511:{number}" xml:lang="en">
<itemMeta><versionCreated>2026-05-11T09:20:00+02:00</versionCreated>
<provider qcode="x:VNA"><name>Valdorian News Agency</name></provider><pubStatus qcode="stat:{status}"/></itemMeta>
<contentMeta><contentCreated>2026-05-11T09:15:00+02:00</contentCreated><creator><name>Ada Quill</name></creator>
<language tag="en"/><headline>Bridge at Kessel opens</headline></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""

XHTML = """<inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
<body><p>The bridge is <em>open</em>.</p><p>It has two lanes.</p></body></html></inlineXML>"""

NITF = """<nitf><head><title>x</title><docdata><date.issue norm="20260511T091500+0200"/><doc-id id-string="vna17"/>
<doc.copyright holder="Valdorian News Agency"/></docdata></head>
<body><body.head><hedline><hl1>Bridge at Kessel opens</hl1></hedline><byline>By <person>Ada Quill</person></byline>
<dateline><location>KESSEL</location></dateline></body.head>
<body.content><media><media-caption><p>The bridge.</p></media-caption></media><block><p>The bridge is open.</p>
<p>It has two lanes&nbsp;only.</p></block></body.content></body></nitf>"""


def item(content: str, number: int = 1, status: str = "usable") -> str:
    return ITEM.format(content=content, number=number, status=status)


def test_an_item_of_newsml_g2_is_an_article_with_all_the_agency_says(tmp_path: Path) -> None:
    documents, problems = found(tmp_path / "a.xml", item(XHTML))
    assert problems == []
    (document,) = documents
    assert row(document) == {
        "id": "urn:newsml:agency.example:20260511:1",
        "title": "Bridge at Kessel opens",
        "text": "The bridge is open.\n\nIt has two lanes.",
    }
    declared = document.declared
    assert declared is not None
    assert (declared.published, declared.outlet) == ("2026-05-11T09:15:00+02:00", "Valdorian News Agency")
    assert (declared.authors, declared.language) == (("Ada Quill",), "en")


def test_a_message_of_several_items_is_several_articles(tmp_path: Path) -> None:
    items = item(XHTML) + item(XHTML, 2)
    message = f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{items}</itemSet></newsMessage>'
    documents, _ = found(tmp_path / "a.newsml", message)
    assert [document.part for document in documents] == [1, 2]


def test_an_item_may_hold_plain_text_or_nitf(tmp_path: Path) -> None:
    plain = '<inlineData contenttype="text/plain">The bridge is open.</inlineData>'
    documents, _ = found(tmp_path / "a.xml", item(plain))
    assert row(documents[0])["text"] == "The bridge is open."
    inner = NITF.replace("<nitf>", '<nitf xmlns="">')
    documents, _ = found(tmp_path / "b.xml", item(f"<inlineXML>{inner}</inlineXML>"))
    assert row(documents[0])["text"].startswith("The bridge is open.")


def test_an_item_that_is_withheld_or_holds_no_text_is_told(tmp_path: Path) -> None:
    assert found(tmp_path / "a.xml", item(XHTML, status="canceled"))[1] == [
        "the item is marked canceled, so it was not read"
    ]
    picture = '<remoteContent href="http://agency.example/a.jpg"/>'
    assert found(tmp_path / "b.xml", item(picture))[1] == ["the news item holds no text (a picture or a link)"]


def test_nitf_is_an_article_without_its_captions(tmp_path: Path) -> None:
    documents, problems = found(tmp_path / "a.nitf", NITF)
    assert problems == []
    assert row(documents[0]) == {
        "id": "vna17", "title": "Bridge at Kessel opens", "text": "The bridge is open.\n\nIt has two lanes only.",
    }  # fmt: skip
    declared = documents[0].declared
    assert declared is not None
    assert (declared.published, declared.outlet) == ("2026-05-11T09:15:00+0200", "Valdorian News Agency")
    assert declared.authors == ("Ada Quill",)


def test_other_xml_is_told(tmp_path: Path) -> None:
    assert found(tmp_path / "a.xml", "<sheet/>")[1] == ["XML of a kind brief does not read: <sheet>"]
    assert found(tmp_path / "b.xml", "nothing")[1] == ["no XML"]
    documents, _ = found(tmp_path / "c.xml", "<?xml version='1.0'?><html><body><p>Caf&eacute;</p></body></html>")
    assert documents[0].media_type == "text/html"
