"""What is found to compare, and that holding what was read changes nothing of the scores."""

import sqlite3
from contextlib import closing

import pytest

from bot.ingest.grouping import profile_of
from bot.store.comparing import Comparer
from bot.stories.profile import from_json

FERRY = "A ferry with 214 people ran aground near Tarnholm on 5 May. Mayor Ida Holm thanked the crew."
BREAD = "Baker Otto Reeve won a prize for rye bread at the fair of Kelmend. The jury praised the crust."


@pytest.fixture
def scores(path):
    """The scores of the article with a given number."""

    def of(comparer, number):
        with closing(sqlite3.connect(path)) as file:
            file.row_factory = sqlite3.Row
            row = file.execute("SELECT * FROM story_articles WHERE article_id = ?", (number,)).fetchone()
            return comparer.scores(file, number, row["published_at"], from_json(row["profile"]))

    return of


def test_reports_of_one_event_find_one_another_and_no_other(store, make_article, scores):
    texts = [FERRY, FERRY + " It was calm.", BREAD]
    store.articles.save([make_article(f"u{number}", text) for number, text in enumerate(texts)])
    store.stories.catch_up(profile_of)
    assert scores(Comparer(), 1).keys() == {2}
    assert scores(Comparer(), 3) == {}


def test_what_is_held_is_as_good_as_what_is_read_anew(store, make_article, scores):
    texts = [f"{FERRY} Reporter w{number}z of Kelmend was there." for number in range(12)]
    store.articles.save([make_article(f"u{number}", text) for number, text in enumerate(texts)])
    store.stories.catch_up(profile_of)
    held = Comparer()
    first = [scores(held, number) for number in range(1, 13)]
    assert first == [scores(Comparer(), number) for number in range(1, 13)]
    assert all(len(found) == 11 for found in first)


def test_further_articles_are_noticed_and_so_are_other_words(store, make_article, scores):
    store.articles.save([make_article("one", FERRY), make_article("two", FERRY + " It was calm.")])
    store.stories.catch_up(profile_of)
    held = Comparer()
    before = scores(held, 1)
    store.articles.save([make_article("three", FERRY + " Nobody was hurt."), make_article("two", BREAD)])
    store.stories.catch_up(profile_of)
    after = scores(held, 1)
    assert before.keys() == {2}
    assert after == scores(Comparer(), 1)
    assert after.keys() == {3}
