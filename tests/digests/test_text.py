"""A digest as a person reads it."""

from datetime import UTC
from zoneinfo import ZoneInfo

import pytest

from bot.digests.text import Digest, blocks, heading, item_heading, line, render_text
from bot.models import Citation, Claim
from bot.subscriptions.values import DigestItem, Scope
from tests.digests.conftest import window


def cited(number: int = 1, published: str | None = "2031-05-05T10:00:00Z", url: str = "http://a") -> Citation:
    return Citation(number, 1, url, "Pier", "Gazette", published, 0, 4, "Pier")


def item(text: str = "The pier opened.", **fields: object) -> DigestItem:
    claim = Claim(text, None, "fact", (cited(),))
    return DigestItem(**{"kind": "story", "title": "Pier", "claims": (claim,), "marks": (), **fields})


def test_the_whole_of_it() -> None:
    said = Claim("“Here it stands,” she said.", "Vera Lunina", "direct", (cited(2), cited(3, url="http://b")))
    told = DigestItem("story", "Pier opens", (item().claims[0], said), (), 2, 2, update=True)
    digest = Digest(Scope("topic", "pier"), window(), "en", (told,), more=4)
    assert render_text(digest, UTC) == (
        "“pier”, 5 May 2031\n\n"
        "1. Update: Pier opens (2 articles, 5 May 2031)\n"
        "– The pier opened. [1]\n"
        "– Vera Lunina: “Here it stands,” she said. [2][3]\n"
        "[1][2] Gazette, http://a\n"
        "[3] Gazette, http://b\n\n"
        "And 4 more."
    )


def test_an_empty_one_says_so_and_of_when_the_newest_article_is() -> None:
    assert (
        render_text(Digest(Scope(), window(), "ru", ()), UTC) == "Все новости, 5 мая 2031\n\nНичего нового."
    )
    told = render_text(Digest(Scope(), window(), "en", (), newest="2031-04-01"), UTC)
    assert told.endswith("Nothing new. The newest article is of 1 April 2031.")


@pytest.mark.parametrize(
    ("scope", "language", "words"),
    [
        (Scope(), "en", "All news"),
        (Scope("topic", "a {b}"), "en", "“a {b}”"),
        (Scope("speaker", "Lunina"), "en", "What Lunina said"),
        (Scope("speaker", "Лунина", "причал"), "ru", "Высказывания: Лунина на тему «причал»"),
        (Scope("source", "Gazette"), "ru", "Новости источника Gazette"),
    ],
)
def test_headings_name_the_scope(scope: Scope, language: str, words: str) -> None:
    assert heading(Digest(scope, window(), language, ()), UTC).startswith(f"{words}, 5 ")


def test_days_are_those_of_the_reader() -> None:
    digest = Digest(Scope(), window("2031-05-04T22:00:00", "2031-05-05T22:00:00"), "en", ())
    assert heading(digest, ZoneInfo("Europe/Moscow")) == "All news, 5 May 2031 – 6 May 2031"
    assert heading(digest, ZoneInfo("Asia/Novosibirsk")) == "All news, 5 May 2031 – 6 May 2031"
    assert heading(digest, ZoneInfo("Europe/London")) == "All news, 4 May 2031 – 5 May 2031"


def test_statements_of_one_article_stand_under_one_title() -> None:
    said = [item(text, kind="statement") for text in ("One thing.", "Another thing.")]
    other = item("A third thing.", kind="statement", title="Elsewhere")
    (first, both), (second, one) = blocks([*said, other])
    assert (first.title, second.title) == ("Pier", "Elsewhere")
    assert [claim.text for claim in both] == ["One thing.", "Another thing."]
    assert len(one) == 1


def test_stories_of_one_title_stay_apart() -> None:
    assert len(blocks([item(), item()])) == 2


def test_an_item_without_dates_and_other_articles_is_its_title() -> None:
    undated = Claim("The pier opened.", None, "fact", (cited(published=None),))
    assert item_heading(item(claims=(undated,)), "en") == "Pier"
    assert item_heading(item(claims=(undated,), articles=3), "ru") == "Pier (статей: 3)"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“Here it stands,” she said.", "Vera Lunina: “Here it stands,” she said."),
        ("“Here it stands,” Lunina said.", "“Here it stands,” Lunina said."),
        ("По словам Луниной, причал стоит.", "По словам Луниной, причал стоит."),
    ],
)
def test_a_speaker_is_named_where_the_words_do_not(text: str, shown: str) -> None:
    assert line(Claim(text, "Vera Lunina", "direct", ())) == shown
