"""Interviews: turns that a label opens."""

import pytest

ENGLISH = """Farmer Edith Bell spoke.

Reporter: Why now?

Bell: It is late. I am old.

Reporter: And then?

Bell: Then I rest."""
UNKNOWN = """We asked Mayor Olu Adeyemi and Councilwoman Bea Stone.

Mayor Adeyemi: It is late.

Councilwoman Stone: It is early.

Mayor Adeyemi: I know it.

Councilwoman Stone: Well then."""
RUSSIAN = """Фермер Эдита Белова дала интервью.

Корреспондент: Почему?

Белова: Уже поздно.

Корреспондент: А потом?

Белова: Отдохну, конечно."""


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (ENGLISH, "Edith Bell", ["It is late. I am old.", "Then I rest."]),
        (RUSSIAN, "Эдита Белова", ["Уже поздно.", "Отдохну, конечно."]),
    ],
)
def test_the_one_who_answers_is_credited(statements, text, speaker, words):
    found = statements(text)
    assert {s.speaker for s in found} == {speaker}
    assert [text[slice(*s.spans[0])] for s in found] == words
    assert {s.kind for s in found} == {"direct"}


@pytest.mark.parametrize(
    "text",
    [
        "Price: 40 roubles.\n\nPlace: the town hall.\n\nTime: noon.",
        "Bell: It is late.\n\nThe end came soon after that.",
        # news of towns, each under its name; one comes twice
        "Dolsk: A bridge fell.\n\nTarn: It rains.\n\nEastwick: A fair opens.\n\nDolsk: A school burned.",
        # what is told of each of several things
        "Best: The song was sung.\n\nWorst: The joke failed.\n\nBest: It ended.\n\nWorst: It began again.",
    ],
)
def test_a_lone_label_is_no_turn(statements, text):
    assert not [s for s in statements(text) if s.kind == "direct"]


def test_a_headline_is_somebodys_or_nobodys(statements):
    assert [s.speaker for s in statements("Bell: The herd is gone\n\nEdith Bell sold it.")] == ["Edith Bell"]
    assert not statements("Where: The town hall\n\nEdith Bell sold it.")


def test_titled_speakers_of_unknown_names_and_ordinary_surnames(statements):
    assert [s.speaker for s in statements(UNKNOWN)] == ["Olu Adeyemi", "Bea Stone"] * 2


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Kim: It is late.\n\nLee: It is early.\n\nKim: I know.\n\nLee: Well then.", ["Kim", "Lee"] * 2),
        ("Ведущий: Где?\n\nОрлов: Тут.\n\nВедущий: А потом?\n\nОрлов: Потом дома.", ["Орлов"] * 2),
        ("Судья: Да.\n\nСвидетель: Я встал.\n\nСудья: Да.\n\nСвидетель: Я ушёл.", ["Судья", "Свидетель"] * 2),
        ("The week\n\nDirector: Late films.\n\nRating: Four.\n\nDirector: Old films.\n\nRating: Two.", []),
    ],
)
def test_who_talks_where_nobody_is_introduced(statements, text, speakers):
    assert [s.speaker for s in statements(text)] == speakers


def test_an_interviewer_alone_says_nothing(statements):
    assert not statements("Корреспондент: Что случилось?")
