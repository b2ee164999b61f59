"""Work beside a chat: again and again, whatever fails, until the bot ends."""

import threading

import pytest

from bot.app.beside import beside
from bot.errors import StoreError
from tests.app.test_feeds import until


def test_it_is_done_again_and_again_and_no_more_when_the_bot_ends() -> None:
    rounds: list[bool] = []
    with beside("counting", lambda stop: rounds.append(stop.is_set()), 0.01):
        until(lambda: len(rounds) > 2)
    assert not any(rounds)
    assert "counting" not in {thread.name for thread in threading.enumerate()}


def test_what_fails_is_logged_and_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    rounds = []

    def work(_: threading.Event) -> None:
        rounds.append(1)
        if len(rounds) == 1:
            raise StoreError("no luck")

    with beside("counting", work, 0.01):
        until(lambda: len(rounds) > 1)
    assert caplog.messages == ["counting: failed, which is tried again: no luck"]


def test_the_same_failure_is_told_once_until_it_is_over(caplog: pytest.LogCaptureFixture) -> None:
    failures = iter(["full", "full", "", "full", "locked"])
    done = threading.Event()

    def work(_: threading.Event) -> None:
        if (failure := next(failures, None)) is None:
            done.set()
        elif failure:
            raise StoreError(failure)

    with beside("counting", work, 0.01):
        assert done.wait(30)
    assert [message.rpartition(" ")[2] for message in caplog.messages] == ["full", "full", "locked"]


def test_a_round_that_goes_on_hears_that_the_bot_ends() -> None:
    begun, heard = threading.Event(), []

    def work(stop: threading.Event) -> None:
        begun.set()
        heard.append(stop.wait(30))

    with beside("waiting", work, 0.01):
        assert begun.wait(30)
    assert heard == [True]
