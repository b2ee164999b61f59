"""What bounds the cost of a place, and what is kept of a comparison."""

import sqlite3
from contextlib import closing

from bot.ingest.grouping import profile_of

TEXT = "A ferry with 214 people ran aground near Tarnholm on 5 May. Mayor Ida Holm thanked the crew."


def test_a_story_of_more_articles_than_are_compared_stays_one(store, make_article, path):
    others = [f"Baker w{number}x of street w{number}y won a prize for bread." for number in range(200)]
    copies = [f"{TEXT} Reporter w{number}z was there." for number in range(150)]
    store.articles.save([make_article(f"o{number}", text) for number, text in enumerate(others)])
    store.articles.save([make_article(f"u{number}", text) for number, text in enumerate(copies)])
    store.stories.catch_up(profile_of)
    with closing(sqlite3.connect(path)) as file:
        found = file.execute(
            "SELECT count(DISTINCT story_id), count(*) FROM story_articles"
            " JOIN articles ON id = article_id WHERE url LIKE 'u%'"
        ).fetchone()
    assert found == (1, 150)


def test_links_are_stored_both_ways(store, make_article, path):
    store.articles.save([make_article("one", TEXT), make_article("two", TEXT + " It was calm.")])
    store.stories.catch_up(profile_of)
    with closing(sqlite3.connect(path)) as file:
        links = set(file.execute("SELECT one, other, score FROM story_links"))
    assert links
    assert links == {(other, one, score) for one, other, score in links}
