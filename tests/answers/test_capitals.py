"""Names in small letters get their capitals; people are made up."""

import pytest

from bot.answers.capitals import with_capitals
from bot.models import Speaker
from bot.statements.directory import Directory
from tests.known_speakers import KnownSpeakers

LARGE = {"zarechny": 1.0, "горелово": 0.95, "board": 0.2, "market": 0.6}
DIRECTORY = Directory(KnownSpeakers([
    Speaker(1, "Иван Орлов", "person", ("Ivan Orlov",), ("mayor of Dolsk",), 9),
    Speaker(2, "Harbour Board", "body", (), (), 3),
]), LARGE.get)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("what did ivan orlov say", "what did Ivan Orlov say"),
        ("что сказал орлову мэр", "что сказал Орлову мэр"),
        ("сколько погибло в томске", "сколько погибло в Томске"),
        ("and the us?", "and the US?"),
        ("what did they tell us", "what did they tell us"),
        ("когда откроют мост", "когда откроют мост"),
        ("who is the mayor of dolsk", "who is the mayor of dolsk"),
        ("floods in zarechny and china", "floods in Zarechny and China"),
        ("пожар в горелово", "пожар в Горелово"),
        ("what did the harbour board say on the market", "what did the Harbour board say on the market"),
    ],
)
def test_names_are_written_large(text, meant):
    assert with_capitals(text, DIRECTORY.mentions(text), DIRECTORY) == meant
