"""Sentences about a question."""

import pytest

from bot.answers.wording import about, correction, listed, said_question, with_context, without_context
from bot.models import AskedSpeaker
from bot.statements.directory import DirectoryMatch

ORLOV = AskedSpeaker("Orlow", "Ivan Orlov", (1,))


def test_corrections_name_what_was_typed_and_who_else_it_might_be() -> None:
    assert correction(DirectoryMatch(0, 5, "Orlow", ORLOV, "fuzzy"), "en") == "Taking 'Orlow' as Ivan Orlov."
    namesake = DirectoryMatch(0, 5, "Orlow", ORLOV, "name", ("Denis Orlov",))
    assert correction(namesake, "en") == "Taking 'Orlow' as Ivan Orlov, not Denis Orlov."
    assert correction(DirectoryMatch(0, 5, "Orlow", ORLOV, "name"), "en") == ""


def test_stand_alone_questions() -> None:
    women = (AskedSpeaker("Крылова", "Анна Крылова"),)
    assert said_question(women, "про мост", "вчера", "ru") == "Что сказала Анна Крылова про мост вчера?"
    assert said_question((ORLOV,), about("bridge", "en"), "", "en") == "What did Ivan Orlov say about bridge?"
    assert listed(["A", "B", "C"], "en") == "A, B and C"
    assert with_context("why so?", "bridge") == "Why so (bridge)?"
    assert with_context("why so?", "") == "Why so?"


def test_what_was_carried_in_is_told_from_the_question_itself() -> None:
    for text in ("Why so?", "Why so", "Почему?"):
        assert without_context(with_context(text, "bridge of Dolsk")) == (text, "bridge of Dolsk")
    assert without_context("Who is Orlov (the mayor) now?") == ("Who is Orlov (the mayor) now?", "")


@pytest.mark.parametrize(
    ("name", "said"),
    [("Россия", "сказала"), ("США", "сказали"), ("Минздрав", "сказал"), ("Вера Орлова", "сказала")],
)
def test_the_russian_verb_agrees_with_who_spoke(name: str, said: str) -> None:
    assert said_question((AskedSpeaker(name, name),), "", "", "ru") == f"Что {said} {name}?"
