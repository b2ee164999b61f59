"""Feeds followed beside a chat: in a thread, until the bot ends."""

import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.app import library
from bot.app.feeds import feed_service, polled
from bot.app.library import Whosaid, open_whosaid
from bot.config import load_settings
from tests.ingest.webs import page
from tests.sources.server import Headers, Reply, Server, serving


def answers(path: str, headers: Headers) -> Reply:
    if path != "/rss":
        return Reply(200, page("Tarn"))
    item = "<item><title>Ferry</title><link>http://{}/ferry</link></item>".format(headers["host"])
    return Reply(200, f"<rss version='2.0'><channel><title>Tarn</title>{item}</channel></rss>".encode())


@pytest.fixture
def site() -> Iterator[Server]:
    with serving(answers) as server:
        yield server


@pytest.fixture
def whosaid(tmp_path: Path, site: Server) -> Iterator[Whosaid]:
    changed = {"whosaid_db": tmp_path / "a.db", "allow_private_addresses": True}
    with open_whosaid(load_settings(None).model_copy(update=changed)) as opened:
        opened.store.feeds.add(f"{site.url}/rss", "", "", int(opened.now().timestamp()), 1800)
        yield opened


def until(true: Callable[[], bool], seconds: float = 30.0) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it takes too long"
        time.sleep(0.02)


def test_feeds_are_followed_while_the_bot_runs(whosaid: Whosaid, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    with polled(whosaid, 0.05):
        until(lambda: "1 added" in caplog.text)
        assert whosaid.index.sequence() == whosaid.store.sequence() == 1
    assert whosaid.store.articles.overview().articles == 1


def test_a_database_that_is_busy_is_tried_again(whosaid: Whosaid, caplog: pytest.LogCaptureFixture) -> None:
    connections = whosaid.store.feeds._connections
    connections._busy_seconds = 0.0
    connection = connections.get()
    connection.execute("BEGIN IMMEDIATE")
    with polled(whosaid, 0.05):
        until(lambda: "tried again" in caplog.text)
        connection.rollback()
        until(lambda: whosaid.store.articles.count() == 1)


def test_no_feed_is_read_onto_a_full_disk(
    whosaid: Whosaid, site: Server, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(library, "ROOM", 2**62)
    with polled(whosaid, 0.01):
        until(lambda: "nearly full" in caplog.text)
    assert site.asked == []


def test_the_setting_decides_whether_this_machine_is_asked(whosaid: Whosaid, site: Server) -> None:
    closed = whosaid.settings.model_copy(update={"allow_private_addresses": False})
    with open_whosaid(closed) as shut, feed_service(shut, 0) as service:
        assert service.poller.poll().failed[0].error.endswith("which is never asked")
    assert site.asked == []
    with feed_service(whosaid, 0) as service:
        assert service.poller.poll(whosaid.store.feeds.all()).outcomes["added"] == 1
