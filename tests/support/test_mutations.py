"""What the sample library supports passes the check; every lie made of it is caught, in both languages."""

from collections import Counter

import pytest

from bot.answers.checking import check
from bot.answers.grounds import held
from bot.answers.library import Library
from bot.index import SearchIndex
from bot.store import open_store
from tests.e2e.support import NOW, sampled
from tests.support.mutations import MUTATIONS, mutants, supported_claims


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mutations")
    with sampled(folder / "samples.db"):
        pass
    store = open_store(folder / "samples.db")
    found = Library(store, SearchIndex(folder / "index", store.identity()))
    found.catch_up()
    yield found
    store.close()


@pytest.fixture(scope="module")
def claims(library):
    articles = library.articles(range(1, 100))
    return [
        claim
        for number, article in sorted(articles.items())
        for claim in supported_claims(article, library.statements_of(number))
    ]


def verdict(text, library):
    return check(text, lambda claim: held(claim, library, NOW)).verdict


def test_there_are_claims_in_both_languages(claims):
    languages = Counter(claim.article.language for claim in claims)
    assert min(languages["en"], languages["ru"]) >= 12


def test_every_claim_passes_as_it_stands(claims, library):
    assert [claim.text for claim in claims if verdict(claim.text, library) != "supported"] == []


def test_there_are_hundreds_of_lies_of_every_kind(claims):
    kinds = Counter(mutant.kind for claim in claims for mutant in mutants(claim, claims))
    assert sum(kinds.values()) >= 500
    assert min(kinds[mutation.__name__] for mutation in MUTATIONS) >= 5


@pytest.mark.parametrize("kind", [mutation.__name__ for mutation in MUTATIONS])
def test_every_lie_is_caught(kind, claims, library):
    lies = [one.text for claim in claims for one in mutants(claim, claims) if one.kind == kind]
    assert [text for text in lies if verdict(text, library) == "supported"] == []
