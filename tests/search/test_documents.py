from bot.models import Article, Passage, Span, Statement
from bot.search.documents import documents

TEXT = "The pier opened. “We are glad,” Vera Orlova said."
ARTICLE = Article(7, "u", "Pier opens", TEXT, "2025-07-09", None, "en")
STATEMENT = Statement(
    (Span(18, 29),), Span(17, len(TEXT)), "direct", "said", Span(32, 43), "Vera Orlova", id=5
)


def test_one_document_a_passage_and_one_a_statement():
    passage, statement = documents(ARTICLE, [Passage(Span(0, len(TEXT)), id=3)], [STATEMENT], [9])
    assert (passage.kind, passage.id, passage.article_id, passage.speaker_id) == ("passage", 3, 7, 0)
    assert (statement.kind, statement.id, statement.speaker_id) == ("statement", 5, 9)
    assert "pier" in passage.title.split()
    assert "pier" in passage.body.split()
    assert "pier" not in statement.body.split()


def test_the_day_of_publication_in_seconds():
    (document,) = documents(ARTICLE, [Passage(Span(0, 16))], [])
    assert document.published == 1752019200


def test_without_speaker_ids_nobody_is_known():
    (document,) = documents(ARTICLE, [], [STATEMENT])
    assert document.speaker_id == 0
