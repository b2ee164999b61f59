"""Answers end at a number of bytes and a moment."""

import httpx2
import pytest

from bot.llm.bounds import AnswerTooLong, AnswerTooSlow, BoundedStream, bounding


class Parts(httpx2.SyncByteStream):
    def __init__(self, *parts):
        self.parts = parts
        self.closed = False

    def __iter__(self):
        yield from self.parts

    def close(self):
        self.closed = True


class Clock:
    """A second passes with each look."""

    now = 0.0

    def __call__(self):
        self.now += 1.0
        return self.now


def test_what_is_within_passes():
    parts = Parts(b"ab", b"cd")
    bounded = BoundedStream(parts, 4, 9.0, Clock())
    assert b"".join(bounded) == b"abcd"
    bounded.close()
    assert parts.closed


def test_too_many_bytes():
    with pytest.raises(AnswerTooLong):
        list(BoundedStream(Parts(b"ab", b"cd"), 3, 9.0, Clock()))


def test_too_many_seconds():
    with pytest.raises(AnswerTooSlow):
        list(BoundedStream(Parts(*[b"x"] * 9), 99, 5.0, Clock()))


@pytest.mark.parametrize(("timeout", "ends"), [({"read": 3.0}, True), ({"read": None}, False), ({}, False)])
def test_the_read_time_out_counts_for_the_whole(timeout, ends):
    request = httpx2.Request("POST", "http://models.example/", extensions={"timeout": timeout})
    response = httpx2.Response(200, stream=Parts(*[b"x"] * 9), request=request)
    bounding(99, Clock())(response)
    if ends:
        with pytest.raises(AnswerTooSlow):
            response.read()
    else:
        assert response.read() == b"x" * 9


def test_packed_answers_are_not_unpacked():
    request = httpx2.Request("POST", "http://models.example/")
    response = httpx2.Response(200, headers={"Content-Encoding": "br"}, stream=Parts(b"x"), request=request)
    with pytest.raises(AnswerTooLong):
        bounding(99)(response)
