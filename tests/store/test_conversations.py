"""Turns are kept whole, apart by conversation, and outlive the process."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone

from bot.models import Answer, AskedSpeaker, Citation, Claim, Period, Question, Turn
from bot.store import open_store

ASKED = datetime(2031, 5, 6, 12, 30, tzinfo=timezone(timedelta(hours=3)))


def make_turn(text: str) -> Turn:
    speaker = AskedSpeaker("Орловым", "Dmitry Orlov", (1, 4))
    period = Period(datetime(2031, 5, 1, tzinfo=UTC), None, "in May")
    question = Question(text, text, "ru", "said", speakers=(speaker,), period=period, relayed_by=speaker)
    citation = Citation(1, 2, "u", "t", None, "2031-05-06", 0, 3, "abc")
    claim = Claim("abc", "Dmitry Orlov", "direct", (citation,))
    answer = Answer(text, text, "ru", True, None, (claim,), "«abc» [1]", ms=1.5)
    return Turn(question, answer, ASKED, (5, 6))


def test_a_turn_comes_back_equal_after_reopening(path):
    turn = make_turn("что сказал Орлов?")
    with open_store(path) as store:
        store.conversations.add("telegram:1", turn)
    with open_store(path) as store:
        assert store.conversations.recent("telegram:1") == [turn]


def test_recent_are_the_last_ones_oldest_first(store):
    for number in range(5):
        store.conversations.add("a", make_turn(f"question {number}"))
    store.conversations.add("b", make_turn("other"))
    assert [turn.question.text for turn in store.conversations.recent("a", 2)] == ["question 3", "question 4"]


def test_reset_forgets_one_conversation_only(store):
    store.conversations.add("a", make_turn("one"))
    store.conversations.add("b", make_turn("two"))
    store.conversations.reset("a")
    assert store.conversations.recent("a") == []
    assert len(store.conversations.recent("b")) == 1


def test_a_turn_of_another_program_version_is_passed_over(path):
    with open_store(path) as store:
        store.conversations.add("a", make_turn("old"))
        with closing(sqlite3.connect(path, isolation_level=None)) as file:
            file.execute('UPDATE turns SET question = \'{"intent": "gone"}\'')
        store.conversations.add("a", make_turn("new"))
        assert [turn.question.text for turn in store.conversations.recent("a")] == ["new"]


def test_a_turn_with_the_id_of_one_that_was_forgotten_is_another_one(store):
    for text in ("one", "two"):
        store.conversations.add("a", make_turn(text))
        assert [turn.question.text for turn in store.conversations.recent("a")] == [text]
        store.conversations.reset("a")


def test_a_turn_is_made_of_its_row_once(store):
    store.conversations.add("a", make_turn("one"))
    assert store.conversations.recent("a")[0] is store.conversations.recent("a")[0]
