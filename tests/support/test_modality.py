"""Claims that are surer than their sources."""

import pytest

from bot.support.case import make_case
from bot.support.modality import absolutes, certainties


@pytest.mark.parametrize(
    ("claim", "source", "caught"),
    [
        ("The pier closed", "The pier may have closed", True),
        ("Пирс закрыли", "Пирс, возможно, закрыли", True),
        ("The pier may close", "The pier may close", False),
        ("The pier closed", "The pier closed", False),
    ],
)
def test_hedges(claim, source, caught):
    assert bool(certainties(make_case(claim, [source]))) == caught


@pytest.mark.parametrize(
    ("claim", "source", "caught"),
    [
        ("All piers closed", "Piers closed", True),
        ("Пирс закрыт навсегда", "Пирс закрыт", True),
        ("All piers closed", "Every pier closed", False),
        ("Никто не пострадал", "Пострадавших нет", False),
        ("Никто не пострадал", "Пострадавшие есть", True),
    ],
)
def test_absolutes(claim, source, caught):
    assert bool(absolutes(make_case(claim, [source]))) == caught
