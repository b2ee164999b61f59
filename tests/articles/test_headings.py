"""Headings among paragraphs."""

import pytest

from bot.articles.headings import find_headings
from bot.language.sentences import paragraphs

PROSE = "The town opened its bridge on Tuesday, and many people came to see it happen there."


def headings(text: str, title: str = "") -> list[str]:
    return [text[span.start : span.end] for span in find_headings(text, paragraphs(text), title)]


@pytest.mark.parametrize(
    "line",
    [
        "Money for the market",
        "Что дальше?",
        "What comes next?",
        "3. Gun laws",
        "Закрытие моста",
        "## and more",
    ],
)
def test_a_short_line_before_prose(line: str) -> None:
    assert headings(f"{PROSE}\n\n{line}\n\n{PROSE}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "It rained.",
        "“It rained,”",
        "And the money?",
        "- a bridge",
        "12) A bridge and a ferry",
        "the bridge",
        "2026 — 12",
        "3. A number before far too many words of a line",
        "One two three four five six seven eight nine ten eleven twelve thirteen fourteen words",
    ],
)
def test_other_lines_before_prose(line: str) -> None:
    assert headings(f"{PROSE}\n\n{line}\n\n{PROSE}") == []


def test_a_short_line_leads_nowhere_at_the_end_and_before_another() -> None:
    assert headings(f"{PROSE}\n\nBridge\n\nFerry\n\n{PROSE}") == ["Ferry"]
    assert headings(f"{PROSE}\n\nBridge") == []


def test_the_title_repeated_on_top() -> None:
    assert headings("Bridge OPENS.\n\nFerry", "Bridge  opens.") == ["Bridge OPENS."]
    assert headings("It sank.\n\nBridge opens.", "Bridge opens.") == []


def test_no_paragraphs() -> None:
    assert find_headings("", (), "") == ()
