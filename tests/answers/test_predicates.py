import pytest

from bot.answers.predicates import Told, is_passive, is_tied, is_verbal, predicate, tells_a_deed
from bot.search.coverage import asked_words


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("When did the pier of Dolsk reopen for boats?", "reopen"),
        ("Who pays for the boats?", "pays"),
        ("Who was elected in Dolsk?", "elected"),
        ("Who is the new coach?", ""),
        ("When was Orlova murdered?", "murdered"),
        ("Когда открыли пристань?", "открыли"),
        ("Кто председатель совета?", ""),
        ("The pier of Dolsk", ""),
        ("How many people drowned in Dolsk?", "drowned"),
        ("How many goals for the team of Dolsk?", ""),
    ],
)
def test_what_a_question_asserts(question, word):
    assert predicate(question) == word


def test_a_deed_is_told_of_one_of_the_names():
    (key,) = asked_words("murdered")
    told = Told(asked_words("Orlova"), key, passive=True)
    assert is_tied("Orlova was murdered on Monday.", told)
    assert is_tied("She was murdered on Monday.", told)
    assert is_tied("The gang murdered Orlova.", told)
    assert is_tied("The murder of Orlova shook the town.", told)
    assert not is_tied("Orlova murdered a policeman.", told)
    assert not is_tied("Orlova condemned the murder of a policeman.", told)
    assert not is_tied("Calls to murder Orlova were heard.", told)
    assert not is_tied("A gang tried to murder Orlova.", told)


def test_what_stands_between_a_name_and_its_verb_parts_them_not():
    (key,) = asked_words("die")
    told = Told(asked_words("Orlova"), key, passive=False)
    apposition = (
        "founder and first director of the mill by the river, known for its bread all over the county"
    )
    assert is_tied(f"Vera Orlova, {apposition}, died on Monday.", told)
    assert not is_tied(f"Vera Orlova, {apposition}, wept when a neighbour of forty years died.", told)
    assert not is_tied(f"Vera Orlova left Dolsk, {apposition}, died on Monday.", told)


def test_what_was_done_to_somebody():
    assert is_passive("When was Orlova murdered?")
    assert not is_passive("When did Orlova resign?")


def test_a_noun_is_no_form_of_the_verb():
    assert is_verbal("resigns", "resigned")
    assert not is_verbal("resignation", "resigned")
    assert is_verbal("убит", "убили")
    assert not is_verbal("убийство", "убили")


def test_a_noun_after_was_tells_no_deed():
    assert tells_a_deed("When was Orlova arrested?", "arrested")
    assert tells_a_deed("When did Orlova resign?", "resign")
    assert not tells_a_deed("When was the Dolsk summit?", "summit")
