from dataclasses import replace

from bot.answers.evidence import Evidence, FoundSentence, FoundStatement
from bot.answers.pieces import LETTERS, MOST, pieces
from bot.models import Article, AskedSpeaker, Span, Statement

TEXT = "The pier opens.\n\n“Boats are late,” Vera Orlova said. Nobody was hurt."
ARTICLE = Article(7, "file:pier.txt", "Pier", TEXT, "2025-07-09T10:00:00Z", "The Gazette", "en")
SPAN = Span(TEXT.index("“"), TEXT.index(" Nobody"))
STATEMENT = Statement(
    (Span(SPAN.start + 1, SPAN.start + 15),), SPAN, "direct", "said", None, "Vera Orlova", id=3, article_id=7
)


def test_a_statement_and_a_sentence_with_what_they_are_cited_by():
    evidence = Evidence(
        (FoundStatement(STATEMENT, ARTICLE),),
        (FoundSentence(Span(0, 15), ARTICLE), FoundSentence(Span(0, 15), ARTICLE)),
    )
    said, told = pieces(evidence, lambda number: [STATEMENT] if number == 7 else [], "en")
    assert said.told == "(2025-07-09, The Gazette, said by Vera Orlova) “Boats are late,” Vera Orlova said."
    assert told.told == "(2025-07-09, The Gazette) The pier opens."
    assert [cited.quote for cited in said.citations] == [said.text]
    assert said.ledger == told.ledger == (STATEMENT,)
    assert told.statement is None


def test_where_nothing_is_known_of_an_article_its_words_stand_alone():
    bare = Article(1, "file:a", "A", "Boats.", None, None, "en")
    (piece,) = pieces(Evidence(sentences=(FoundSentence(Span(0, 6), bare),)), lambda _: [], "en")
    assert piece.told == "Boats."


def test_no_more_than_a_model_can_use():
    text = " ".join(f"Boat {number} sails." for number in range(1000))
    spans = [Span(place, place + 100) for place in range(0, len(text) - 100, 100)]
    article = Article(1, "file:a", "A", text, None, None, "en")
    assert len(pieces(_sentences(article, spans), lambda _: [], "en")) == MOST
    wide = [Span(place, place + 5000) for place in (0, 5001, 10002)]
    assert len(pieces(_sentences(article, wide), lambda _: [], "en")) == 1
    assert sum(len(piece.text) for piece in pieces(_sentences(article, spans), lambda _: [], "en")) <= LETTERS


def test_each_asked_speaker_has_a_turn():
    asked = [AskedSpeaker(name, name) for name in ("Orlova", "Dymov")]
    articles = [replace(ARTICLE, id=number) for number in range(1, 5)]
    who = (0, 0, 0, 1)
    evidence = Evidence(
        tuple(
            FoundStatement(STATEMENT, article, 1.0, asked[one])
            for article, one in zip(articles, who, strict=True)
        )
    )
    assert [piece.article.id for piece in pieces(evidence, lambda _: [], "en")] == [1, 4, 2, 3]


def test_what_answers_less_well_comes_last():
    spans = [FoundSentence(Span(start, start + 5), ARTICLE) for start in (0, 10)]
    evidence = Evidence(sentences=(spans[1],), further=(spans[0],))
    assert [piece.citations[0].start for piece in pieces(evidence, lambda _: [], "en")] == [10, 0]


def test_no_evidence_gives_no_pieces():
    assert pieces(Evidence(), lambda _: [], "en") == ()


def _sentences(article, spans):
    return Evidence(sentences=tuple(FoundSentence(span, article) for span in spans))


def test_the_language_of_the_question_comes_first():
    russian = Article(2, "file:b", "B", "Лодки опаздывают.", None, None, "ru")
    evidence = Evidence(sentences=tuple(FoundSentence(Span(0, 15), one) for one in (russian, ARTICLE)))
    found = [pieces(evidence, lambda _: [], language) for language in ("en", "ru")]
    assert [[piece.article.language for piece in one] for one in found] == [["en", "ru"], ["ru", "en"]]
