"""What a claim puts together."""

import pytest

from bot.support.case import make_case
from bot.support.pairing import mispaired, reversed_order

MISPAIRED = (
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
REVERSED = (
    (
        "The accident happened after the plant was closed.",
        "The plant was closed after the accident.",
    ),
)
TRUE = (
    (
        "Жена министра Павла Ветрова подала на развод в понедельник.",
        "В понедельник жена министра Ветрова подала на развод.",
    ),
    (
        "Если суд поддержит иск, завод закроют в марте.",
        "Завод закроют в марте, если суд поддержит иск.",
    ),
    (
        "Совет предложил закрыть паром на зиму.",
        "Предложено закрыть паром на зиму.",
    ),
    (
        "Компания «Луч» подала в суд на компанию «Север».",
        "«Луч» подал в суд на «Север».",
    ),
    (
        "Часть домов осталась без света после бури.",
        "После бури часть домов осталась без света.",
    ),
    (
        "Мост закрыт с 10 до 15 июня.",
        "С 10 до 15 июня мост закрыт.",
    ),
    (
        "Депутаты отклонили поправку о запрете рыбалки.",
        "Поправку о запрете рыбалки депутаты отклонили.",
    ),
    (
        "The wife of minister Paul Vetrov filed for divorce on Monday.",
        "On Monday minister Vetrov's wife filed for divorce.",
    ),
    (
        "Vetrov's lawyer called the charges a rumour.",
        "The lawyer of Vetrov called the charges a rumour.",
    ),
    (
        "Mayor Zorina and her brother opened the show in Tarn.",
        "Zorina opened the show in Tarn.",
    ),
    (
        "The council rejected a plan to close the ferry.",
        "A plan to close the ferry was rejected by the council.",
    ),
    (
        "Брат мэра Инны Зориной купил завод за 40 млн рублей.",
        "Завод за 40 млн рублей купил брат мэра Зориной.",
    ),
    (
        "Ветров вместе с братом открыл завод в Дольске.",
        "Ветров открыл завод в Дольске.",
    ),
    (
        "По словам соседей, пожар начался из-за проводки.",
        "Пожар начался из-за проводки, говорят соседи.",
    ),
    (
        "Полицейский ударил демонстранта у ратуши.",
        "Демонстранта у ратуши ударил полицейский.",
    ),
    (
        "Рыбаки обвинили экологов в срыве сезона.",
        "В срыве сезона рыбаки обвинили экологов.",
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
