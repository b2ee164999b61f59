"""Stories of a library: placed as articles come, taken back when they change."""

import sqlite3
from contextlib import closing

import pytest
from sqlite_utils import Database

from bot.ingest.grouping import profile_of
from bot.language.dates import timestamp
from bot.store import open_store
from bot.store.connection import Connections
from bot.store.schema import MIGRATION_NAMES, MIGRATIONS
from tests.articles.test_reprints import EDITED, OTHER, WIRE
from tests.store.test_schema import OLDEST_ROWS

DAY = 86_400
FIRST = "A ferry with 214 people ran aground near Tarnholm on 5 May. Mayor Ida Holm thanked the crew."
SECOND = "Ferry with 214 people runs aground near Tarnholm on 5 May; Mayor Ida Holm thanks its crew."
LATER = "A bus with 90 children left the road near Ostvik on 9 June. Driver Joe Vale was not hurt."
FILLER = "Baker {} of street {} won prize {} for bread in the village number {}."


@pytest.fixture
def add(store, make_article):
    def save(*articles, **fields):
        store.articles.save([make_article(url, text, **fields) for url, text in articles])
        store.stories.catch_up(profile_of)

    fillers = [FILLER.format(*[f"w{number}x{part}" for part in range(4)]) for number in range(30)]
    save(*((f"filler{number}", text) for number, text in enumerate(fillers)))
    return save


def story_of(store, url):
    number = store.articles.by_url(url).id
    return store.stories.of([number])[number]


def test_reports_of_one_event_are_one_story(store, add):
    add(("first", FIRST), ("later", LATER))
    add(("second", SECOND))
    assert story_of(store, "first") == story_of(store, "second") != story_of(store, "later")


def test_a_story_lists_its_articles_by_day(store, add):
    add(("second", SECOND), published="2031-05-07")
    add(("first", FIRST), published="2031-05-06")
    found = store.stories.articles([story_of(store, "first")])
    assert found == [store.articles.by_url(url).id for url in ("first", "second")]
    assert store.stories.articles([story_of(store, "first")], timestamp("2031-05-07")) == found[:1]
    assert store.stories.articles([]) == []


def test_far_days_are_other_stories(store, add):
    add(("first", FIRST), published="2031-05-06")
    add(("second", SECOND), published="2031-06-06")
    assert story_of(store, "first") != story_of(store, "second")


def test_a_rewritten_article_changes_its_story(store, add):
    add(("first", FIRST), ("second", SECOND))
    add(("second", LATER))
    assert story_of(store, "first") != story_of(store, "second")


def test_catching_up_twice_changes_nothing(store, add, path):
    add(("first", FIRST), ("second", SECOND))
    with closing(sqlite3.connect(path)) as file:
        before = list(file.iterdump())
        store.stories.catch_up(profile_of)
        assert list(file.iterdump()) == before


def test_a_rewritten_article_leaves_no_words_behind(store, add, path):
    add(("first", FIRST))
    with closing(sqlite3.connect(path)) as file:
        before = sorted(file.execute("SELECT * FROM story_words"))
        add(("first", LATER))
        add(("first", FIRST + " "))
        assert sorted(file.execute("SELECT * FROM story_words")) == before


def test_the_period(store, add):
    add(("first", FIRST), published="2031-05-06")
    add(("later", LATER), published="2031-06-09")
    june = 1_938_000_000
    later = story_of(store, "later")
    assert [one.id for one in store.stories.between(june, None)] == [later]
    assert later not in [one.id for one in store.stories.between(None, june)]


def test_the_oldest_library_gets_its_stories(path):
    connections = Connections(path)
    connections.get().execute("PRAGMA journal_mode = WAL")
    with connections.write() as connection:
        MIGRATIONS.apply(Database(connection), stop_before=MIGRATION_NAMES[1:])
    connections.get().executescript(OLDEST_ROWS)
    connections.close()
    with open_store(path) as store:
        store.stories.catch_up(profile_of)
        (record,) = store.stories.between(None, None)
        assert record.articles == (1,)


def test_a_reprint_belongs_to_the_story_of_its_origin_even_after_weeks(store, add):
    add(("wire", WIRE), published="2031-05-06")
    add(("edited", EDITED), ("other", OTHER), published="2031-06-20")
    assert story_of(store, "wire") == story_of(store, "edited") != story_of(store, "other")
