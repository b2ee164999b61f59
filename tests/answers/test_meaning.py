"""What is near in meaning: over a real database, with toy vectors and without an endpoint."""

import logging

import pytest

from bot.answers.library import Library
from bot.answers.meaning import Meaning, nothing_near
from bot.search.vectors import centre_of, packed, sketch, unit
from tests.llm.fake_openai import DIM, toy_vector

NEVER = 2**62


class Questions:
    """Toy vectors, or what it is told to give."""

    def __init__(self):
        self.asked = []
        self.give = toy_vector

    def vector(self, text):
        self.asked.append(text)
        return self.give(text)


@pytest.fixture
def questions():
    return Questions()


@pytest.fixture
def tarn(story):
    return [
        story("Ferry", "The ferry sank on Sunday.", "2025-07-01"),
        story("Otter", "An otter stole a fish.", "2025-07-05"),
        story("Bridge", "The bridge was painted green.", None),
    ]


def embed(store, name="toy"):
    """Vectors for everything, as ingest makes them."""
    waiting = store.vectors.sample(99)
    vectors = [unit(toy_vector(found.text)) for found in waiting]
    centre = centre_of(vectors)
    model = store.vectors.model(name) or store.vectors.begin(name, DIM, packed(centre))
    made = [
        (found.passage_id, sketch(one, centre), packed(one))
        for found, one in zip(waiting, vectors, strict=True)
    ]
    store.vectors.save(model, made)


def titles(store, hits):
    held = store.articles.get({hit.article_id for hit in hits})
    return [held[hit.article_id].title for hit in hits]


def test_a_russian_question_is_near_to_an_english_passage(shelve, tarn, questions):
    store = shelve(tarn).store
    embed(store)
    hits = Meaning(store.vectors, "toy", questions).near("паром затонул", None, NEVER)
    assert titles(store, hits)[0] == "Ferry"
    assert hits[0].score > 0.7 > 0.5 > hits[1].score


def test_the_time_asked_for_is_kept_to(shelve, tarn, questions):
    store = shelve(tarn).store
    embed(store)
    meaning = Meaning(store.vectors, "toy", questions)
    third = 1751500800  # 3 July 2025
    assert set(titles(store, meaning.near("паром затонул", None, third))) == {"Ferry", "Bridge"}
    assert titles(store, meaning.near("паром затонул", third, NEVER)) == ["Otter"]


def test_new_vectors_are_found_and_removed_ones_are_not(shelve, tarn, story, questions):
    shelf = shelve(tarn)
    embed(shelf.store)
    meaning = Meaning(shelf.store.vectors, "toy", questions)
    assert len(meaning.near("паром", None, NEVER)) == 3
    shelf.add(story("Ferry", "The otter sank a ferry.", "2025-07-02"))
    assert len(meaning.near("паром", None, NEVER)) == 2
    embed(shelf.store)
    assert len(meaning.near("паром", None, NEVER)) == 3


def test_only_the_model_in_use_counts(shelve, tarn, questions):
    store = shelve(tarn).store
    embed(store)
    meaning = Meaning(store.vectors, "other", questions)
    assert meaning.near("паром", None, NEVER) == []
    assert questions.asked == []  # nothing to compare with: nothing is sent
    embed(store, "other")
    assert len(meaning.near("паром", None, NEVER)) == 3


def test_no_words_nothing_near(shelve, tarn, questions):
    store = shelve(tarn).store
    embed(store)
    assert Meaning(store.vectors, "toy", questions).near("  ", None, NEVER) == []
    assert questions.asked == []
    assert nothing_near("паром", None, NEVER) == []


def test_without_a_vector_nothing_is_near(shelve, tarn, questions, caplog):
    store = shelve(tarn).store
    embed(store)
    questions.give = lambda _: None
    assert Meaning(store.vectors, "toy", questions).near("паром", None, NEVER) == []
    assert caplog.records == []


def test_vectors_of_another_length_are_told_of_once(shelve, tarn, questions, caplog):
    store = shelve(tarn).store
    embed(store)
    questions.give = lambda _: [1.0, 2.0]
    meaning = Meaning(store.vectors, "toy", questions)
    with caplog.at_level(logging.WARNING):
        assert [meaning.near("паром", None, NEVER) for _ in range(3)] == [[]] * 3
    (record,) = caplog.records
    assert "2 numbers" in record.getMessage()


def test_search_joins_words_and_meaning(shelve, tarn, questions, now):
    shelf = shelve(tarn)
    embed(shelf.store)
    plain = Library(shelf.store, shelf.index)
    plain.catch_up()
    assert plain.passages("гудок дредноута", now) == []
    both = Library(shelf.store, shelf.index, Meaning(shelf.store.vectors, "toy", questions).near)
    (_, article, score), *_ = both.passages("гудок дредноута", now)
    assert article.title == "Ferry"
    assert 0 < score < 1
    (_, article, score), *_ = both.passages("a fish that the otter stole", now)
    assert (article.title, score) == ("Otter", 1.0)
