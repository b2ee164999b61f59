"""Which name most places tell; people and places are made up."""

import pytest

from bot.answers.redundancy import Votes
from bot.search.coverage import asked_words

WORDS = asked_words("left Dolsk choir")


def test_the_name_told_in_several_passages_beats_that_of_one():
    told = [("Vera Orlova left the choir.", 1.0)]
    votes = Votes(WORDS, [(1.0, told), (0.8, told), (1.0, [("Ada Krylova left the choir.", 1.0)])])
    assert votes.share("It was Vera Orlova.") == 1.0
    assert votes.share("It was Orlova.") == 1.0
    assert votes.share("It was Ada Krylova.") == pytest.approx(1 / 1.8)
    assert votes.share("It was Pavel Dymov.") == 0.0


def test_a_passage_votes_once_for_a_name_by_what_it_tells_best():
    passage = [("Vera Orlova left.", 0.5), ("Orlova left the choir.", 1.0), ("Orlova sang.", 0.4)]
    votes = Votes(WORDS, [(1.0, passage), (1.0, [("Ada Krylova left.", 0.5)])])
    assert votes.share("Ada Krylova") == pytest.approx(0.25)


def test_names_of_the_question_and_of_what_is_on_something_else_have_no_say():
    votes = Votes(WORDS, [(1.0, [("Dolsk slept.", 1.0), ("Vera Orlova slept.", 0.1)])])
    assert votes.share("Dolsk") == votes.share("Vera Orlova") == 0.0


def test_a_name_may_hold_the_word_for_its_kind():
    words = asked_words("park closed gates")
    told = [("Tarn Park closed.", 1.0), ("Holm Park closed.", 0.5), ("Park", 1.0)]
    assert Votes(words, [(1.0, told)]).share("Tarn Park") == 0.0
    votes = Votes(words, [(1.0, told)], words[:1])
    assert votes.share("It is Tarn Park.") == 1.0
    assert votes.share("It is Holm Park.") == 0.25
    assert votes.share("It is a Park.") == 0.0


def test_what_stands_in_quotation_marks_is_a_name_when_it_is_short():
    told = [("The choir chose “gaslight” as its word.", 1.0), ("“They left us,” she said.", 0.5)]
    votes = Votes(WORDS, [(1.0, told)])
    assert votes.share("Its word is “gaslight,” of all.") == 1.0
    long = "It said: “we never saw so many words in our house”."
    assert Votes(WORDS, [(1.0, [(long, 1.0)])]).share(long) == 0.0


def test_of_known_names_no_others_are_counted():
    told = [("The Japanese buyer Ada Holm took it to Japan.", 1.0), ("Ada Holm came.", 1.0)]
    votes = Votes(WORDS, [(1.0, told)], (), {"japan": "Japan", "korea": "Korea"})
    assert votes.share("It went to Japan.") == 1.0
    assert votes.share("Ada Holm told of it.") == votes.share("It went to Korea.") == 0.0
    told = [("Паром ушёл в Японию.", 1.0)]
    assert Votes(WORDS, [(1.0, told)], (), {"япония": "Япония"}).share("Он в Японии.") == 1.0


def test_a_surname_is_no_country():
    known = {"jordan": "Jordan", "korea": "Korea"}
    told = [("Ole Jordan came from South Korea.", 1.0)]
    votes = Votes(WORDS, [(1.0, told)], (), known)
    assert votes.share("He is in Korea.") == 1.0
    assert votes.share("He is in Jordan.") == 0.0


def test_where_several_are_asked_for_each_that_enough_speaks_for_is_worth_the_same():
    passages = [(1.0, [("Vera Orlova left.", 1.0), ("Ada Krylova left.", 0.4), ("Ole Holm came.", 0.3)])]
    one, several = Votes(WORDS, passages), Votes(WORDS, passages, several=True)
    assert one.worth("Ada Krylova") == pytest.approx(0.16)
    assert several.worth("Ada Krylova") == several.worth("Vera Orlova") == 1.0
    assert several.worth("Ole Holm") == 0.0


def test_where_the_names_are_known_one_of_them_or_its_people_must_be_told():
    told = [("It went to Japan.", 1.0)]
    votes = Votes(WORDS, [(1.0, told)], (), {"japan": "Japan", "korea": "Korea"})
    assert votes.may_answer("It went to Japan.")
    assert votes.may_answer("The Japanese took it.")
    assert not votes.may_answer("The keeper Ada Holm took it.")
    assert Votes(WORDS, [(1.0, told)]).may_answer("The keeper took it.")
