"""The ledger: what comes back, in which order, under which filters."""

from datetime import date

from bot.models import Span, Statement
from bot.store import StatementFilter

FULL = Statement(
    spans=(Span(0, 3), Span(8, 12)),
    context=Span(0, 20),
    kind="mixed",
    cue="сказала",
    mention=Span(4, 7),
    speaker="Анна Лихова",
    speaker_kind="person",
    offices=("мэр", "head of the council"),
    said_on=date(2031, 5, 5),
    chain=("TASS",),
    declined=True,
)


def ids(statements):
    return [statement.id for statement in statements]


def test_every_field_comes_back(store, make_article, says):
    store.articles.save([make_article("u1", "x" * 30, FULL, says(None))])
    full, bare = store.statements.get([1, 2])
    assert full == FULL.__class__(
        **{name: getattr(FULL, name) for name in FULL.__slots__} | {"id": 1, "article_id": 1}
    )
    assert (bare.speaker, bare.mention, bare.said_on) == (None, None, None)


def test_get_keeps_the_order_asked_for_and_leaves_out_the_unknown(store, make_article, says):
    store.articles.save([make_article("u1", "text", says("Ann Lee"), says("Bo Ray"), says(None))])
    assert ids(store.statements.get([3, 99, 1])) == [3, 1]


def test_of_speakers_is_newest_first_and_in_text_order_within_an_article(store, make_article, says):
    lee, ray = "Ann Lee", "Bo Ray"
    store.articles.save(
        [
            make_article("u1", "one", says(lee, 9, 12), says(lee, 1, 4), published="2031-01-01"),
            make_article("u2", "two", says(ray), published="2031-01-03"),
            make_article("u3", "three", says(lee), published="2031-01-02"),
            make_article("u4", "four", says(lee), published=None),
        ]
    )
    assert ids(store.statements.of_speakers([1, 2])) == [3, 4, 2, 1, 5]
    assert ids(store.statements.of_speakers([1], limit=2)) == [4, 2]
    assert ids(store.statements.of_speakers([1], since=0)) == [4, 2, 1]
    assert ids(store.statements.of_speakers([1], until=1925078400)) == [2, 1, 5]
    assert ids(store.statements.of_speakers([])) == []


def test_statements_of_an_older_version_are_not_found(store, make_article, says):
    store.articles.save([make_article("u1", "old", says("Ann Lee"))])
    store.articles.save([make_article("u1", "new", says("Ann Lee", 1, 2))])
    assert ids(store.statements.get([1, 2])) == [2]
    assert ids(store.statements.of_speakers([1])) == [2]
    assert ids(store.statements.of_article(1)) == [2]
    assert [statement.id for statement, _ in store.statements.all()] == [2]


def test_all_joins_articles_and_filters(store, make_article, says):
    store.articles.save(
        [
            make_article("u1", "one", says("Ann Lee"), says("Bo Ray"), published="2031-01-01"),
            make_article("u2", "two", says("Ann Lee"), says(None), published="2031-01-03"),
            make_article("u3", "three", says("Ann Lee"), published=None),
        ]
    )

    def found(**wanted):
        return [(said.id, article.url) for said, article in store.statements.all(StatementFilter(**wanted))]

    assert found() == [(1, "u1"), (2, "u1"), (3, "u2"), (4, "u2"), (5, "u3")]
    assert found(speaker_ids=(1,)) == [(1, "u1"), (3, "u2"), (5, "u3")]
    assert found(speaker_ids=(2, 77)) == [(2, "u1")]
    assert found(url="u2") == [(3, "u2"), (4, "u2")]
    assert found(url="u2", speaker_ids=(1,)) == [(3, "u2")]
    assert found(url="nowhere") == []
    assert found(since=1925078400) == [(3, "u2"), (4, "u2")]
    assert found(until=1925078400) == [(1, "u1"), (2, "u1"), (5, "u3")]


def test_all_survives_writes_between_chunks(store, make_article, says):
    store.articles.save([make_article(f"u{n}", f"text {n}", says("Ann Lee")) for n in range(1200)])
    listing = store.statements.all()
    next(listing)
    store.articles.save([make_article("u1100", "rewritten")])
    assert len(list(listing)) == 1198


def test_statements_in_passages_come_in_the_order_of_the_passages(store, make_article, says):
    store.articles.save(
        [
            make_article("u1", "a long text", says("Ann Lee", 6, 9), says("Bo Ray", 2, 4)),
            make_article("u2", "another text", says("Ann Lee"), says(None, 7, 9)),
        ]
    )
    found = store.statements.in_passages([2, 1, 99])
    assert [(one.article_id, one.speaker) for one in found] == [
        (2, "Ann Lee"),
        (2, None),
        (1, "Bo Ray"),
        (1, "Ann Lee"),
    ]
    assert [one.article_id for one in store.statements.in_passages([1, 2], [1])] == [1, 2]
    assert store.statements.in_passages([]) == []


def test_statements_in_passages_are_those_of_the_current_version(store, make_article, says):
    store.articles.save([make_article("u1", "one", says("Ann Lee", 0, 2))])
    store.articles.save([make_article("u1", "two", says("Bo Ray", 0, 2))])
    assert [one.speaker for one in store.statements.in_passages([1, 2])] == ["Bo Ray"]
