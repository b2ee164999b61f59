"""Which answers are courses."""

from datetime import date

from bot.answers.courses import day_of, is_course
from bot.models import Answer, Citation, Claim


def claim(*days):
    cited = tuple(Citation(1, 1, "u", "t", "The Gazette", day, 0, 1, "x") for day in days)
    return Claim("x", None, "fact", cited)


def answer(*claims, intent="timeline"):
    return Answer("q", "q", "en", bool(claims), None, claims, "", intent=intent)


def test_a_claim_is_of_the_day_of_its_earliest_article():
    assert day_of(claim("2025-07-09T10:00:00+03:00", None, "2025-07-02")) == date(2025, 7, 2)
    assert day_of(claim(None)) is None


def test_a_course_has_several_days():
    two = (claim("2025-07-09"), claim("2025-07-10"))
    assert is_course(answer(*two))
    assert is_course(answer(*two, intent="position"))
    assert not is_course(answer(*two, intent="said"))
    assert not is_course(answer(claim("2025-07-09"), claim("2025-07-09"), claim(None)))
