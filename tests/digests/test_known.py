"""What a line adds to what was known, within a language and across the two."""

import pytest

from bot.digests.known import UNKNOWN

ENGLISH = "The ferry Tarnholm ran aground near Ostvik with 214 people; crew and captain were saved at night."
RUSSIAN = (
    "Паром «Тарнхольм» сел на мель у Оствика, на борту было 214 человек; ночью экипаж и капитана спасли."
)


def test_everything_is_new_when_nothing_was_known():
    assert UNKNOWN.lacks(ENGLISH)


@pytest.mark.parametrize(("known", "line"), [(ENGLISH, RUSSIAN), (RUSSIAN, ENGLISH), (ENGLISH, ENGLISH)])
def test_a_retelling_is_not_new_in_either_language(known, line):
    assert not UNKNOWN.and_texts([known]).lacks(line)


@pytest.mark.parametrize(
    "line",
    [
        "Паром «Тарнхольм» сел на мель у Оствика, на борту было 216 человек.",
        "The ferry Tarnholm ran aground near Ostvik with 216 people.",
        "Прокурор обвиняет министра транспорта: власти скрывали доклад инженеров о двигателе.",
        "A prosecutor accuses the minister of transport of hiding a report of engineers on the engine.",
    ],
)
@pytest.mark.parametrize("known", [[ENGLISH], [RUSSIAN], [ENGLISH, RUSSIAN]])
def test_another_figure_or_another_matter_is_new(known, line):
    assert UNKNOWN.and_texts(known).lacks(line)


def test_a_retelling_stays_one_when_its_own_language_told_another_part():
    own = "Мэр Оствика Ида Хольм приехала в порт и ждала врачей."
    assert not UNKNOWN.and_texts([own, ENGLISH]).lacks(RUSSIAN)


def test_what_has_too_few_words_in_common_to_be_compared_is_new():
    assert UNKNOWN.and_texts([ENGLISH]).lacks("Вечером того же дня подъехали подменные буксировщики.")


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        (
            "An assistant of the mayor proposed a truce: stores get petrol, the plant repays its credit.",
            "Помощник мэра предложил перемирие: магазины получат бензин, завод вернёт кредит.",
        ),
        (
            "Two people were killed and five injured when a bus collided with a truck near Tarn.",
            "При столкновении автобуса с грузовиком под Тарном погибли два человека, ещё пятеро пострадали.",
        ),
        (
            "“I asked for price, medicine and rest,” Pavel Lind said.",
            "«Я просил: цена, лекарство и отдых», — сказал Павел Линд.",
        ),
    ],
)
def test_words_meet_in_any_of_their_translations(english, russian):
    assert not UNKNOWN.and_texts([russian]).lacks(english)
    assert not UNKNOWN.and_texts([english]).lacks(russian)


@pytest.mark.parametrize(
    ("known", "line"),
    [
        (
            "Президент Беллер отправил в отставку министра обороны после провала наступления на севере.",
            "President Beller appointed an economist as defence minister and promised to reform the army.",
        ),
        (
            "Врачи центральной больницы предупредили о нехватке антибиотиков перед зимой.",
            "The minister promised the doctors of the central hospital new ambulances and higher wages.",
        ),
        (
            "Police in Ostvik found the stolen jewellery in a garage of a former guard.",
            "Полиция Оствика задержала подозреваемых в ограблении ювелирного магазина на прошлой неделе.",
        ),
    ],
)
def test_what_comes_next_of_a_matter_is_new_in_the_other_language(known, line):
    assert UNKNOWN.and_texts([known]).lacks(line)
