"""Statements over time: first, again, otherwise, denied."""

import pytest

from bot.answers.evidence import Evidence, FoundStatement
from bot.answers.positions import compose_positions
from bot.models import Article, AskedSpeaker, Question, Span, Statement

ORLOV = AskedSpeaker("Orlov", "Ivan Orlov", (1,))


def found(number, words, published, cue="said", language="en", speaker="Ivan Orlov"):
    sentence = f"{speaker} {cue} {words}."
    article = Article(number, f"u{number}", "A title", sentence, published, "The Gazette", language)
    content = Span(sentence.index(words), sentence.index(words) + len(words))
    whole = Span(0, len(sentence))
    statement = Statement(
        (content,),
        whole,
        "indirect",
        cue,
        Span(0, len(speaker)),
        speaker,
        "person",
        id=number,
        article_id=number,
    )
    return FoundStatement(statement, article, 1.0, ORLOV, (whole,))


def ask(wanted="what", intent="position"):
    return Question("q", "q", "en", intent, wanted, speakers=(ORLOV,), topic="bridge")


def notes(*statements, **question):
    composed = compose_positions(ask(**question), Evidence(tuple(statements)))
    return [claim.note for claim in composed.claims], composed


def test_statements_stand_in_the_order_of_time():
    shown, composed = notes(
        found(1, "that the bridge of Dolsk needs new paint", "2025-07-09"),
        found(2, "that ferries will carry lorries all summer", "2025-06-01"),
    )
    assert shown == ["first found", ""]
    assert composed.shown == (2, 1)
    assert "Different statements found: 2; in figures and denials none" in composed.remark


def test_what_is_said_again_is_one_line_with_both_days():
    shown, composed = notes(
        found(1, "that the bridge of Dolsk will open in autumn", "2025-06-01"),
        found(2, "that in autumn the bridge of Dolsk will open", "2025-07-09"),
        found(3, "that ferries will carry lorries all summer", "2025-07-10"),
    )
    assert shown == ["first found; again on 9 July 2025", ""]
    assert len(composed.claims[0].citations) == 2
    assert composed.shown == (1, 2, 3)


def test_the_same_words_in_a_later_article_are_not_said_again():
    words = "that the old bridge of Dolsk will open in autumn"
    shown, composed = notes(found(1, words, "2025-06-01"), found(2, words, "2025-07-09"))
    assert shown == [""]
    assert len(composed.claims[0].citations) == 2
    assert "only one statement" in composed.remark


def test_another_figure_differs_from_what_was_said():
    shown, composed = notes(
        found(1, "that the repair of the bridge will cost 40 million roubles", "2025-06-01"),
        found(2, "that the repair of the bridge will cost 47 million roubles", "2025-07-09"),
    )
    assert shown == ["first found", "differs from what was said on 1 June 2025"]
    assert "is marked" in composed.remark


@pytest.mark.parametrize("cue", ["denied", "has denied"])
def test_a_denial_is_named(cue):
    shown, _ = notes(found(1, "that the bridge of Dolsk is unsafe for lorries", "2025-06-01", cue))
    assert shown == ["denied"]


def test_both_languages_of_one_day_are_one_line_in_the_askers():
    russian = "что мост в Дольске закрыт на 5 месяцев"
    shown, composed = notes(
        found(1, russian, "2025-06-01", "сказал,", "ru"),
        found(2, "that the bridge in Dolsk is closed for 5 months", "2025-06-01"),
    )
    assert len(shown) == 1
    assert composed.claims[0].text.startswith("Ivan Orlov said")


def test_there_are_eight_lines_at_most_with_the_first_and_the_last():
    words = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet"]
    said = [
        found(number, f"that the {word} of harbour {word} is {word}ish", f"2025-06-{number:02}")
        for number, word in enumerate(words, 1)
    ]
    _, composed = notes(*said[1:9], said[0], said[9])
    assert len(composed.claims) == 8
    assert composed.claims[0].citations[0].article_id == 1
    assert composed.claims[-1].citations[0].article_id == 10


def test_a_course_and_a_first_time_need_no_verdict():
    one = found(1, "that the bridge of Dolsk needs new paint", "2025-07-09")
    assert notes(one, intent="timeline")[1].remark == ""
    assert notes(one, wanted="when")[1].remark == ""
