"""Waiting for something no longer than so many seconds, whatever it hangs on; knows nothing of what it is.

Time-outs of HTTP do not cover the look-up of a name, nor a head that drips; a thread of its own does.
"""

import time
from collections.abc import Callable, Generator, Iterable
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TypeVar

from bot.errors import EndpointError, EndpointUnreachable

Result = TypeVar("Result")


def within(seconds: float, call: Callable[[], Result]) -> Result:
    """What `call` returns or the EndpointError that it raises; EndpointUnreachable after so many seconds.

    The call itself goes on in its thread, which keeps no process from ending.
    """
    (result,) = next(each_within(seconds, lambda: [(call(),)]))
    return result


def each_within(seconds: float, produce: Callable[[], Iterable[Result]]) -> Generator[Result]:
    """What `produce` gives, one by one as it comes, or the EndpointError that it raises.

    EndpointUnreachable when it has not ended after so many seconds. Whoever stops listening stops it, too, at
    the next that it gives.
    """
    until = time.monotonic() + seconds
    waiting: SimpleQueue[Result | EndpointError | None] = SimpleQueue()
    left = Event()

    def run() -> None:
        try:
            for one in produce():
                if left.is_set():
                    return
                waiting.put(one)
            waiting.put(None)
        except EndpointError as error:
            waiting.put(error)

    Thread(target=run, name="endpoint", daemon=True).start()
    try:
        while (one := _next(waiting, until, seconds)) is not None:
            yield one
    finally:
        left.set()


def _next(waiting: SimpleQueue[Result | EndpointError | None], until: float, seconds: float) -> Result | None:
    try:
        one = waiting.get(timeout=max(0.0, until - time.monotonic()))
    except Empty:
        raise EndpointUnreachable(f"the endpoint does not answer within {seconds:g} s") from None
    if isinstance(one, EndpointError):
        raise one
    return one
