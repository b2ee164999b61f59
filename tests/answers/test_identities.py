"""What tells who somebody is, and who did something; people and places are made up."""

from dataclasses import replace

import pytest

from bot.answers.identities import WhoAsked, describes, does, holds, who_asked
from bot.models import Article, Question
from bot.search.coverage import asked_words


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Vera Orlova, a painter from Dolsk, came late.", True),
        ("Vera Orlova, 39, the head of the mill, came late.", True),
        ("The painter Vera Orlova came late.", True),
        ("Governor Vera Orlova came late.", True),
        ("Vera Orlova is the first woman in that office.", True),
        ("Вера Орлова — художница из Дольска.", True),
        ("Дольск вспомнил, что Вера Орлова опоздала.", False),
        ("Vera Orlova came late, a sad thing.", False),
        ("The painter Ada Krylova met Vera Orlova.", False),
        ("They voted for Vera Orlova on Monday.", False),
        ("Ada Orlova is the sister of Vera Orlova.", False),
        ("The painter Orlova came late.", True),
        ("The outlook for Vera Orlova grew dimmer.", False),
        ("Vera Orlova, the Post reported, came late.", False),
    ],
)
def test_what_somebody_is(sentence: str, told: bool) -> None:
    name = "Вера Орлова" if "Вера" in sentence else "Vera Orlova"
    assert describes(sentence, asked_words(name)) is told


@pytest.mark.parametrize(
    ("asked", "sentence", "told"),
    [
        ("won Harbour Cup", "On Sunday Dolsk won its third Harbour Cup.", True),
        ("won Harbour Cup", "Dolsk won a friendly match before the Harbour Cup was drawn.", False),
        (
            "won Harbour Cup",
            "The town council of Dolsk won in court, and the Harbour Cup was put off.",
            False,
        ),
        ("replaced Vera Orlova", "Ada Krylova has replaced her after a vote.", True),
        ("replaced Vera Orlova", "Vera Orlova was replaced by Ada Krylova.", True),
        ("replaced Vera Orlova", "Vera Orlova replaced Ada Krylova.", False),
        ("attacked Vera Orlova", "In Dolsk the attack left Orlova in tears.", False),
        ("shot Vera Orlova", "Police named the suspect as Pavel Zubkov, a smith.", True),
        ("shot Vera Orlova", "Pavel Zubkov was charged on Friday.", True),
        ("shot Vera Orlova", "Pavel Zubkov brought flowers on Friday.", False),
        ("won Harbour Cup", "Dolsk could win the Harbour Cup.", False),
        ("won Harbour Cup", "Dolsk denied that it won the Harbour Cup.", False),
        ("won Harbour Cup", "Dolsk, which won the Harbour Cup, is glad.", True),
        ("shot Vera Orlova", "A second victim, identified as Pavel Zubkov, died.", False),
        ("shot Vera Orlova", "Sheriff Pavel Zubkov charged a man.", False),
        ("won Harbour Prize", "The Harbour Prize goes to jailed painter Vera Orlova.", True),
        ("won Harbour Prize", "The Harbour Prize was jointly awarded today to the baker Ada Orlova.", True),
        ("won Harbour Prize", "The Harbour Prize will be awarded in Dolsk on Friday.", False),
        ("replaced Vera Orlova", "Ada Krylova became mayor instead of Vera Orlova.", True),
        ("сменил Орлову", "Новым мэром вместо Веры Орловой станет Ада Крылова.", True),
        ("replaced Vera Orlova", "The successor of Vera Orlova is unknown.", False),
        ("won Harbour Prize", "The Mill Prize went to Vera Orlova.", False),
        ("painted", "The bridge was painted on Monday.", False),
    ],
)
def test_who_did_it(asked: str, sentence: str, told: bool) -> None:
    words = asked_words(asked)
    assert WhoAsked(words, words[0], (), False, False).is_told(sentence) is told


def test_it_was_done_to_whom_is_asked_for() -> None:
    words = asked_words("arrested Dolsk")
    assert does("Pavel Zubkov was arrested at his home last week.", words[0], words, passive=True)
    assert not does("Pavel Zubkov was arrested at his home last week.", words[0], words)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Mayor Vera Orlova came late.", True),
        ("The town was built by the mayor of Dolsk, Vera Orlova.", False),  # across a comma nothing is sure
        ("Vera Orlova, the mayor of Dolsk, came late.", True),
        ("Former mayor Vera Orlova came late.", False),
        ("Dolsk Mayor Vera Orlova came late.", True),
        ("Ada Krylova, the mayor's aide, came late.", False),
        ("The mayor came late, and so did Ada Krylova.", False),
        ("Об этом сообщила мэр города Вера Орлова.", True),
    ],
)
def test_who_holds_an_office(sentence: str, told: bool) -> None:
    assert holds(sentence, asked_words("mayor")) is told


