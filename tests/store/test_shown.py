"""Answers that were shown."""

from dataclasses import replace

from tests.store.test_inbox import shown


def test_an_answer_is_found_in_its_chat_only(store):
    kept = store.shown.keep(shown())
    store.shown.place(kept, 1, [40, 41])
    assert store.shown.get(kept, 1) == replace(shown(), id=kept, messages=(40, 41))
    assert store.shown.get(kept, 2) is None
    assert store.shown.in_message(1, 41).id == kept
    assert store.shown.in_message(2, 41) is None
    store.shown.place(kept, 1, [42])
    assert store.shown.in_message(1, 41) is None


def test_the_answers_to_a_message_in_order(store):
    kept = [store.shown.keep(shown()) for _ in range(3)]
    other = store.shown.keep(replace(shown(), asked_in=6))
    assert [each.id for each in store.shown.to_question(1, 5)] == kept
    store.shown.drop(kept[:2])
    assert [each.id for each in store.shown.to_question(1, 5)] == kept[2:]
    assert store.shown.get(other, 1) is not None


def test_an_id_is_never_given_twice(store):
    first = store.shown.keep(shown())
    store.shown.drop([first])
    assert store.shown.keep(shown()) > first


def test_what_another_version_kept_has_expired(store):
    kept = store.shown.keep(shown())
    store._connections.get().execute("UPDATE shown SET answer = '{}'")
    assert store.shown.get(kept, 1) is None
    assert store.shown.to_question(1, 5) == []
