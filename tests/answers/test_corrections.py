"""Messages that put the one before right."""

from datetime import UTC, datetime

import pytest

from bot.answers.corrections import instead, only_denies
from bot.answers.questions import parse
from bot.models import Speaker
from tests.known_speakers import directory_of

NOW = datetime(2025, 7, 14, 12, tzinfo=UTC)
DIRECTORY = directory_of(
    Speaker(1, "Ivan Orlov", "person", ("Иван Орлов",), (), 30),
    Speaker(2, "Denis Orlov", "person", ("Денис Орлов",), (), 20),
)
ASKED = parse("What did Orlov say about the bridge?", DIRECTORY, NOW).question


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("no, I meant the ferry", "the ferry"),
        ("I mean the old one", "the old one"),
        ("No, the ferry!", "the ferry!"),
        ("not the bridge but the ferry", "the ferry"),
        ("not Krylova, Zubkov", "Zubkov"),
        ("нет, я про паром", "паром"),
        ("Я имела в виду школу", "школу"),
        ("не Крылова, а Зубков", "Зубков"),
        ("прости, паром", "паром"),
        ("no, the other Orlov", "Denis Orlov"),
        ("нет, другой Орлов", "Denis Orlov"),
        ("oh, I meant Dolsk", "Dolsk"),
        ("ой, я про школу", "школу"),
        ("no", ""),
        ("nothing new?", ""),
        ("Нет ли новостей о мосте?", ""),
        ("no more than five words can stand here", ""),
        ("What did Orlov mean?", ""),
    ],
)
def test_what_is_named_instead(text: str, named: str) -> None:
    assert instead(text, ASKED, DIRECTORY) == named


@pytest.mark.parametrize(("text", "denies"), [("no", True), ("Нет!", True), ("no ferry", False), ("", False)])
def test_mere_denials(text: str, denies: bool) -> None:
    assert only_denies(text) is denies
