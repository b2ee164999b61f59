"""Numbers, units, bounds and days of a claim beside those of its sources."""

import pytest

from bot.support.amounts import amounts, unit_of, wrong_bounds, wrong_dates, wrong_numbers
from bot.support.case import make_case


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The pier cost 14 million crowns", "The pier cost 14 million crowns"),
        ("About 20 boats came", "19.6 boats came"),
        ("Twenty boats came", "20 boats came"),
        ("Больше 50 человек пришли", "Пришли 52 человека"),
        ("Prices doubled to 2 crowns", "Prices rose to two crowns"),
        ("Его откроют в 2027 году", "Его начали в 2012 году и откроют в 2027-м"),
    ],
)
def test_numbers_with_a_counterpart(claim, source):
    assert wrong_numbers(make_case(claim, [source])) == []


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The pier cost 15 million crowns", "The pier cost 14 million crowns"),
        ("It rose by 5 percent", "It rose by 5 million, and fell by 3 percent"),
        ("Пришли 53 человека", "Пришли 52 человека"),
        ("Lorries of up to 43 tonnes may cross", "Lorries of up to 40 tonnes may cross"),
    ],
)
def test_numbers_without_one(claim, source):
    assert wrong_numbers(make_case(claim, [source]))


@pytest.mark.parametrize(
    ("claim", "caught"), [("at least 40 tonnes", True), ("up to 40 tonnes", False), ("40 tonnes", False)]
)
def test_a_lower_bound_is_no_upper_one(claim, caught):
    case = make_case(f"It carries {claim}", ["It carries up to 40 tonnes"])
    assert bool(wrong_bounds(case)) == caught


def test_a_denied_bound_is_the_other_one():
    assert wrong_bounds(make_case("не больше 5 лет", ["не меньше 5 лет"]))


def test_another_day():
    assert wrong_dates(make_case("It opens on 5 July 2025", ["It opens on 7 July 2025"]))
    assert not wrong_dates(make_case("It opens on 7 July 2025", ["It opens on 7 July 2025"]))


def test_units_and_qualifiers():
    (amount,) = amounts("nearly 5 percent")
    assert (amount.value, amount.unit) == ("5", unit_of("%"))
    assert "nearly" in amount.qualifiers
    assert unit_of("pier") == ""
