"""Two questions in one message."""

import pytest

from bot.answers.compound import by_itself, questions_of


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Who is the new coach and what did he promise?", "Who is the new coach", "and what did he promise?"),
        ("кто стал новым тренером и что он обещал?", "кто стал новым тренером", "и что он обещал?"),
        ("How much did it cost, and who paid for it?", "How much did it cost", "and who paid for it?"),
        ("Who won the cup? What was the score?", "Who won the cup?", "What was the score?"),
        ("Что сказал Орлов? А Крылова?", "Что сказал Орлов?", "А Крылова?"),
        ("что сказал Орлов, а что Крылова", "что сказал Орлов", "а что Крылова"),
        (
            "What did Orlov promise? Is he going to resign?",
            "What did Orlov promise?",
            "Is he going to resign?",
        ),
        ("when was the flood and how many people died", "when was the flood", "and how many people died"),
        ("что сказал Орлов, а что ответила Крылова", "что сказал Орлов", "а что ответила Крылова"),
    ],
)
def test_two_questions_are_told_apart(text, first, second):
    assert questions_of(text) == (first, second)


@pytest.mark.parametrize(
    "text",
    [
        "When and where was the fair opened?",
        "What did Orlov say about the bridge and when?",
        "What did Orlov say about who pays and how much it costs?",
        "What did Orlov and Krylova say?",
        "What did Orlov say about the bridge and what the city will do?",
        "What did Orlov say about the fire and why it was hushed up?",
        "Что сказал Орлов о том, кто платит и сколько это стоит?",
        "Кто сказал: «мы знаем, что и когда мы строим»?",
        "and what did he promise?",
        "the bridge and how it was built",
        "",
    ],
)
def test_one_question_stays_whole(text):
    assert questions_of(text) == (text,)


@pytest.mark.parametrize(
    ("second", "alone"),
    [
        ("and what did he promise?", "what did he promise?"),
        ("а что ответила Крылова", "что ответила Крылова"),
        ("Who came?", "Who came?"),
        ("", ""),
    ],
)
def test_the_joining_word_is_no_part_of_a_question_by_itself(second, alone):
    assert by_itself(second) == alone
