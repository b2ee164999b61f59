"""What a claim puts together."""

import pytest

from bot.support.case import make_case
from bot.support.pairing import crossed, mispaired, reversed_order
from tests.support.rewordings import TRUE

MISPAIRED = (
    (
        "Two women and one man were hurt.",
        "Two men and one woman were hurt.",
    ),
    (
        "Экспорт сократился на 12% в мае и вырос на 5% в июне.",
        "Экспорт вырос на 12% в мае.",
    ),
    (
        "В мае погибли 12 человек, в июне — 5.",
        "В июне погибли 12 человек.",
    ),
    (
        "Twelve people were injured and two died.",
        "Twelve people died and two were injured.",
    ),
    (
        "Exports fell 12% in May and rose 5% in June.",
        "Exports rose 12% in May.",
    ),
)
CROSSED = (
    (
        "За год подешевели яйца и подорожало молоко.",
        "За год подорожали яйца.",
    ),
    (
        "Новый паром уйдёт, а старый катер останется.",
        "Старый паром останется.",
    ),
    (
        "Дольск выиграл у Тарна, но уступил Ладожску.",
        "Дольск уступил Тарну.",
    ),
    (
        "Пострадали две женщины и один мужчина.",
        "Пострадали двое мужчин и одна женщина.",
    ),
    (
        "Dolsk beat Tarn but lost to Ladozhsk.",
        "Dolsk lost to Tarn.",
    ),
    (
        "Two women and one man were hurt.",
        "Two men and one woman were hurt.",
    ),
)
REVERSED = (
    (
        "The accident happened after the plant was closed.",
        "The plant was closed after the accident.",
    ),
    (
        "The ferry stopped before the flood came.",
        "The flood came before the ferry stopped.",
    ),
    (
        "The plant closed because the river flooded.",
        "The river flooded because the plant closed.",
    ),
    (
        "Завод закрыли, потому что река вышла из берегов.",
        "Река вышла из берегов, потому что завод закрыли.",
    ),
    (
        "The match went ahead despite the rain.",
        "The rain went ahead despite the match.",
    ),
)


@pytest.mark.parametrize(("source", "claim"), MISPAIRED)
def test_a_number_of_another_clause(source, claim):
    assert [reason.kind for reason in mispaired(make_case(claim, [source]))]


@pytest.mark.parametrize(("source", "claim"), REVERSED)
def test_what_came_after_is_told_as_before(source, claim):
    assert reversed_order(make_case(claim, [source]))


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        *TRUE,
        ("Ten people left hospital and 25 are watched.", "Ten people left hospital."),
        ("Exports fell 12% in May and 5% in June.", "Exports fell 5% in June."),
        ("В мае погибли 12 человек, в июне — 5.", "В июне погибли 5 человек."),
        (
            "The accident happened after the plant was closed.",
            "After the plant was closed the accident happened.",
        ),
    ],
)
def test_what_stands_together_may_be_told_together(source, claim):
    case = make_case(claim, [source])
    assert mispaired(case) == reversed_order(case) == []


@pytest.mark.parametrize(("source", "claim"), CROSSED)
def test_words_of_two_opposite_clauses(source, claim):
    assert crossed(make_case(claim, [source]))
    assert crossed(make_case(source, [source])) == []


@pytest.mark.parametrize(("source", "claim"), TRUE)
def test_one_subject_of_two_clauses(source, claim):
    assert crossed(make_case(claim, [source])) == []


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("In May eggs fell and in June eggs rose.", "Eggs rose in June."),
        ("Eggs rose in May, fell in June and rose in July.", "Eggs rose in July."),
        (
            "Talks on the toll started on Monday and will end on Friday.",
            "Talks on the toll will end on Friday.",
        ),
        ("The new ferry will sail; the old one will stay in Tarn.", "The old ferry will stay in Tarn."),
        ("The team lost three games but won six.", "The team won six games."),
        ("Команда проиграла три матча, но выиграла шесть.", "Команда выиграла шесть матчей."),
        ("Новый паром уйдёт, а старый останется в Тарне.", "Старый паром останется в Тарне."),
        ("В мае яйца подорожали, а в июне яйца подешевели.", "Яйца подешевели в июне."),
    ],
)
def test_what_both_clauses_tell_of(source, claim):
    assert crossed(make_case(claim, [source])) == []
