"""Which sentences and words of the sources a claim rests on."""

from bot.support.alignment import MOST, align
from bot.support.reading import read
from bot.support.sources import sources_of

SOURCE = "Mayor Vera Holm opened the pier. The choir sang a song. Ferries return to the pier in autumn."


def aligned(claim: str):
    return align(read(claim).sentences[0], sources_of((SOURCE,)))


def test_the_sentence_with_most_of_the_words_comes_first():
    assert aligned("Ferries return in autumn").places[0] == (0, 2)


def test_every_telling_word_has_its_match():
    matches = aligned("The choir sang in Paris").matches
    assert [(match.word.text, match.aligned) for match in matches] == [
        ("choir", True), ("sang", True), ("Paris", False),
    ]  # fmt: skip


def test_a_word_rests_on_the_sentence_that_the_plain_words_rest_on():
    matches = {
        match.word.text: match.place
        for match in aligned("Vera Holm said: ferries return to the pier").matches
    }
    assert matches["Vera"] == (0, 0)
    assert matches["pier"] == (0, 2)


def test_words_of_the_source_that_no_word_of_the_claim_rests_on():
    assert {word.text for word in aligned("Ferries return in autumn").unclaimed} == {"pier"}


def test_no_more_sentences_than_a_claim_may_be_made_of():
    assert len(aligned("Holm opened; choir sang; ferries return; song").places) <= MOST
