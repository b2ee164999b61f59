from bot.search.query import MAX_TERMS, terms


def test_stop_words_are_dropped_and_names_weigh_more():
    found = terms("what did Orlova say about the tariffs")
    weights = {form: term.weight for term in found for form in term.nested}
    assert weights["orlova"] > weights["tariff"]
    assert "the" not in weights


def test_a_russian_word_has_its_lemma_among_the_alternatives():
    (term,) = terms("тарифами")
    assert "тариф" in term.alternatives


def test_what_an_english_word_is_indexed_under_is_nested_and_its_translations_are_not():
    (term,) = terms("Bridges")
    assert {"bridg", "bridges", "@bridges"} == {*term.nested}
    assert "мост" in term.alternatives


def test_a_pasted_page_stays_a_small_query():
    assert len(terms(" ".join(f"word{number}" for number in range(5000)))) <= MAX_TERMS


def test_no_words_no_terms():
    assert terms("?! ...") == ()
