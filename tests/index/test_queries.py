"""What matches, in which order, and under which filters."""

import pytest

from bot.index import SearchIndex
from bot.models import SearchQuery, SearchTerm


@pytest.fixture
def index(tmp_path):
    return SearchIndex(tmp_path / "index")


def found(index, query):
    return [hit.id for hit in index.search(query)]


def test_any_term_matches_and_more_terms_rank_higher(index, passage, ask):
    index.apply([(1, [passage(1, "bridge open"), passage(2, "bridge"), passage(3, "ferry")])], 1)
    assert found(index, ask("bridge open")) == [1, 2]
    assert found(index, ask("tunnel")) == []


def test_any_alternative_of_a_term_matches(index, passage, ask):
    index.apply([(1, [passage(1, "мост"), passage(2, "bridge"), passage(3, "паром")])], 1)
    assert sorted(found(index, ask("bridge|мост"))) == [1, 2]


def test_alternatives_of_one_term_do_not_add_up(index, passage, ask):
    filler = [passage(number, "ferry") for number in range(10, 20)]
    index.apply([(1, [passage(1, "@orlov orlov orlova"), passage(2, "orlov bridge tunnel"), *filler])], 1)
    assert found(index, ask("@orlov|orlov|orlova bridge")) == [2, 1]


def scores(index, query):
    return {hit.id: hit.score for hit in index.search(query)}


def test_nested_forms_of_one_word_count_as_one_word(index, passage, ask):
    filler = [passage(number, "ferri ferry") for number in range(10, 20)]
    texts = ["rais raised @raised", "rais raised mill", "rais raises mill", "mill"]
    index.apply([(1, [*map(passage, range(1, 5), texts), *filler])], 1)
    nested = scores(index, ask("rais>raised>@raised"))
    commonest, rarest = (scores(index, ask(word)) for word in ("rais", "@raised"))
    assert nested.keys() == commonest.keys()
    assert commonest[1] < nested[1] < rarest[1]
    assert nested[1] > nested[2] > nested[3] == commonest[3]


def test_forms_that_no_document_holds_are_left_out(index, passage, ask):
    index.apply([(1, [passage(1, "bridg"), passage(2, "ferri")])], 1)
    assert scores(index, ask("bridg>bridges>@bridges")) == scores(index, ask("bridg"))
    assert index.search(ask("tunnel>tunnels")) == []


def test_a_title_counts(index, passage, ask):
    index.apply([(1, [passage(1, "open", title="bridge"), passage(2, "open", title="ferry")])], 1)
    assert found(index, ask("bridge")) == [1]
    assert found(index, ask("bridge open")) == [1, 2]


def test_weights_decide(index, passage):
    index.apply([(1, [passage(1, "bridge"), passage(2, "ferry")])], 1)
    for heavy, light, best in (("bridge", "ferry", 1), ("ferry", "bridge", 2)):
        terms = (SearchTerm((heavy,), 3.0), SearchTerm((light,), 1.0))
        assert found(index, SearchQuery(terms))[0] == best


def test_text_is_never_read_as_a_query(index, passage, ask):
    strange = [
        '"',
        "+bridge",
        "body:bridge",
        "bridge*",
        "(",
        "AND",
        "bridge~2",
        "[1",
        "@орлов",
        "c++",
        "\x00",
    ]
    index.apply([(1, [passage(number, text) for number, text in enumerate(strange)])], 1)
    for number, text in enumerate(strange):
        assert found(index, ask(text)) == [number]


def test_speakers(index, passage, ask):
    speakers = {1: (7,), 2: (8, 6), 3: ()}
    index.apply([(1, [passage(number, "bridge", speaker_ids=ids) for number, ids in speakers.items()])], 1)
    assert found(index, ask("bridge", speaker_ids=(7,))) == [1]
    assert found(index, ask("bridge", speaker_ids=(6, 9))) == [2]
    assert sorted(found(index, ask("bridge", speaker_ids=(7, 8)))) == [1, 2]
    assert found(index, ask("bridge", speaker_ids=(9,))) == []
    assert sorted(found(index, ask("bridge"))) == [1, 2, 3]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, [1, 2, 3, 4]),
        ({"until": 100}, [1, 4]),
        ({"until": 101}, [1, 2, 4]),
        ({"until": -10}, [4]),
        ({"since": 100}, [2, 3]),
        ({"since": 101}, [3]),
        ({"since": 0}, [2, 3]),
        ({"since": 100, "until": 200}, [2]),
        ({"since": 300}, []),
        ({"since": 200, "until": 100}, []),
        ({"since": 100, "until": -10}, []),
    ],
)
def test_period_with_undated_and_very_old_documents(index, passage, ask, filters, expected):
    moments = {1: 0, 2: 100, 3: 200, 4: -50}
    index.apply([(1, [passage(number, "bridge", published=at) for number, at in moments.items()])], 1)
    assert sorted(found(index, ask("bridge", **filters))) == expected


@pytest.mark.parametrize("limit", [1, 5, 30])
def test_until_finds_the_old_among_many_newer_and_better(index, passage, ask, limit):
    newer = [passage(number, "bridge open", published=500) for number in range(100, 400)]
    older = [passage(number, "bridge and much more", published=100) for number in range(1, 21)]
    index.apply([(1, newer + older)], 1)
    assert found(index, ask("bridge open", until=200, limit=limit)) == list(range(1, min(limit, 20) + 1))


def test_a_filter_lets_nothing_through_without_the_words(index, passage, ask):
    said = {"speaker_ids": (7,), "published": 100}
    index.apply([(1, [passage(1, "bridge", **said), passage(2, "ferry", **said)])], 1)
    for filters in ({"speaker_ids": (7,)}, {"since": 50}, {"since": 50, "until": 150}):
        assert found(index, ask("bridge", **filters)) == [1]


def test_hits_tell_when_they_were_published(index, passage, ask):
    index.apply([(1, [passage(1, "bridge", published=100), passage(2, "bridge")])], 1)
    assert {hit.id: hit.published for hit in index.search(ask("bridge"))} == {1: 100, 2: 0}


def test_filters_leave_scores_as_they_are(index, passage, ask):
    said = {"speaker_ids": (7,), "published": 100}
    index.apply([(1, [passage(1, "bridge open", **said), passage(2, "ferry", **said)])], 1)
    plain = index.search(ask("bridge"))
    filtered = index.search(ask("bridge", speaker_ids=(7,), since=50, until=150))
    assert [hit.score for hit in filtered] == pytest.approx([hit.score for hit in plain])


def test_equal_scores_come_in_the_order_of_ids(index, passage, ask):
    index.apply([(1, [passage(number, "bridge") for number in (5, 3, 9, 1)])], 1)
    assert found(index, ask("bridge")) == [1, 3, 5, 9]


def test_nothing_asked_nothing_found(index, passage, ask):
    index.apply([(1, [passage(1, "bridge")])], 1)
    assert index.search(ask("")) == []
    assert index.search(SearchQuery((SearchTerm(),))) == []
    assert index.search(ask("bridge", limit=0)) == []
