"""Three days of feeds that misbehave, stopped in between: every reachable article is stored once."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.ingest.getting import Getter
from bot.ingest.poll import Poller
from bot.ingest.workshop import Workshop
from bot.sources import AddressPolicy, Fetcher, FetchLimits
from bot.store import Store, open_store
from tests.sources.misbehaving import HOURS, START, Misbehaving, misbehaving

LIMITS = FetchLimits(body=500_000, unpacked=2_000_000, seconds=0.3, silence=0.15, redirects=4)


class Killed(Exception):
    """The process dies here."""


@pytest.fixture
def site() -> Iterator[Misbehaving]:
    with misbehaving(Misbehaving(feeds=20, articles=10)) as running:
        yield running


def poller(store: Store, site: Misbehaving) -> Poller:
    clock = lambda: site.moment  # noqa: E731
    fetcher = Fetcher(AddressPolicy(allow_loopback=True), LIMITS)
    return Poller(store, Getter(fetcher, Workshop(0), clock), clock)


def words(store: Store) -> Counter[str]:
    """How many articles hold each word that is an article's own."""
    articles = store.articles.get(range(1, store.articles.count() + 1)).values()
    return Counter(word for article in articles for word in article.text.split() if word.startswith("wort"))


def days(store: Store, site: Misbehaving, dies: Callable[[], None]) -> None:
    """From the site's hour to the end; `dies` is called after every few articles."""
    running = poller(store, site)
    while site.hour < HOURS:
        running.poll(stored=dies)
        due = store.feeds.next_due() or 0
        site.hour = max(site.hour + 0.5, (due - START.timestamp()) / 3600)


def test_every_reachable_article_is_stored_once(site: Misbehaving, tmp_path: Path) -> None:
    kills = iter([3, 9, 10**9])
    left = [next(kills)]

    def dies() -> None:
        left[0] -= 1
        if left[0] == 0:
            left[0] = next(kills)
            raise Killed

    with open_store(tmp_path / "a.db") as store:
        for url in site.feed_urls():
            store.feeds.add(url, "", "", int(START.timestamp()), 1800)
    while site.hour < HOURS:
        with open_store(tmp_path / "a.db") as store:
            try:
                days(store, site, dies)
            except Killed:
                site.hour += 0.1
    with open_store(tmp_path / "a.db") as store:
        found = words(store)
        assert site.reachable() <= found.keys()
        assert set(found.values()) == {1}
        assert {site.manner(int(word[4:7]))[0] for word in found.keys() - site.reachable()} <= {"gone"}
        feeds = {site.manner(number)[0]: feed for number, feed in enumerate(store.feeds.all())}
        latest = max(article.published or "" for article in store.articles.get(range(1, 999)).values())
        versions = {article.version for article in store.articles.get(range(1, 999)).values()}
    assert left[0] > 10**6, "not killed as often as meant"
    assert [name for name, feed in feeds.items() if feed.paused] == ["gone"]
    assert feeds["moved"].url.endswith("/new")
    assert latest <= (START + timedelta(hours=HOURS)).isoformat()
    assert versions == {1, 2}
