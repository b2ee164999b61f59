"""The fitted weights: signs and order that must hold whatever they are fitted on."""

from bot.support.weights import JUMP, LIMIT, UNCOVERED


def test_a_replaced_word_weighs_most_and_is_enough():
    replaced = UNCOVERED["none word", "replaced"]
    assert replaced == max(UNCOVERED.values()) >= LIMIT


def test_light_words_weigh_least_and_no_weight_speaks_for_a_claim():
    assert UNCOVERED["light word", "free"] == min(UNCOVERED.values()) > 0
    assert JUMP > 0
