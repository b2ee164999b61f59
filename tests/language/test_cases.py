"""Case forms of Russian names."""

import pytest

from bot.language.cases import gender, nominative, word_keys


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("Дмитрия Орлова", "Дмитрий Орлов"), ("Дмитрию Орлову", "Дмитрий Орлов"),
        ("Анны Крыловой", "Анна Крылова"),
        ("Анне Крыловой", "Анна Крылова"), ("Анну Крылову", "Анна Крылова"), ("Льва Березина", "Лев Березин"),
        ("Павла Вересова", "Павел Вересов"), ("Тамарой Волковой", "Тамара Волкова"),
        ("Дональда Трампа", "Дональд Трамп"),
        ("Дональдом Трампом", "Дональд Трамп"), ("Илона Маска", "Илон Маск"),
        ("Эммануэля Макрона", "Эммануэль Макрон"),
        ("Касым-Жомарта Токаева", "Касым-Жомарт Токаев"), ("Ильхама Алиева", "Ильхам Алиев"),
        ("Урсулы фон дер Ляйен", "Урсула фон дер Ляйен"), ("Марко Рубио", "Марко Рубио"),
        ("Владимира Зеленского", "Владимир Зеленский"),
        ("Ивана Петровича Стрельцова", "Иван Петрович Стрельцов"),
        ("Орлову", "Орлов"), ("Орловым", "Орлов"), ("Крыловой", "Крылова"), ("Трампом", "Трамп"),
        ("Орлов", "Орлов"),
        ("Крылова", "Крылова"), ("Анна Крылова", "Анна Крылова"), ("Mira Holm", "Mira Holm"), ("", ""),
        ("Петра Орлова", "Пётр Орлов"), ("Анны Холм", "Анна Холм"), ("Рема Танвелла", "Рем Танвелл"),
        ("Ремом Танвеллом", "Рем Танвелл"), ("Камалы Холм", "Камала Холм"), ("Кайи Крыловой", "Кайя Крылова"),
        ("Джорджа Холма", "Джордж Холм"), ("Ивана Крылова", "Иван Крылов"),
        ("Нэнси Тарлози", "Нэнси Тарлози"),
        ("Тарлози", "Тарлози"), ("Анны Ямпольской", "Анна Ямпольская"),
        ("Олега Слуцкого", "Олег Слуцкий"),
        ("Крыловой А. Б.", "Крылова А. Б."),
    ],
)  # fmt: skip
def test_nominative(form: str, shown: str) -> None:
    assert nominative(form) == shown


@pytest.mark.parametrize(
    ("name", "sex"),
    [
        ("Дмитрий Орлов", "m"), ("Анна Крылова", "f"), ("Mary Holm", "f"), ("John Stark", "m"),
        ("Holm", None),
        ("Крылова", "f"), ("Орлов", "m"), ("Илона Маск", "f"), ("Yar", None),
        ("Krylova", "f"), ("Orlov", None), ("Vetr Orlov", "m"), ("Tsvet Zelina", "f"), ("Kiev", None),
        ("Кайя Холм", "f"), ("Andrea Holm", None),
    ],
)  # fmt: skip
def test_gender(name: str, sex: str | None) -> None:
    assert gender(name) == sex


@pytest.mark.parametrize(
    "form", ["Орлов", "Орлова", "Орлову", "Орловым", "Орлове", "орлову", "Orlov", "Orlov's"]
)
def test_every_form_has_the_key_of_the_nominative(form: str) -> None:
    assert "orlov" in word_keys(form)


def test_an_english_j_may_be_either_letter() -> None:
    assert word_keys("Julia") & word_keys("Юлия")
    assert word_keys("Julia") & word_keys("Джулия")


def test_names_that_sound_apart_from_their_letters_are_joined_by_the_list() -> None:
    assert word_keys("Trump") & word_keys("Трампу")
    assert word_keys("Vance") & word_keys("Вэнсом")
    assert not word_keys("Trump") & word_keys("Вэнс")
