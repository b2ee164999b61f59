"""Sends requests to Telegram over many connections, each with a client of its own; it knows no request.

One client with a pool of connections looks at each of them, with system calls, whenever a request begins or
ends, and at every request that waits: with 24 connections and 100 chats that took longer than all the rest.
"""

import asyncio
from typing import Any

import httpx
from telegram.request import BaseRequest, RequestData

from bot.telegram.lane import Lane


class Lanes(BaseRequest):
    """PTB's way to Telegram; `lanes` requests at a time, the others wait in the order in which they came."""

    def __init__(self, lanes: int, patience: float) -> None:
        """`patience`: seconds that Telegram may take to answer."""
        trusted = httpx.create_ssl_context()  # read once: it takes a while and some memory
        self._all = [Lane(patience, trusted) for _ in range(lanes)]
        self._free = list(self._all)
        self._turn = asyncio.Semaphore(lanes)

    @property
    def read_timeout(self) -> float | None:
        """Seconds that Telegram may take to answer."""
        return self._all[0].read_timeout

    async def initialize(self) -> None:
        """Open every client."""
        for lane in self._all:
            await lane.initialize()

    async def shutdown(self) -> None:
        """Close every client."""
        for lane in self._all:
            await lane.shutdown()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *timeouts: Any,
        **named_timeouts: Any,
    ) -> tuple[int, bytes]:
        """Make a request when a lane is free, on the one that was used last: its connection is open."""
        async with self._turn:
            lane = self._free.pop()
            try:
                return await lane.do_request(url, method, request_data, *timeouts, **named_timeouts)
            except asyncio.CancelledError:
                # a request that is broken off leaves its connection taken for ever
                await lane.shutdown()
                await lane.initialize()
                raise
            finally:
                self._free.append(lane)
