"""What became of what was handed over, as a reader sees it."""

import pytest

from bot.ingest.handed import Taken
from bot.telegram.taken import refusal_block, taken_blocks

LINK = "https://tarn.example/ferry"


def shown(*taken, language="en"):
    return [block.text for block in taken_blocks(taken, language)]


@pytest.mark.parametrize(
    ("outcome", "english", "russian"),
    [
        ("added", "New:", "Новое:"),
        (
            "updated",
            "Changed since I read it; I keep both versions:",
            "Изменилось с прошлого раза; храню обе версии:",
        ),
        ("unchanged", "I already had:", "Это у меня уже было:"),
        ("duplicate", "I already had:", "Это у меня уже было:"),
    ],
)
def test_every_outcome_has_its_words(outcome, english, russian):
    taken = Taken(outcome, LINK, "Ferry", "Tarn", "2025-07-09", 1)
    assert shown(taken) == [f"{english} Ferry\nTarn, 9 July 2025, 1 statement"]
    assert shown(taken, language="ru") == [f"{russian} Ferry\nTarn, 9 июля 2025, 1 высказывание"]


def test_the_title_is_linked_only_to_the_web():
    for url, href in ((LINK, LINK), ("file:ferry.txt", ""), ("javascript:alert(1)", "")):
        [block] = taken_blocks([Taken("added", url, "Ferry")], "en")
        assert block.runs[1].href == href


def test_a_file_without_source_is_named():
    assert shown(Taken("added", "file:ferry.txt", "Ferry"))[0] == "New: Ferry\nferry.txt, 0 statements"


def test_of_many_only_the_counts_and_the_refused_are_shown():
    taken = [Taken("added", LINK)] * 5 + [Taken("updated", LINK)] + [Taken("duplicate", LINK)] * 3
    refused = Taken("failed", LINK, error="no article")
    assert shown(*taken, refused) == ["6 new, 3 that I had, 1 refused.", f"Refused: {LINK}\nno article"]


def test_a_long_address_is_cut_and_words_of_others_stay_words():
    block = refusal_block("https://tarn.example/" + "x" * 900, "<b>no</b>", "en")
    assert len(block.text) < 250
    assert "<b>no</b>" in block.text
