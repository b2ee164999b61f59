from bot.search.coverage import (
    asked_words,
    bag,
    best_matches,
    closeness,
    is_name,
    match,
    names_share,
    plain_share,
    rarities,
    share,
    telling_words,
    text_matches,
    text_share,
)


def test_a_word_is_found_in_any_of_its_forms():
    assert text_share(asked_words("ferry repairs"), "The ferries were repaired in May.") == 1.0


def test_a_russian_word_is_found_in_any_case():
    assert text_share(asked_words("паром Ладогина"), "Ладогин рассказал о новых паромах.") == 1.0


def test_a_name_is_found_in_the_other_script():
    assert text_share(asked_words("Ладогин"), "Oleg Ladogin spoke for an hour.") == 1.0


def test_words_of_the_same_root_count_for_less():
    (word,) = asked_words("встречались")
    assert 0 < match(word, bag("Встреча длилась час.")) <= 1.0


def test_names_never_match_by_root():
    (word,) = asked_words("Petrova")
    assert match(word, bag("The petroleum price rose.")) == 0.0


def test_nothing_is_covered_by_an_unrelated_text():
    assert text_share(asked_words("harbour tariffs"), "The choir sang until midnight.") == 0.0


def test_several_texts_cover_what_none_of_them_does():
    words = asked_words("harbour tariffs")
    assert text_matches(words, "The harbour.", "Tariffs rise.") == (1.0, 1.0)
    assert text_matches(words, "The harbour.") == (1.0, 0.0)


def test_stop_words_are_not_asked_for():
    assert [word.text for word in asked_words("what did they say about the harbour")][-1] == "harbour"


def test_shares_of_names_and_plain_words_apart():
    words = asked_words("tariffs Orlova")
    matches = [match(word, bag("Orlova came to the party.")) for word in words]
    assert names_share(words, matches) == 1.0
    assert plain_share(words, matches) == 0.0
    assert 0.5 < share(words, matches) < 1.0


def test_a_better_place_counts():
    words = asked_words("tariffs")
    places = [(bag("Tariffs rise"), 0.5), (bag("The tariffs are too high."), 1.0)]
    assert best_matches(words, places) == (1.0,)


def test_nothing_asked_is_wholly_covered():
    assert text_share((), "anything") == 1.0


def test_an_abbreviation_that_reads_like_a_stop_word_is_asked_for():
    words = asked_words("the US")
    assert [word.text for word in words] == ["US"]
    assert text_share(words, "The US said no.") == 1.0
    assert text_share(words, "They told us no.") == 0.0
    assert "THE" not in telling_words("WHAT DID THE MAYOR SAY")


def test_a_word_that_translates_alike_counts_for_less():
    (word,) = asked_words("swap")
    assert 0.5 < match(word, bag("They spoke of an exchange.")) < 1.0


def test_a_rare_word_tells_more():
    words = asked_words("pier storm")
    texts = [bag("The pier."), bag("The pier again."), bag("Pier and storm.")]
    common, rare = rarities([[match(word, text) for word in words] for text in texts])
    assert rare > common == 1.0


def closeness_in(asked: str, text: str) -> float:
    words = asked_words(asked)
    return closeness(words, text, [match(word, bag(text)) for word in words])


def test_words_that_stand_together_in_the_question_are_looked_for_together():
    assert closeness_in("harbour master", "The harbour has a new master.") == 0.0
    assert closeness_in("harbour master", "Dymov is master of the harbour.") == 1.0
    assert closeness_in("harbour", "The harbour.") == 0.0
    half = "A lamp of the harbour; years went by before any master came."
    assert closeness_in("lamp harbour master", half) == 0.5


def test_a_capital_letter_before_a_hyphen_makes_no_name():
    assert [is_name(word) for word in ("U-turn", "X-ray", "T-34", "Al-Sisi", "Orlova", "G")] == [
        False,
        False,
        True,
        True,
        True,
        True,
    ]
