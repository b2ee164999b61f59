"""What speakers are found by: kept with every article, made anew when the program makes other keys."""

import random
import sqlite3
from contextlib import closing

import pytest

from bot.statements.speaker_keys import keys_of, office_of
from bot.store import open_store

TABLES = ("speaker_keys", "surnames", "offices", "office_keys", "speakers")
NAMES = ("Ann Lee", "Энн Ли", "Bo Ray", "Harbour Office", "Иван Орлов", "Ivan Orlov", None)


def contents(path):
    with closing(sqlite3.connect(path)) as file:
        return {table: sorted(row[1:] for row in rows_of(file, table)) for table in TABLES}


def rows_of(file, table):
    # numbers of surnames and offices depend on the order in which they were met
    if table == "office_keys":
        return file.execute("SELECT 0, sort, key, form FROM office_keys JOIN offices ON id = office_id")
    return file.execute(f"SELECT {'0, *' if table == 'speaker_keys' else '*'} FROM {table}")


@pytest.fixture
def filled(path, make_article, says):
    dice = random.Random(3)
    with open_store(path) as store:
        for number in range(60):
            said = [
                says(
                    dice.choice(NAMES),
                    speaker_kind=dice.choice(("person", "body", "unknown")),
                    offices=("mayor of Dolsk", "cook")[: dice.randint(0, 2)],
                )
                for _ in range(3)
            ]
            store.articles.save([make_article(f"u{dice.randint(1, 20)}", f"text {number}", *said)])
    return path


def test_keys_of_another_version_are_made_anew(filled):
    before = contents(filled)
    assert all(before.values())
    with closing(sqlite3.connect(filled)) as file:
        file.execute("UPDATE meta SET value = 0 WHERE name = 'keys'")
        file.execute("UPDATE speakers SET statements = 99, kind = 'document'")
        file.execute("DELETE FROM speaker_keys")
        file.execute("DELETE FROM office_keys WHERE sort = 'office'")
        file.commit()
    open_store(filled).close()
    assert contents(filled) == before


def test_counts_follow_the_current_versions(store, make_article, says):
    store.articles.save([make_article("u1", "one", says("Ann Lee"), says("Ann Lee"), says("Bo Ray"))])
    assert store.speakers.persons([keys_of("Lee")]) == [1]
    store.articles.save([make_article("u1", "two", says("Bo Ray"))])
    assert store.speakers.persons([keys_of("Lee")]) == []
    assert store.speakers.persons([keys_of("Ray")]) == [2]


def test_an_office_goes_with_the_version_that_told_it(store, make_article, says):
    store.articles.save([make_article("u1", "one", says("Ann Lee", offices=("mayor of Dolsk",)))])
    mayor = [[key] for key in office_of("mayor of Dolsk")]
    assert store.speakers.holders("office", mayor) == [1]
    store.articles.save([make_article("u1", "two", says("Ann Lee"))])
    assert store.speakers.holders("office", mayor) == []
