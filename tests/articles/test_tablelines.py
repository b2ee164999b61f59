"""Rows of tables in extracted text: menus go, prose and figures stay."""

import pytest

from bot.articles.tablelines import without_layout

PROSE = "The council voted on Tuesday to rebuild the bridge."


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| Home | | News | Weather |", ""),
        (f"| | {PROSE} | Ads |", PROSE),
        ("| Lumen | 16 | 8 |", "Lumen | 16 | 8"),
        ("| 20:58 (Dolsk) 28 November 2031 |", ""),
        ("A | B, as the union calls itself.", "A | B, as the union calls itself."),
    ],
)  # fmt: skip
def test_rows(row: str, expected: str) -> None:
    assert without_layout(f"First.\n{row}\nLast.") == "\n".join(filter(None, ["First.", expected, "Last."]))
