"""Question words as people type them."""

import pytest

from bot.answers.spelling import (
    SHUFFLED,
    WORDS,
    with_question_words,
    without_false_pronouns,
    without_thanks,
    without_titles,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("чё с мостом?", "что с мостом?"),
        ("Шо сказал Орлов", "Что сказал Орлов"),
        ("waht about the ferry?", "what about the ferry?"),
        ("Wehn was the flood?", "When was the flood?"),
        ("кодга откроют мост", "когда откроют мост"),
        ("what about the waht", "what about the waht"),
        ("Когда откроют мост?", "Когда откроют мост?"),
        ("что сказал Че Лунин?", "что сказал Че Лунин?"),
        ("who is how", "who is how"),
        ("...", "..."),
    ],
)
def test_question_words_are_read_as_meant(typed: str, meant: str) -> None:
    assert with_question_words(typed) == meant


def test_letters_tell_the_words_apart() -> None:
    assert len(SHUFFLED) == len(WORDS)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("thank you, and what about the ferry?", "and what about the ferry?"),
        ("Спасибо! А паром?", "А паром?"),
        ("ok - who pays?", "who pays?"),
        ("thanks", "thanks"),
        ("Спасибо!", "Спасибо!"),
        ("good news about the ferry?", "good news about the ferry?"),
    ],
)
def test_thanks_before_a_question_are_no_part_of_it(text: str, rest: str) -> None:
    assert without_thanks(text) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("What did Mr. Orlov say?", "What did Orlov say?"),
        ("what did dr. orlov say?", "what did orlov say?"),
        ("What did Gov. Lee and Sen. May say?", "What did Lee and May say?"),
        ("Did the gen. speak?", "Did the gen. speak?"),
        ("Who is the Dr?", "Who is the Dr?"),
    ],
)
def test_short_titles_end_no_question(text: str, rest: str) -> None:
    assert without_titles(text) == rest


def test_a_sovereign_is_asked_for_by_name() -> None:
    assert without_titles("what did King Carl say?") == "what did Carl say?"
    assert without_titles("and Queen Vera?") == "and Vera?"
    assert without_titles("How did Queen Vera of Dolsk die?") == "How did Queen Vera of Dolsk die?"
    assert without_titles("who is the king of Dolsk?") == "who is the king of Dolsk?"


def test_the_health_body_is_no_pronoun() -> None:
    assert without_false_pronouns("what did the WHO say?") == "what did the World Health Organization say?"
    assert without_false_pronouns("WHO came?") == "WHO came?"
