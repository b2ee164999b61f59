"""What a question of its own leaves to the conversation."""

from datetime import UTC, datetime

import pytest

from bot.answers.context import asks_in_context
from bot.answers.earlier import earlier, things_of
from bot.answers.questions import parse
from bot.models import Answer, Turn
from tests.known_speakers import directory_of

NOW = datetime(2025, 7, 14, 12, tzinfo=UTC)
DIRECTORY = directory_of()


def asked(before: str, text: str, *, refused: bool = False) -> str:
    """The second question as it stands alone."""
    parsed = parse(before, DIRECTORY, NOW)
    refusal = "no_evidence" if refused else None
    turn = Turn(parsed.question, Answer("", "", "en", not refused, refusal, (), ""), NOW)
    told = earlier(parsed, turn, DIRECTORY)._replace(recent=[things_of(parsed.question)])
    return asks_in_context(parse(text, DIRECTORY, NOW), told, False, DIRECTORY).standalone


@pytest.mark.parametrize(
    ("before", "text", "standalone"),
    [
        ("How many houses were flooded?", "Who painted the bridge?", "Who painted the bridge?"),
        ("Когда откроют школу?", "кто директор?", "Кто директор (школа)?"),
        ("Who is the director (school)?", "When does it open?", "When does it open (school)?"),
        ("How many houses were flooded?", "about the ferry?", "about the ferry?"),
        ("Сколько домов подтопило?", "а кто это измерил?", "А кто это измерил (дома)?"),
        ("Кто это измерил (дома)?", "кто виноват?", "Кто виноват (дома)?"),
    ],
)
def test_only_what_is_lacking_is_carried_and_shown_upright(before, text, standalone):
    assert asked(before, text) == standalone


def test_what_was_refused_is_not_taken_for_true():
    assert asked("Кто опустил цену на воду?", "почему?", refused=True) == "Почему (вода)?"
    assert asked("Кто опустил цену на воду?", "почему?") == "Почему (опустил цену воду)?"
