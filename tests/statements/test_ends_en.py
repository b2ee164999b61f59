"""Where the words of an English speaker stop."""

import pytest

CASES = [
    (
        "Ann Lee said she was worried about the bridge, and more than 4 in 10 said it would fall.",
        ["she was worried about the bridge", "it would fall"],
    ),
    (
        "Friends say Ann Lee looks fitter - an old joke - while others say she has never been ill.",
        ["Ann Lee looks fitter - an old joke", "she has never been ill"],
    ),
    (
        "In a year when Ann Lee is talking about the bridge, Tom Hill said Dora Brand was right.",
        ["the bridge", "Dora Brand was right"],
    ),
    (
        "Ann Lee spoke, acknowledging that it cracked but warning that haste would cost lives.",
        ["that it cracked", "that haste would cost lives"],
    ),
    (
        "Ann Lee said the bridge is safe, though Tom Hill said he doubted it.",
        ["the bridge is safe", "he doubted it"],
    ),
    ("Ann Lee said she will run in May - though it is unclear for what.", ["she will run in May"]),
    (
        "Ann Lee said the bridge - once new - is safe.",
        ["the bridge - once new - is safe"],
    ),
    ("“Bad luck,” Ann Lee said, that both men had left.", ["“Bad luck,” … that both men had left"]),
]


@pytest.mark.parametrize(("text", "contents"), CASES)
def test_contents(said, text, contents):
    assert [words for _, words in said(text)] == contents


def test_a_mark_that_opens_no_quotation_costs_no_article(said):
    law = "The law, which Ann Lee said has “no teeth” and “no sanction” to enforce against anyone, is old."
    stray = " “”We agreed on what was called option one, which was to change it, she said the bridge is old."
    assert "Ann Lee" in dict(said(law + stray))
