"""What a number counts."""

import pytest

from bot.support.case import make_case
from bot.support.counted import wrong_counts


@pytest.mark.parametrize(
    ("claim", "source", "caught"),
    [
        ("Two bridges were closed", "The bridge was closed, as two of its piers had cracks", True),
        ("Закрыты два моста", "Мост закрыт: в двух опорах трещины", True),
        ("Two piers had cracks", "The bridge was closed, as two of its seven piers had cracks", False),
        ("Two bridges were closed", "Two old bridges were closed", False),
        ("Two bridges were closed", "On Monday two were closed, both bridges", False),
        ("Two otters swam", "Two seals swam", False),
        ("25 people were watched", "Ten people left hospital and 25 were watched", False),
        ("25 человек остаются", "Выписали 10 человек, ещё 25 остаются", False),
        ("1,400 tickets were sold on Saturday", "It sold 900 tickets on Friday and 1,400 on Saturday", False),
        ("25 человек остаются", "Выписали 10 человек, ещё 25 коек остаются", True),
        ("Остались 25 человек", "Выписали 10 человек, остались 25, больница полна", False),
        ("School No. 3 opened", "School No. 3, which had stood empty for a year or more, opened", False),
        ("Школа № 3 открылась", "Школа № 3 в Верхнем Яре, где в июле жили семьи, открылась", False),
    ],
)
def test_counts(claim, source, caught):
    assert bool(wrong_counts(make_case(claim, [source]))) == caught
