"""What bounds the cost of a place, and what is kept of a comparison."""

import sqlite3
from contextlib import closing

from bot.ingest.grouping import profile_of

TEXT = "A ferry with 214 people ran aground near Tarnholm on 5 May. Mayor Ida Holm thanked the crew."


def test_many_copies_of_one_event_are_one_story_and_links_stay_bounded(store, make_article, path):
    texts = [f"{TEXT} Reporter {number} was there." for number in range(150)]
    store.articles.save([make_article(f"u{number}", text) for number, text in enumerate(texts)])
    store.stories.catch_up(profile_of)
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT count(DISTINCT story_id) FROM story_articles").fetchone() == (1,)
        assert file.execute("SELECT max(articles) FROM stories").fetchone() == (150,)


def test_links_are_stored_both_ways(store, make_article, path):
    store.articles.save([make_article("one", TEXT), make_article("two", TEXT + " It was calm.")])
    store.stories.catch_up(profile_of)
    with closing(sqlite3.connect(path)) as file:
        links = set(file.execute("SELECT one, other, score FROM story_links"))
    assert links
    assert links == {(other, one, score) for one, other, score in links}
