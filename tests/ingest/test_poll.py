"""The use case over a real store and a web without sockets: nothing missed, nothing twice, nothing silent."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import BadResponse, PageMissing, RetryLater, Unreachable, UnsafeAddress
from bot.ingest.poll import Poller, PollReport
from bot.sources import Fetched, Validators
from bot.store import Store, open_store
from tests.ingest.webs import FakeWeb, page, rss

URL = "https://tarn.example/rss"


@pytest.fixture
def web() -> FakeWeb:
    found = FakeWeb()
    for place in ("dolsk", "murom", "tula"):
        found.put(f"https://tarn.example/{place}", page(place))
    return found


@pytest.fixture
def store(tmp_path: Path, web: FakeWeb) -> Iterator[Store]:
    with open_store(tmp_path / "a.db") as opened:
        opened.feeds.add(URL, "", "", int(web.now.timestamp()), 1800)
        yield opened


def poll(store: Store, web: FakeWeb, after: timedelta = timedelta()) -> PollReport:
    web.now += after
    return Poller(store, web.getter(), web.clock).poll()


def titles(store: Store) -> list[str]:
    return sorted(article.title for article in store.articles.get(range(99)).values())


def test_new_articles_are_taken_in_once(store: Store, web: FakeWeb) -> None:
    web.put(URL, rss("dolsk", "murom"), rss("tula", "dolsk"))
    report = poll(store, web)
    assert (report.looked, report.outcomes["added"]) == (1, 2)
    assert poll(store, web).looked == 0
    assert poll(store, web, timedelta(hours=1)).outcomes["added"] == 1
    assert titles(store) == ["Ferry of dolsk", "Ferry of murom", "Ferry of tula"]
    assert web.urls().count("https://tarn.example/dolsk") == 1


def test_validators_are_kept_and_sent(store: Store, web: FakeWeb) -> None:
    first = Fetched(URL, rss("dolsk"), validators=Validators('"1"', "then"))
    web.put(URL, first, Fetched(URL, b"", unchanged=True))
    poll(store, web)
    assert poll(store, web, timedelta(hours=1)).unchanged == 1
    assert web.asked[-1] == (URL, Validators('"1"', "then"))


def test_a_page_that_cannot_be_had_today_is_tried_again(store: Store, web: FakeWeb) -> None:
    web.put(URL, Fetched(URL, rss("dolsk"), validators=Validators('"1"')), Fetched(URL, b"", unchanged=True))
    web.put("https://tarn.example/dolsk", Unreachable("no answer"), RetryLater("broken"), page("dolsk"))
    assert poll(store, web).postponed == 1
    assert poll(store, web, timedelta(minutes=10)).postponed == 1
    assert titles(store) == []
    assert poll(store, web, timedelta(minutes=30)).outcomes["added"] == 1
    assert titles(store) == ["Ferry of dolsk"]


@pytest.mark.parametrize("error", [PageMissing("no such page"), UnsafeAddress("an inner network")])
def test_a_page_that_is_lost_is_given_up_and_told(store: Store, web: FakeWeb, error: Exception) -> None:
    web.put(URL, rss("dolsk"))
    web.put("https://tarn.example/dolsk", error)  # type: ignore[arg-type]
    reports = [poll(store, web, timedelta(hours=2)) for _ in range(4)]
    assert [len(report.failed) for report in reports] == [0, 0, 1, 0]
    assert reports[2].failed[0].source == "https://tarn.example/dolsk"
    assert store.feeds.counts(0)[1].failed == 1


def test_a_page_that_we_are_not_let_to_leaves_the_feeds_own_words(store: Store, web: FakeWeb) -> None:
    web.put(URL, rss("dolsk").replace(b"It sank.", b"It sank at the quay of Dolsk. " * 9))
    web.put("https://tarn.example/dolsk", BadResponse("the server refuses the page (403)"))
    for _ in range(3):
        report = poll(store, web, timedelta(hours=2))
    assert (report.outcomes["added"], report.failed) == (1, [])
    assert store.articles.get([1])[1].text.startswith("It sank at the quay")


def test_a_changed_item_makes_a_new_version(store: Store, web: FakeWeb) -> None:
    web.put(URL, rss("dolsk"), rss("dolsk").replace(b"It sank.", b"It was raised."))
    web.put("https://tarn.example/dolsk", page("dolsk"), page("dolsk").replace(b"sank", b"rose"))
    poll(store, web)
    assert poll(store, web, timedelta(hours=1)).outcomes["updated"] == 1
    article = store.articles.get([1])[1]
    assert (article.version, "rose" in article.text) == (2, True)


def test_a_failing_feed_is_told_once_and_paused(
    store: Store, web: FakeWeb, caplog: pytest.LogCaptureFixture
) -> None:
    url = f"{URL}?key=hush"
    store.feeds.remove(URL)
    store.feeds.add(url, "", "", int(web.now.timestamp()), 1800)
    web.put(url, Unreachable("no answer"))
    caplog.set_level(logging.INFO)
    reports = [poll(store, web, timedelta(hours=16)) for _ in range(16)]
    assert [len(report.paused) for report in reports] == [0] * 11 + [1] + [0] * 4
    assert len(web.asked) == 12
    assert [record.levelname for record in caplog.records].count("ERROR") == 1
    assert "hush" not in caplog.text
    (feed,) = store.feeds.all()
    assert (feed.paused, feed.error) == (True, "no answer")


def test_a_feed_that_moved_to_another_is_told(store: Store, web: FakeWeb) -> None:
    store.feeds.add(URL + "2", "", "", int(web.now.timestamp()), 1800)
    web.put(URL, Fetched(URL + "2", rss("dolsk"), moved_to=URL + "2"))
    web.put(URL + "2", rss("dolsk"))
    report = poll(store, web)
    assert [failure.source for failure in report.paused] == [URL]
    assert titles(store) == ["Ferry of dolsk"]
    assert [feed.paused for feed in store.feeds.all()] == [True, False]


def test_a_paused_feed_that_is_asked_for_and_answers_goes_on(store: Store, web: FakeWeb) -> None:
    web.put(URL, PageMissing("gone", gone=True), rss("dolsk"))
    assert len(poll(store, web).paused) == 1
    report = Poller(store, web.getter(), web.clock).poll(store.feeds.all())
    assert report.outcomes["added"] == 1
    assert not store.feeds.all()[0].paused


def test_a_server_that_asks_us_to_wait_is_left_alone(store: Store, web: FakeWeb) -> None:
    web.put(URL, rss("dolsk", "murom"))
    web.put("https://tarn.example/dolsk", RetryLater("busy", 3600), page("dolsk"))
    poller = Poller(store, web.getter(), web.clock)
    poller.poll()
    asked = len(web.asked)
    web.now += timedelta(minutes=50)
    report = poller.poll()
    assert (len(web.asked), report.failed) == (asked, [])
    web.now += timedelta(minutes=30)
    poller.poll()
    assert titles(store) == ["Ferry of dolsk", "Ferry of murom"]


def test_the_same_article_of_two_feeds_is_asked_for_once(store: Store, web: FakeWeb) -> None:
    web.put(URL, rss("dolsk"))
    web.put(URL + "2", rss("dolsk", title="All"))
    poll(store, web)
    store.feeds.add(URL + "2", "", "", int(web.now.timestamp()), 1800)
    poll(store, web)
    assert web.urls().count("https://tarn.example/dolsk") == 1
    assert titles(store) == ["Ferry of dolsk"]


def test_a_process_that_dies_after_the_feed_was_read_loses_nothing(store: Store, web: FakeWeb) -> None:
    class Killed(Exception):
        pass

    def dies() -> None:
        raise Killed

    web.put(URL, Fetched(URL, rss("dolsk", "murom", "tula"), validators=Validators('"1"')),
            Fetched(URL, b"", unchanged=True))  # fmt: skip
    for place in ("murom", "tula"):
        web.put(f"https://tarn.example/{place}", Unreachable("no answer"), page(place))
    with pytest.raises(Killed):
        Poller(store, web.getter(), web.clock).poll(stored=dies)
    poll(store, web, timedelta(hours=1))
    assert titles(store) == ["Ferry of dolsk", "Ferry of murom", "Ferry of tula"]
