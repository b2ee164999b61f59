import string

from bot.answers.phrases import counted, phrase, phrases


def places(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_phrases_and_places():
    english, russian = phrases()["en"], phrases()["ru"]
    assert english.keys() == russian.keys()
    for key, text in english.items():
        if key not in {"one", "many"}:
            assert places(text) == places(russian[key]), key


def test_braces_in_a_value_stay():
    assert "{topic}" in phrase("about", "en", topic="{topic}")


def test_counted_nouns():
    assert counted(1, "en", 0) == "1 article"
    assert counted(3, "en", 1) == "3 sources"
