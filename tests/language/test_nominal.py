"""Russian phrases in the nominative."""

import pytest

from bot.language.nominal import named


@pytest.mark.parametrize(
    ("phrase", "shown"),
    [
        ("мосте", "мост"),
        ("новым тренером", "новый тренер"),
        ("погоде на Марсе", "погода на Марсе"),
        ("инфляцию", "инфляция"),
        ("новых тарифах на воду", "новые тарифы на воду"),
        ("Украину", "Украина"),
        ("США", "США"),
        ("НАТО", "НАТО"),
        ("МИДом", "МИД"),
        ("ТАССе", "ТАСС"),
        ("Нью-Йорке", "Нью-Йорк"),
        ("Ростове-на-Дону", "Ростов-на-Дону"),
        ("Ленинградской области", "Ленинградская область"),
        ("паводок", "паводок"),
        ("стал новым тренером", "стал новым тренером"),
        ("the bridge", "the bridge"),
        ("", ""),
    ],
)
def test_a_thing_is_named_in_the_nominative(phrase: str, shown: str) -> None:
    assert named(phrase) == shown
