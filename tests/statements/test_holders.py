"""Whom an office means, of all who are said to have it."""

import pytest

from bot.models import Speaker
from tests.known_speakers import directory_of

HOLDERS = directory_of(
    Speaker(1, "Ivan Orlov", "person", (), ("president of Russia", "президент России"), 9),
    Speaker(2, "Pavel Zubkov", "person", (), ("former president of Ukraine", "бывший президент Украины"), 4),
    Speaker(3, "Oleg Zubkov", "person", (), ("президент Украины",), 8),
    Speaker(4, "Anna Krylova", "person", (), ("пресс-секретарь президента России",), 30),
    Speaker(5, "президент России", "unknown", (), (), 3),
    Speaker(6, "Lena May", "person", (), ("deputy White House press secretary",), 7),
    Speaker(7, "Vera Stone", "person", (), ("White House press secretary",), 2),
    Speaker(8, "Henry Tane", "person", (), ("US secretary of state",), 2),
    Speaker(9, "премьер Японии", "unknown", (), (), 2),
    Speaker(10, "Carl XVI", "person", (), ("Pope Emeritus", "Pope"), 20),
    Speaker(11, "Leo", "person", (), ("Pope",), 12),
    Speaker(12, "Rick Pope", "person", (), (), 5),
    Speaker(13, "Brett King", "person", (), (), 5),
    Speaker(14, "Olaf", "person", (), ("King",), 2),
)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("the Russian president", (1,)),  # not who speaks for him, though she speaks more
        ("президент России", (1,)),  # not the one whom some articles leave unnamed
        ("премьер Японии", (9,)),  # whom the library knows by no name
        ("экс-президент Украины", (2,)),
        ("the former president of Ukraine", (2,)),
        ("президент Украины", (3,)),
        ("Kremlin spokesman", (4,)),
        ("White House press secretary", (7,)),
        ("deputy White House press secretary", (6,)),
        ("the US Secretary of State", (8,)),
        ("госсекретарь США", (8,)),
        ("the pope", (11,)),  # neither his predecessor, who is quoted more, nor one of that name
        ("the Pope", (11,)),
        ("Rick Pope", (12,)),
        ("the king", (14,)),
    ],
)
def test_an_office_means_who_holds_it(words: str, ids: tuple[int, ...]) -> None:
    match = HOLDERS.look_up(words)
    assert match is not None
    assert match.speaker.ids == ids
