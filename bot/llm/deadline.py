"""Waiting for something no longer than so many seconds, whatever it hangs on; knows nothing of what it is.

Time-outs of HTTP do not cover the look-up of a name, nor a head that drips; a thread of its own does.
"""

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

from bot.errors import EndpointError, EndpointUnreachable

Result = TypeVar("Result")


def within(seconds: float, call: Callable[[], Result]) -> Result:
    """What `call` returns or the EndpointError that it raises; EndpointUnreachable after so many seconds.

    The call itself goes on in its thread, which keeps no process from ending.
    """
    outcome: Future[Result] = Future()

    def run() -> None:
        try:
            outcome.set_result(call())
        except EndpointError as error:
            outcome.set_exception(error)

    Thread(target=run, name="endpoint", daemon=True).start()
    try:
        return outcome.result(seconds)
    except TimeoutError:
        raise EndpointUnreachable(f"the endpoint does not answer within {seconds:g} s") from None
