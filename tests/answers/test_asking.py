"""Which sentence of a message asks; people and places are made up."""

import pytest

from bot.answers.asking import asking


@pytest.mark.parametrize(
    ("message", "before", "own"),
    [
        ("Who left?", "", "Who left?"),
        ("Orlova left. Who came?", "Orlova left. ", "Who came?"),
        ("What did Orlova say? Be short, please.", "", "What did Orlova say?"),
        ("Who left? Who came? Thanks.", "Who left? ", "Who came?"),
        ("What did Mr. Holm say of Holm v. Stark on Jan. 6?", "", None),
        ("Орлова ушла. Кто пришёл на её место?", "Орлова ушла. ", "Кто пришёл на её место?"),
        ("Orlova left. This was the first time since", "Orlova left. ", "This was the first time since"),
        ("", "", ""),
        ("???", "", "???"),
    ],
)
def test_the_last_sentence_with_a_question_mark_asks(message, before, own):
    found = asking(message)
    assert (found.before, found.own) == (before, message if own is None else own)
    assert message[found.start :].startswith(found.own)
