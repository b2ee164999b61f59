"""Walls of consent, of payment and against robots; articles that only speak of such things."""

import pytest

from bot.articles.parse import parse
from bot.articles.walls import ends_at_wall, is_wall
from bot.models import Draft, Failure

LEAD = "The council of Lumen voted on Tuesday to rebuild the old harbour bridge within a year."
CONSENT = "We use cookies and such. You can withdraw your consent at any time.\nAccept all cookies"
ABOUT_COOKIES = (
    "The regulator fined the shop on Monday.\nIt found that the site of the shop uses cookies"
    " without asking. The owner said she would appeal.\nThe fine is the largest of the year."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CONSENT, True),
        ("Checking your browser before accessing the site", True),
        ("Мы используем cookies. Продолжая, вы даёте согласие на обработку персональных данных.", True),
        (ABOUT_COOKIES, False),
        (LEAD, False),
        ("", False),
        (f"{CONSENT}\n{LEAD * 20}", False),
    ],
)
def test_a_wall_speaks_to_the_reader_in_most_of_its_lines(text: str, expected: bool) -> None:
    assert is_wall(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LEAD}\nSubscribe to continue reading", True),
        (f"{LEAD}\nПолный текст доступен только подписчикам.\nВойти", True),
        (f"Already a subscriber? Sign in\n{LEAD}" + f"\n{LEAD}" * 6, False),
        (LEAD, False),
    ],
)
def test_a_text_that_breaks_off_at_a_wall(text: str, expected: bool) -> None:
    assert ends_at_wall(text) is expected


def page(body: str, head: str = "") -> Draft | Failure:
    markup = (
        f"<!DOCTYPE html><html lang='en'><head><title>A bridge</title>{head}</head><body>{body}</body></html>"
    )
    (item,) = parse(markup.encode(), "p.html")
    return item


def paragraphs(text: str) -> str:
    return "<article>" + "".join(f"<p>{line}</p>" for line in text.splitlines()) + "</article>"


def test_behind_a_consent_wall_the_description_is_stored_as_a_part() -> None:
    item = page(paragraphs(CONSENT), f"<meta name='description' content='{LEAD}'>")
    assert isinstance(item, Draft), item
    assert (item.text, item.partial) == (LEAD, True)


def test_a_wall_that_tells_nothing_is_a_clear_failure() -> None:
    item = page(paragraphs(CONSENT))
    assert isinstance(item, Failure)
    assert "wall" in item.error


def test_a_teaser_is_a_part() -> None:
    facts = '{"@type": "NewsArticle", "isAccessibleForFree": "False"}'
    payment = f'<script type="application/ld+json">{facts}</script>'
    item = page(paragraphs(f"{LEAD}\n{LEAD} It will cost much."), payment)
    assert isinstance(item, Draft), item
    assert item.partial
    whole = page(paragraphs(f"{LEAD}\n{LEAD} It will cost much."))
    assert isinstance(whole, Draft)
    assert not whole.partial
