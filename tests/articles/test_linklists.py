"""Lists of links under an article, and lists that belong to it."""

import pytest

from bot.articles.linklists import link_lists
from bot.language.sentences import paragraphs

PROSE = "The council of Lumen voted on Tuesday to rebuild the old harbour bridge within a year and a half."
LINKS = ["- Ferry back in service", "- Мост откроют весной", "• Market full again"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([PROSE, *LINKS], LINKS),
        ([PROSE, "More news", *LINKS, "Contacts"], LINKS),
        ([PROSE, *LINKS, PROSE], []),
        ([f"{PROSE[:-1]}:", *LINKS], []),
        ([PROSE, "- The ferry is back.", "- The bridge opens in spring."], []),
        ([], []),
    ],
)
def test_headlines_behind_the_last_prose_are_links(lines: list[str], expected: list[str]) -> None:
    text = "\n\n".join(lines)
    found = sorted(link_lists(text, paragraphs(text)))
    assert [text[start:end] for start, end in found] == expected
