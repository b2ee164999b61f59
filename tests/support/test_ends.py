"""The ends of ways, spans and changes."""

import pytest

from bot.support.case import make_case
from bot.support.ends import wrong_ends
from tests.support.rewordings import TRUE

WRONG = (
    (
        "Паром обслуживал Дольск до 2019 года.",
        "Паром обслуживает Дольск с 2019 года.",
    ),
    (
        "Зарплата выросла с 30 тыс. до 45 тыс. рублей.",
        "Зарплата выросла на 45 тыс. рублей.",
    ),
    (
        "Only three of twenty members backed the change.",
        "Twenty members backed the change.",
    ),
    (
        "Pay rose from 30 to 45 crowns.",
        "Pay rose by 45 crowns.",
    ),
    (
        "Цены на хлеб выросли с 40 до 60 рублей.",
        "Цены на хлеб выросли с 60 до 40 рублей.",
    ),
    (
        "Цены на хлеб выросли на 40 рублей.",
        "Цены на хлеб выросли до 40 рублей.",
    ),
    (
        "Мэр Зорина приехала в Тарн из Дольска.",
        "Мэр Зорина приехала в Дольск из Тарна.",
    ),
    (
        "Поезда пойдут из Дольска в Тарн с мая.",
        "Поезда пойдут из Тарна в Дольск с мая.",
    ),
    (
        "Мост закрыт с 10 до 15 июня.",
        "Мост закрыт с 15 июня.",
    ),
    (
        "Вакцину получили 40 из 100 больных.",
        "Вакцину получили 100 больных.",
    ),
    (
        "The trains will run from Dolsk to Tarn from May.",
        "The trains will run from Tarn to Dolsk from May.",
    ),
    (
        "The bridge was closed from 10 to 15 June.",
        "The bridge was closed from 15 June.",
    ),
    (
        "Bread rose by 40 roubles.",
        "Bread rose to 40 roubles.",
    ),
    (
        "Из 60 квартир 12 отдали учителям.",
        "Учителям отдали 60 квартир.",
    ),
    (
        "The vaccine was given to 40 of 100 patients.",
        "The vaccine was given to 100 patients.",
    ),
)


@pytest.mark.parametrize(("source", "claim"), WRONG)
def test_another_end(source, claim):
    assert wrong_ends(make_case(claim, [source]))


@pytest.mark.parametrize(("source", "claim"), TRUE)
def test_true_ones(source, claim):
    assert wrong_ends(make_case(claim, [source])) == []


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("Pay rose from 30 to 45 crowns.", "Pay rose to 45 crowns."),
        ("A group of 40 people came from Tarn.", "Forty people came from Tarn."),
        ("Зарплата выросла с 30 до 45 крон.", "Зарплата составляет 45 крон."),
        ("Пришли 40 из 100 депутатов.", "Из 100 депутатов пришли 40."),
    ],
)
def test_the_same_end_or_none(source, claim):
    assert wrong_ends(make_case(claim, [source])) == []
