"""What the turns before a message told."""

from datetime import UTC, datetime

import pytest

from bot.answers.earlier import earlier, matter_of_words, things_of
from bot.answers.questions import parse
from bot.models import Answer, Claim, Speaker, Turn
from tests.known_speakers import directory_of

NOW = datetime(2025, 7, 14, 12, tzinfo=UTC)
DIRECTORY = directory_of(Speaker(1, "Ivan Orlov", "person", ("Иван Орлов", "Орлов"), (), 30))


def turn(text: str, *claims: Claim) -> Turn:
    question = parse(text, DIRECTORY, NOW).question
    refusal = None if claims else "no_evidence"
    return Turn(question, Answer("", "", question.language, bool(claims), refusal, claims, ""), NOW)


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("How much did the repair cost?", ("repair", "about the repair")),
        ("Why did it rise (repair)?", ("repair", "about the repair")),
        ("What did Orlov say about the bridge?", ("bridge", "about the bridge")),
        ("Сколько стоил ремонт?", ("ремонт", "на тему «ремонт»")),
        ("Что сказал Орлов?", ("", "")),
    ],
)
def test_what_further_words_are_wanted_on(text: str, matter: tuple[str, str]) -> None:
    asked = turn(text)
    before = earlier(parse(text, DIRECTORY, NOW), asked, DIRECTORY)
    before = before._replace(recent=[things_of(asked.question)])
    assert matter_of_words(before, asked.question.language) == matter


def test_whom_an_answer_was_about_and_that_there_was_none() -> None:
    text = "Who opened the bridge?"
    told = turn(text, Claim("Ivan Orlov opened the bridge.", None, "fact", ()))
    before = earlier(parse(text, DIRECTORY, NOW), told, DIRECTORY)
    assert ([one.name for one in before.told], before.refused) == (["Ivan Orlov"], False)
    assert earlier(parse(text, DIRECTORY, NOW), turn(text), DIRECTORY).refused


def test_the_time_and_the_speakers_of_a_question_are_no_things() -> None:
    question = parse("What did Orlov say about the bridge in July?", DIRECTORY, NOW).question
    assert [phrase.text for phrase in things_of(question)] == ["bridge"]


def test_a_speaker_is_no_part_of_the_matter() -> None:
    asked = turn("Что говорил министр о мосте?").question
    assert [phrase.text for phrase in things_of(asked)] == ["мосте"]


def test_a_name_within_a_word_is_no_speaker() -> None:
    asked = turn("Что сказал Орлов об Орловской школе?").question
    assert [phrase.text for phrase in things_of(asked)] == ["Орловской школе"]
