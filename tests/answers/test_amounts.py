import pytest

from bot.answers.amounts import (
    asks_of_people,
    counts_people,
    holds_amount,
    is_counted_by,
    is_counted_in,
    is_measure,
    things_counted,
    units_asked,
)
from bot.search.coverage import asked_words


def test_dates_and_numbers_of_houses_count_nothing():
    none = frozenset()
    assert not holds_amount("School No. 3 opened on September 1 at 9 a.m., as in 2024.", none)
    assert not holds_amount("Школа № 3 открылась 1 сентября 2024 года.", none)
    assert holds_amount("The flood put 48 houses under water on July 19.", none)
    assert holds_amount("Six boats came.", none)


def test_what_the_question_names_itself_is_no_amount():
    assert not holds_amount("All 48 houses are dry.", frozenset({"48"}))


def test_the_units_a_question_is_counted_in():
    assert is_counted_in("The repairs cost 14 million crowns.", units_asked("how much did it cost?"))
    assert is_counted_in("It was sold for $3.", units_asked("What did they pay for it?"))
    assert is_counted_in("Встреча длилась 50 минут.", units_asked("Сколько длилась встреча?"))
    assert not is_counted_in("Nine boats of 40 tonnes.", units_asked("how long is the pier?"))
    assert units_asked("how many boats came?") == frozenset()


def test_an_amount_stands_by_what_it_counts():
    units = units_asked("how long is the pier?")
    pier = asked_words("pier")
    assert is_counted_by("The pier is 200 metres long.", units, pier)
    assert not is_counted_by(
        "For two years the people of the whole town have missed their pier.", units, pier
    )


def test_words_that_only_name_a_measure():
    assert is_measure("cost")
    assert not is_measure("pier")


@pytest.mark.parametrize(
    "sentence", ["Fairs on 1–2 July are off.", "С 1 по 5 июля ярмарки нет.", "July 4 is free."]
)
def test_days_of_a_stretch_count_nothing(sentence):
    assert not holds_amount(sentence, frozenset())


def test_what_is_counted_is_what_how_many_is_asked_of():
    assert "job" in things_counted("How many new jobs did Dolsk add?")
    assert things_counted("How many children died?") == things_counted("How many of the children?")
    assert things_counted("How many US boats sank?")
    assert "мост" in things_counted("Сколько мостов построили?")
    assert things_counted("How many people died?") == things_counted("Why did it rain?") == frozenset()


def test_telephones_count_nothing_and_large_amounts_do():
    assert not holds_amount("Телефон: +7 (3412) 69-35-10.", frozenset())
    assert holds_amount("It gained +1 200 000 000 dollars.", frozenset())


def test_people_are_counted_by_no_money_and_nobody_is_a_number():
    assert asks_of_people("How many people were hurt?")
    assert asks_of_people("Сколько человек пострадало?")
    assert not asks_of_people("How much did it cost?")
    assert not asks_of_people("How many boats sank?")
    none = frozenset()
    assert counts_people("Nobody was hurt.", none)
    assert counts_people("The flood sent 112 people away.", none)
    assert not counts_people("Каждой семье обещали по 50 тысяч рублей.", none)
    assert not counts_people("Each got $1.5 million.", none)
