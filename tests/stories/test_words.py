"""Words of both languages in one form."""

from bot.stories.words import event_words, name_words, ordinary_words


def test_forms_of_a_word_are_one():
    assert event_words("ferries", ()) == event_words("ferry", ())
    assert event_words("паромы", ()) == event_words("паромов", ())


def test_stop_words_and_digits_tell_nothing():
    assert event_words("It was 42 of the", ()) == []


def test_a_name_is_the_same_in_both_scripts():
    assert set(event_words("Zubkin", ())) & set(event_words("Зубкин", ()))


def test_names_are_told_from_ordinary_words():
    ordinary = ordinary_words(["the harbour was calm"])
    assert "harbour" in ordinary
    found = name_words("Ida Holm saw Harbour", ordinary)
    assert len(found) >= 2
    assert not any("harb" in name for name in found)
