"""What tells something new, measured by what was told before."""

from bot.answers.evidence import FoundSentence
from bot.answers.novelty import Told, fresh
from bot.models import Article, Span


def found(*texts: str) -> list[FoundSentence]:
    whole = "\n".join(texts)
    article = Article(1, "u", "t", whole, None, None, "en")
    starts = [whole.index(text) for text in texts]
    return [FoundSentence(Span(at, at + len(text)), article) for at, text in zip(starts, texts, strict=True)]


def test_what_was_told_is_not_told_again():
    told = [
        one.text
        for one in fresh(
            found(
                "The old pier of Ladozhsk burned down on Monday night.",
                "On Monday night the pier of Ladozhsk burned down.",
                "Nobody was hurt, firemen and divers searched the harbour.",
            ),
            Told(),
        )
    ]
    assert [text[:8] for text in told] == ["The old ", "Nobody w"]


def test_a_new_figure_makes_a_sentence_new_when_it_brings_other_words_too():
    told = Told()
    told.add("The fire on the pier destroyed boats of the harbour.")
    assert told.lacks("The fire on the pier destroyed 14 boats, sheds and cranes.")
    assert not told.lacks("The fire on the pier destroyed 14 boats.")


def test_another_figure_in_known_words_is_new():
    known = ["The fire on the pier destroyed 12 boats."]
    assert Told(known).lacks("The fire on the pier destroyed 14 boats.")
    assert not Told(known).lacks("On the pier the fire destroyed 12 boats.")


def test_words_of_many_known_sentences_do_not_tell_what_none_of_them_tells():
    known = ["The pier of Ladozhsk is old.", "A storm came from Dolsk.", "Fishermen sold a boat."]
    assert Told(known).lacks("A storm broke the old pier and sank a boat.")


def test_the_other_language_tells_the_same():
    told = Told(["Мэр города закрыла мост через реку."])
    assert not told.lacks("The mayor of the city closed the bridge over the river.")


def test_a_remainder_tells_nothing():
    assert not Told().lacks("That was all.")
