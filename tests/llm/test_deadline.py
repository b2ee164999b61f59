"""Waiting no longer than so many seconds."""

import threading
import time

import pytest

from bot.errors import EndpointRefused, EndpointUnreachable
from bot.llm.deadline import within


def test_the_result_and_the_error_come_through():
    assert within(5, lambda: 7) == 7

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
