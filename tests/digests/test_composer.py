"""What a subscription is told."""

import pytest

from bot.answers.gate import passes
from bot.digests.composer import RELATED, Composer
from bot.store import Store
from bot.subscriptions.values import DigestItem, Scope
from tests.digests.conftest import ORCHARD, PIER, PIER_AGAIN, PIER_RU, Add, window

ALL = Scope()


def titles(items: tuple[DigestItem, ...]) -> list[str]:
    return [item.title for item in items]


def test_what_many_tell_comes_first(composer: Composer, add: Add) -> None:
    add(ORCHARD)
    add(PIER)
    add(PIER_AGAIN, source="Courier")
    composer.catch_up()
    first, second = composer.compose(ALL, window(), "en")
    assert (first.articles, first.origins) == (2, 2)
    assert first.title in {PIER[0], PIER_AGAIN[0]}
    assert second.title == ORCHARD[0]


def test_every_line_of_every_item_passes_the_gate(composer: Composer, store: Store, add: Add) -> None:
    for article in (PIER, PIER_AGAIN, PIER_RU, ORCHARD):
        add(article)
    composer.catch_up()
    scopes = (ALL, Scope("topic", "pier"), Scope("speaker", "Lunina"), Scope("source", "gazette"))
    claims = [
        claim
        for scope in scopes
        for language in ("en", "ru")
        for item in composer.compose(scope, window(), language)
        for claim in item.claims
    ]
    assert len(claims) > 10
    for claim in claims:
        ids = {cited.article_id for cited in claim.citations}
        ledger = [one for number in ids for one in store.statements.of_article(number)]
        assert passes(claim, store.articles.get(ids), ledger)


def test_lines_are_in_the_language_of_the_reader_where_there_are_any(composer: Composer, add: Add) -> None:
    add(PIER)
    add(PIER_RU)
    add(ORCHARD)
    composer.catch_up()
    assert titles(composer.compose(Scope("topic", "причал"), window(), "ru"))[0] == PIER_RU[0]
    assert titles(composer.compose(Scope("topic", "причал"), window(), "en"))[0] == PIER[0]
    assert titles(composer.compose(Scope("topic", "мороз"), window(), "ru")) == [ORCHARD[0]]


def test_an_update_tells_what_is_new_and_a_mere_repeat_is_none(composer: Composer, add: Add) -> None:
    add(PIER, "2031-05-04T10:00:00Z")
    add(PIER_AGAIN, "2031-05-05T10:00:00Z", "Courier")
    composer.catch_up()
    (update,) = composer.compose(ALL, window(), "en")
    assert [claim.speaker for claim in update.claims] == ["Oleg Dymov"]
    (before,) = composer.compose(ALL, window("2031-05-04", "2031-05-05"), "en")
    assert update.known_to(before.marks)
    add((PIER[0], PIER[1] + "\n\nFrom our sources."), "2031-05-06T10:00:00Z", "Echo")
    composer.catch_up()
    assert composer.compose(ALL, window("2031-05-06", "2031-05-07"), "en") == ()


def test_an_article_that_was_rewritten_is_news_by_what_was_added(composer: Composer, add: Add) -> None:
    add(PIER, url="http://pier")
    after = composer.catch_up()
    add(PIER, "2031-05-05T11:00:00Z", url="http://pier")
    add((PIER[0], PIER[1] + "\n\n“A second pier follows in spring,” Lunina added."), url="http://pier")
    composer.catch_up()
    (item,) = composer.compose(ALL, window(after=after), "en")
    assert [claim.text for claim in item.claims] == ["“A second pier follows in spring,” Lunina added."]


def test_a_speaker_is_followed_by_statements_about_a_topic(composer: Composer, add: Add) -> None:
    add(PIER)
    add(ORCHARD)
    composer.catch_up()
    (item,) = composer.compose(Scope("speaker", "Лунина"), window(), "en")
    assert item.claims[0].speaker == "Vera Lunina"
    assert composer.compose(Scope("speaker", "Lunina", "pier"), window(), "en") == (item,)
    assert composer.compose(Scope("speaker", "Lunina", "cherries"), window(), "en") == ()
    assert composer.compose(Scope("speaker", "Nobody Known"), window(), "en") == ()


def test_no_more_items_than_anybody_reads(
    composer: Composer, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(PIER)
    add(ORCHARD)
    composer.catch_up()
    assert len(composer.compose(ALL, window(), "en")) == 2
    monkeypatch.setattr("bot.digests.composer.MOST", 1)
    assert len(composer.compose(ALL, window(), "en")) == 1


def test_news_of_another_window_are_read_anew(composer: Composer, add: Add) -> None:
    add(PIER)
    composer.catch_up()
    days = [window(f"2031-04-{day:02}", f"2031-04-{day + 1:02}") for day in range(1, 8)]
    assert all(composer.compose(ALL, day, "en") == () for day in days)
    assert titles(composer.compose(ALL, window(), "en")) == [PIER[0]]


def test_what_later_articles_of_the_matter_tell_was_not_known_before(
    composer: Composer, store: Store, add: Add
) -> None:
    retold = PIER[0], f"{PIER[1]}\n\n{PIER_AGAIN[1]}\n\n{ORCHARD[1]}"
    now, later = add(PIER_AGAIN), add(retold, "2031-05-11T10:00:00Z", "Courier")
    composer.catch_up()
    stories = store.stories.of([now.id, later.id])
    assert store.stories.related(stories[now.id], RELATED) == [stories[later.id]]
    assert titles(composer.compose(ALL, window(), "en")) == [PIER_AGAIN[0]]
