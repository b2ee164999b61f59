"""Who acts and who is acted on."""

import pytest

from bot.support.case import make_case
from bot.support.swaps import swapped


@pytest.mark.parametrize(
    ("claim", "source", "caught"),
    [
        ("Holm thanked Dymov", "Dymov thanked Holm", True),
        ("Holm was thanked by Dymov", "Dymov thanked Holm", False),
        ("Holm thanked Dymov", "Holm thanked Dymov", False),
        ("Петров поблагодарил Иванова", "Иванов поблагодарил Петрова", True),
        ("Петрова поблагодарил Иванов", "Иванов поблагодарил Петрова", False),
    ],
)
def test_swaps(claim, source, caught):
    assert bool(swapped(make_case(claim, [source]))) == caught
