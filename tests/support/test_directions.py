"""Words that turn a claim round."""

import pytest

from bot.support.case import make_case
from bot.support.directions import (
    brought_in,
    changed_prefixes,
    exclusions,
    misplaced,
    opposites,
    prefixed,
    small_opposites,
)


def caught(check, claim, source):
    return bool(check(make_case(claim, [source])))


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Prices fell in May", "Prices rose in May"),
        ("Цены упали в мае", "Цены выросли в мае"),
        ("The result was unsurprising", "The result was surprising"),
    ],
)
def test_opposites(claim, source):
    assert caught(opposites, claim, source)
    assert not caught(opposites, source, source)


def test_members_of_one_set():
    assert caught(exclusions, "It opens next year", "It opens next month")


def test_a_time_that_the_sentence_does_not_have():
    assert caught(misplaced, "The pier opens in July", "The pier opens in June")


def test_before_is_not_after():
    assert caught(small_opposites, "He left before the vote", "He left after the vote")
    assert not caught(small_opposites, "He left after the vote", "He left after the vote")


@pytest.mark.parametrize(
    ("claim", "source", "is_caught"),
    [
        ("Because of the flood the school moved", "After the flood the school moved", True),
        ("Из-за паводка школа переехала", "После паводка школа переехала", True),
        ("Из-за паводка школа переехала", "Школа переехала из-за паводка", False),
        ("It opened in 2019", "It was open until 2019", True),
        ("Он построен в 2019 году", "Он построен до 2019 года", True),
        ("They met in the town", "They met before the town", False),
    ],
)
def test_small_words_in_front_of_the_same_word(claim, source, is_caught):
    assert caught(small_opposites, claim, source) == is_caught


@pytest.mark.parametrize(
    ("claim", "source", "is_caught"),
    [
        ("A co-founder left", "The founder left", True),
        ("The mayor left", "The ex-mayor left", True),
        ("A co-founder left", "The co-founder left", False),
        ("They got rid of the boat", "They got rid of the boat", False),
    ],
)
def test_prefixes_with_a_hyphen(claim, source, is_caught):
    assert caught(changed_prefixes, claim, source) == is_caught


def test_prefixes():
    assert prefixed("legal", "illegal")
    assert not prefixed("car", "scar")


def test_a_name_from_another_sentence_in_the_place_of_one():
    source = "The mayor of Lund opened the new pier. Malmo has a bridge."
    assert caught(brought_in, "The mayor of Malmo opened the new pier", source)
