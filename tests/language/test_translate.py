"""The lexicon of English and Russian news words, and what one asked word may match."""

import pytest

from bot.language.lemmas import lemmas, shadow
from bot.language.script import fold, is_cyrillic
from bot.language.tables import rows
from bot.language.translate import expand, translations


def finds(word: str, text: str) -> bool:
    """Whether a question with `word` finds an article with `text`."""
    return not set(expand(word)).isdisjoint(shadow(text).split())


def test_every_line_is_a_pair_of_an_english_and_a_russian_word() -> None:
    pairs = rows("en_ru.tsv")
    assert len(pairs) > 2000
    assert [pair for pair in pairs if len(pair) != 2] == []
    assert [pair for pair in pairs if is_cyrillic(pair[0]) or not is_cyrillic(pair[1])] == []
    assert [pair for pair in pairs if any(word != word.strip() or " " in word for word in pair)] == []


def test_no_pair_stands_twice() -> None:
    pairs = [tuple(map(fold, pair)) for pair in rows("en_ru.tsv")]
    assert len(pairs) == len(set(pairs))


def test_every_russian_entry_is_a_base_form() -> None:
    """Otherwise its case forms, which lead to the base form of the dictionary, would not find it."""
    assert [word for _, word in rows("en_ru.tsv") if fold(word) not in lemmas(word)] == []


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("CIS", "саммит СНГ"),
        ("summit", "на саммите"),
        ("summits", "о саммитах"),
        ("currencies", "в валютах"),
        ("tariffs", "ввести пошлины"),
        ("settlements", "расчёты"),
        ("key", "ключевую ставку"),
        ("rate", "ключевую ставку"),
        ("US", "власти США"),
        ("May", "в мае"),
        ("elections", "на выборах"),
        ("money", "без денег"),
        ("ECHR", "решение ЕСПЧ"),
        ("Baku", "власти Баку"),
        ("Azerbaijani", "азербайджанские власти"),
        ("fire", "при пожаре"),
        ("sanctions", "санкциями"),
        ("Ukraine", "об Украине"),
        ("ministry", "в министерстве"),
    ],
)
def test_a_word_finds_its_translation_both_ways(english: str, russian: str) -> None:
    assert finds(english, russian)
    assert any(finds(word, f"they saw {english} there") for word in russian.split())


def test_a_word_finds_itself_in_another_form() -> None:
    assert finds("саммита", "саммиты")
    assert finds("summit", "the summits")


def test_the_pronoun_and_the_country_are_kept_apart() -> None:
    assert finds("США", "the US said")
    assert not finds("США", "join us today")
    assert not finds("us", "власти США")
    assert not finds("who", "эксперты ВОЗ")
    assert not finds("may", "в мае")


@pytest.mark.parametrize("asked", ["Peskov", "peskov", "Пескова", "песков"])
def test_a_name_is_found_in_the_other_script(asked: str) -> None:
    assert finds(asked, "заявил Дмитрий Песков")
    assert finds(asked, "Dmitry Peskov said")


def test_translations_are_of_the_other_language() -> None:
    assert "саммит" in translations("summit")
    assert "summit" in translations("саммит")
    assert translations("zzz") == ()


@pytest.mark.parametrize("word", ["", "83.7", "-", "ё", "'"])
def test_odd_words_do_no_harm(word: str) -> None:
    assert expand(word) == tuple(dict.fromkeys(expand(word)))
