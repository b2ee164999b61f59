"""Every line of digests of every kind, in both languages, is held to the gate and to the check that shares
nothing with it: over the sample library, and over further articles in both languages.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import pytest

from bot.answers.gate import faults
from bot.app.library import Whosaid
from bot.digests.composer import MOST, Composer
from bot.digests.deciding import Decider, grouped
from bot.digests.digester import Digester
from bot.digests.text import line
from bot.evaluation.grounding import violations
from bot.models import Answer, Claim, Language
from bot.subscriptions.schedule import DAY, Schedule
from bot.subscriptions.subscription import Manner, Place
from bot.subscriptions.values import Scope, Window
from tests.digests.real_news import RealNews
from tests.digests.world import SOURCES, SPEAKERS, TOPICS, Plan, World
from tests.e2e.support import NOW, opened, sampled

SAMPLE_SCOPES = (
    Scope(),
    *(Scope("topic", word) for word in ("bridge", "мост", "flood", "паводок", "ferry", "water", "бюджет")),
    *(Scope("speaker", name) for name in ("Sokolova", "Орлов", "Березин", "Машин")),
    Scope("speaker", "Соколова", "bridge"),
    *(Scope("source", name) for name in ("Yar Herald", "Ярские вести")),
)
WORLD_SCOPES = (
    Scope(),
    *(Scope("topic", word) for word in TOPICS),
    *(Scope("speaker", name) for name in SPEAKERS),
    *(Scope("source", name) for name in SOURCES),
)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whosaid]:
    """The sample library."""
    with sampled(tmp_path_factory.mktemp("lines") / "samples.db") as whosaid:
        yield whosaid


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Whosaid, int]]:
    """Articles of ten days, with the end of these."""
    plan = Plan(subscribers=0, days=10, articles_a_day=20, blocked=0)
    with opened(tmp_path_factory.mktemp("lines") / "world.db") as whosaid:
        news = RealNews(whosaid.store)
        for one in World(plan).arrivals:
            news.tell(one.story, one.published, one.topic, one.source)
        yield whosaid, plan.end


def told(
    whosaid: Whosaid, scopes: Sequence[Scope], windows: Sequence[Window], language: Language
) -> list[Claim]:
    """The lines of all these digests."""
    digester = Digester(whosaid.store)
    digests = (digester.of(scope, window, language, MOST) for scope in scopes for window in windows)
    return [claim for digest in digests for item in digest.items for claim in item.claims]


def check(whosaid: Whosaid, claims: Sequence[Claim], language: Language) -> None:
    for claim in claims:
        ids = {cited.article_id for cited in claim.citations}
        articles = whosaid.store.articles.get(ids)
        ledger = [one for number in ids for one in whosaid.store.statements.of_article(number)]
        assert faults(claim, articles, ledger) == (), line(claim)
        marks = " ".join(f"[{cited.number}]" for cited in claim.citations)
        urls = "\n".join(f"[{cited.number}] {cited.url}" for cited in claim.citations)
        shown = Answer("", "", language, True, None, (claim,), f"{line(claim)} {marks}\n\n{urls}")
        assert violations(shown, articles) == ()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_of_the_sample_library(samples, language):
    until = int(NOW.timestamp())
    ages = (2, 14, 60, 365)
    windows = [Window(0, until - days * DAY, until) for days in ages]
    claims = told(samples, SAMPLE_SCOPES, windows, language)
    assert len(claims) > 100
    check(samples, claims, language)


@pytest.mark.parametrize("scope", [Scope(), Scope("topic", "мост"), Scope("speaker", "Sokolova")])
def test_what_is_sent_is_what_the_terminal_shows(samples, scope):
    now, store = int(datetime(2026, 11, 16, 9, tzinfo=UTC).timestamp()), samples.store
    one = store.subscriptions.save(
        Place(f"telegram:{scope.kind}"), scope, "en", Manner(Schedule("weekly")), now - 8 * DAY
    )
    (group,) = grouped([one], now)
    composer = Composer(store)
    assert Decider(store, composer).decide(now, composer.catch_up())["failed"] == 0
    shown = Digester(store).of(scope, group.window, "en")
    sent = [
        delivery.edition for delivery in store.outbox.waiting(now, 9) if delivery.subscription_id == one.id
    ]
    assert [edition.items for edition in sent] == [shown.items]
    store.subscriptions.remove(one.id)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_of_further_articles_in_both_languages(world, language):
    whosaid, end = world
    windows = [Window(0, end - days * DAY, end + DAY) for days in (1, 4, 11)]
    claims = told(whosaid, WORLD_SCOPES, windows, language)
    assert len({claim.text for claim in claims}) > 200
    assert {claim.text.isascii() for claim in claims} == {True, False}
    check(whosaid, claims, language)
