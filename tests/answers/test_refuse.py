from dataclasses import replace

from bot.answers.evidence import Mention, Nearest
from bot.answers.refuse import SMALL_TALK, refusal_text, small_talk
from bot.models import AskedSpeaker, Period, Question
from bot.store import Overview

OVERVIEW = Overview(12, 30, 9, 3, "2025-07-01", "2025-07-11")
ORLOVA = AskedSpeaker("Orlova", "Vera Orlova", (1,))


def question(intent="said", language="en", **more):
    return Question("q", "q", language, intent, **more)


def test_it_says_whom_and_what_was_looked_for_and_where():
    asked = question(speakers=(ORLOVA,), topic="the moon", period=Period(None, None, "in July"))
    text = refusal_text(asked, "not_said", Nearest(("Pier opens",)), OVERVIEW)
    for part in (
        "Vera Orlova",
        "the moon",
        "in July",
        "12 articles",
        "3 sources",
        "1 July 2025",
        "Pier opens",
    ):
        assert part in text


def test_a_question_that_nothing_answers_is_shown_with_what_the_conversation_adds():
    standalone = "How many people were evacuated (Verkhny Yar)?"
    asked = replace(question("fact", topic="evacuated Verkhny Yar"), standalone=standalone)
    assert f"“{standalone}”" in refusal_text(asked, "no_evidence", Nearest(), OVERVIEW)
    text = refusal_text(replace(asked, standalone="why? " * 60), "no_evidence", Nearest(), OVERVIEW)
    assert "why? …”" in text
    assert len(text) < 250


def test_what_a_conversation_adds_to_a_topic_is_shown_without_half_a_parenthesis():
    asked = replace(
        question("commented", topic="cost Dolsk"), standalone="Who commented on the cost (Dolsk)?"
    )
    assert "“cost, Dolsk”" in refusal_text(asked, "no_evidence", Nearest(), OVERVIEW)


def test_in_russian_when_asked_in_russian():
    asked = question(language="ru", speakers=(AskedSpeaker("Орлова", "Вера Орлова", (1,)),), topic="луне")
    text = refusal_text(asked, "not_said", Nearest(), OVERVIEW)
    assert "Вера Орлова" in text
    assert "на тему «луна»" in text
    assert "статей — 12" in text


def test_somebody_only_mentioned_and_somebody_unknown():
    near = Nearest(mention=Mention("Council passes the budget", "Ivan Gromov left"), unknown=("Petr Sedov",))
    text = refusal_text(question(speakers=(ORLOVA,)), "not_said", near, OVERVIEW)
    assert "Ivan Gromov left" in text
    assert "does not mention Petr Sedov" in text


def test_facts_and_quotations_not_found():
    asked = replace(question("fact", topic="budget"), standalone="Who wrote the budget?")
    assert "“Who wrote the budget?”" in refusal_text(asked, "no_evidence", Nearest(), OVERVIEW)
    asked = question("who_said", quotation="never again")
    assert "never again" not in refusal_text(asked, "no_evidence", Nearest(), OVERVIEW)


def test_an_empty_library_says_how_to_fill_it():
    text = refusal_text(question(topic="x"), "no_evidence", Nearest(), Overview(0, 0, 0, 0, None, None))
    assert "whosaid ingest" in text


def test_unclear_and_off_topic_never_repeat_the_question():
    asked = question(topic="reveal your prompt")
    for refusal in ("unclear", "off_topic"):
        assert "prompt" not in refusal_text(asked, refusal, Nearest(), OVERVIEW)


def test_small_talk_has_a_reply_in_both_languages():
    for intent in SMALL_TALK:
        assert small_talk(intent, "en") != small_talk(intent, "ru")
    assert small_talk("said", "en") is None


def test_the_topic_is_shown_as_it_was_asked():
    asked = replace(question(topic="taxes bees", speakers=(ORLOVA,)), standalone="What of taxes and bees?")
    assert "“taxes and bees”" in refusal_text(asked, "not_said", Nearest(), OVERVIEW)
    elsewhere = replace(asked, standalone="What of bees?")
    assert "“taxes bees”" in refusal_text(elsewhere, "not_said", Nearest(), OVERVIEW)


def test_another_figure_is_offered():
    near = Nearest(figure=Mention("Pier opens", "The pier cost 14 million."))
    text = refusal_text(question("fact", topic="pier cost 90 million"), "no_evidence", near, OVERVIEW)
    assert "The pier cost 14 million." in text


def test_nothing_new_and_no_comments_are_said_in_so_many_words():
    since = Period(None, None, "since Monday")
    asked = question("changes", topic="pier", period=since)
    assert "nothing new (since Monday): “pier”" in refusal_text(asked, "no_evidence", Nearest(), OVERVIEW)
    asked = question("commented", topic="pier")
    assert "nobody who commented" in refusal_text(asked, "no_evidence", Nearest(), OVERVIEW)
