"""What "then" is in a question that goes on."""

from datetime import UTC, datetime

import pytest

from bot.answers.since_then import dated
from bot.models import Answer, Citation, Claim, Question, Turn


def turn(*days):
    cited = tuple(Citation(1, 1, "u", "t", "The Gazette", day, 0, 1, "x") for day in days)
    claims = (Claim("x", None, "fact", cited),) if days else ()
    answer = Answer("q", "q", "en", bool(days), None, claims, "")
    return Turn(Question("q", "q", "en", "event"), answer, datetime(2025, 7, 14, tzinfo=UTC))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("what changed since then?", "what changed since 1 July 2025?"),
        ("Что изменилось с тех пор?", "Что изменилось с 1 июля 2025 года?"),
        ("what changed since Monday?", "what changed since Monday?"),
    ],
)
def test_then_is_where_the_last_answer_left_off(text, meant):
    turns = [turn("2025-07-09"), turn("2025-06-30T10:00:00+03:00", None, "2025-06-01"), turn()]
    assert dated(text, turns) == meant


def test_without_a_dated_answer_then_stays():
    assert dated("what changed since then?", []) == "what changed since then?"
    assert dated("what changed since then?", [turn(None)]) == "what changed since then?"
