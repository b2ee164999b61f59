"""Words in quotation marks are the source's own."""

import pytest

from bot.support.case import make_case
from bot.support.quotations import altered_quotations, find_words, is_paired, pieces, plain, quoted, unquoted

SOURCE = "“We will not raise the tax, and we will build the pier,” Holm said."


@pytest.mark.parametrize(
    "claim",
    [
        "“We will build the pier”",
        "Holm: «we will build the pier»",
        "“We will not raise the tax … build the pier”",
    ],
)
def test_verbatim(claim):
    assert altered_quotations(make_case(claim, [SOURCE])) == []


@pytest.mark.parametrize(
    "claim",
    ["“We will close the pier”", "“We will build the pier … raise the tax”", "“We will … raise the tax”"],
)
def test_altered_reordered_or_cut_so_that_it_denies_nothing(claim):
    assert altered_quotations(make_case(claim, [SOURCE]))


def test_parts_of_a_quotation():
    assert quoted("He said “one [...] two” and 'three four'.") == ["one [...] two", "three four"]
    assert pieces("one [...] two") == ["one", "two"]
    assert plain("“A — b.”") == "a - b"


def test_whole_words_only():
    assert find_words("pier", "piers, pier") == 7
    assert find_words("pier", "piers") == -1


def test_what_stands_outside_of_quotation_marks():
    assert unquoted("Holm said: “We «will» build.” Later.") == "Holm said:  Later."
    assert unquoted("No marks.") == "No marks."
    assert unquoted("“All of it”") == ""


@pytest.mark.parametrize(
    ("text", "paired"),
    [
        ("Holm said: “We «will» build.”", True),
        ("Газета «Новости „Яра“» и газета «Ъ».", True),
        ('No marks, a 5" screen.', True),
        ("“We will build,” Holm said, and left early”", False),
        ("Holm said: “We will build.", False),
        ("Холм сказал: «Построим, и ушёл.", False),
    ],
)
def test_marks_that_open_and_close_nothing(text, paired):
    assert is_paired(text) is paired
