"""Writing one article: what is numbered how, inside a transaction that somebody else ends."""

import pytest

from bot.store import Decision, Known
from bot.store.connection import Connections
from bot.store.saving import look_up, write_article


@pytest.fixture
def connections(path, store):
    opened = Connections(path)
    yield opened
    opened.close()


def test_nothing_is_seen_before_the_transaction_ends(connections, store, make_article, says):
    with connections.write() as connection:
        write_article(connection, make_article("u1", "text", says("Ann Lee")), Decision("added"), 1)
        assert look_up(connection, "u1", "print of text") == Known(1, 1, 1)
        assert store.articles.by_url("u1") is None
    assert store.articles.by_url("u1").version == 1


def test_ids_have_no_gaps_after_a_rollback(connections, store, make_article, says):
    def fail():
        with connections.write() as connection:
            write_article(connection, make_article("u1", "text", says("Ann Lee")), Decision("added"), 1)
            raise ArithmeticError

    with pytest.raises(ArithmeticError):
        fail()
    store.articles.save([make_article("u2", "other", says("Bo Ray"))])
    (change,) = store.changes(0)
    assert (change.article.id, change.passages[0].id, store.statements.of_article(1)[0].id) == (1, 1, 1)
    assert [speaker_id for _, speaker_id in change.spoken] == [1]
