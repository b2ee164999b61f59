import pytest

from bot.models import Hit
from bot.search.coverage import asked_words
from bot.search.rank import Candidate, exact_order, first_order, recency, thin_out
from bot.search.weights import ERA, ERA_DAYS, RECENCY, RECENCY_DAYS

NOW = 1_750_000_000
DAY = 86_400


def hit(number, article, score, published=0):
    return Hit(number, article, score, published)


def test_recency_fades_with_age():
    assert recency(NOW, NOW) == RECENCY + ERA
    faded = RECENCY / 2.718 + ERA * 2.718 ** (-RECENCY_DAYS / ERA_DAYS)
    assert recency(NOW - int(RECENCY_DAYS) * DAY, NOW) == pytest.approx(faded, abs=0.01)
    assert recency(NOW - 1200 * DAY, NOW) < 0.01


def test_undated_articles_have_no_recency():
    assert recency(0, NOW) == 0.0


def test_the_newer_of_two_equals_comes_first():
    order = first_order([hit(1, 1, 9.0, NOW - 90 * DAY), hit(2, 2, 9.0, NOW - DAY)], NOW)
    assert [found.id for found in order] == [2, 1]


def test_recency_is_no_filter():
    better = 9.0 + RECENCY + ERA + 1.0
    order = first_order([hit(1, 1, better, NOW - 900 * DAY), hit(2, 2, 9.0, NOW)], NOW)
    assert [found.id for found in order] == [1, 2]


def test_an_article_gains_by_its_other_passages():
    order = first_order([hit(1, 1, 9.0), hit(2, 2, 9.0), hit(3, 2, 8.0)], NOW)
    assert order[0].article_id == 2


def test_covering_all_words_and_the_title_puts_ahead():
    words = asked_words("pier repairs Orlova")
    plain = Candidate(1, 1, 5.0, "Weather", "Rain over the pier.")
    full = Candidate(2, 2, 5.0, "Pier repairs", "Orlova told of the repairs of the pier.")
    assert [found.id for found in exact_order([plain, full], words)] == [2, 1]


def test_at_most_a_few_passages_of_an_article():
    found = [Candidate(number, 1, 9.0, "", f"text {number}") for number in range(5)] + [Candidate(9, 2, 1.0)]
    assert [candidate.id for candidate in thin_out(found, 10, 2)] == [0, 1, 9]


def test_beyond_the_first_places_others_are_looked_for():
    first = [Candidate(number, number, 9.0, "", f"text {number}") for number in range(5)]
    again = [Candidate(10 + number, number, 8.0, "", f"more {number}") for number in range(5)]
    other = Candidate(20, 20, 1.0, "", "other")
    assert [found.id for found in thin_out([*first, *again, other], 10)] == [0, 1, 2, 3, 4, 20]
    assert [found.id for found in thin_out([*first, *again, other], 6, 3, 3)] == [0, 1, 2, 3, 4, 10]


def test_a_reprint_is_folded_into_the_first():
    found = [Candidate(1, 1, 9.0, "", "The pier is open."), Candidate(2, 2, 8.0, "", "The pier is open!")]
    assert [candidate.id for candidate in thin_out(found, 10)] == [1]


def test_the_limit_holds():
    assert len(thin_out([Candidate(number, number, 1.0) for number in range(9)], 4)) == 4


def test_a_rare_word_of_the_question_counts_more_than_one_that_all_hold():
    words = asked_words("pier lamp")
    common = [Candidate(number, number, 0.0, "News", "The pier is old.") for number in range(1, 9)]
    rare = Candidate(9, 9, 0.0, "News", "A lamp was lit.")
    assert exact_order([*common, rare], words)[0] == exact_order([rare, *common], words)[0]
    assert exact_order([*common, rare], words)[0].id == 9
