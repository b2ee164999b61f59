"""What stands between quotation marks."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.quotes import quotations


def inner(text: str) -> list[tuple[str, int]]:
    return [(text[q.inner.start : q.inner.end], q.depth) for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “no” twice.", [("no", 0)]),
        ("Она сказала «нет».", [("нет", 0)]),
        ("„Ночь“ и «день»", [("Ночь", 0), ("день", 0)]),
        ('He said "no" and "yes".', [("no", 0), ("yes", 0)]),
        ("He said ''no'' and ``yes''.", [("no", 0), ("yes", 0)]),
        ("«Газета «Яр» пишет», — сказал он.", [("Газета «Яр» пишет", 0), ("Яр", 1)]),
        ("“A “B” C”", [("A “B” C", 0), ("B", 1)]),
        ("don't and the dogs' bowl", []),
        ("“It is late,“ he said.", [("It is late,", 0)]),
        ("”It is late,” he said.", [("It is late,", 0)]),
        ("\u202a”It is late,” he said.", [("It is late,", 0)]),
        ("''I like 'old school,''' he said.", [("I like 'old school,'", 0)]),
        ("'''Old school' is dear,'' he said.", [("Old school' is dear,", 0)]),
        ("nothing", []),
        ('a 5" pipe', []),
    ],
)
def test_pairs(text: str, expected: list[tuple[str, int]]) -> None:
    assert inner(text) == expected


def test_a_quotation_left_open_goes_to_the_end_of_its_paragraph() -> None:
    text = "“We begin.\n“We end,” she said."
    assert inner(text) == [("We begin.", 0), ("We end,", 0)]


def test_a_closing_mark_without_an_opening_one_is_nothing() -> None:
    assert inner("so” he said “yes”") == [("yes", 0)]


@given(st.text(alphabet="ab \n“”«»„\"'`", max_size=120))
def test_spans_are_inside_and_ordered(text: str) -> None:
    found = quotations(text)
    assert list(found) == sorted(found)
    assert all(0 <= q.start < q.inner.start <= q.inner.end <= q.end <= len(text) for q in found)


@pytest.mark.parametrize("piece", ['"', "« ", "“a”", '" ', "''", "„“"])
def test_a_megabyte_of_marks_takes_no_more_than_its_length(piece: str) -> None:
    began = time.perf_counter()
    quotations(piece * (1_000_000 // len(piece)))
    assert time.perf_counter() - began < 60


@pytest.mark.parametrize(
    ("text", "outer"),
    [
        ("«Это «первый канал», — сказал он. — «Да».", ["«Это «первый канал»", "«Да»"]),
        ("Мост «опасен, как «Маяк». Завод «Лада» закрыт.", ["«опасен, как «Маяк»", "«Лада»"]),
        ("«Это «А», — сказал он. «Это «Б», — сказал он. «Да».", ["«Это «А»", "«Это «Б»", "«Да»"]),
        ("«Это «А», — сказал он. «Да» и нет».", ["«Это «А»", "«Да»"]),
        ("«Мы купили «Ладу» и пошли.\n\n«Потом дождь».", ["«Мы купили «Ладу» и пошли.", "«Потом дождь»"]),
    ],
)
def test_one_mark_may_end_two_quotations(text: str, outer: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text) if q.depth == 0] == outer
