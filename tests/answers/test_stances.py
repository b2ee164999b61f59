"""Whose stance a question is about."""

from datetime import UTC, datetime

import pytest

from bot.answers.questions import understand
from bot.models import Speaker
from tests.known_speakers import directory_of

DIRECTORY = directory_of(
    Speaker(1, "Ivan Orlov", "person", ("Иван Орлов",), (), 5),
    Speaker(2, "Anna Krylova", "person", ("Анна Крылова",), ("mayor",), 5),
)


def ask(text):
    question = understand(text, DIRECTORY, datetime(2025, 7, 14, tzinfo=UTC))
    return question.intent, [speaker.words for speaker in question.speakers], question.topic


@pytest.mark.parametrize(
    ("text", "speaker", "topic"),
    [
        ("has Orlov changed what he says about the bridge?", "Orlov", "bridge"),
        ("Has Anna Krylova changed her mind about the flood?", "Anna Krylova", "flood"),
        ("did Orlov contradict himself on the register?", "Orlov", "register"),
        ("Has Orlov's position on taxes changed?", "Orlov's", "taxes"),
        ("has Zubkov changed his position on taxes?", "Zubkov", "taxes"),
        ("менял ли Орлов позицию по мосту?", "Орлов", "мосту"),
        ("Изменила ли Крылова своё мнение о паводке?", "Крылова", "паводке"),
        ("менялась ли позиция Орлова по мосту?", "Орлова", "мосту"),
        ("противоречил ли себе Орлов?", "Орлов", ""),
    ],
)
def test_whether_somebody_changed_what_he_says(text, speaker, topic):
    assert ask(text) == ("position", [speaker], topic)


@pytest.mark.parametrize(
    ("text", "speaker", "topic"),
    [
        ("when did Orlov first say that the bridge is unsafe?", "Orlov", "bridge unsafe"),
        ("когда Орлов впервые сказал о мосте?", "Орлов", "мосте"),
    ],
)
def test_when_somebody_first_said_something(text, speaker, topic):
    assert ask(text) == ("position", [speaker], topic)


def test_the_time_in_what_was_first_said_is_no_period():
    question = understand(
        "When did Orlov first say that it would open in June?", DIRECTORY, datetime(2025, 7, 14, tzinfo=UTC)
    )
    assert question.period is None
    assert "June" in question.topic


@pytest.mark.parametrize(
    "text",
    [
        "Has the bridge changed?",
        "when did the bridge first open?",
        "Krylova left. When did she first win?",
    ],
)
def test_what_is_nobodys_stance(text):
    assert ask(text)[0] == "fact"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("what do sources disagree about?", ""),
        ("what do sources disagree about on the flood in Dolsk?", "flood Dolsk"),
        ("в чём расходятся источники о паводке?", "паводке"),
        ("противоречат ли источники друг другу по мосту?", "мосту"),
    ],
)
def test_where_sources_differ(text, topic):
    assert ask(text) == ("disagreement", [], topic)
