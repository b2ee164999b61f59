"""The readers of word tables, tried on the shipped ones."""

import re

from bot.language.tables import any_of, number_of, numbered, rows


def test_comments_and_blank_lines_are_skipped() -> None:
    assert all(row[0] and not row[0].startswith("#") for row in rows("en_ru.tsv"))


def test_a_number_has_words_in_both_languages() -> None:
    months = numbered("months.tsv")
    assert set(months.values()) == set(range(1, 13))
    assert months["july"] == months["июля"] == 7


def test_case_and_the_letter_yo_do_not_matter() -> None:
    assert number_of("number_words.tsv", "ТРЁХ") == number_of("number_words.tsv", "three") == 3
    assert number_of("weekdays.tsv", "someday") is None


def test_the_alternation_prefers_the_longest_word() -> None:
    found = re.match(any_of("number_words.tsv"), "fourteen")
    assert found is not None
    assert found[0] == "fourteen"
    assert re.fullmatch(any_of("number_words.tsv"), "трёх")
