"""Words are counted once an article, and what an older version counted is taken back."""

import sqlite3
from contextlib import closing

from bot.ingest.grouping import profile_of


def counts(path):
    with closing(sqlite3.connect(path)) as file:
        return dict(file.execute("SELECT word, articles FROM story_words"))


def test_each_article_counts_a_word_once(store, make_article, path):
    store.articles.save([make_article("a", "Otter otter otter."), make_article("b", "An otter sang.")])
    store.stories.catch_up(profile_of)
    assert counts(path)["otter"] == 2


def test_profiles_of_another_version_are_made_anew(store, make_article, path):
    store.articles.save([make_article("a", "An otter sang.")])
    store.stories.catch_up(profile_of)
    before = counts(path)
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE meta SET value = -1 WHERE name = 'stories_version'")
    store.stories.catch_up(profile_of)
    assert counts(path) == before
    assert [one.articles for one in store.stories.between(None, None)] == [(1,)]
