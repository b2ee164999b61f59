"""Where the name of a Russian speaker ends."""

import pytest

from bot.language.quotes import quotations
from bot.models import Span
from bot.statements.lines import make_line
from bot.statements.noun_phrases_ru import opens_name, phrase_end

PHRASES = [
    ("Орлов в ходе встречи", "Орлов"),
    ("Рубио в сервисе Птаха", "Рубио"),
    ("источник в правительстве", "источник в правительстве"),
    ("источник РБК в правоохранительных органах", "источник РБК в правоохранительных органах"),
    ("источник в среду вечером", "источник"),
    ("Комитет по связям с общественностью", "Комитет по связям с общественностью"),
    ("директор по работе с клиентами «Лада» Иван Орлов", "директор по работе с клиентами «Лада» Иван Орлов"),
    ("мэрия Заречья изданию", "мэрия Заречья"),
    ("Пекин не раз", "Пекин"),
    ("полиция ведет расследование и", "полиция"),
    ("власти района решение", "власти района"),
    ("Мария Орлова и Иван Розов", "Мария Орлова и Иван Розов"),
    ("сторонники мэра долгие", "сторонники мэра"),
    ("один из них вчера", "один из них"),
]


def line_of(text):
    return make_line(text, Span(0, len(text)), quotations(text), 0)


@pytest.mark.parametrize(("text", "phrase"), PHRASES)
def test_phrase_end(text, phrase):
    line = line_of(text)
    assert line.slice(0, phrase_end(line, 0, len(line))) == phrase


@pytest.mark.parametrize(
    ("text", "opens"), [("Иван Орлов", True), ("Ивана Орлова", False), ("Завод Орлова", False)]
)
def test_a_full_name_in_the_nominative(text, opens):
    assert opens_name(line_of(text), 0) is opens
