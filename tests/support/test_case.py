"""A claim aligned with its sources, and how reasons read."""

from bot.support.case import Reason, make_case


def test_a_case_aligns_every_sentence_of_the_claim():
    case = make_case("The choir sang. The pier opened.", ["The pier opened and the choir sang."])
    assert len(case.alignments) == 2
    match = case.alignments[0].matches[0]
    assert [word.text for word, _ in case.counterparts(match, case.alignments[0])] == ["choir"]
    assert "pier" in [word.text for word in case.beside(match)]


def test_what_rests_on_nothing_has_no_sentence_beside():
    case = make_case("Zeppelins", ["The pier opened."])
    assert case.beside(case.alignments[0].matches[0]) == ()


def test_reasons_read_as_a_kind_and_words():
    assert str(Reason("number", "5")) == "number 5"
    assert str(Reason("opposite", "rise / fall")) == "opposite: rise / fall"
