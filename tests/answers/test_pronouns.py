"""Whom a pronoun means."""

from datetime import UTC, datetime

import pytest

from bot.answers.earlier import Earlier
from bot.answers.pronouns import meant_by, person_referred, substituted
from bot.answers.questions import parse
from bot.models import AskedSpeaker, Speaker
from tests.known_speakers import directory_of

NOW = datetime(2025, 7, 14, 12, tzinfo=UTC)
DIRECTORY = directory_of(
    Speaker(1, "Ivan Orlov", "person", ("Иван Орлов", "Орлов"), (), 30),
    Speaker(2, "Anna Krylova", "person", ("Анна Крылова",), (), 12),
)
KRYLOVA = AskedSpeaker("Krylova", "Anna Krylova", (2,))


def before(text: str) -> Earlier:
    return Earlier(parse(text, DIRECTORY, NOW).question, "", (KRYLOVA,))


@pytest.mark.parametrize(
    ("pronoun", "names"),
    [("he", ["Ivan Orlov"]), ("she", ["Anna Krylova"]), ("they", ["Ivan Orlov"]), ("ей", ["Anna Krylova"])],
)
def test_a_pronoun_means_who_was_asked_about_else_whom_the_answer_named(pronoun, names):
    meant = meant_by(pronoun, before("What did Orlov say?"), DIRECTORY)
    assert [one.name for one in meant] == names


@pytest.mark.parametrize(
    ("text", "worded"),
    [
        ("Where was he born?", "Where was Ivan Orlov born?"),
        ("Where is his house?", "Where is Ivan Orlov's house?"),
        ("За что его уволили?", "За что его уволили?"),
    ],
)
def test_the_name_stands_for_the_pronoun_where_it_need_not_be_inflected(text, worded):
    parsed = parse(text, DIRECTORY, NOW)
    person = person_referred(parsed, before("What did Orlov say?"), DIRECTORY)
    assert person is not None
    assert substituted(parsed, person) == worded


def test_it_is_nobody():
    parsed = parse("When was it built?", DIRECTORY, NOW)
    assert person_referred(parsed, before("Who is Orlov?"), DIRECTORY) is None
