"""The lookup tables over speakers."""

import pytest

from bot.models import Speaker
from bot.statements.speaker_index import BodyIndex, NameIndex, OfficeIndex, is_office_alone, known_bodies
from bot.statements.speaker_keys import office_of
from tests.known_speakers import KnownSpeakers

SPEAKERS = KnownSpeakers(
    (
        Speaker(1, "Ivan Orlov", "person", (), ("mayor of Zarechny",)),
        Speaker(2, "Zarechny Council", "body"),
        Speaker(3, "Анна Орлова", "person", (), ("пресс-секретарь Кремля",)),
    )
)


def test_a_name_needs_its_surname() -> None:
    index = NameIndex(SPEAKERS)
    assert index.named(["Ivan", "Orlov"]) == {1}
    assert index.named(["Ivan"]) == set()
    assert index.holds("Ivan")
    assert index.similar_surname("Orlovv") is not None


def test_bodies_need_their_whole_name() -> None:
    index = BodyIndex(SPEAKERS)
    body = index.named(["Zarechny", "Council"])
    assert body is not None
    assert body.ids == (2,)
    assert index.named(["Council"]) is None
    assert index.named(["us"]) is None
    assert index.named(["США"]) == index.named(["US"])


def test_offices_are_met_by_fewer_keys() -> None:
    index = OfficeIndex(SPEAKERS)
    assert index.holders(office_of("the mayor")) == {1}
    assert index.holders(office_of("mayor of Dolsk")) == set()
    assert index.holders(frozenset()) == set()


@pytest.mark.parametrize(
    ("text", "alone"), [("mayor of Zarechny", True), ("the Kremlin spokesman said", False)]
)
def test_an_office_with_other_words_is_none(text: str, alone: bool) -> None:
    assert is_office_alone(text) is alone


def test_every_listed_body_has_a_name() -> None:
    assert all(all(names) for names in known_bodies())
