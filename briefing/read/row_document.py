"""Row document: an article out of a container whose fields are known, as the JSON row that cleaning takes."""

import json
from collections.abc import Mapping
from datetime import datetime

from briefing.model import Declared, RawDocument

ROW = "application/json"


def row_document(
    source: str,
    part: int | None,
    row: Mapping[str, object],
    fetched_at: datetime,
    *,
    declared: Declared | None = None,
    url: str | None = None,
) -> RawDocument:
    """A document of one row: "text", and what is known of "id", "title", "url", "published", "outlet", "authors"."""
    body = json.dumps(row, ensure_ascii=True, default=str).encode("ascii")
    return RawDocument(source, url, source, part, ROW, body, fetched_at, declared)
