"""A question cut into units."""

from datetime import UTC, datetime

from bot.answers.reading import language_of, read
from bot.models import Speaker
from tests.known_speakers import directory_of

DIRECTORY = directory_of(Speaker(1, "Ivan Orlov", "person", (), (), 5))


def kinds(text: str) -> list[tuple[str, str]]:
    units = read(text, DIRECTORY, datetime(2025, 7, 14, tzinfo=UTC)).units
    return [(unit.text, unit.kind) for unit in units]


def test_names_periods_and_marks_are_units_of_their_own() -> None:
    assert kinds("Did Ivan Orlov speak yesterday?") == [
        ("Did", "word"),
        ("Ivan Orlov", "name"),
        ("speak", "word"),
        ("yesterday", "period"),
        ("?", "mark"),
    ]


def test_a_name_inside_a_quotation_is_no_unit() -> None:
    assert ("“Orlov did it all”", "quote") in kinds("Who said “Orlov did it all”?")


def test_language_is_that_of_the_ordinary_words() -> None:
    assert language_of("что сказал Ivan Orlov Smith") == "ru"
    assert language_of("what did Иван Петрович Орлов say") == "en"
