"""In which order somebody is told: names of both languages, in any case."""

import pytest

from bot.digests.leaning import main_names, ordered
from bot.models import Claim
from bot.subscriptions.values import DigestItem


def item(title, line="It rains."):
    return DigestItem("story", title, (Claim(line, None, "fact", ()),), (f"said:{title}",))


BRIDGE = item("Bridge over the Luda reopens in Tarnholm", "The bridge was shut for months.")
RUSSIAN = item("Мост через Луду снова открыт в Тарнхольме")
FERRY = item("Tarnholm waits for a ferry")
BREAD = item("Prizes for bakers of rye bread")


@pytest.mark.parametrize(
    ("one", "names"),
    [
        (BRIDGE, ("Luda", "Tarnholm")),
        (RUSSIAN, ("Луда", "Тарнхольм")),
        (item("prices rise again", "The council of Ostvik raised the price of water."), ("Ostvik",)),
        (item("prices rise again"), ()),
    ],
)
def test_the_names_of_a_matter(one, names):
    assert main_names(one) == names


def test_nothing_leaned_to_changes_nothing():
    assert ordered([BRIDGE, RUSSIAN, BREAD], (), ()) == (0, 1, 2)


@pytest.mark.parametrize("disliked", [main_names(BRIDGE), main_names(RUSSIAN)])
def test_what_shares_half_of_the_names_of_a_disliked_matter_comes_last(disliked):
    assert ordered([BRIDGE, RUSSIAN, FERRY, BREAD], (), [disliked]) == (3, 0, 1, 2)


def test_another_matter_of_a_shared_name_among_many_stays():
    names = ("Luda", "Ostvik", "Holm", "Tarnholm", "Kelmend")
    assert ordered([FERRY, BREAD], (), [names]) == (0, 1)


def test_what_is_followed_elsewhere_goes_up_some_places():
    items = [item(f"title {number}") for number in range(6)]
    assert ordered(items, {"said:title 5"}, ()) == (0, 1, 5, 2, 3, 4)
    assert ordered(items, {"said:title 1"}, ()) == (1, 0, 2, 3, 4, 5)
