"""What a person reads of a checked message, in both languages."""

import pytest

from bot.answers.checked_text import told
from bot.models import Check, CheckedClaim, Citation

CITED = (Citation(1, 1, "https://tarn.example/pier", "Pier", "Tarn Post", "2026-05-03", 0, 5, "It is\nso."),)


def text(claim, language="en", cut=False):
    return told(Check("?", language, (claim,), cut)).text


def test_a_supported_claim_shows_its_passage():
    assert text(CheckedClaim("It is so.", "supported", citations=CITED)).splitlines() == [
        "Supported.",
        "– It is so.",
        "  In the source: It is so. [1]",
        "",
        "Sources:",
        "[1] Pier — Tarn Post, 3 May 2026, https://tarn.example/pier",
    ]


def test_an_altered_claim_shows_what_differs_three_words_at_most():
    shown = text(CheckedClaim("It was.", "altered", ("a",), ("one", "two", "three", "four"), CITED))
    assert "Differs: one, two, three\n" in shown


@pytest.mark.parametrize(
    ("speaker", "language", "line"),
    [
        ("Ida Holm", "en", "Said by Ida Holm"),
        ("Ida Holm", "ru", "Чьи слова: Ida Holm"),
        (None, "en", "In the source nobody in particular says it"),
    ],
)
def test_a_misattributed_claim_shows_who_said_it(speaker, language, line):
    claim = CheckedClaim("It is so.", "misattributed", ("speaker x",), citations=CITED, speaker=speaker)
    assert line in text(claim, language).splitlines()


def test_what_is_not_found_shows_no_source():
    shown = text(CheckedClaim("Луна из сыра.", "unsupported", ("not found",)), "ru")
    assert shown.splitlines() == [
        "Не найдено: в библиотеке это ничем не подтверждается.",
        "– Луна из сыра.",
    ]


def test_the_end_that_was_not_checked_is_told():
    shown = text(CheckedClaim("It is so.", "supported", citations=CITED), cut=True)
    assert "The message is too long: its end was not checked." in shown
