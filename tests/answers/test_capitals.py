"""Names in small letters get their capitals; people are made up."""

import pytest

from bot.answers.capitals import with_capitals
from bot.models import Speaker
from tests.known_speakers import directory_of

DIRECTORY = directory_of(
    Speaker(1, "Иван Орлов", "person", ("Ivan Orlov",), ("mayor of Dolsk",), 9),
    Speaker(2, "Harbour Board", "body", (), (), 3),
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("what did ivan orlov say", "what did Ivan Orlov say"),
        ("что сказал орлову мэр", "что сказал Орлову мэр"),
        ("сколько погибло в ижевске", "сколько погибло в Ижевске"),
        ("and the us?", "and the US?"),
        ("what did they tell us", "what did they tell us"),
        ("когда откроют мост", "когда откроют мост"),
        ("who is the mayor of dolsk", "who is the mayor of dolsk"),
    ],
)
def test_names_are_written_large(text, meant):
    assert with_capitals(text, DIRECTORY.mentions(text)) == meant
