"""Base forms, stop words and the shadow text."""

import pytest

from bot.language.lemmas import content_words, index_terms, irregular_openings, is_stop, lemmas, shadow


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bridges", "bridge"),
        ("мостами", "мост"),
        ("людей", "человек"),
        ("елка", "ёлку"),
        ("Mayor's", "mayor"),
        ("шёл", "идти"),
        ("met", "meets"),
        ("crises", "crisis"),
        ("left", "leaving"),
    ],
)
def test_forms_of_one_word_meet(one: str, other: str) -> None:
    assert set(lemmas(one)) & set(lemmas(other))


def test_every_reading_counts() -> None:
    assert {"стать", "сталь"} <= set(lemmas("стали"))


def test_capitals_keep_the_word_itself() -> None:
    assert "орлов" in lemmas("Орлов")


def test_a_shadow_holds_keys_of_capitalised_words_only() -> None:
    terms = shadow("Песков видел мосты").split()
    assert "@peskov" in terms
    assert "мост" in terms
    assert [term for term in terms if term.startswith("@")] == ["@peskov"]


def test_stop_words_of_both_languages() -> None:
    assert is_stop("The")
    assert is_stop("ещё")
    assert not is_stop("bridge")
    assert content_words("What is the price of Water и воды?") == ["price", "Water", "воды"]


def test_the_openings_of_irregular_forms_are_found_by_their_bases():
    openings = irregular_openings({"buy", "mee"}, 3)
    assert {"bou", "met"} <= openings
    assert "wen" not in openings


def test_the_index_sees_stems_and_keys_of_names_and_no_stop_words():
    assert index_terms("raised, raised; Raised") == "rais rais rais @raised"
    assert index_terms("The US and the US’s staff met us") == "@us @us staff met meet"
    assert index_terms("the ferry, and the «паромы»!") == "ferri паром"
    assert index_terms("and the") == index_terms("") == ""
