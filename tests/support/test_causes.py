"""Causes that no source tells of."""

import pytest

from bot.support.case import make_case
from bot.support.causes import invented_causes
from tests.support.rewordings import TRUE


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("Shares fell on the day the chairman resigned.", "Shares fell because the chairman resigned."),
        ("The school moved. The flood reached Tarn.", "The school moved due to the flood."),
        ("Акции упали в день отставки председателя.", "Акции упали из-за отставки председателя."),
        ("Завод закрыт, мука подорожала.", "Завод закрыт, потому что мука подорожала."),
    ],
)
def test_invented(source, claim):
    assert [reason.kind for reason in invented_causes(make_case(claim, [source]))] == ["modality"]


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        *TRUE,
        (
            "The resignation of the chairman caused shares to fall.",
            "Shares fell because the chairman resigned.",
        ),
        ("Shares fell as the chairman resigned.", "Shares fell because the chairman resigned."),
        ("Отставка председателя вызвала падение акций.", "Акции упали из-за отставки председателя."),
        ("Акции упали в день отставки председателя.", "Акции упали в день отставки председателя."),
        ("", "Shares fell because the chairman resigned."),
    ],
)
def test_told(source, claim):
    assert invented_causes(make_case(claim, [source])) == []
