"""The word lists of the package: well-formed, and looked up by base form."""

import pytest

from bot.support.lexicon import (
    exclusive,
    is_past_form,
    key,
    keys,
    opposites,
    phrase,
    sections,
    small_words,
    synonyms,
    word_groups,
    word_set,
)

TABLES = (synonyms, opposites, exclusive)


@pytest.mark.parametrize("table", TABLES)
def test_every_list_is_there(table):
    assert len(table()) > 50
    assert all(entry and all(entry) for entry in table())


def test_words_are_looked_up_by_base_form():
    assert key("rose") in keys("rise") | keys("rose")
    assert key("выросли") in keys("вырасти")
    assert phrase("turn down") == (key("turn"), key("down"))


def test_both_sides_of_an_opposite():
    sides = opposites()
    assert any(-side in sides[phrase("fall")] for side in sides[phrase("rise")])


def test_sections_and_sets():
    assert "not" in small_words("negators")
    assert "pronouns" not in sections("function_words.txt")
    assert key("say") in word_set("light_words.txt")


def test_a_group_has_stems_single_forms_and_two_words():
    limiting, office = word_groups("limiting.txt"), word_groups("limiting_office.txt")
    assert limiting["part of"] == limiting[key("часть")]
    assert "part" not in limiting
    assert "acting" in office
    assert key("acted") not in office


@pytest.mark.parametrize(
    ("word", "past"), [("left", True), ("promised", True), ("need", False), ("leave", False)]
)
def test_past_forms(word, past):
    assert is_past_form(word) == past
