"""The day on which something was said."""

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Накануне мэр Иван Орлов заявил, что мост открыт.", date(2025, 7, 8)),
        ("Мэр Иван Орлов накануне заявил, что мост открыт.", date(2025, 7, 8)),
        ("Мост открыт, заявил накануне Иван Орлов.", date(2025, 7, 8)),
        ("Мост открыт, рассказал накануне глава района Иван Орлов.", date(2025, 7, 8)),
        ("Пошлины введут 9 апреля, однако Иван Орлов заявил, что рано.", None),
        ("Иван Орлов заявил накануне выборов, что мост открыт.", None),
    ],
)
def test_the_day_before(statements, text, day):
    assert [s.said_on for s in statements(text, "2025-07-09T10:00:00")] == [day]
