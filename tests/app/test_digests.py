"""Digests decided beside a chat: in a thread, until the bot ends."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app.digests import digests_decided
from bot.app.library import Whosaid, open_whosaid
from bot.config import load_settings
from bot.ingest.analyse import analyse
from bot.models import Draft
from bot.subscriptions.schedule import Schedule
from bot.subscriptions.subscription import Manner, Place
from bot.subscriptions.values import Scope
from tests.app.test_feeds import until

TEXT = """The ferry of Tarnholm stopped on Monday after its engine failed in the morning fog.

"We shall repair it within a week," harbour master Oleg Dymov said."""


@pytest.fixture
def whosaid(tmp_path: Path) -> Iterator[Whosaid]:
    settings = load_settings(None).model_copy(update={"whosaid_db": tmp_path / "a.db"})
    with open_whosaid(settings) as opened:
        yield opened


def arrive(whosaid: Whosaid, number: int = 1) -> None:
    published = whosaid.now().isoformat()
    draft = Draft(f"http://tarn/{number}", "Ferry stops", f"{TEXT} {number}", published, "Gazette")
    whosaid.store.articles.save([analyse(draft)])


def test_an_alert_is_decided_while_the_bot_runs(whosaid: Whosaid) -> None:
    minute_ago = int(whosaid.now().timestamp()) - 60
    place, manner = Place("telegram:1"), Manner(Schedule("at_once"))
    whosaid.store.subscriptions.save(place, Scope("topic", "ferry"), "en", manner, minute_ago)
    whosaid.store.subscriptions.save(place, Scope("speaker", "Dymov"), "en", manner, minute_ago)
    with digests_decided(whosaid, 0.05):
        arrive(whosaid)
        until(lambda: whosaid.store.outbox.counts().get("pending", 0) >= 1)
    (waiting,) = whosaid.store.outbox.waiting(int(time.time()) + 60, 9)
    (item,) = waiting.edition.items
    assert item.kind == "statement"
    assert "repair it within a week" in item.claims[0].text


def test_a_database_that_is_busy_is_tried_again(whosaid: Whosaid, caplog: pytest.LogCaptureFixture) -> None:
    minute_ago = int(whosaid.now().timestamp()) - 60
    manner = Manner(Schedule("at_once"))
    whosaid.store.subscriptions.save(Place("telegram:1"), Scope("topic", "ferry"), "en", manner, minute_ago)
    arrive(whosaid)
    connections = whosaid.store.outbox._connections
    connections._busy_seconds = 0.0
    connection = connections.get()
    connection.execute("BEGIN IMMEDIATE")
    with digests_decided(whosaid, 0.05):
        until(lambda: "tried again" in caplog.text)
        connection.rollback()
        until(lambda: whosaid.store.outbox.counts().get("pending", 0) == 1)
