"""Short sentences that are put together from several ones."""

import pytest

from bot.support.case import make_case
from bot.support.merging import merged

SOURCE = (
    "Mayor Vera Holm spoke at the harbour on Monday. The pier opens in July after long repairs."
    " Holm thanked the builders. Thieves stole a ferry at night."
)


@pytest.mark.parametrize(
    "claim", ["The pier opens in July", "Vera Holm thanked the builders", "Thieves stole a ferry"]
)
def test_of_one_sentence(claim):
    assert merged(make_case(claim, [SOURCE])) == []


@pytest.mark.parametrize("claim", ["Thieves opened the pier in July", "The builders stole a ferry at night"])
def test_of_several(claim):
    assert [reason.kind for reason in merged(make_case(claim, [SOURCE]))] == ["merged"]


def test_whom_the_ledger_names_may_stand_for_a_pronoun():
    source = "Vera Holm arrived by boat. She praised the pier and its builders."
    claim = "Vera Holm praised the pier and its builders"
    assert merged(make_case(claim, [source]))
    assert merged(make_case(claim, [source], ["Vera Holm"])) == []


def test_whom_the_ledger_names_stands_for_nobody_where_there_is_no_pronoun():
    source = "Vera Holm spoke of boats. The builders of Tarn praised the pier and its lamps."
    claim = "Vera Holm praised the pier and its lamps"
    assert merged(make_case(claim, [source], ["Vera Holm"]))


def test_whom_the_ledger_names_says_what_stands_in_quotation_marks():
    source = "Vera Holm arrived by boat. “Ferries leave the old pier in July.”"
    assert (
        merged(make_case("Ferries leave the old pier in July, said Vera Holm", [source], ["Vera Holm"])) == []
    )
