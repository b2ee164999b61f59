"""Interviews: turns that a label opens."""

import pytest

ENGLISH = """Farmer Edith Bell spoke.

Reporter: Why now?

Bell: It is late. I am old.

Reporter: And then?

Bell: Then I rest."""
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
