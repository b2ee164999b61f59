"""Sentences cut into clauses."""

import pytest

from bot.support.clauses import Clauses
from bot.support.reading import read


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("Eggs fell and milk rose", ["Eggs fell", "and milk rose"]),
        ("Eggs fell, milk rose", ["Eggs fell", "milk rose"]),
        ("В мае погибли 12, в июне — 5", ["В мае погибли 12", "в июне 5"]),
        ("Яйца дешевели (кроме утиных), а молоко нет", ["Яйца дешевели", "кроме утиных", "а молоко нет"]),
    ],
)
def test_punctuation_and_conjunctions_cut_and_dashes_do_not(sentence, clauses):
    words = read(sentence).sentences[0]
    cut = Clauses(words)
    shown: dict[int, str] = {}
    for word in words:
        shown[cut.number(word)] = " ".join(one.text for one in cut.beside(word))
    assert list(shown.values()) == clauses
