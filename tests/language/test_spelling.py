"""Spellings of one name share a key; different names do not."""

import pytest

from bot.language.spelling import romanise, word_key

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
    ("Bogdanov", "Богданофф"),
]  # fmt: skip
APART = [
    ("Putin", "Patten"), ("Macron", "Makarov"), ("Lavrov", "Larov"), ("Ivanov", "Ivanova"),
    ("Volodymyr", "Vladimir"),
    ("Orlov", "Orlin"), ("Holm", "Helm"), ("Stark", "Stork"), ("Mashin", "Mishin"), ("Belov", "Belyak"),
    ("Petrov", "Petrenko"), ("Kim", "Kima"), ("Anna", "Inna"), ("Lee", "Li"), ("Marin", "Moran"),
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
