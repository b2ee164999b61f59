"""The cases that come with the sample library: well-formed, fair, and never answered worse than now."""

from zoneinfo import ZoneInfo

import pytest

from bot.evaluation.cases import BUILT_IN, read_cases
from bot.evaluation.results import tallies
from bot.evaluation.running import run_case
from bot.ingest.grouping import group_stories
from bot.language.dates import readable_date
from tests.e2e.support import NOW, SAMPLES, sampled

FLOOR = 0.96  # share of cases as expected, rounded down to 0.02; raise it when answers get better
CATEGORIES = {
    "said", "said-about", "said-by-role", "said-vs-about", "nested", "who-said", "inflected",
    "transliterated", "misspelt", "namesake", "followup", "topic-switch", "negative", "false-premise",
    "not-news", "opinion", "smalltalk", "injection", "said-when", "factoid", "latest", "compare",
    "timeline", "count-list", "event", "commented", "changes", "position", "disagreement",
}  # fmt: skip


@pytest.fixture(scope="module")
def cases():
    return read_cases(BUILT_IN, ZoneInfo("UTC"))


@pytest.fixture(scope="module")
def whosaid(tmp_path_factory):
    with sampled(tmp_path_factory.mktemp("evaluation") / "samples.db") as library:
        group_stories(library.store)
        yield library


def test_every_category_in_both_languages_in_fair_shares(cases):
    assert {case.category for case in cases} == CATEGORIES
    assert len({case.id for case in cases}) == len(cases) >= 60
    russian = sum(any("а" <= letter <= "я" for letter in case.turns[0].q.lower()) for case in cases)
    assert 0.4 <= russian / len(cases) <= 0.6


def test_what_is_expected_stands_in_the_articles_that_are_expected(cases, whosaid):
    for case in cases:
        for turn in case.turns:
            articles = [whosaid.store.articles.by_url(url) for url in turn.expect.cite_any]
            assert all(articles), case.id
            days = [readable_date(one.published, language) for one in articles for language in ("en", "ru")]
            text = "\n".join([*(one.text for one in articles), *days])
            for choices in turn.expect.must:
                assert any(choice.search(text) for choice in choices), (case.id, choices)


def test_no_sample_article_is_a_case(cases, whosaid):
    assert BUILT_IN not in SAMPLES.rglob("*")
    assert whosaid.store.articles.overview().articles == len(list(SAMPLES.iterdir()))


def test_all_answers_are_grounded_and_enough_are_as_expected(cases, whosaid):
    results = [run_case(case, whosaid.answerer, whosaid.store.articles.get, NOW) for case in cases]
    violations = [(result.id, turn.violations) for result in results for turn in result.turns]
    assert [found for found in violations if found[1]] == []
    total = tallies(results)[-1]
    failed = [result.id for result in results if not result.expected]
    assert total.expected / total.cases >= FLOOR, failed
