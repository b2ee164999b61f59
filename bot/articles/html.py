"""A web page to a draft: the main text by trafilatura; title, moment and address by `metadata`.

It knows nothing of encodings (it takes characters) and nothing of the network: a page never loads another.
"""

import logging
import re

import trafilatura

from bot.articles.linkedlines import mark_links, may_be_marked, without_links
from bot.articles.metadata import Element, PageFacts, page_facts
from bot.articles.normal import file_url, host, normal_text, one_line
from bot.articles.tablelines import without_layout
from bot.articles.walls import ends_at_wall, is_wall
from bot.models import Draft

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_BREAKS = re.compile(r"[ \t]*\n\s*")
# What lxml and trafilatura raise on markup made to break them; anything else is an error of ours.
_BROKEN_PAGE = (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError)

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a bad page is reported once, as a Failure
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


_TEASER = 2000  # characters; more than that is no teaser, whatever the page says of payment
_FEWEST = 40  # characters of a summary that is worth storing
_WALL = "the page shows no article but a wall: consent, a sign-in or a check for robots"


def html_draft(markup: str, name: str) -> Draft:
    """The article of a page; paragraphs are separated by blank lines. ValueError when it holds none.

    Of an article behind a wall, what the page shows of it or says in its description; then it is `partial`.
    """
    tree = _tree(markup)
    facts = page_facts(tree)
    text, whole = _readable(_main_text(tree, markup), facts)
    url = facts.url or file_url(name)
    return Draft(
        url=url,
        title=facts.title or one_line(text.partition("\n")[0])[:200],
        text=text,
        published=facts.published,
        source=facts.site or host(url),
        authors=facts.authors,
        language=facts.language,
        partial=not whole,
    )


def _readable(text: str, facts: PageFacts) -> tuple[str, bool]:
    """The text to store, and whether it is the whole article; ValueError behind a wall without a summary."""
    if text and not is_wall(text):
        return text, not ends_at_wall(text) and (facts.is_free or len(text) >= _TEASER)
    if is_wall(facts.summary) or len(facts.summary) < _FEWEST:
        raise ValueError(_WALL if text else "no article text in this page")
    return facts.summary, False


def _tree(markup: str) -> Element:
    try:
        tree: Element | None = trafilatura.load_html(_DECLARATION.sub("", markup.replace("\0", "")))
    except _BROKEN_PAGE as error:
        raise ValueError("the markup of this page cannot be read") from error
    if tree is None:
        raise ValueError("no markup that can be read in this page")
    return tree


def _main_text(tree: Element, markup: str) -> str:
    """The text without navigation and lists of links; found with less precision where that leaves nothing.

    On 107 Russian news pages of many layouts, token F1 is .873 with precision first; on 58 English ones .966.
    (`python -m tests.page_quality FOLDER`; before links were looked at .849 and .962.) The tree is used up.
    """
    return _found_text(tree, markup, True) or _found_text(_tree(markup), markup, False)


def _found_text(tree: Element, markup: str, precise: bool) -> str:
    if may_be_marked(markup):
        mark_links(tree)
    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, favor_precision=precise)
    except _BROKEN_PAGE as error:
        raise ValueError("the markup of this page cannot be read") from error
    lines = without_layout(normal_text(getattr(found, "text", None) or ""))
    return _BREAKS.sub("\n\n", without_links(lines)).strip()
