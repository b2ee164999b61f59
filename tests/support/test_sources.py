"""Texts indexed by what a word may be found under."""

from bot.support.reading import read
from bot.support.sources import sources_of

SOURCES = sources_of(("The pier opened. A choir sang.", "Мост закрыт."))


def test_places_and_sentences():
    assert list(SOURCES.places()) == [(0, 0), (0, 1), (1, 0)]
    assert SOURCES.shown((0, 1)) == "A choir sang."
    assert [word.text for word in SOURCES.words([(1, 0)])] == ["Мост", "закрыт"]


def test_words_are_found_in_any_form_and_script():
    (bridge,) = (word for word in read("bridges").sentences[0])
    assert [(place, word.text) for place, word, _ in SOURCES.find(bridge)] == [((1, 0), "Мост")]


def test_texts_are_indexed_once():
    assert sources_of(("a", "b")) is sources_of(("a", "b"))
