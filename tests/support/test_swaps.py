"""Who acts and who is acted on."""

import pytest

from bot.support.case import make_case
from bot.support.swaps import swapped
from tests.support.rewordings import TRUE


@pytest.mark.parametrize(
    ("claim", "source", "caught"),
    [
        ("Holm thanked Dymov", "Dymov thanked Holm", True),
        ("Holm was thanked by Dymov", "Dymov thanked Holm", False),
        ("Holm thanked Dymov", "Holm thanked Dymov", False),
        ("Петров поблагодарил Иванова", "Иванов поблагодарил Петрова", True),
        ("Петрова поблагодарил Иванов", "Иванов поблагодарил Петрова", False),
    ],
)
def test_swaps(claim, source, caught):
    assert bool(swapped(make_case(claim, [source]))) == caught


NOUNS = (
    (
        "Родственники погибших обвинили перевозчика в халатности.",
        "Перевозчик обвинил родственников погибших в халатности.",
    ),
    (
        "Дольск выиграл у Тарна.",
        "Тарн выиграл у Дольска.",
    ),
    (
        "Пострадали две женщины и один мужчина.",
        "Пострадали двое мужчин и одна женщина.",
    ),
    (
        "The budget was cut by a third.",
        "The budget was cut to a third.",
    ),
    (
        "Ветров подал в суд на страховщика.",
        "Страховщик подал в суд на Ветрова.",
    ),
    (
        "«Харн» обыграл «Толм» со счётом 3:1.",
        "«Толм» обыграл «Харн» со счётом 3:1.",
    ),
    (
        "Tarn is larger than Dolsk.",
        "Dolsk is larger than Tarn.",
    ),
    (
        "Vetrov was succeeded by Lugovoy as mayor.",
        "Vetrov succeeded Lugovoy as mayor.",
    ),
    (
        "Vetrov succeeded Lugovoy as mayor of Tarn.",
        "Lugovoy succeeded Vetrov as mayor of Tarn.",
    ),
    (
        "Иванка передала завод Тарну за 3 млн крон.",
        "Тарн передал завод Иванке за 3 млн крон.",
    ),
    (
        "Компания «Луч» подала в суд на компанию «Север».",
        "Компания «Север» подала в суд на компанию «Луч».",
    ),
    (
        "Рыбаки обвинили экологов в срыве сезона.",
        "Экологи обвинили рыбаков в срыве сезона.",
    ),
    (
        "Полицейский ударил демонстранта у ратуши.",
        "Демонстрант ударил полицейского у ратуши.",
    ),
    (
        "Мэр Зорина приехала в Тарн из Дольска.",
        "Мэр Зорина приехала в Дольск из Тарна.",
    ),
    (
        "Поезда пойдут из Дольска в Тарн с мая.",
        "Поезда пойдут из Тарна в Дольск с мая.",
    ),
    (
        "Зорина уступила Ветрову на выборах мэра.",
        "Ветров уступил Зориной на выборах мэра.",
    ),
    (
        "Tarn sold the mill to Dolsk for 3 million crowns.",
        "Dolsk sold the mill to Tarn for 3 million crowns.",
    ),
    (
        "Fishermen accused scientists of ruining the season.",
        "Scientists accused fishermen of ruining the season.",
    ),
    (
        "Zorina criticised Vetrov's decision on the ferry.",
        "Vetrov criticised Zorina's decision on the ferry.",
    ),
    (
        "Zorina lost to Vetrov in the vote.",
        "Vetrov lost to Zorina in the vote.",
    ),
)


@pytest.mark.parametrize(("source", "claim"), NOUNS)
def test_names_and_nouns_in_both_languages(source, claim):
    assert swapped(make_case(claim, [source]))


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        *TRUE,
        ("Сын мэра Зориной возглавил водоканал в мае.", "В мае водоканал возглавил сын мэра Зориной."),
        ("Мэр открыл выставку.", "Выставка открыта мэром."),
        ("Зорина спроектировала мост, который построил Ветров.", "Ветров построил мост."),
        ("The library lent 40 books in March.", "In March 40 books were lent."),
        (
            "The price of flour had risen in Tarn.",
            "The rise of flour prices went on.",
        ),
        ("“The hospital stays,” said the director.", "The director said the hospital stays."),
        ("Hardly any shops in Tarn opened on Sunday.", "On Sunday hardly any shops opened in Tarn."),
        ("Dolsk won by a goal against Tarn.", "Dolsk won against Tarn by a goal."),
        ("Dolsk was beaten by the strong team of Tarn.", "Tarn beat Dolsk."),
        ("Жители пожаловались мэру на шум.", "Мэру пожаловались на шум жители."),
    ],
)
def test_free_order_and_the_passive_swap_nobody(source, claim):
    assert swapped(make_case(claim, [source])) == []
