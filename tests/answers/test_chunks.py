"""Runs of words that may be noun phrases."""

from collections.abc import Iterator, Sequence

import pytest

from bot.answers.chunks import Chunk, english, is_content, is_name, russian
from bot.language.script import is_cyrillic
from bot.language.tokens import Token, tokens


def runs(text: str) -> list[str]:
    pieces = tokens(text)
    cut = russian if is_cyrillic(text) else english
    return list(texts(text, cut(pieces), pieces))


def texts(text: str, chunks: Iterator[Chunk], pieces: Sequence[Token]) -> Iterator[str]:
    for chunk in chunks:
        yield text[pieces[chunk.first].start : pieces[chunk.last - 1].end]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("When did the council pass the budget?", ["council", "budget"]),
        ("Why did the bridge collapse?", ["bridge"]),
        ("What do guinea pigs eat?", ["guinea pigs"]),
        ("How did the ferry founder in the storm?", ["ferry", "storm"]),
        ("How is sickle cell anaemia treated?", ["sickle cell anaemia"]),
        ("Who pays for the new bridge?", ["new bridge"]),
        ("Is the Hudson River important?", ["Hudson River"]),
        ("Should I open a second bank account?", ["second bank account"]),
        ("Why doesn't Orlov resign?", ["Orlov"]),
        ("Когда совет принял бюджет города?", ["совет", "бюджет города"]),
        ("Сколько стоил ремонт старой набережной?", ["ремонт старой набережной"]),
        ("Что случилось в Заречном?", ["Заречном"]),
        ("Что такое Портовый фонд?", ["Портовый фонд"]),
        ("Когда откроют пристань?", ["пристань"]),
    ],
)
def test_the_verb_is_taken_out(text: str, found: list[str]) -> None:
    assert runs(text) == found


def test_a_run_has_an_end_whatever_is_written() -> None:
    assert max(len(run.split()) for run in runs("tram " * 200)) <= 6


def test_contractions_hold_nothing_to_look_for() -> None:
    assert not any(map(is_content, ["didn't", "What's", "they're", "I'll"]))
    assert is_content("Huntington's")


def test_a_capital_at_the_beginning_is_no_name() -> None:
    pieces = tokens("Trams stop. Trams of Dolsk. NATO")
    assert [token.text for place, token in enumerate(pieces) if is_name(pieces, place)] == ["Dolsk", "NATO"]
