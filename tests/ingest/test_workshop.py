"""Reading in processes: the same as here, bounded in time, and mended when a process dies."""

import os
import signal
import time
from datetime import UTC, datetime
from threading import Thread

import pytest

from bot.articles.entries import Entry
from bot.ingest import workshop as module
from bot.ingest.workshop import Workshop, analysed_page, in_time

SEEN = datetime(2031, 5, 6, 12, tzinfo=UTC)
URL = "https://tarn.example/1"
RSS = b"<rss version='2.0'><channel><item><title>Ferry</title></item></channel></rss>"
LONG = "\n\n".join(["“It sank,” mayor Ida Holm said on Sunday, and nobody was surprised."] * 20)
PARAGRAPHS = LONG.replace("\n\n", "</p><p>")
PAGE = f"<html><body><article><h1>Ferry</h1><p>{PARAGRAPHS}</p></article></body></html>"


def dies() -> None:
    os._exit(3)


def test_the_same_in_a_process_and_here() -> None:
    there, here = Workshop(1), Workshop(0)
    try:
        for shop in (there, here):
            assert shop.feed(RSS, URL).entries[0].title == "Ferry"
            with pytest.raises(ValueError, match="no feed"):
                shop.feed(b"words", URL)
        page, entry = (PAGE.encode(), URL, Entry(URL), SEEN), (Entry(URL, content=LONG), URL, SEEN)
        assert there.page(*page) == here.page(*page)
        assert there.entry(*entry) == here.entry(*entry)
        assert there.page(*page).statements[0].speaker == "Ida Holm"
        with pytest.raises(ValueError, match="broke down"):
            there._do(dies)
        assert there.feed(RSS, URL).entries[0].title == "Ferry"
    finally:
        there.close()
        here.close()
    with pytest.raises(ValueError, match="the bot ends"):
        there.feed(RSS, URL)


def test_the_feeds_own_text_stands_for_a_page_without_an_article() -> None:
    empty = b"<html><body></body></html>"
    assert analysed_page(empty, URL, Entry(URL, content=LONG), SEEN).draft.text == LONG
    with pytest.raises(ValueError, match="no article"):
        analysed_page(empty, URL, Entry(URL, summary="Short."), SEEN)


def stubborn() -> None:
    """Goes on after the first alarm, as code does that catches everything."""
    for _ in range(2):
        try:
            while True:
                time.sleep(0.001)
        except BaseException:
            if time.monotonic() > stubborn.until:  # type: ignore[attr-defined]
                raise


def test_work_ends_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS", 0.1)
    stubborn.until = time.monotonic() + 0.5  # type: ignore[attr-defined]
    with pytest.raises(ValueError, match="longer than"):
        in_time(stubborn)
    assert in_time(int, "7") == 7


def test_processes_are_replaced_while_work_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_TASKS", 5)
    shop, found = Workshop(1), []
    threads = [
        Thread(target=lambda: found.extend(shop._do(os.getpid) for _ in range(4)), daemon=True)
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    shop.close()
    assert len(found) == 12
    assert len(set(found)) == 3


def hangs() -> None:
    """As a loop below Python would: no signal is heard."""
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
    time.sleep(60)


def with_little_time(seconds: float) -> None:
    module.LAST_SECONDS = seconds


def test_a_process_that_hears_no_alarm_is_replaced() -> None:
    shop = Workshop(1)
    shop._do(with_little_time, 0.2)
    with pytest.raises(ValueError, match="broke down"):
        shop._do(hangs)
    assert shop.feed(RSS, URL).entries[0].title == "Ferry"
    shop.close()


def test_processes_can_be_asked_from_many_threads() -> None:
    shop, found = Workshop(1), []
    threads = [Thread(target=lambda: found.append(shop.feed(RSS, URL))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    shop.close()
    assert len(found) == 6
