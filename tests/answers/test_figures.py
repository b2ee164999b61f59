"""Figures that changed, newest first."""

from bot.answers.evidence import FoundSentence
from bot.answers.figures import figures, newest_first
from bot.models import Article, Span


def found(
    text: str, day: str | None, score: float = 1.0, number: int = 1, kind: float = 1.0
) -> FoundSentence:
    article = Article(number, f"http://news.example/{number}", "Bridge", text, day, "The Gazette", "en")
    return FoundSentence(Span(0, len(text)), article, score, None, (), 1.0, kind)


OLD = found("The repair will cost 410 million crowns.", "2025-06-15", 1.1, 1)
NEW = found("The repair now costs 475 million crowns.", "2025-08-12", 1.0, 2)


def test_the_newest_comes_first_and_the_older_is_kept() -> None:
    assert newest_first([OLD, NEW]) == (NEW, OLD)


def test_the_same_figure_is_told_once() -> None:
    again = found("It is 475 million for the repair.", "2025-08-20", 0.95, 3)
    assert newest_first([OLD, NEW, again]) == (again, OLD)


def test_what_answers_less_well_is_no_newer_figure() -> None:
    other = found("The town spent 12 million on lamps.", "2025-09-01", 0.5, 3)
    none = found("The repair cost a lot in 2025.", "2025-09-02", 1.0, 4, kind=0.0)
    undated = found("The repair costs 900 million crowns.", None, 1.0, 5)
    assert newest_first([OLD, NEW, none, undated, other]) == (NEW, OLD)


def test_nothing_and_no_figure() -> None:
    plain = found("Nobody knows the cost.", "2025-09-01", kind=0.0)
    assert newest_first([]) == ()
    assert newest_first([plain]) == (plain,)


def test_dates_are_no_figures() -> None:
    assert figures(found("On 9 July 2025 it cost 14 million.", "2025-07-09")) == {"14000000"}


def test_nobody_is_told_beside_a_figure_of_another_day() -> None:
    nobody = found("Nobody was hurt by the repair.", "2025-09-01", 1.0, 3)
    assert newest_first([NEW, nobody]) == (nobody, NEW)
