"""What a claim puts together."""

import pytest

from bot.support.case import make_case
from bot.support.pairing import crossed, mispaired, reversed_order

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
)
TRUE = (
    (
        "Сын мэра Зориной возглавил водоканал в мае.",
        "В мае водоканал возглавил сын мэра Зориной.",
    ),
    (
        "Парламент Дольска отверг вотум недоверия кабинету Зориной.",
        "Вотум недоверия кабинету Зориной отвергнут парламентом Дольска.",
    ),
    (
        "Совет отложил строительство моста на год.",
        "Строительство моста отложено на год.",
    ),
    (
        "Зарплата выросла с 30 тыс. до 45 тыс. рублей.",
        "Зарплата выросла до 45 тыс. рублей.",
    ),
    (
        "Из больницы выписали 10 человек, ещё 25 остаются под наблюдением.",
        "Под наблюдением остаются 25 человек.",
    ),
    (
        "Из больницы выписали 10 человек, ещё 25 остаются под наблюдением.",
        "Выписали 10 человек.",
    ),
    (
        "Мэр Зорина открыла мост, который строили два года.",
        "Мост, который строили два года, открыла мэр Зорина.",
    ),
    (
        "Врачи опасаются, что вирус попал в реку.",
        "По опасениям врачей, вирус попал в реку.",
    ),
    (
        "Депутат Зорина потребовала отставки министра Ветрова.",
        "Зорина потребовала, чтобы министр Ветров ушёл в отставку.",
    ),
    (
        "Мост откроют не раньше ноября.",
        "Раньше ноября мост не откроют.",
    ),
    (
        "Дольск выиграл у Тарна, но уступил Ладожску.",
        "Дольск выиграл у Тарна.",
    ),
    (
        "Министр обороны Ветров принял министра иностранных дел Лугового.",
        "Ветров принял Лугового.",
    ),
    (
        "The council postponed the opening of the bridge to May.",
        "The opening of the bridge was postponed to May.",
    ),
    (
        "Pay rose from 30 to 45 crowns.",
        "Pay rose to 45 crowns.",
    ),
    (
        "Ten people left hospital and 25 are still being watched.",
        "Ten people left hospital.",
    ),
    (
        "Dolsk beat Tarn but lost to Ladozhsk.",
        "Dolsk lost to Ladozhsk.",
    ),
    (
        "Zorina demanded the resignation of minister Vetrov.",
        "Zorina demanded that Vetrov resign.",
    ),
    (
        "Doctors fear that the virus reached the river.",
        "Doctors fear the virus has reached the river.",
    ),
    (
        "Vetrov was succeeded by Lugovoy as mayor.",
        "Lugovoy succeeded Vetrov as mayor.",
    ),
    (
        "Mayor Inna Zorina said that the bridge would open in May.",
        "The bridge would open in May, mayor Inna Zorina said.",
    ),
    (
        "Health minister Vetrov and finance minister Lugovoy signed the treaty.",
        "Vetrov and Lugovoy signed the treaty.",
    ),
    (
        "The trains will run from Dolsk to Tarn from May.",
        "From May trains will run from Dolsk to Tarn.",
    ),
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


@pytest.mark.parametrize(("source", "claim"), CROSSED)
def test_words_of_two_opposite_clauses(source, claim):
    assert crossed(make_case(claim, [source]))
    assert crossed(make_case(source, [source])) == []


@pytest.mark.parametrize(("source", "claim"), TRUE)
def test_one_subject_of_two_clauses(source, claim):
    assert crossed(make_case(claim, [source])) == []
