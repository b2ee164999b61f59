"""Who of several with one name is meant."""

from bot.models import Speaker
from bot.statements.namesakes import dominant, is_sovereign


def keys(speaker: Speaker) -> frozenset[str]:
    return frozenset(speaker.name.casefold().split())


def person(number: int, name: str, statements: int, *offices: str) -> Speaker:
    return Speaker(number, name, "person", (), offices, statements)


def test_a_bare_surname_is_his_who_bears_it_in_full() -> None:
    first, members, rivals = dominant([person(1, "Orlov", 9), person(2, "Ivan Orlov", 3)], keys, keys)
    assert (first.id, members, rivals) == (2, {1, 2}, [])


def test_a_sovereign_is_no_bearer_of_that_surname() -> None:
    order = [person(1, "Charles", 50, "King"), person(2, "Charles III", 20), person(3, "Tom Charles", 20)]
    first, members, rivals = dominant(order, keys, keys)
    assert (first.id, members, [one.id for one in rivals]) == (1, {1, 2}, [])


def test_who_is_a_sovereign() -> None:
    assert is_sovereign(person(1, "Elizabeth II", 1))
    assert is_sovereign(person(1, "Elizabeth", 1, "Queen of Dolsk"))
    assert not is_sovereign(person(1, "Elizabeth", 1))  # a pupil
    assert not is_sovereign(person(1, "Tom Charles", 1))
    assert not is_sovereign(Speaker(1, "Charles", "body", (), (), 1))
