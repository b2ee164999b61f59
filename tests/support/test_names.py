"""Names of a claim and their counterparts."""

import pytest

from bot.support.case import make_case
from bot.support.names import joined_names, others_titles, unknown_names


def test_a_name_that_stands_nowhere():
    assert unknown_names(make_case("Vera Holm and Ivan Gromov spoke", ["Vera Holm spoke"]))
    assert unknown_names(make_case("Vera Holm spoke", ["Vera Holm spoke"])) == []


def test_the_ledger_knows_whom_an_office_means():
    assert unknown_names(make_case("Vera Holm spoke", ["The mayor spoke"], ["Vera Holm"])) == []


def test_the_same_name_in_the_other_script():
    assert unknown_names(make_case("Орлова выступила", ["Orlova spoke"])) == []


def test_a_name_made_of_two():
    source = "Vera Holm spoke. Anna Lund listened."
    assert joined_names(make_case("Vera Lund spoke", [source]))
    assert joined_names(make_case("Vera Holm spoke", [source])) == []


TITLES = (
    (
        "Школьники Дольска победили на олимпиаде команду Тарна.",
        "Школьники Тарна победили на олимпиаде команду Дольска.",
    ),
    (
        "Министр здравоохранения Ветров и министр финансов Луговой подписали договор.",
        "Министр финансов Ветров подписал договор.",
    ),
    (
        "Health minister Vetrov and finance minister Lugovoy signed the treaty.",
        "Finance minister Vetrov signed the treaty.",
    ),
)


@pytest.mark.parametrize(("source", "claim"), TITLES)
def test_an_office_of_somebody_else(source, claim):
    assert {reason.kind for reason in others_titles(make_case(claim, [source]))} == {"name"}
    assert others_titles(make_case(source, [source])) == []


def test_what_stands_further_in_front_is_no_title():
    source = "Школьники Дольска обыграли летом команду Тарна."
    assert others_titles(make_case("Летом школьники Дольска обыграли команду Тарна.", [source])) == []
