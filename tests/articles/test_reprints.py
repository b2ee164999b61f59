"""Reprints of one wire story are told from other stories on the same matter."""

import random

import pytest

from bot.articles.reprints import SHARED, is_reprint, sketch

WIRE = (
    "The mayor of Dolsk, Anna Orlova, opened the new bridge over the Lumen on Tuesday after three years of"
    " work that cost 410 million crowns, twice what was planned. Some four thousand people came to see the"
    " first bus cross. The bridge replaces a ferry that had carried the town for ninety years and that will"
    " now serve visitors in summer only. Orlova said that tolls would end on the first day of March."
)
EDITED = (
    "Dolsk has a bridge at last. The mayor of Dolsk, Anna Orlova, opened the new bridge over the Lumen on"
    " Tuesday after three years of work. It cost 410 million crowns, twice what was planned. Some four"
    " thousand people came to see the first bus cross. The bridge replaces a ferry that had carried the town"
    " for ninety years and that will now serve visitors in summer only."
)
OTHER = (
    "Ann Orlova's bridge is late again: the mayor of Dolsk told the council on Monday that steel for the"
    " second span had been ordered from abroad and that the opening, planned for Tuesday, would have to wait"
    " until spring. The ferry goes on, at a cost of four million crowns a year, and its crew stays."
)
RUSSIAN = (
    "Мэр Дольска Анна Орлова открыла во вторник новый мост через Люмену. Его строили три года, и обошёлся он"
    " в 410 миллионов крон, вдвое дороже задуманного. Посмотреть на первый автобус пришли четыре тысячи"
    " человек. Паром, ходивший девяносто лет, останется только для приезжих."
)


def shared(one: str, other: str) -> int:
    return len(set(sketch(one)) & set(sketch(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [(WIRE, EDITED), (RUSSIAN, RUSSIAN.replace("обошёлся", "обошелся").replace("вторник", "среду"))],
)
def test_an_edited_story_is_a_reprint_and_its_sketch_shows_it(one: str, other: str) -> None:
    assert is_reprint(one, other)
    assert is_reprint(other, one)
    assert shared(one, other) >= SHARED


def test_another_story_of_the_same_matter_is_none() -> None:
    assert not is_reprint(WIRE, OTHER)
    assert shared(WIRE, OTHER) < SHARED


def test_a_story_that_quotes_another_whole_is_one_of_its_own() -> None:
    words = random.Random(1).choices(
        ["council", "river", "budget", "winter", "harbour", "school", "tram", "vote"], k=300
    )
    assert not is_reprint(WIRE, f"{' '.join(words)} {WIRE}")


def test_a_short_text_has_no_sketch_and_is_no_reprint() -> None:
    line = "Weather for Dolsk: dry, light wind, ten degrees."
    assert sketch(line) == ()
    assert not is_reprint(line, line)
