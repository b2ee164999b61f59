"""Case forms of Russian names."""

import pytest

from bot.language.cases import capitals_of, gender, joint_key, nominative, word_keys
from bot.language.tables import rows


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


@pytest.mark.parametrize(("english", "russian"), rows("name_pairs.tsv"))
def test_both_spellings_of_a_pair_have_one_joint_key(english: str, russian: str) -> None:
    assert joint_key(english) == joint_key(russian) != ""


def test_a_joint_key_goes_past_the_first_spelling() -> None:
    assert joint_key("Карл") == joint_key("Чарльз") != joint_key("Кейт") != joint_key("Кит")


@pytest.mark.parametrize(
    ("model", "word", "shown"),
    [
        ("США", "сша", "США"),
        ("Ростове-на-Дону", "ростов-на-дону", "Ростов-на-Дону"),
        ("Йорке", "нью-йорк", "Нью-Йорк"),
        ("А", "анна", "Анна"),
        ("мосте", "мост", "мост"),
    ],
)
def test_capitals_stand_where_the_other_form_has_them(model: str, word: str, shown: str) -> None:
    assert capitals_of(model, word) == shown
