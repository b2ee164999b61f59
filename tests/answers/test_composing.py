"""Which form an answer takes."""

from bot.answers.composing import composed, is_course_of_words
from bot.answers.evidence import Evidence
from tests.answers.test_positions import ask, found

SAID = Evidence((found(1, "that the bridge of Dolsk needs new paint", "2025-07-09"),))


def test_statements_over_time_are_a_course():
    assert is_course_of_words(ask(), SAID)
    assert is_course_of_words(ask(intent="timeline"), SAID)
    assert composed(ask(), SAID).remark


def test_other_questions_are_answered_as_found():
    assert not is_course_of_words(ask(intent="said"), SAID)
    assert not is_course_of_words(ask(intent="timeline"), Evidence())
    assert composed(ask(intent="said"), SAID).claims[0].note == ""
