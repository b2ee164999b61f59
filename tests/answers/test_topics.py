"""The words to look for, and the phrase they stand in."""

from datetime import UTC, datetime

import pytest

from bot.answers.reading import read
from bot.answers.topics import about_phrase, topic_of
from bot.models import Speaker
from tests.known_speakers import directory_of

DIRECTORY = directory_of(Speaker(1, "Ivan Orlov", "person", ("Иван Орлов",), (), 5))
NOW = datetime(2025, 7, 14, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("How much was the Zarechny bridge?", "Zarechny bridge"),
        ("What happened to the old bridge in Zarechny yesterday?", "old bridge Zarechny"),
        ("Сколько стоил мост в Заречном?", "стоил мост Заречном"),
        ("latest news about the US bridge", "US bridge"),
        ("What about Orlov's bridge?", "Orlov bridge"),
        ("bridge, bridge and bridge", "bridge"),
        ("Что случилось во время паводка?", "паводка"),
        ("Сколько времени строили мост?", "времени строили мост"),
        ("who", ""),
    ],
)
def test_topic(text: str, topic: str) -> None:
    assert topic_of(read(text, DIRECTORY, NOW)) == topic


def test_units_of_the_speaker_are_left_out() -> None:
    reading = read("Orlov bridge", DIRECTORY, NOW)
    assert topic_of(reading, frozenset({0})) == "bridge"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("What did Orlov say about the old bridge?", "about the old bridge"),
        ("Что сказал Орлов про мост?", "про мост"),
        ("What did Orlov say about the bridge yesterday?", "about the bridge"),
        ("What did Orlov say?", ""),
        ("about?", ""),
        ("About the ferry?", "about the ferry"),
        ("О чём он предупреждал?", ""),
    ],
)
def test_phrase_of_the_topic(text: str, phrase: str) -> None:
    assert about_phrase(read(text, DIRECTORY, NOW)) == phrase


def test_a_question_word_before_the_verb_is_no_part_of_the_phrase() -> None:
    reading = read("про тарифы что говорят?", DIRECTORY, NOW)
    assert about_phrase(reading, frozenset({3})) == "про тарифы"
