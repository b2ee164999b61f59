"""What is so only under a condition, and what is no more than asked."""

import pytest

from bot.support.case import make_case
from bot.support.conditions import conditions
from tests.support.rewordings import TRUE

DROPPED = (
    ("В случае дождя концерт перенесут в клуб.", "Концерт перенесут в клуб."),
    ("При условии финансирования школу достроят к маю.", "Школу достроят к маю."),
    ("Журналист спросил, закроют ли паром.", "Паром закроют."),
    ("Неизвестно, закроют ли паром.", "Паром закроют."),
    ("In case of rain the concert will be moved to the club.", "The concert will be moved to the club."),
    (
        "Provided that money is found, the school will be finished by May.",
        "The school will be finished by May.",
    ),
    ("It is unclear whether the ferry will close.", "The ferry will close."),
    ("Если суд поддержит иск, завод закроют в марте.", "Завод закроют в марте."),
    ("Завод закроют, только если суд поддержит иск.", "Завод закроют."),
    ("Ветров пообещал уйти в отставку, если налог повысят.", "Ветров пообещал уйти в отставку."),
    ("If the court backs the claim, the plant will close in March.", "The plant will close in March."),
    ("The plant will close in March unless the court steps in.", "The plant will close in March."),
)


@pytest.mark.parametrize(("source", "claim"), DROPPED)
def test_a_condition_or_question_is_dropped(source, claim):
    assert {reason.kind for reason in conditions(make_case(claim, [source]))} == {"modality"}


@pytest.mark.parametrize(("source", "claim"), [*TRUE, *((source, source) for source, _ in DROPPED)])
def test_a_claim_that_keeps_it_may_word_it_otherwise(source, claim):
    assert conditions(make_case(claim, [source])) == []


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("The mayor resigned in May, and will return if elected.", "The mayor resigned in May."),
        ("Reporters asked whether the ferry would close.", "Reporters asked if the ferry would close."),
        ("Мэр подал в отставку и вернётся, если его изберут.", "Мэр вернётся, если его изберут."),
    ],
)
def test_what_stands_beside_it_stands(source, claim):
    assert conditions(make_case(claim, [source])) == []


def test_a_sentence_of_conditions_takes_no_longer_than_its_length():
    source = "If " + "in case of rain the pier closes, " * 600
    assert conditions(make_case("The pier closes", [source]))
