"""Which form an answer takes."""

from bot.answers.composing import composed, has_notes, is_course
from bot.answers.evidence import Evidence
from tests.answers.test_positions import ask, found

SAID = Evidence((found(1, "that the bridge of Dolsk needs new paint", "2025-07-09"),))


def test_statements_over_time_are_a_course():
    assert is_course(ask(), SAID)
    assert is_course(ask(intent="timeline"), SAID)
    assert composed(ask(), SAID).remark


def test_lines_with_notes_belong_together():
    assert has_notes(ask(), SAID)
    assert has_notes(ask(intent="disagreement"), Evidence())
    assert not has_notes(ask(intent="said"), SAID)


def test_other_questions_are_answered_as_found():
    assert not is_course(ask(intent="said"), SAID)
    assert not is_course(ask(intent="timeline"), Evidence())
    assert composed(ask(intent="said"), SAID).claims[0].note == ""
