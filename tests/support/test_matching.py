"""How one word may stand for another."""

import pytest

from bot.support.matching import excludes, is_kindred, opposed, pivots, relation
from bot.support.reading import read


def word(text):
    return read(text).sentences[0][0]


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("bridges", "bridge", "same"),
        ("мост", "моста", "same"),
        ("мост", "bridge", "same"),
        ("approve", "adopt", "synonym"),
        ("economy", "economic", "kindred"),
        ("bridge", "otter", "none"),
    ],
)
def test_relations(one, other, how):
    assert relation(word(one), word(other)) == how


def test_against_each_other():
    assert opposed(word("rise"), word("fall"))
    assert not opposed(word("rise"), word("grow"))
    assert excludes(word("month"), word("year"))
    assert not excludes(word("month"), word("month"))


def test_names_of_one_root_only_as_a_people():
    assert is_kindred(word("Russia"), word("Russian"))
    assert not is_kindred(word("Petrov"), word("Petrovsky"))


def test_translations_of_a_word():
    assert pivots(word("мост"))