@pytest.mark.parametrize(
    ("asked", "sentence", "bygone"),
    [
        ("who won the cup?", "In 1998 Dolsk won the cup.", True),
        ("who won the cup in 1998?", "In 1998 Dolsk won the cup.", False),
        ("who won the cup?", "In 2025 Dolsk won the cup.", False),
        ("who won the cup?", "Dolsk won the cup.", False),
    ],
)
def test_what_was_years_ago(asked: str, sentence: str, bygone: bool) -> None:
    words = asked_words("won cup")
    question = Question(asked, asked, "en", "fact", "who")
    told = who_asked(question, words, words[0])
    article = Article(1, "http://news.example/cup", "Cup", sentence, "2025-07-09", "Gazette", "en")
    assert told is not None
    assert told.is_bygone(sentence, article) is bygone


@pytest.mark.parametrize("published", [None, "last Monday"])
def test_an_undated_article_tells_no_year(published: str | None) -> None:
    words = asked_words("won cup")
    told = who_asked(Question("who won?", "who won?", "en", "fact", "who"), words, words[0])
    article = Article(1, "http://news.example/cup", "Cup", "text", published, "Gazette", "en")
    assert told is not None
    assert not told.is_bygone("In 1998 Dolsk won the cup.", article)


def test_no_other_question_asks_who() -> None:
    assert who_asked(Question("when?", "when?", "en", "fact", "when"), (), None) is None


@pytest.mark.parametrize(
    ("sentence", "reversed_"),
    [
        ("Vera Orlova replaced Ada Krylova.", True),
        ("Vera Orlova was to lead the town, replacing Ada Krylova.", True),
        ("Ada Krylova will be replaced by Pavel Zubkov or Vera Orlova.", True),
        ("Vera Orlova was replaced by Ada Krylova.", False),
        ("Ada Krylova replaced Vera Orlova.", False),
        ("Vera Orlova left.", False),
        ("She fired the keeper and replaced him with a new one.", True),
    ],
)
def test_whom_the_one_asked_about_did_it_to(sentence: str, reversed_: bool) -> None:
    words = asked_words("replaced Vera Orlova")
    question = Question("who replaced Vera Orlova?", "", "en", "fact", "who")
    told = who_asked(question, words, words[0])
    assert told is not None
    assert told.is_reversed(sentence) is reversed_


def test_an_office_in_capitals_is_no_name() -> None:
    words = asked_words("CEO Yarmost")
    told = who_asked(Question("who is the CEO of Yarmost?", "", "en", "fact", "who"), words, None)
    assert told is not None
    assert told.is_told("Yarmost CEO Vera Orlova left.")
    assert not told.is_told("On a ship like Yarmost, a sailor sleeps.")


@pytest.mark.parametrize(
    ("sentence", "done"),
    [
        ("Vera Orlova was replaced after a vote.", True),
        ("Ada Krylova is running to replace Vera Orlova.", False),
        ("Vera Orlova will be replaced by the council.", False),
        ("Ada Krylova is one of those to have replaced Vera Orlova.", True),
        ("The replacer of Vera Orlova is Ada Krylova.", True),
        ("The replacement of Vera Orlova took a week.", False),
    ],
)
def test_a_weak_answer_tells_at_least_that_it_was_done(sentence: str, done: bool) -> None:
    words = asked_words("replaced Vera Orlova")
    asked = WhoAsked(words, words[0], (), False, False)
    assert asked.is_done(sentence) is done
    assert replace(asked, awaited=True).is_done(sentence)


@pytest.mark.parametrize(
    ("question", "sentence", "told"),
    [
        ("runs Yarmost", "Ada Holm, director of Yarmost, left early.", True),
        ("runs Yarmost", "The director of Yarmost Ada Holm left early.", True),
        ("runs Yarmost", "Ada Holm is the head of Yarmost.", True),
        ("runs Yarmost", "Ada Holm runs Yarmost from a barge.", True),
        ("runs Yarmost", "Ada Holm, the former director of Yarmost, left.", False),
        ("runs Yarmost", "Ada Holm, chief engineer of Yarmost, left.", False),
        ("runs Yarmost", "The director of Yarmost met Ada Holm.", False),
        ("runs Yarmost", "Ada Holm, director of Yarmost's archive, left.", False),
        ("runs Yarmost", "The show of Ada Holm runs until May at Yarmost.", False),
        ("руководит Ярмостом", "Директор «Ярмоста» Вера Орлова ушла.", True),
        ("возглавляет МИД", "Глава МИД Ярии Вера Орлова ушла.", True),
        ("возглавляет МИД", "Глава МИД Новой Ярии ушла.", False),
    ],
)
def test_who_heads_something(question: str, sentence: str, told: bool) -> None:
    words = asked_words(question)
    asked = who_asked(Question(f"who {question}?", "", "en", "fact", "who"), words, words[0])
    assert asked is not None
    assert asked.is_told(sentence) is told
    assert not asked.is_done(sentence)


def test_who_runs_for_something_heads_nothing() -> None:
    words = asked_words("runs for mayor")
    asked = who_asked(Question("who runs for mayor?", "", "en", "fact", "who"), words, words[0])
    assert asked is not None
    assert not asked.heads
    assert asked.is_done("Ada Holm runs for mayor.")
