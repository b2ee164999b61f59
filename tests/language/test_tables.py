"""The readers of word tables, tried on the shipped ones."""

import re

import pytest

from bot.language.tables import any_of, folded, lines, number_of, numbered, rows


@pytest.mark.parametrize("name", ["openers.txt", "titles.txt", "stop_words.txt", "abbreviations.txt"])
def test_lines_are_trimmed_and_hold_no_comments(name: str) -> None:
    found = lines("bot.language", name)
    assert found
    assert all(line == line.strip() and line and "#" not in line for line in found)


def test_every_package_has_its_own_lists() -> None:
    assert "Политика" in lines("bot.articles", "sections.txt")
    with pytest.raises(FileNotFoundError):
        lines("bot.language", "sections.txt")


def test_a_list_can_be_looked_up_folded() -> None:
    assert {"the", "however"} <= folded("openers.txt")
    assert "The" not in folded("openers.txt")


@pytest.mark.parametrize(
    "name", ["months.tsv", "weekdays.tsv", "en_ru.tsv", "name_pairs.tsv", "given_names.tsv"]
)
def test_tables_have_two_columns(name: str) -> None:
    assert {len(row) for row in rows(name)} == {2}


def test_name_endings_are_cases_of_pymorphy() -> None:
    cases = {case for row in rows("name_endings.tsv") for case in row[2].split()}
    assert cases == {"nomn", "gent", "datv", "accs", "ablt", "loct"}


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
