"""Roles, invitations, languages, counts."""


def test_roles_and_invitations(store):
    store.people.set_role(7, "reader", 1)
    store.people.set_role(7, "editor", 2)
    store.people.set_role(9, "barred", 2)
    assert store.people.roles() == {7: "editor", 9: "barred"}
    store.people.invite("code", "reader", 100)
    assert store.people.redeem("code", 9, 101, oldest=50) is None
    assert store.people.redeem("code", 8, 101, oldest=50) == "reader"
    assert store.people.redeem("code", 10, 101, oldest=50) is None
    store.people.invite("old", "reader", 100)
    assert store.people.redeem("old", 10, 300, oldest=200) is None


def test_languages_of_chats(store):
    store.people.set_language(-5, "ru")
    assert (store.people.language(-5), store.people.language(5)) == ("ru", None)
    store.people.set_language(-5, None)
    assert store.people.language(-5) is None


def test_questions_and_additions_are_counted_by_day_apart(store):
    store.people.count(7, "2031-05-06", 2)
    store.people.count(7, "2031-05-06", 1)
    store.people.count(8, "2031-05-06", 4)
    store.people.count_additions(7, "2031-05-06", 5)
    store.people.count_additions(9, "2031-05-06", 1)
    assert store.people.asked(7, "2031-05-06") == (3, 7)
    assert store.people.asked(7, "2031-05-07") == (0, 0)
    assert [store.people.added(person, "2031-05-06") for person in (7, 8, 9)] == [5, 0, 1]
    assert store.people.active("2031-05-06") == 2  # who only added did not ask
