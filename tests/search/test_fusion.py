"""Two orders made one."""

from bot.models import Hit
from bot.search.fusion import chosen, fused, united
from bot.search.rank import Candidate


def hits(*ids):
    return [Hit(number, number * 10, 5.0) for number in ids]


def candidates(*ids):
    return [Candidate(number, number * 10, 100.0 - place) for place, number in enumerate(ids)]


def ids(found):
    return [one.id for one in found]


def test_without_anything_near_nothing_changes():
    ordered = candidates(3, 1, 2)
    assert united(hits(1, 2), []) == hits(1, 2)
    assert chosen(ordered, [], 2) == ordered[:2]
    assert fused(ordered, hits(1, 2, 3), []) == ordered


def test_what_both_found_is_there_once():
    assert ids(united(hits(1, 2), hits(2, 5))) == [1, 2, 5]


def test_near_ones_are_looked_at_wherever_they_stand():
    assert ids(chosen(candidates(1, 2, 3, 4, 5), hits(5, 2), 2)) == [1, 2, 5]


def test_found_by_both_beats_found_by_one():
    found = fused(candidates(1, 2, 3, 4), hits(1, 2, 3), hits(4, 2))
    assert ids(found) == [2, 1, 4, 3]


def test_first_in_both_scores_one():
    assert fused(candidates(1, 2), hits(1, 2), hits(1))[0].score == 1.0


def test_the_order_by_words_says_nothing_of_those_it_did_not_find():
    # 9 stands before 2 by its age alone; found by words is only 2
    first, second = fused(candidates(9, 2), hits(2), hits(2, 9))
    assert (first.id, first.score) == (2, 1.0)
    assert second.score < 0.5
