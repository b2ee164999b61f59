"""What the last turn of a made-up conversation takes over, in both languages."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.answers.followups import resolve
from bot.language.lemmas import lemmas
from bot.language.tokens import words
from bot.models import Answer, Question, Speaker, Turn
from tests.known_speakers import directory_of

FOLDER = Path(__file__).parent / "conversations"
FLOOR = {"en": 0.9, "ru": 0.9}  # share of conversations that come out right; raise it when it gets better
NOW = datetime(2025, 7, 14, 12, tzinfo=UTC)
DIRECTORY = directory_of(
    Speaker(1, "Ivan Orlov", "person", ("Иван Орлов", "Орлов"), ("mayor of Zarechny",), 30),
    Speaker(2, "Anna Krylova", "person", ("Анна Крылова", "Крылова"), (), 12),
    Speaker(3, "Pavel Zubkov", "person", ("Павел Зубков", "Зубков"), (), 9),
)


class Conversation(NamedTuple):
    turns: list[str]
    carried: str
    forbidden: str


def conversations(language: str) -> Iterator[Conversation]:
    for line in (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            turns, _, expected = line.partition("=>")
            carried, _, forbidden = expected.partition(" ! ")
            yield Conversation([turn.strip() for turn in turns.split(" | ")], carried, forbidden)


def last_question(turns: list[str]) -> Question:
    told: list[Turn] = []
    for text in turns:
        question = resolve(text, told, DIRECTORY, NOW)
        told.append(Turn(question, Answer("", "", question.language, False, None, (), ""), NOW))
    return told[-1].question


def stems(text: str) -> set[str]:
    return {lemma for word in words(text) for lemma in lemmas(word)}


def looked_for(question: Question) -> str:
    people = " ".join(f"{one.words} {one.name}" for one in question.speakers)
    return f"{question.topic} {question.context} {people}"


def fault(conversation: Conversation) -> str:
    """What is wrong with the last question; empty when nothing is."""
    question = last_question(conversation.turns)
    shown, searched = stems(question.standalone), stems(f"{looked_for(question)} {conversation.turns[-1]}")
    if not conversation.carried.strip():
        added = stems(looked_for(question)) & stems(" ".join(conversation.turns[:-1])) - stems(
            conversation.turns[-1]
        )
        changed = question.standalone != conversation.turns[-1] and bool(added)
        return f"added {sorted(added)}: {question.standalone}" if added or changed else ""
    for word in conversation.carried.split():
        if not set(lemmas(word)) & shown or not set(lemmas(word)) & searched:
            return f"{word} is missing: {question.standalone} [{looked_for(question)}]"
    taken = stems(conversation.forbidden) & (shown | searched)
    return f"took {sorted(taken)}: {question.standalone}" if taken else ""


@pytest.mark.parametrize("language", ["en", "ru"])
def test_enough_conversations_come_out_right(language: str) -> None:
    told = list(conversations(language))
    faults = [f"{' | '.join(one.turns)}: {found}" for one in told if (found := fault(one))]
    assert len(told) >= 40
    assert 1 - len(faults) / len(told) >= FLOOR[language], "\n".join(faults)
