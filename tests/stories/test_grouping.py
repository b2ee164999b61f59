"""Grouping by scores alone: any order gives the same stories, and stories keep their numbers."""

import random

from bot.stories.grouping import group, keep_names

PAIRS = {(1, 2): 0.9, (2, 3): 0.8, (1, 3): 0.7, (3, 4): 0.2, (4, 5): 0.9, (8, 9): 0.1}


def groups(articles, scores):
    return {tuple(sorted(members)) for members in group(articles, scores)}


def test_near_articles_are_one_story_and_far_ones_stay_apart():
    assert groups(range(1, 10), PAIRS) == {(1, 2, 3), (4, 5), (6,), (7,), (8,), (9,)}


def test_the_order_does_not_matter():
    shuffled = list(PAIRS.items())
    random.Random(3).shuffle(shuffled)
    assert group([5, 3, 1, 4, 2], dict(shuffled)) == group([1, 2, 3, 4, 5], PAIRS)


def test_one_strong_bridge_does_not_join_two_stories():
    one, other = range(1, 5), range(5, 9)
    inner = {(a, b): 0.9 for side in (one, other) for a in side for b in side if a < b}
    assert len(group(range(1, 9), {**inner, (4, 5): 0.95})) == 2


def test_an_article_near_to_both_joins_two_stories():
    apart = {(1, 2): 0.9, (3, 4): 0.9, (1, 3): 0.2, (2, 4): 0.2}
    assert len(group([1, 2, 3, 4], apart)) == 2
    bridged = {**apart, (1, 5): 0.9, (2, 5): 0.9, (3, 5): 0.9, (4, 5): 0.9}
    assert len(group([1, 2, 3, 4, 5], bridged)) == 1


def test_scores_of_other_articles_are_passed_over():
    assert groups([1, 2], PAIRS) == {(1, 2)}
    assert group([], PAIRS) == []


def test_a_story_goes_on_in_its_largest_part():
    parts = [frozenset({1, 2}), frozenset({3}), frozenset({4, 5})]
    assert dict(keep_names(parts, {1: 70, 2: 70, 3: 70, 4: 80})) == {
        parts[0]: 70,
        parts[1]: None,
        parts[2]: 80,
    }


def test_joined_stories_keep_the_number_of_the_larger():
    assert list(keep_names([frozenset({1, 2, 3})], {1: 7, 2: 8, 3: 8})) == [(frozenset({1, 2, 3}), 8)]
