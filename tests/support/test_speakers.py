"""Who is said to have said something, beside the ledger."""

import pytest

from bot.support.case import make_case
from bot.support.speakers import same_speaker, statements_in, unattributed, wrong_speakers

SOURCE = (
    "Mayor Vera Holm said that the pier would open in July. Residents sang."
    " Harbour master Oleg Dymov said that ferries would return in autumn."
)


def faults(claim, source=SOURCE):
    return [str(reason) for reason in wrong_speakers(make_case(claim, [source]), [statements_in(source)])]


@pytest.mark.parametrize(
    "claim",
    [
        "Vera Holm said that the pier would open in July",
        "Holm said the pier would open in July",
        "The pier would open in July",
        "Олег Дымов сказал, что паромы вернутся осенью",
    ],
)
def test_the_speaker_of_the_ledger(claim):
    assert faults(claim) == []


def test_another_speaker_is_told_with_the_real_one():
    assert faults("Oleg Dymov said that the pier would open in July") == ["speaker Oleg Dymov / Vera Holm"]


def test_the_words_decide_and_not_where_the_speaker_is_named():
    assert faults("Vera Holm said that ferries would return in autumn")


def test_nobody_in_particular_is_nobody_wrong():
    assert faults("Residents say that the pier would open in July") == []


def test_same_speaker():
    assert same_speaker("Al-Shabaab", "Al - Shabaab")
    assert same_speaker("Орлова", "Vera Orlova")
    assert not same_speaker("Anna Orlova", "Vera Orlova")
    assert not same_speaker(None, "Vera Orlova")


@pytest.mark.parametrize(
    ("source", "claim", "who"),
    [
        (
            "According to neighbours, the fire began in the kitchen.",
            "The fire began in the kitchen.",
            "neighbours",
        ),
        ("По словам соседей, пожар начался из-за проводки.", "Пожар начался из-за проводки.", "соседей"),
        ("Как сообщил источник, переговоры сорваны.", "Переговоры сорваны.", "источник"),
        (
            "По словам соседей, пожар начался из-за проводки.",
            "Соседи говорят, что пожар начался из-за проводки.",
            None,
        ),
        ("Mayor Holm, who said nothing, opened the pier.", "Mayor Holm opened the pier.", None),
    ],
)
def test_hearsay_is_no_fact(source, claim, who):
    found = unattributed(make_case(claim, [source]), [statements_in(source)])
    assert [reason.words for reason in found] == ([who] if who else [])
