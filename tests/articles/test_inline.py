"""Furniture inside a paragraph."""

import pytest

from bot.articles.inline import inline_furniture, is_dateline, joined, trimmed
from bot.models import Span


def inside(text: str, limit: int | None = None) -> list[str]:
    found = inline_furniture(text, Span(0, len(text)), len(text) if limit is None else limit)
    return [text[span.start : span.end] for span in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("TARN (AP) — The ferry sank.", ["TARN (AP) —"]),
        ("ТАРН, 3 мая. /ТАСС/. Паром затонул.", ["ТАРН, 3 мая. /ТАСС/."]),
        ("Паром ушел Фото: Ида Хольм / ТАСС В среду он вернулся.", ["Фото: Ида Хольм / ТАСС"]),
        ("Новый паром Тарна ушел днем в порт (Фото: Ида Хольм / ТАСС) Он там.", ["(Фото: Ида Хольм / ТАСС)"]),
        ("Он ушел. Ида Хольм (слева) (Фото: мэрия) Мэр рада.", ["Ида Хольм (слева) (Фото: мэрия)"]),
        ("Фото: Я. Орт / ТАССФото: Я. Орт / ТАСС Паром ушел.", ["Фото: Я. Орт / ТАССФото: Я. Орт / ТАСС"]),
        ("Он ушел. Выдра украла рыбу у мэра Общество Мэр рада.", ["Выдра украла рыбу у мэра Общество"]),
        ("Он ушел. t.media Выдра украла рыбу t.media Мэр рада.", ["t.media Выдра украла рыбу t.media"]),
        ("Он ушел Video Мэр рада.", ["Video"]),
        ("Она рада. Читайте также: Выдра украла рыбу", ["Читайте также: Выдра украла рыбу"]),
    ],
)  # fmt: skip
def test_furniture(text: str, found: list[str]) -> None:
    assert inside(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Она изучала фото: паром, мост и выдру.",
        "Наше Общество любителей выдр выросло.",
        "Подробности: «Мы рады», сказала Хольм. Потом она ушла.",
        "The AP said that the ferry sank.",
        "Закрыты t.media мост; t.media паром.",
    ],
)
def test_words_of_the_article(text: str) -> None:
    assert inside(text) == []


def test_items_of_a_list_are_no_headlines() -> None:
    text = "Пущены: t.media паром в Тарн каждый час; t.media Второй паром; третий."
    assert inside(text) == ["t.media", "t.media"]


def test_a_link_reaches_to_the_signature() -> None:
    text = "We are glad. See also Otter steals a fish Ida Holm Mayor"
    assert inside(text, text.index("Ida")) == ["See also Otter steals a fish"]


def test_a_credit_is_not_cut_inside_a_word() -> None:
    names = " / ".join(f"Агентство{number:03}" for number in range(12))
    (found,) = inside(f"Паром ушел Фото: {names}")
    assert found[-3:].isdigit()


@pytest.mark.parametrize(
    ("line", "dateline"), [("Tarn CNN —", True), ("TARN (Reuters) —", True), ("Tarn", False)]
)
def test_a_dateline_alone(line: str, dateline: bool) -> None:
    assert is_dateline(line) is dateline


def test_spans_are_joined_over_white_space() -> None:
    text = "ab  cd ef"
    assert joined([Span(4, 6), Span(0, 2), Span(7, 9), Span(2, 4)], text) == (Span(0, 9),)
    assert joined([Span(0, 2), Span(7, 9)], text) == (Span(0, 2), Span(7, 9))
    assert joined([Span(2, 4)], text) == ()


def test_trimmed() -> None:
    assert trimmed(Span(0, 6), " ab   c") == Span(1, 3)
    assert trimmed(Span(3, 6), " ab   c") == Span(6, 6)
