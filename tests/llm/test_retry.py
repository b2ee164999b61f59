"""Trying again."""

import pytest

from bot.errors import EndpointBusy, EndpointFailed, EndpointRefused, EndpointUnreachable
from bot.llm.retry import Retry


class Call:
    """Fails with each error in turn, then succeeds."""

    def __init__(self, *errors):
        self.errors = list(errors)
        self.made = 0

    def __call__(self):
        self.made += 1
        if self.errors:
            raise self.errors.pop(0)
        return "done"


def test_pauses_grow():
    pauses = []
    call = Call(EndpointUnreachable("a"), EndpointFailed("b"), EndpointUnreachable("c"))
    assert Retry(first=1.0, sleep=pauses.append)(call) == "done"
    assert len(pauses) == 3
    assert all(0.75 <= pause / nominal <= 1.0 for pause, nominal in zip(pauses, (1, 2, 4), strict=True))


def test_the_last_error_is_raised():
    call = Call(*(EndpointFailed(str(number)) for number in range(9)))
    with pytest.raises(EndpointFailed, match="3"):
        Retry(attempts=4, sleep=lambda _: None)(call)
    assert call.made == 4


def test_what_no_retry_helps_against_is_not_tried_again():
    call = Call(EndpointRefused("key"))
    with pytest.raises(EndpointRefused):
        Retry(sleep=lambda _: None)(call)
    assert call.made == 1


def test_a_pause_that_is_asked_for_is_kept():
    pauses = []
    assert Retry(sleep=pauses.append)(Call(EndpointBusy("busy", 12.0))) == "done"
    assert pauses == [12.0]


def test_nobody_waits_for_an_hour():
    call = Call(EndpointBusy("busy", 3600.0))
    with pytest.raises(EndpointBusy):
        Retry(sleep=lambda _: None)(call)
    assert call.made == 1
