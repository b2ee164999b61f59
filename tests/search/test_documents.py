from bot.models import Article, Passage, Span
from bot.search.documents import documents

TEXT = "The pier opened. “We are glad,” Vera Orlova said."
ARTICLE = Article(7, "u", "Pier opens", TEXT, "2025-07-09", None, "en")
PARTS = [Passage(Span(0, 16), id=3), Passage(Span(17, len(TEXT)), id=4)]


def test_one_document_a_passage_without_words_that_are_never_asked_for():
    first, second = documents(ARTICLE, PARTS)
    assert (first.id, first.article_id, second.id) == (3, 7, 4)
    assert "pier" in first.title.split()
    assert "pier" in first.body.split()
    assert "pier" not in second.body.split()
    assert "the" not in first.body.split()


def test_who_speaks_in_a_passage():
    first, second = documents(ARTICLE, PARTS, [(Span(17, 29), 9), (Span(30, len(TEXT)), 8)])
    assert (first.speaker_ids, second.speaker_ids) == ((), (8, 9))


def test_a_statement_that_goes_over_passages_is_in_all_of_them():
    first, second = documents(ARTICLE, PARTS, [(Span(4, 29), 9)])
    assert first.speaker_ids == second.speaker_ids == (9,)


def test_a_statement_outside_of_all_passages_is_in_none():
    (only,) = documents(ARTICLE, PARTS[:1], [(Span(17, 29), 9)])
    assert only.speaker_ids == ()


def test_the_day_of_publication_in_seconds():
    (document,) = documents(ARTICLE, PARTS[:1])
    assert document.published == 1752019200
