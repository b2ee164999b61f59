"""How surely two articles tell the same event."""

from collections import Counter

from bot.models import Span
from bot.stories.likeness import Rarity, features, likeness, number_term, weigh
from bot.stories.profile import profile

SUNK = "A ferry with 214 people ran aground near Tarnholm on 5 May. Mayor Ida Holm thanked the crew."
TOLD = "214 passengers were on the ferry that ran aground near Tarnholm on 5 May, said Mayor Ida Holm."
LATER = "A ferry with 90 people ran aground near Ostvik on 9 June. Mayor Joe Vale thanked the crew."
OTHER = "The central bank raised its rate to 7 percent. Prices of bread rise too fast, it said."


def weighed(*texts):
    profiles = [profile(text.split(".")[0], text, (Span(0, len(text)),)) for text in texts]
    counts = Counter()
    for one in profiles:
        counts.update([*one.counts, *map(number_term, one.numbers)])
    rarity = Rarity(counts, 200)
    return [weigh(one, rarity) for one in profiles]


def test_reports_of_one_event_are_nearer_than_a_look_alike_or_another_matter():
    sunk, told, later, other = weighed(SUNK, TOLD, LATER, OTHER)
    assert likeness(sunk, told) > 0.5 > likeness(sunk, later)
    assert likeness(sunk, told) > 0.5 > likeness(sunk, other)


def test_it_does_not_matter_which_comes_first():
    sunk, told, *_ = weighed(SUNK, TOLD)
    assert likeness(sunk, told) == likeness(told, sunk)


def test_other_days_and_numbers_speak_against():
    sunk, told, later = weighed(SUNK, TOLD, LATER)
    against, for_it = features(sunk, later), features(sunk, told)
    assert (against["other_days"], against["other_numbers"]) == (1, 1)
    assert (for_it["other_days"], for_it["other_numbers"]) == (0, 0)


def test_empty_articles_are_not_like_one_another():
    one, other = weighed("", "")
    assert likeness(one, other) < 0.5


def test_rare_words_tell_more():
    rarity = Rarity({"rare": 1, "common": 99, "#7": 1}, 100)
    assert rarity("new") > rarity("rare") > rarity("common") > 0
    assert rarity.of_number("7") < rarity("rare")
    assert (rarity.count("common"), rarity.count("new")) == (99, 0)


def test_squares_are_those_of_the_rarity():
    rarity = Rarity({"rare": 1, "common": 99}, 100)
    for word in ("rare", "common", "rare"):
        assert rarity.squared[word] == rarity(word) ** 2
