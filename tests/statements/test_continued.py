"""Speech that goes on over sentences and paragraphs."""

import pytest


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We sang,” Ann Lee said. “We sang it all.”", ["“We sang,” … “We sang it all.”"]),
        ("“We sang,” Ann Lee said. She paused. “Then we heard it.”", ["“We sang,” … “Then we heard it.”"]),
        (
            "“We were three. Nobody slept.\n\n“At noon we sang,” Ann Lee said.",
            ["“We were three. Nobody slept. … “At noon we sang,”"],
        ),
        (
            "«Нас было трое. Никто не спал.\n\nВ полдень мы пели», — вспоминает Анна Рядова.",
            ["«Нас было трое. Никто не спал. … В полдень мы пели»"],
        ),
    ],
)
def test_one_statement(said, text, words):
    assert [found for _, found in said(text)] == words


def test_the_beat_of_another_ends_the_speech(said):
    found = said("“We sang,” Ann Lee said. Tom Hill laughed. “Then we heard it.”")
    assert found == [("Ann Lee", "“We sang,”")]
