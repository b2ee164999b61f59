"""Interface texts: both languages, plural forms, what the library holds."""

import re
from dataclasses import fields

import pytest

from bot.telegram.texts import EN, RU, TEXTS, about_text, counted, language_of, library_summary, start_text
from tests.telegram.support import Held

PLACES = re.compile(r"\{[a-z0-9]*\}")


@pytest.mark.parametrize("code", ["ru", "ru-RU", "RU"])
def test_russian_for_those_who_use_it(code):
    assert language_of(code) == "ru"


@pytest.mark.parametrize("code", ["en-GB", "de", None, "", "run"])
def test_english_for_all_others(code):
    assert language_of(code) == "en"


@pytest.mark.parametrize(
    ("form", "numbers"),
    [("статья", (1, 21, 101)), ("статьи", (2, 3, 24, 104)), ("статей", (0, 5, 11, 12, 14, 25, 111, 112))],
)
def test_russian_plural_forms(form, numbers):
    assert [counted(number, "articles", "ru") for number in numbers] == [
        f"{number} {form}" for number in numbers
    ]


def test_english_plural_forms():
    assert counted(1, "sources", "en") == "1 source"
    assert counted(0, "speakers", "en") == "0 speakers"


@pytest.mark.parametrize(
    ("first", "second"), [(EN, RU), (EN.adding, RU.adding), (EN.subscriptions, RU.subscriptions)]
)
def test_texts_are_complete_and_differ(first, second):
    for field in fields(first):
        english, russian = getattr(first, field.name), getattr(second, field.name)
        assert english
        assert russian
        assert english != russian
        assert set(PLACES.findall(str(english))) == set(PLACES.findall(str(russian)))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_errors_carry_their_number_and_both_menus_the_same_commands(language):
    assert "{id}" in TEXTS[language].failed
    assert "{id}" in TEXTS[language].try_again
    assert [name for name, _ in TEXTS[language].commands] == [name for name, _ in EN.commands]


def test_summary_tells_counts_period_and_speakers():
    text = library_summary(Held(), "en")
    assert "21 articles, 3 sources, 5 statements, 2 speakers" in text
    assert "1 July 2025 – 9 July 2025" in text
    assert "Marta <Orlova> (4), Ivan Besedin (1)" in text
    assert "21 статья, 3 источника, 5 высказываний" in library_summary(Held(), "ru")


def test_summary_of_undated_and_of_nothing():
    assert "Published" not in library_summary(Held(first=None, last=None), "en")
    assert library_summary(Held(articles=0), "ru") == RU.empty_library


def test_start_proposes_a_question_that_has_an_answer():
    assert "What did Marta <Orlova> say?" in start_text(Held(), "en")
    assert "say?" not in start_text(Held(articles=0, top_speakers=()), "en")
    assert RU.about in about_text(Held(), "ru")
