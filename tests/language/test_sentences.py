"""Where sentences end, and where they only seem to."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.sentences import paragraphs, sentences
from bot.models import Span


def split(text: str) -> list[str]:
    language = "ru" if any("а" <= letter <= "я" for letter in text) else "en"
    return [text[span.start : span.end] for span in sentences(text, Span(0, len(text)), language)]


@pytest.mark.parametrize(
    "parts",
    [
        ["The ferry was late.", "Nobody was surprised."],
        ["Mr. Holm met Dr. Stark in St. Tarn on Dec. 26.", "They ate."],
        ["The U.S. Senate voted.", "It failed."],
        ["The court recalled Holm v. Stark on Monday.", "It was old."],
        ["J. K. Holm won 3.5 points.", "No. 5 lost."],
        ["“It is late.”", "She left."],
        ["“Is it late?” he asked.", "It was."],
        ["He left!", "“Good.”"],
        ["It cost $4.2 million.", "1,200 people came."],
        ["В 2024 г. мост закрыли.", "Паром ходит."],
        ["Об этом сообщил А. Б. Орлов.", "Он ушел."],
        ["Ремонт стоит 10 млн руб. в год.", "Это дорого."],
        ["«Мы готовы.", "Мы ждем», — сказал Орлов.", "Он ушел."],
        ["«Мы ждем!» — сказал Орлов.", "Он ушел."],
        ["Мост закрыт (Фото: Анна Крылова / Яр)", "Паром ходит."],
        ["Что дальше?", "Никто не знает…", "Ждем."],
        ["Holm lives in the U.S. these days.", "Stark left the U.S.", "The ferry did not."],
        ["The show began at 5 p.m.", "Nobody came."],
        ["Lt. Gen. Ada Holm and Sen. Ray Stark of Tarn Inc. Bank agreed.", "It ended."],
        ["Room No. 5 was empty.", "The answer was no.", "Five left."],
        ["“Is it over?” Ada Holm asked.", "Nobody knew."],
        ["“It is over.”", "He added that it was late."],
        ["1. Ferries stay in port."],
        ["Мост закрыли в 2020 г.", "Потом его открыли."],
        ["Орлов уехал в г. Яр в 2020 г. Крылова осталась."],
        ["Ремонт стоит 10 млн руб.", "Орлов доволен."],
        ["Суд применил ч. 2 ст. 5 п. 3 закона.", "Орлов свободен."],
        ["Паром, мост и т. д. Орлов осмотрел.", "Все."],
        ["Орлов уехал на ул. Речную к проф. Крылову.", "Он прав."],
        ["Вода поднялась до 180 см.", "На набережной никого.", "Орлов ждет."],
        ["О мосте см. Карту порта.", "Он там."],
        ["Мост (его строят. — Ред.) закрыли.", "Орлов ушел."],
        ["The bridge (it is closed. — Ed.) was cheap.", "— Why?", "— Nobody knows."],
        ["С ними говорил Ли И.", "Он доволен.", "Потом приехал Иван И. Орлов."],
        ["Условий два.", "1. Мост открывают.", "2. Паром уходит.", "Все."],
        ["Ferries stopped on Feb. 2.", "He stayed until Dec. 26.", "It rained."],
        ["The score was 5 to 2.", "Holm cheered."],
        ["Мост закрыли.", "Почему закрыли мост в Тарне Политика", "По словам Орлова, он стар."],
        ["Паром на реке (вид сверху)", "В порту тихо."],
        ["Он читал «Письмо О мосте» вслух.", "Мы ждем, что Вы придете."],
    ],
)
def test_borders(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


def test_paragraphs_are_lines_that_are_not_blank() -> None:
    text = "  One.\n\n \nTwo. \n"
    assert [text[span.start : span.end] for span in paragraphs(text)] == ["One.", "Two."]


@given(st.text(alphabet='аб AB.!?«»“”"()…—\n1', max_size=200))
def test_sentences_hold_every_letter_once_and_in_order(text: str) -> None:
    for paragraph in paragraphs(text):
        found = sentences(text, paragraph, "ru")
        assert "".join("".join(text[s.start : s.end].split()) for s in found) == "".join(
            text[paragraph.start : paragraph.end].split()
        )


@pytest.mark.parametrize("piece", ["word ", "a. ", "A.", "“", "». ", ".", "?!", "г. А. ", "(Фото: ", "а Он "])
def test_a_megabyte_takes_no_more_than_its_length(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    began = time.perf_counter()
    sentences(text, Span(0, len(text)), "en")
    assert time.perf_counter() - began < 60
