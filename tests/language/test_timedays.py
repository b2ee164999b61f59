"""Rules for days; now is Sunday, 13 July 2025."""

from datetime import UTC, datetime

import pytest

from bot.language.timedays import RULES
from bot.language.timerules import Now

NOW = Now(datetime(2025, 7, 13, 12, tzinfo=UTC), "en")


def starts(text: str) -> list[str]:
    periods = (rule.resolve(match, NOW) for rule in RULES for match in rule.pattern.finditer(text))
    return [f"{one.start:%Y-%m-%d %H} {one.end:%d %H}" for one in periods if one and one.start and one.end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yesterday morning", "2025-07-12 00 12 12"),
        ("вечером вчера", "2025-07-12 17 13 00"),
        ("tonight", "2025-07-13 17 14 00"),
        ("прошлой ночью", "2025-07-12 18 13 06"),
        ("вчерашнего дня", "2025-07-12 00 13 00"),
        ("the weekend", "2025-07-12 00 14 00"),
        ("last weekend", "2025-07-05 00 07 00"),
        ("Sunday", "2025-07-06 00 07 00"),
        ("Friday evening", "2025-07-11 17 12 00"),
        ("on the 31st", "2025-05-31 00 01 00"),
        ("2024-02-29", "2024-02-29 00 01 00"),
    ],
)
def test_days(text: str, expected: str) -> None:
    assert starts(text) == [expected]


@pytest.mark.parametrize("text", ["on the 9th floor", "2023-02-29", "9 мая 1945 года", "Black Friday", "day"])
def test_none(text: str) -> None:
    assert starts(text) == []
