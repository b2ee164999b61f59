"""Waiting no longer than so many seconds."""

import threading
import time

import pytest

from bot.errors import EndpointRefused, EndpointUnreachable
from bot.llm.deadline import each_within, within


def test_the_result_and_the_error_come_through():
    assert within(5, lambda: 7) == 7
    assert within(5, lambda: None) is None

    def refuse():
        raise EndpointRefused("no")

    with pytest.raises(EndpointRefused, match="no"):
        within(5, refuse)


def test_what_hangs_is_left_behind():
    go_on = threading.Event()
    began = time.monotonic()
    with pytest.raises(EndpointUnreachable, match=r"within 0\.05 s"):
        within(0.05, go_on.wait)
    assert time.monotonic() - began < 2
    go_on.set()


def test_one_by_one_as_they_come():
    assert list(each_within(5, lambda: [1, 2])) == [1, 2]

    def breaks():
        yield 1
        raise EndpointRefused("no")

    told = each_within(5, breaks)
    assert next(told) == 1
    with pytest.raises(EndpointRefused, match="no"):
        next(told)


def test_the_time_counts_for_all_of_them():
    def drips():
        while True:
            time.sleep(0.02)
            yield 1

    began = time.monotonic()
    with pytest.raises(EndpointUnreachable, match=r"within 0\.1 s"):
        list(each_within(0.1, drips))
    assert time.monotonic() - began < 2


def test_whoever_stops_listening_stops_it():
    ended, heard = threading.Event(), threading.Event()

    def endless():
        try:
            while True:
                yield 1
                heard.wait(0.01)
        finally:
            ended.set()

    told = each_within(5, endless)
    next(told)
    told.close()
    assert ended.wait(5)
