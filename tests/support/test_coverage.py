"""Words that the sources do not cover."""

import pytest

from bot.support.case import make_case
from bot.support.coverage import counted, foreign, jumps, uncovered

SOURCE = "The council of Lund passed the budget on Thursday after a long debate."


@pytest.mark.parametrize("claim", [SOURCE, "The council passed the budget", "The council adopted the budget"])
def test_covered(claim):
    assert uncovered(make_case(claim, [SOURCE])) == []


@pytest.mark.parametrize(
    "claim",
    [
        "The council of Lund passed the anthem on Thursday",
        "The council painted a green zeppelin at the harbour",
    ],
)
def test_not_covered(claim):
    assert uncovered(make_case(claim, [SOURCE]))


def test_features_are_counted():
    assert (
        counted(make_case("The council passed the anthem on Thursday", [SOURCE]))[("none word", "replaced")]
        == 1
    )
    assert jumps(make_case(SOURCE, [SOURCE]).alignments[0]) == 0


def test_one_word_that_rests_on_nothing_is_told_however_long_the_rest():
    claim = "The council of Lund passed the budget on Thursday after a long quarrel"
    assert [reason.words for reason in foreign(make_case(claim, [SOURCE]))] == ["quarrel"]
    assert foreign(make_case(SOURCE, [SOURCE])) == []
