"""A text as words."""

from bot.support.reading import LONGEST, folded, is_russian, read


def test_kinds_of_words():
    words = read("Vera Holm paid 14 crowns to the U.S. navy").sentences[0]
    assert {word.text: word.kind for word in words} == {
        "Vera": "name", "Holm": "name", "paid": "word", "14": "number", "crowns": "word", "to": "stop",
        "the": "stop", "US": "name", "navy": "word",
    }  # fmt: skip


def test_russian_words_that_deny_are_small_words():
    words = read("Никому нельзя было ничего").sentences[0]
    assert {word.kind for word in words} == {"stop"}


def test_because_of_is_one_word_in_russian():
    words = read("из-за ветра, как-то").sentences[0]
    assert [(word.text, word.kind) for word in words[:2]] == [("из-за", "stop"), ("ветра", "word")]


def test_the_ending_of_a_number_is_no_word():
    words = read("откроют в 2027-м и 5-го мая").sentences[0]
    assert [word.text for word in words] == ["откроют", "в", "2027", "и", "5", "мая"]


def test_offsets_and_parts_of_words_with_a_hyphen():
    text = "A well-known pier"
    assert [text[word.start : word.end] for word in read(text).sentences[0]] == ["A", "well", "known", "pier"]


def test_the_rest_of_a_phrase_points_to_its_head():
    words = read("They turn down the plan").sentences[0]
    assert [word.head for word in words if word.text == "down"] == [1]


def test_scripts():
    (word,) = read("Ёлка").sentences[0]
    assert is_russian(word)
    assert folded(word) == "елка"


def test_endless_texts_are_not_read_to_the_end():
    reading = read("The pier opened in July. " * LONGEST)
    assert sum(map(len, reading.sentences)) <= LONGEST
