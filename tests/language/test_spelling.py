"""Spellings of one name share a key; different names do not."""

from itertools import product
from string import ascii_lowercase

import pytest

from bot.language.spelling import initials, romanise, word_key

ALIKE = [
    ("Peskov", "Peskow"), ("Peskov", "Peskof"), ("Peskov", "Песков"), ("Aliyev", "Алиев"),
    ("Aliyev", "Aliev"),
    ("Zelensky", "Зеленский"), ("Zelensky", "Zelenskyy"), ("Zelensky", "Zelenskiy"), ("Dmitri", "Дмитрий"),
    ("Dmitry", "Dmitriy"), ("Yevgeny", "Евгений"), ("Evgeny", "Yevgeniy"), ("Tokayev", "Токаев"),
    ("Sergei", "Сергей"), ("Sergey", "Sergei"), ("Alexey", "Алексей"), ("Aleksei", "Alexei"),
    ("Alexander", "Александр"), ("Aleksandr", "Alexander"), ("Lukashenko", "Лукашенко"),
    ("Zakharova", "Захарова"),
    ("Mikhail", "Михаил"), ("Nabiullina", "Набиуллина"), ("Medvedev", "Медведев"),
    ("Yekaterina", "Екатерина"),
    ("Ekaterina", "Екатерина"), ("Tatyana", "Татьяна"), ("Tatiana", "Татьяна"), ("Yuri", "Юрий"),
    ("Yury", "Юрий"),
    ("Shoigu", "Шойгу"), ("Khrushchev", "Хрущев"), ("Gorbachev", "Горбачёв"), ("Pashinyan", "Пашинян"),
    ("Peter", "Пётр"), ("Ilya", "Илья"), ("Natalia", "Наталья"), ("Natalya", "Наталия"),
    ("Bogdanov", "Богданофф"), ("Fyodor", "Фёдор"), ("Fyodor", "Fedor"), ("Feodor", "Федор"),
    ("Pyotr", "Пётр"),
    ("Semyon", "Семён"), ("Semyon", "Semen"), ("Artyom", "Артем"), ("Solovyov", "Соловьёв"),
    ("Solovyov", "Soloviev"), ("Zhirinovsky", "Jirinovsky"), ("Prigozhin", "Prigojin"),
    ("Klitschko", "Кличко"), ("Gorbachov", "Горбачёв"), ("Marija", "Мария"), ("Mariya", "Maria"),
    ("Yakov", "Iakov"), ("Iulia", "Юлия"), ("Xenia", "Ксения"), ("Tchaikovsky", "Чайковский"),
    ("Khodorkovskiy", "Ходорковский"), ("Yanukovych", "Янукович"), ("Ryabkov", "Рябков"),
    ("Zaharova", "Захарова"), ("Tsvetkov", "Zvetkov"), ("Schukin", "Щукин"), ("Medvedew", "Медведев"),
    ("Kiriyenko", "Кириенко"), ("Erdoğan", "Эрдоган"), ("Orbán", "Орбан"), ("Vassily", "Василий"),
]  # fmt: skip
APART = [
    ("Putin", "Patten"), ("Macron", "Makarov"), ("Lavrov", "Larov"), ("Ivanov", "Ivanova"),
    ("Volodymyr", "Vladimir"),
    ("Orlov", "Orlin"), ("Holm", "Helm"), ("Stark", "Stork"), ("Mashin", "Mishin"), ("Belov", "Belyak"),
    ("Petrov", "Petrenko"), ("Kim", "Kima"), ("Anna", "Inna"), ("Lee", "Li"), ("Marin", "Moran"),
        ("Yana", "Anna"), ("Diana", "Dana"), ("Maria", "Mara"), ("Yulia", "Ulla"), ("Peskov", "Peskova"),
        ("Petrov", "Pavlov"), ("Novak", "Novikov"), ("Ivanov", "Ivanenko"), ("Belov", "Belousov"),
        ("Romanov", "Roman"), ("Volkov", "Wolf"), ("Kozlov", "Kozak"), ("Kudrin", "Kudrov"),
        ("Sobyanin", "Sobchak"), ("Lukashenko", "Lukashevich"), ("Scholz", "Schulz"), ("Merkel", "Merz"),
        ("Chen", "Ken"), ("Biden", "Baden"), ("Orban", "Urban"), ("Миллер", "Мюллер"), ("Белов", "Беляев"),
        ("Titov", "Tikhov"), ("Putin", "Rutte"), ("Zhukov", "Zukov"), ("Medvedev", "Medved"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_one_name_has_one_key(one: str, other: str) -> None:
    assert word_key(one) == word_key(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert word_key(one) != word_key(other)


def test_romanised_names_can_be_read() -> None:
    assert romanise("Щукин и Ёлкин") == "Shchukin i Elkin"


def test_a_word_without_letters_has_no_key() -> None:
    assert word_key("123") == ""


def test_the_initials_of_a_key_are_those_of_every_word_that_has_it():
    beginnings = ("".join(letters) for letters in product(ascii_lowercase, repeat=3))
    assert [word for word in beginnings if (key := word_key(word)) and word[0] not in initials(key)] == []
    assert initials("peskov") == "p"
