"""What a picture shows, as values."""

from datetime import date

import pytest

from bot.answers.marks import Marks
from bot.models import Answer, Citation, Claim
from bot.pictures.chart import LONGEST, MOST, apart, chart_of, ticks


def claim(day, text="The pier burned.", speaker=None, note=""):
    cited = Citation(1, 1, "u", "t", "The Gazette", day, 0, 1, text)
    return Claim(text, speaker, "direct" if speaker else "fact", (cited,), note)


def answer(*claims, intent="timeline", lang="en"):
    return Answer("q", "how did it develop?", lang, bool(claims), None, claims, "", intent=intent)


def test_stages_are_numbered_by_day():
    late, early = claim("2025-07-09T10:00:00+03:00"), claim("2025-06-01", "A dry spring.", "Ann", "denied")
    chart = chart_of(answer(late, early), Marks(("2025-05-30", "2025-07-09", "2025-07-09"), ("2025-06-01",)))
    assert [(one.number, one.day, one.text) for one in chart.stages] == [
        (1, date(2025, 6, 1), "A dry spring."),
        (2, date(2025, 7, 9), "The pier burned."),
    ]
    assert (chart.stages[0].speaker, chart.stages[0].source, chart.stages[0].note) == (
        "Ann", "The Gazette", "denied",
    )  # fmt: skip
    assert chart.articles == ((date(2025, 5, 30), 1), (date(2025, 7, 9), 2))
    assert chart.span == (date(2025, 5, 30), date(2025, 7, 9))
    assert chart.title == "How did it develop?"


def test_without_a_date_there_is_nothing_to_draw():
    assert chart_of(answer(claim(None)), Marks()) is None
    assert chart_of(answer(), Marks(("2025-05-30",))) is None


def test_long_lines_and_many_stages_are_cut():
    chart = chart_of(answer(*(claim(f"2025-07-{day:02}", "word " * 90) for day in range(1, 20))), Marks())
    assert len(chart.stages) == MOST
    assert all(len(one.text) <= LONGEST + 2 and one.text.endswith(" …") for one in chart.stages)


def test_a_name_in_brackets_is_not_named_twice():
    chart = chart_of(answer(claim("2025-07-09", "[Ann] She laughed.", "Ann")), Marks())
    assert chart.stages[0].text == "She laughed."


def test_ticks_are_days_in_the_language_of_the_answer():
    chart = chart_of(answer(claim("2025-06-01"), claim("2025-07-01"), lang="ru"), Marks())
    assert ticks(chart) == [
        (date(2025, 6, 1), "1 июня\n2025"),
        (date(2025, 6, 11), "11 июня\n2025"),
        (date(2025, 6, 21), "21 июня\n2025"),
        (date(2025, 7, 1), "1 июля\n2025"),
    ]
    assert len(ticks(chart_of(answer(claim("2025-06-01")), Marks()))) == 1


@pytest.mark.parametrize(
    ("places", "moved"),
    [
        ([], []),
        ([0.5], [0.5]),
        ([0.0, 0.0, 0.5], [0.0, 0.1, 0.5]),
        ([0.5, 1.0, 1.0], [0.5, 0.9, 1.0]),
    ],
)
def test_places_are_moved_apart(places, moved):
    assert apart(places, 0.1) == pytest.approx(moved)
