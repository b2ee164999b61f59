"""Migrations: applied from the oldest schema on, with rows in it, and all or nothing."""

import sqlite3
from contextlib import closing

import pytest
from sqlite_utils import Database, Migrations

from bot.statements.speaker_keys import keys_of
from bot.store import open_store
from bot.store.connection import Connections
from bot.store.schema import MIGRATION_NAMES, MIGRATIONS
from bot.subscriptions.schedule import Schedule
from bot.subscriptions.subscription import Manner, Place
from bot.subscriptions.values import Scope

OLDEST_ROWS = """
UPDATE meta SET value = 1 WHERE name IN ('sequence', 'speakers');
INSERT INTO articles VALUES (1, 'u1', 1, 1925078400, 'Gazette', 1);
INSERT INTO article_versions VALUES (1, 1, 'f', 'Title', 'A text.', '2031-01-02', 'Gazette', 'en', '[]');
INSERT INTO passages VALUES (1, 1, 1, 1, 0, 7);
INSERT INTO speakers VALUES (1, 'an li');
INSERT INTO speaker_forms VALUES (1, 'name', 'Ann Lee', 1, 1), (1, 'kind', 'person', 1, 1),
    (1, 'office', 'mayor of Dolsk', 1, 1);
INSERT INTO statements VALUES (
    1, 1, 1, 1, 1, 1925078400, 0, 7, '[[2,5]]', 'direct', 'said', NULL, NULL, 'Ann Lee', 'person', '[]',
    NULL, '[]', 0
);
"""


def test_the_oldest_rows_are_read_by_this_program(path):
    connections = Connections(path)
    connections.get().execute("PRAGMA journal_mode = WAL")
    with connections.write() as connection:
        MIGRATIONS.apply(Database(connection), stop_before=MIGRATION_NAMES[1:])
    connections.get().executescript(OLDEST_ROWS)
    connections.close()
    with open_store(path) as store:
        (change,) = store.changes(0)
        assert (change.article.url, change.spoken) == ("u1", (((0, 7), 1),))
        assert store.statements.of_article(1)[0].spans == ((2, 5),)
        assert store.speakers.get([1])[0].name == "Ann Lee"
        assert store.speakers.persons([keys_of("Lee")]) == [1]
        assert store.speakers.with_word(keys_of("Lee")) == {1}
        assert store.speakers.holders("worded", [["mayor"]]) == [1]
        assert store.articles.extent(2**40).articles == 1


def test_a_failing_migration_leaves_the_file_as_it_was(path):
    open_store(path).close()
    failing = Migrations(MIGRATIONS.name)

    @failing(name="0002_failing")
    def _(database):
        database.conn.execute("CREATE TABLE half (x)")
        raise RuntimeError("no further")

    connections = Connections(path)
    with pytest.raises(RuntimeError), connections.write() as connection:
        failing.apply(Database(connection))
    connections.close()
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)


def test_speaker_questions_use_the_index(path):
    open_store(path).close()
    with closing(sqlite3.connect(path)) as file:
        plan = file.execute(
            "EXPLAIN QUERY PLAN SELECT id, published_at, article_id, start"
            " FROM current_statements WHERE speaker_id = 1"
            " AND published_at >= 5 AND published_at < 9"
            " ORDER BY published_at DESC, article_id DESC, start, id LIMIT 5"
        ).fetchall()
    steps = " ".join(row[3] for row in plan)
    assert "COVERING INDEX statements_speaker" in steps
    assert "TEMP B-TREE" not in steps


def test_sources_are_found_by_the_index_alone(path):
    open_store(path).close()
    with closing(sqlite3.connect(path)) as file:
        plan = file.execute(
            "EXPLAIN QUERY PLAN SELECT 1 FROM articles WHERE source = 'a' AND published_at < 5"
        ).fetchall()
    assert "COVERING INDEX articles_source" in plan[0][3]


def test_the_oldest_passages_can_be_given_vectors(path):
    connections = Connections(path)
    connections.get().execute("PRAGMA journal_mode = WAL")
    with connections.write() as connection:
        MIGRATIONS.apply(Database(connection), stop_before="0002_speaker_keys")
    connections.get().executescript(OLDEST_ROWS)
    connections.close()
    with open_store(path) as store:
        model = store.vectors.begin("toy", 1, b"\0\0")
        (waiting,) = store.vectors.missing(model, 9)
        assert (waiting.title, waiting.text) == ("Title", "A text.")
        store.vectors.save(model, [(waiting.passage_id, b"\1", b"\0\x3c")])
        assert store.vectors.missing(model, 9) == []


def test_the_oldest_library_can_follow_feeds(path):
    connections = Connections(path)
    connections.get().execute("PRAGMA journal_mode = WAL")
    with connections.write() as connection:
        MIGRATIONS.apply(Database(connection), stop_before=MIGRATION_NAMES[1:])
    connections.get().executescript(OLDEST_ROWS)
    connections.close()
    with open_store(path) as store:
        assert store.feeds.add("https://tarn.example/rss", "Tarn", "", 5, 1800)
        assert [feed.due for feed in store.feeds.due(5)] == [5]
        assert store.articles.count() == 1


def test_the_oldest_library_can_have_subscriptions(path):
    connections = Connections(path)
    connections.get().execute("PRAGMA journal_mode = WAL")
    with connections.write() as connection:
        MIGRATIONS.apply(Database(connection), stop_before=MIGRATION_NAMES[1:])
    connections.get().executescript(OLDEST_ROWS)
    connections.close()
    with open_store(path) as store:
        place, manner = Place("telegram:1"), Manner(Schedule("at_once"))
        one = store.subscriptions.save(place, Scope(), "en", manner, 1_925_078_400)
        assert one.after == 1
        assert store.subscriptions.of_place(place) == [one]


@pytest.mark.parametrize("missing", [("0008_shown", "0011_subscriptions"), ("0011_subscriptions",)])
def test_a_library_that_lacks_migrations_in_between_is_brought_up_to_date(path, missing):
    """Migrations come from several hands: one of a higher number may have been applied first."""
    last = "0010_reprints" if "0008_shown" in missing else "0012_receipts"
    early = Migrations(MIGRATIONS.name)
    early._migrations = [
        each for each in MIGRATIONS._migrations if each.name <= last and each.name not in missing
    ]
    connections = Connections(path)
    connections.get().execute("PRAGMA journal_mode = WAL")
    with connections.write() as connection:
        early.apply(Database(connection))
    connections.close()
    with open_store(path) as store:
        applied = {each.name for each in MIGRATIONS.applied(Database(store._connections.get()))}
        assert applied == {*MIGRATION_NAMES}
        store.people.count(7, "2031-05-06", 1)
        assert store.people.asked(7, "2031-05-06") == (1, 1)
        assert store.inbox.left_over() == []
        store.personal.erase(7)
        assert store.people.asked(7, "2031-05-06") == (0, 0)
