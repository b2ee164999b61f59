"""Branches of conversations."""

from tests.store.test_personal import turn

KEY = "telegram:1"


def ask(store, branch, words):
    store.conversations.add(branch, turn(words))
    return store.talks.last_turn(branch)


def words_of(store, branch):
    return [each.question.text for each in store.conversations.recent(branch)]


def test_a_branch_begins_with_what_came_before(store):
    first, second = (ask(store, KEY, words) for words in ("one", "two"))
    ask(store, KEY, "three")
    branch = store.talks.go_back(KEY, 7, KEY, second)
    assert words_of(store, branch) == ["one", "two"]
    assert store.talks.current(KEY) == branch
    without = store.talks.go_back(KEY, 7, KEY, second, before=True)
    assert words_of(store, without) == ["one"]
    assert words_of(store, KEY) == ["one", "two", "three"]
    assert first


def test_a_turn_that_is_gone_cannot_be_gone_back_to(store):
    number = ask(store, KEY, "one")
    assert store.talks.go_back(KEY, 7, "telegram:2", number) is None
    store.talks.reset(KEY)
    assert store.talks.go_back(KEY, 7, KEY, number) is None


def test_resetting_forgets_all_branches_and_no_other_conversation(store):
    number = ask(store, KEY, "one")
    branch = store.talks.go_back(KEY, 7, KEY, number)
    ask(store, "telegram:11", "other")
    store.talks.reset(KEY)
    assert [words_of(store, each) for each in (KEY, branch, "telegram:11")] == [[], [], ["other"]]
