"""The steps that turn copy into an article's own text, in their order. Each takes a draft and gives one.

A step takes away only what its rule is sure of: a caption left in is a blemish, a sentence left out is a loss.
"""

from collections.abc import Callable, Iterable

from briefing.clean.draft import Draft
from briefing.clean.steps.appeal import without_appeals
from briefing.clean.steps.biography import without_biographies
from briefing.clean.steps.byline import without_inline_byline
from briefing.clean.steps.caption import without_captions
from briefing.clean.steps.credit import without_credits
from briefing.clean.steps.dateline import without_dateline
from briefing.clean.steps.dek import without_repeated_dek
from briefing.clean.steps.embedded_post import without_embedded_posts, without_linked_posts
from briefing.clean.steps.furniture import without_furniture
from briefing.clean.steps.link_box import without_link_boxes
from briefing.clean.steps.live_stamp import without_live_stamps
from briefing.clean.steps.masthead import without_masthead
from briefing.clean.steps.original_url import without_original_url
from briefing.clean.steps.partial_date import with_partial_date
from briefing.clean.steps.pasted_head import with_head_apart
from briefing.clean.steps.spacing import with_spacing_mended
from briefing.clean.steps.withdrawn import only_the_notice

Step = Callable[[Draft], Draft]

STEPS: tuple[Step, ...] = (
    with_head_apart,
    with_spacing_mended,
    without_original_url,
    without_link_boxes,
    without_appeals,
    without_embedded_posts,
    without_linked_posts,
    without_furniture,
    without_masthead,
    only_the_notice,
    without_inline_byline,
    without_captions,
    without_credits,
    without_biographies,
    without_live_stamps,
    without_repeated_dek,
    without_dateline,
    with_partial_date,
)
"""The order matters: the address stands at the very end; an appeal is a block only while its buttons stand; the title
is the first line once the page's own furniture is gone, and may say that the rest is withdrawn; a byline may hide the
dateline behind it; a biography is told by the author's name; captions carry dates that must not be the article's."""


PAGE_STEPS: tuple[Step, ...] = tuple(step for step in STEPS if step is not without_linked_posts)
"""The same for pages, where a post stands with its signature in a line of its own: whose words it is can be seen."""


def cleaned(draft: Draft, steps: Iterable[Step] = STEPS) -> Draft:
    """The draft after all steps."""
    for step in steps:
        draft = step(draft)
    return draft
