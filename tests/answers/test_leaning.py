"""What a question leaves to the conversation."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from bot.answers.leaning import (
    has_own_subject,
    is_correction,
    is_fragment,
    lacks_subject,
    matter,
    points_back,
    taken_over,
)
from bot.answers.reading import Reading, read
from bot.answers.subjects import phrases
from tests.known_speakers import directory_of

NOW = datetime(2025, 7, 14, 12, tzinfo=UTC)
ENGLISH = ("Who found the cracks?", "Why was the bridge closed?")  # the newest first
RUSSIAN = ("Кто красил опору?", "Почему закрыли мост?")


def reading(text: str) -> Reading:
    return read(text, directory_of(), NOW)


def taken(text: str, *before: str, points: bool = True) -> list[str]:
    found = taken_over(reading(text), phrases(text), [phrases(one) for one in before], points=points)
    return [phrase.text for phrase in found]


@pytest.mark.parametrize(
    "text",
    [
        "When was it built?",
        "Was it insured?",
        "Why is that?",
        "How big was this flood?",
        "Что об этом известно?",
    ],
)
def test_words_that_point_back(text: str) -> None:
    assert points_back(reading(text))


@pytest.mark.parametrize(
    "text",
    [
        "Is it safe to drink the water?",
        "How long will it take to build a dam?",
        "Are there strikes in Dolsk?",
        "Is it true that the bridge fell?",
        "When the bridge opens, will it carry trams?",
        "Что с мостом, когда он откроется?",
        "Who won the election?",
    ],
)
def test_words_that_only_seem_to(text: str) -> None:
    assert not points_back(reading(text))


def test_the_thing_comes_before_the_place() -> None:
    assert taken("Why was it cut?", "Why was the power cut in Dolsk?") == ["power", "Dolsk"]
    assert taken("Почему это произошло?", "Почему в Дольске отключили воду?") == ["воду", "Дольске"]


def test_a_name_in_short_is_taken_in_full() -> None:
    before = "What is the Northern Star mission?"
    assert taken("When did the mission start?", before, points=False) == ["Northern Star mission"]
    assert taken("Who designed the bridge?", "Why did the bridge in Dolsk fall?", points=False) == [
        "bridge in Dolsk"
    ]


def test_a_place_is_not_the_thing_that_is_there() -> None:
    assert taken("Who rules Dolsk?", "Why did the bridge of Dolsk fall?", points=False) == []


def test_the_theme_goes_on() -> None:
    assert taken("Who designed it?", "How long is the tunnel (metro of Dolsk)?") == [
        "tunnel",
        "metro of Dolsk",
    ]


def test_many_things_for_they() -> None:
    assert taken("Are they new?", "Does the harbour lend boats?")[:1] == ["boats"]


def test_a_question_before_the_last_when_the_last_names_nothing() -> None:
    assert taken("How long is it?", "And why?", "What is the Dolsk tunnel?") == ["Dolsk tunnel"]


def test_nothing_before() -> None:
    assert taken("How long is it?") == []


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Any victims?", True),
        ("Who won in Dolsk?", False),
        ("Why?", True),
        ("How many cases are there in Dolsk?", True),
        ("How many boats are there in Dolsk?", False),
    ],
)
def test_lacking_a_subject(text: str, lacks: bool) -> None:
    assert lacks_subject(phrases(text)) is lacks


def test_fragments_and_corrections() -> None:
    assert is_fragment(reading("any victims?"))
    assert not is_fragment(reading("who was hurt?"))
    assert is_fragment(reading("экипаж парома?"))
    assert not is_fragment(reading("экипаж жив?"))
    assert is_correction(reading("I meant the old one"))
    assert is_correction(reading("Я имел в виду старый"))
    assert not is_correction(reading("What was meant?"))


@pytest.mark.parametrize(
    ("text", "before", "own"),
    [
        ("Who painted the bridge?", "How many houses were flooded?", True),
        ("When will the school open?", "Who painted the bridge?", True),
        ("когда откроют школу", "кто покрасил мост", True),
        ("How many people died?", "What happened to the ferry?", False),
        ("Who is the owner?", "What happened to the ferry?", False),
        ("Why did the cost rise?", "What happened to the ferry?", False),
        ("How is the harbour defined?", "What does the Harbour Act of 1996 say?", False),
        ("When was the funeral?", "Who shot Vera Orlova?", False),  # hers
        ("когда были похороны", "кто убил Орлову", False),
        ("How is a funeral held?", "Who shot Vera Orlova?", True),
    ],
)
def test_a_question_of_its_own_needs_nothing(text: str, before: str, own: bool) -> None:
    assert has_own_subject(text, phrases(text), [phrases(before)]) is own


@pytest.mark.parametrize(
    ("text", "before", "main"),
    [
        ("When does it open?", "Who is the director (school)?", "school"),
        ("Когда закрыли?", "Сколько там учеников (школа)?", "школа"),
        ("Where did they study?", "Who are the directors (school)?", "directors"),
        ("How long is it?", "How long is the tunnel (metro of Dolsk)?", "tunnel"),
        ("Он безопасен?", "Сколько у него опор (мост)?", "мост"),
    ],
)
def test_whoever_was_asked_for_is_not_what_was_spoken_of(text: str, before: str, main: str) -> None:
    assert taken(text, before)[0] == main
    assert matter([phrases(before)])


@pytest.mark.parametrize(
    ("text", "before", "main"),
    [
        ("How much will it cost?", ENGLISH, "bridge"),
        ("How deep are they?", ENGLISH, "cracks"),
        ("Сколько он стоит?", RUSSIAN, "мост"),
        ("Когда её построили?", RUSSIAN, "опору"),
    ],
)
def test_a_pronoun_means_something_of_its_form(text: str, before: Sequence[str], main: str) -> None:
    assert taken(text, *before)[0] == main
