"""Any article at all, for hypothesis."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from briefing.model import Article, Removal

# Everything UTF-8 can hold, NUL and noncharacters included; surrogates have a test of their own.
TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40)
TIME = st.datetimes(timezones=st.just(UTC), min_value=datetime(1, 1, 1), max_value=datetime(9999, 12, 31, 23, 59, 59))  # noqa: DTZ001 hypothesis takes naive bounds

ARTICLES = st.builds(
    Article,
    id=st.sampled_from(["a1", "a2", "a3"]),
    title=TEXT,
    text=TEXT,
    url=st.none() | st.sampled_from(["https://courier.example/1", "https://courier.example/2"]),
    outlet=st.none() | TEXT,
    authors=st.lists(TEXT, max_size=3).map(tuple),
    published=st.none() | TIME,
    published_precision=st.sampled_from(["second", "minute", "day", "none"]),
    utc_offset=st.none() | st.integers(-14 * 60, 14 * 60),
    partial_date=st.none() | TEXT,
    dated_by=st.sampled_from(["stated", "copy", "none"]),
    language=TEXT,
    origin=st.none() | TEXT,
    sha256=st.sampled_from(["s1", "s2", "s3"]),
    source=TEXT,
    removed=st.lists(st.builds(Removal, step=TEXT, paragraphs=st.integers(0, 10**6)), max_size=2).map(tuple),
)
