"""The things that a question names."""

import pytest

from bot.answers.subjects import phrases


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Why did the bridge of Dolsk collapse?", ["bridge of Dolsk"]),
        ("What do we know about the flood in Dolsk?", ["flood in Dolsk"]),
        ("How many people died in the fire in Dolsk?", ["fire in Dolsk"]),
        (
            "What is the difference between the harbour tax and the land tax?",
            ["harbour tax and the land tax"],
        ),
        ("What is the cost of the repair?", ["repair"]),
        ('Who owns the ferry "South"?', ['ferry "South"']),
        ("How did the mayor react to the flood?", ["mayor", "flood"]),
        ("Что случилось с мостом в Дольске?", ["мостом в Дольске"]),
        ("Кто автор закона о парковках?", ["автор закона о парковках"]),
        ("Какова цена проезда?", ["цена проезда"]),
        ("Что сказал Орлов о мосте?", ["Орлов", "мосте"]),
        ("What does it cover?", []),
        ("What did Анна Крылова say about the bridge?", ["Анна Крылова", "bridge"]),
        ("Did Orlova keep them?", ["Orlova"]),
        ("За что ей дали премию?", ["премию"]),
        ("Почему?", []),
        ("", []),
    ],
)
def test_phrases(text: str, found: list[str]) -> None:
    assert [phrase.text for phrase in phrases(text)] == found


def test_what_was_carried_over_is_told_apart() -> None:
    own, carried = phrases("Who is the owner (ferry Aurora)?")
    assert (own.text, own.own, own.definite, own.named) == ("owner", True, True, False)
    assert (carried.text, carried.own, carried.named) == ("ferry Aurora", False, True)


def test_head_and_place() -> None:
    (flood,) = phrases("What do we know about the great flood in Dolsk?")
    assert (flood.head, flood.placed) == ("flood", False)
    (city,) = phrases("What happened in Dolsk?")
    assert city.placed
    (repair,) = phrases("Сколько стоил капитальный ремонт моста?")
    assert repair.head == "ремонт"


def test_a_long_message_is_cut() -> None:
    assert len(phrases("a ferry and a tram, " * 500)) <= 12


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("How many houses were flooded?", "counted"),
        ("Who is the owner?", "role"),
        ("What is the cost?", "side"),
        ("Costs?", "side"),
        ("Who painted the bridge?", "thing"),
        ("Сколько там учеников?", "counted"),
        ("Кто директор?", "role"),
        ("Who is Pavel Zubkov?", "thing"),
    ],
)
def test_what_a_phrase_is_there_for(text: str, use: str) -> None:
    assert phrases(text)[0].use == use


def test_phrases_as_they_are_spoken_of() -> None:
    (bridge,) = phrases("Who painted the bridge?")
    assert (bridge.upright, bridge.with_article) == ("bridge", "the bridge")
    (houses,) = phrases("Сколько домов подтопило?")
    assert (houses.upright, houses.with_article) == ("дома", "домов")
    assert phrases("Кто виноват (дома)?")[-1].upright == "дома"
