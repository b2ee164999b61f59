from bot.answers.relevance import Topic, overlaps, shown_parts
from bot.models import Article, Span, Statement
from bot.search.coverage import asked_words

TEXT = "Vera Orlova spoke of the harbour. She said it needs new cranes. The choir of Kotelsk sang."
ARTICLE = Article(1, "u", "Council of the town", TEXT, "2025-07-09", None, "en")
SAID = Statement((Span(43, 62),), Span(34, 63), "indirect", "said", Span(34, 37), "Vera Orlova")
ALL = (Span(0, len(TEXT)),)


def score(topic, strict=True):
    asked = Topic(asked_words(topic), strict)
    if not asked.touches(SAID, ARTICLE):
        assert asked.score(SAID, ARTICLE, ALL) == 0.0
    return asked.score(SAID, ARTICLE, ALL)


def test_its_own_words_count_most():
    assert score("cranes") == 1.0
    assert 0 < score("cranes harbour") < 1.0


def test_what_only_the_neighbours_tell_is_not_its_topic():
    assert score("Kotelsk") == 0.0
    assert score("moon") == 0.0


def test_a_name_of_the_topic_that_nothing_holds_rules_it_out():
    assert score("cranes Australia") == 0.0


def test_parts_within_a_window():
    assert overlaps([Span(0, 10), Span(20, 30)], Span(5, 25)) == (Span(5, 10), Span(20, 25))
    assert shown_parts(SAID, ALL) == (SAID.context,)
