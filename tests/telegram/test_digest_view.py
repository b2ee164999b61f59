"""Digests as Telegram messages; the strict parser of the fake server reads every one."""

from datetime import UTC

from bot.digests.text import Digest
from bot.models import Claim
from bot.subscriptions.values import DigestItem, Scope, Window
from bot.telegram.digest_view import digest_pages
from tests.telegram.fake_html import MOST_UNITS, parse_text, units
from tests.telegram.support import citation

WINDOW = Window(0, 1_752_019_200, 1_752_105_600)  # 9 July 2025


def item(number: int = 1, words: str = "The bridge opens on Monday.", **fields: object) -> DigestItem:
    claim = Claim(words, None, "fact", (citation(number, words),))
    return DigestItem(
        **{"kind": "story", "title": f"Story {number}", "claims": (claim,), "marks": (), **fields}
    )


def digest(*items: DigestItem, **fields: object) -> Digest:
    return Digest(Scope("topic", "bridge <&>"), WINDOW, "en", items, **fields)


def test_what_a_person_reads_and_opens() -> None:
    (page,) = digest_pages(digest(item(articles=3, update=True), more=2), UTC)
    text, entities = parse_text(page, "HTML")
    assert text == (
        "“bridge <&>”, 9 July 2025\n\n"
        "1. Update: Story 1 (3 articles, 9 July 2025)\n"
        "• The bridge opens on Monday. [1]\n\n"
        "And 2 more."
    )
    links = [one["url"] for one in entities if one["type"] == "text_link"]
    address = "https://news.example/1"
    assert links == [address, f"{address}#:~:text=The%20bridge%20opens%20on%20Monday."]


def test_hostile_titles_stay_text() -> None:
    hostile = '</b><a href="https://evil.example">win</a> & \x00'
    (page,) = digest_pages(digest(item(title=hostile)), UTC)
    text, entities = parse_text(page, "HTML")
    assert '</b><a href="https://evil.example">win</a> &' in text
    assert not any("evil" in one.get("url", "") for one in entities)


def test_a_long_digest_is_parted_between_stories() -> None:
    told = [item(number, f"Sentence {number} " + "of many words " * 40) for number in range(1, 12)]
    pages = [parse_text(page, "HTML")[0] for page in digest_pages(digest(*told), UTC)]
    assert len(pages) > 1
    assert all(units(page) <= MOST_UNITS for page in pages)
    for number in range(1, 12):
        (page,) = [page for page in pages if f"{number}. Story {number} (" in page]
        assert f"• Sentence {number} of many" in page


def test_an_address_that_nobody_can_open_is_no_link() -> None:
    local = Claim("Words.", None, "fact", (citation(1, "Words.", url="file:notes.txt"),))
    (page,) = digest_pages(digest(item(claims=(local,))), UTC)
    assert "<a" not in page


def test_an_empty_one_says_so() -> None:
    (page,) = digest_pages(digest(newest="2025-07-01"), UTC)
    assert parse_text(page, "HTML")[0].endswith("Nothing new. The newest article is of 1 July 2025.")
