from bot.answers.whereabouts import asked_place, tells_of
from bot.search.coverage import asked_words

PLACE = asked_words("Upper Dolsk")


def test_a_place_is_asked_for_only_when_nothing_else_is():
    assert asked_place("What happened in Upper Dolsk?", PLACE) == PLACE
    assert asked_place("Что случилось в Дольске?", asked_words("Дольске"))
    assert asked_place("What happened to Orlova?", asked_words("Orlova")) == ()
    assert asked_place("What happened to the pier in Dolsk?", asked_words("pier Dolsk")) == ()


def test_what_was_there_is_told_by_the_title_or_a_sentence():
    assert tells_of(PLACE, "Flood in Upper Dolsk", ["Nobody was hurt."])
    assert tells_of(PLACE, "Flood", ["A river in Upper Dolsk rose."])
    assert not tells_of(PLACE, "New coach", ["He played at Upper Dolsk.", "They play against Upper Dolsk."])
