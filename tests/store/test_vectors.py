"""Vectors: one of each passage, of one model at a time, following the passages."""

import sqlite3
from contextlib import closing
from itertools import pairwise

import pytest

from bot.store import open_store
from bot.store.connection import Connections

BITS, VECTOR = b"\x05", b"\x00\x3c\x00\x00"


@pytest.fixture
def filled(store, make_article):
    store.articles.save([make_article(f"u{number}", f"Text {number}.") for number in range(6)])
    return store.vectors


@pytest.fixture
def model(filled):
    return filled.begin("toy", 2, VECTOR)


def save(vectors, model, *passage_ids):
    vectors.save(model, [(number, BITS, VECTOR) for number in passage_ids])


def missing(vectors, model):
    return [found.passage_id for found in vectors.missing(model, 100)]


def test_a_passage_without_a_vector_comes_with_its_title_and_text(filled, model):
    first = filled.missing(model, 1)[0]
    assert (first.passage_id, first.title, first.text) == (6, "Title of u5", "Text 5.")
    assert filled.passages() == 6


def test_a_run_goes_on_below_what_it_has_seen(filled, model):
    assert [found.passage_id for found in filled.missing(model, 2)] == [6, 5]
    assert [found.passage_id for found in filled.missing(model, 2, before=5)] == [4, 3]
    save(filled, model, 3)
    assert [found.passage_id for found in filled.missing(model, 2, before=5)] == [4, 2]


def test_what_is_saved_is_no_longer_missing(filled, model):
    save(filled, model, 2, 5)
    assert missing(filled, model) == [6, 4, 3, 1]
    assert filled.count(model) == 2
    assert [(one.passage_id, one.article_id, one.vector) for one in filled.get(model, [5, 4, 2])] == [
        (2, 2, VECTOR),
        (5, 5, VECTOR),
    ]


def test_sketches_are_read_on_from_the_last_one(filled, model):
    save(filled, model, 2, 5)
    first = filled.sketches(model, 0, 1)
    assert [(one.passage_id, one.bits) for one in first] == [(2, BITS)]
    assert first[0].published == 1935792000  # 2031-05-06
    save(filled, model, 2)  # made anew: a new number
    assert [one.passage_id for one in filled.sketches(model, first[0].number, 9)] == [5, 2]


def test_vectors_of_another_model_are_not_seen_and_replaced_one_by_one(filled, model):
    save(filled, model, 1, 2, 3)
    other = filled.begin("other", 3, VECTOR)
    assert filled.count(other) == 0
    assert missing(filled, other) == [6, 5, 4, 3, 2, 1]
    save(filled, other, 3)
    assert (filled.count(model), filled.count(other)) == (2, 1)
    assert filled.get(model, [3]) == []
    assert filled.model("toy") == model
    assert filled.model("other") == other
    assert filled.model("third") is None
    assert filled.count(None) == 0


def test_another_length_is_another_model_under_the_same_name(filled, model):
    save(filled, model, 1)
    longer = filled.begin("toy", 3, VECTOR)
    assert filled.model("toy") == longer
    assert filled.count(longer) == 0
    back = filled.begin("toy", 2, VECTOR)
    assert filled.model("toy") == back
    assert filled.count(back) == 0
    assert missing(filled, back) == [6, 5, 4, 3, 2, 1]


def test_vectors_go_with_the_passages_of_an_older_version(store, filled, model, make_article):
    save(filled, model, *range(1, 7))
    store.articles.save([make_article("u2", "Text 2, corrected.")])
    assert filled.count(model) == 5
    assert [found.text for found in filled.missing(model, 9)] == ["Text 2, corrected."]
    assert filled.get(model, [3]) == []
    save(filled, model, 3)  # embedded while the article was being rewritten
    assert filled.count(model) == 5


def test_vectors_go_with_deleted_passages(path, filled, model):
    save(filled, model, 1, 2)
    connections = Connections(path)
    with connections.write() as connection:
        connection.execute("DELETE FROM passages WHERE id = 1")
    connections.close()
    assert filled.count(model) == 1


def test_a_sample_is_scattered_and_the_same_each_time(store, make_article):
    store.articles.save([make_article(f"u{number}", f"Text {number}.") for number in range(200)])
    ids = sorted(found.passage_id for found in store.vectors.sample(10))
    assert ids == sorted(found.passage_id for found in store.vectors.sample(10))
    assert len(ids) == 10
    assert ids[0] < 60
    assert ids[-1] > 140
    assert max(later - earlier for earlier, later in pairwise(ids)) > 5


def test_a_scan_reads_the_index_alone(path):
    open_store(path).close()
    with closing(sqlite3.connect(path)) as file:
        plan = file.execute(
            "EXPLAIN QUERY PLAN SELECT id, passage_id, published_at, sketch FROM vectors"
            " INDEXED BY vectors_sketches WHERE model_id = 1 AND id > 5 ORDER BY id LIMIT 9"
        ).fetchall()
    steps = " ".join(row[3] for row in plan)
    assert "COVERING INDEX vectors_sketches" in steps
    assert "TEMP B-TREE" not in steps
