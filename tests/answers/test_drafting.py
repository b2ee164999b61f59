"""What a model writes out of pieces, at the gate; the model is a function of the test."""

import pytest

from bot.answers.drafting import Brief
from bot.answers.pieces import Piece
from bot.answers.spending import Limits
from bot.errors import EndpointError
from bot.models import Article, AskedSpeaker, Citation, Judged, Span, Statement
from tests.llm.writers import Book, Model, answer, claim, quoting, read, scribe

TEXT = "Vera Holm said that the pier would open in May. Boats are late. The lamps of the pier are new."
ARTICLE = Article(1, "http://pier", "Pier", TEXT, "2031-05-05", "Gazette", "en")
SAID = Statement((Span(15, 46),), Span(0, 47), "indirect", "said", None, "Vera Holm", article_id=1, id=9)


def piece(start, end, statement=None):
    cited = Citation(
        0, 1, ARTICLE.url, ARTICLE.title, ARTICLE.source, ARTICLE.published, start, end, TEXT[start:end]
    )
    return Piece(TEXT[start:end], ARTICLE, (cited,), (SAID,), statement)


PIECES = (piece(0, 47, SAID), piece(48, 63), piece(64, 94))


def test_no_more_claims_than_wanted():
    written = scribe("digest", Model(quoting)).write(Brief("en", 2), PIECES)
    assert [one.text for one in written.claims] == [TEXT[:47], "Boats are late."]
    assert written.shown == ((9,), ())
    assert not written.broken_off


def test_a_speaker_is_called_as_the_reader_does():
    asked = AskedSpeaker("Холм", "Вера Холм")
    written = scribe("digest", Model(quoting)).write(Brief("ru", 1, (asked,)), PIECES)
    assert [one.speaker for one in written.claims] == ["Вера Холм"]


def test_what_was_told_by_somebody_is_no_fact():
    pieces = (piece(0, 47),)  # the evidence was found as a sentence, the ledger knows who said it
    model = Model(lambda body: answer(claim("The pier will open in May.", *read(body).pieces)))
    written = scribe("digest", model).write(Brief("en", 3), pieces)
    assert [one.text for one in written.claims] == [TEXT[:47]]
    assert written.judged == Judged(0, 1, 0)


@pytest.mark.parametrize(("limits", "spent"), [(Limits(per_day=9), True), (None, False)])
def test_a_call_that_is_not_made_is_told_from_one_that_fails(limits, spent):
    book = Book()
    written = scribe("digest", Model(quoting, EndpointError("gone")), book, limits).write(
        Brief("en", 3), PIECES
    )
    assert (written.spent, written.broken_off) == (spent, True)
    assert len(book.calls) == (0 if spent else 1)
