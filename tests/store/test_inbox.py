"""Updates that are kept until they are handled."""

from bot.models import Answer
from bot.store import open_store
from bot.store.inbox import REMEMBERED, Arrived, Unfinished
from bot.store.shown import Shown


def arrived(number, person=7):
    return Arrived(number, person, f'{{"update_id": {number}}}')


def shown(person=7):
    return Shown(1, person, 5, "telegram:1", 0, 100, Answer("?", "?", "en", False, "no_evidence", (), "none"))


def test_an_update_is_taken_once_also_after_it_was_handled(store):
    assert store.inbox.take([arrived(1), arrived(2)]) == [1, 2]
    store.inbox.done(1)
    assert store.inbox.take([arrived(1), arrived(2), arrived(3)]) == [3]


def test_what_is_not_done_is_left_over_in_order_with_what_was_done_for_it(store):
    store.inbox.take([arrived(2), arrived(1), arrived(3)])
    store.inbox.done(3)
    store.inbox.note_sent(1, [40, 41])
    answers = (store.shown.keep(shown(), update=1), store.shown.keep(shown(), update=1))
    assert store.inbox.left_over() == [
        Unfinished(arrived(1).body, 1, (40, 41), answers),
        Unfinished(arrived(2).body, 2),
    ]


def test_a_message_may_be_on_its_way_until_it_is_noted(store):
    def behind():
        (left,) = store.inbox.left_over()
        return left.behind

    store.inbox.take([arrived(1)])
    assert behind() == 0
    store.inbox.note_sending(1, 39)
    assert behind() == 39
    store.inbox.note_sent(1, [40])
    assert behind() == 0
    store.shown.keep(shown(), update=1, behind=41)
    assert behind() == 41


def test_nothing_but_the_number_is_kept_of_what_is_done(path, store):
    store.inbox.take([arrived(1)])
    store.inbox.note_sent(1, [40])
    store.inbox.done(1)
    store.inbox.note_sent(1, [40, 41])  # a note that comes too late
    store.inbox.note_sending(1, 41)
    store.shown.keep(shown(), update=1, behind=41)
    (row,) = store._connections.rows("SELECT * FROM inbox")
    assert tuple(row) == (1, 0, None, 0, "[]", "[]", 0)


def test_restarts_while_an_update_waits_do_not_count_as_attempts(store):
    store.inbox.take([arrived(1)])
    for _ in range(5):
        assert [each.number for each in store.inbox.left_over()] == [1]


def test_an_update_that_brings_the_program_down_every_time_is_given_up(store):
    store.inbox.take([arrived(1)])
    for _ in range(2):
        assert [each.number for each in store.inbox.left_over()] == [1]
        store.inbox.tried(1)
    assert store.inbox.left_over() == []
    assert store.inbox.take([arrived(1)]) == []


def test_the_oldest_numbers_are_forgotten_but_nothing_that_waits(store):
    store.inbox.take([arrived(0)])
    for start in range(1, REMEMBERED + 5001, 2000):
        store.inbox.take([arrived(number) for number in range(start, start + 2000)])
        store._connections.get().execute("UPDATE inbox SET body = NULL WHERE update_id > 0")
    (row,) = store._connections.rows("SELECT count(*) AS held, min(update_id) AS first FROM inbox")
    assert row["held"] <= REMEMBERED + 2002
    assert row["first"] == 0


def test_the_inbox_outlives_the_program(path):
    with open_store(path) as store:
        store.inbox.take([arrived(1)])
    with open_store(path) as store:
        assert [each.number for each in store.inbox.left_over()] == [1]


def test_the_updates_of_another_bot_are_forgotten(store):
    store.inbox.belong_to(1)
    store.inbox.take([arrived(5), arrived(6)])
    store.inbox.done(5)
    store.inbox.belong_to(1)
    assert store.inbox.take([arrived(5)]) == []
    store.inbox.belong_to(2)
    assert store.inbox.left_over() == []
    assert store.inbox.take([arrived(5)]) == [5]
