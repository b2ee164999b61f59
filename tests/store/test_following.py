"""What a follower of the library gets to see."""


def test_changes_come_in_order_each_as_it_is_now(store, make_article, says):
    store.articles.save([make_article("u1", "one", says("Ann Lee"), says(None)), make_article("u2", "two")])
    store.articles.save([make_article("u1", "new one", says("Bo Ray", 2, 4))])
    second, first = store.changes(0)
    assert (second.sequence, second.article.url, second.spoken) == (2, "u2", ())
    assert (first.sequence, first.article.text, first.article.version) == (3, "new one", 2)
    assert [passage.span.end for passage in first.passages] == [7]
    assert first.spoken == (((2, 4), 2),)
    assert store.changes(3) == []


def test_a_statement_without_speaker_is_left_out(store, make_article, says):
    said = (says(None, 3, 4), says("Bo Ray", 5, 6), says("Ann Lee", 1, 2))
    store.articles.save([make_article("u1", "one", *said)])
    (change,) = store.changes(0)
    assert change.spoken == (((1, 2), 2), ((5, 6), 1))


def test_limit_gives_the_next_ones(store, make_article):
    store.articles.save([make_article(f"u{number}", f"text {number}") for number in range(7)])
    assert [change.sequence for change in store.changes(2, limit=3)] == [3, 4, 5]
