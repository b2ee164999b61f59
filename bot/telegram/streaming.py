"""Shows an answer while it is made: as a draft in private chats, by edits elsewhere; it knows no answerer.

A draft is a preview that Telegram takes away by itself; the answer is sent as a message in any case. Whatever
goes wrong here is only a preview lost.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, field
from typing import TypeVar

from telegram import Bot
from telegram.error import TelegramError

from bot.models import Claim, Language
from bot.telegram.ports import OnClaims
from bot.telegram.render import render_claims
from bot.telegram.scene import Scene
from bot.telegram.sending import deliver

log = logging.getLogger(__name__)
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Tempo:
    """Seconds: before the first claims are shown, then between changes; a group allows 20 a minute."""

    look: float = 0.3
    private: float = 1.0
    elsewhere: float = 4.0


@dataclass(slots=True)
class Stream:
    """One answer in the making; `messages` are those sent so far, for the answer to take their place."""

    bot: Bot
    scene: Scene
    language: Language
    tempo: Tempo
    askers: Executor  # the threads that answers are made in
    messages: list[int] = field(default_factory=list)
    _claims: tuple[Claim, ...] = ()
    _over: asyncio.Event = field(default_factory=asyncio.Event)
    _showing: asyncio.Task[None] | None = None  # from the first claims on: most answers come whole

    async def follow(self, make: Callable[[OnClaims], Made]) -> Made:
        """Run `make` in a thread and show the claims it tells of until it returns."""
        loop = asyncio.get_running_loop()

        def hear(claims: tuple[Claim, ...]) -> None:
            if not self._over.is_set():  # after that the loop may be closed
                loop.call_soon_threadsafe(self._hear, claims)

        try:
            return await loop.run_in_executor(self.askers, make, hear)
        finally:
            # a request that is under way is let through: its message would otherwise be there unknown to us
            self._over.set()
            if self._showing:
                await self._showing

    def _hear(self, claims: tuple[Claim, ...]) -> None:
        self._claims = claims
        if self._showing is None and not self._over.is_set():
            self._showing = asyncio.create_task(self._show())

    async def _show(self) -> None:
        pause = self.tempo.private if self.scene.is_private else self.tempo.elsewhere
        shown: tuple[Claim, ...] = ()
        while not await self._is_over(pause if shown else self.tempo.look):
            claims = self._claims
            if claims == shown:
                continue
            try:
                await self._show_page(render_claims(claims, self.language)[0])
            except TelegramError as error:
                log.info("an answer is no longer shown while it is made: %s", error)
                return
            shown = claims

    async def _is_over(self, seconds: float) -> bool:
        """Whether the answer is there within some seconds."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                return await self._over.wait()
        return False

    async def _show_page(self, page: str) -> None:
        if self.scene.is_private:
            draft, topic = self.scene.message or 1, self.scene.topic
            await self.bot.send_message_draft(self.scene.chat, draft, page, message_thread_id=topic)
        else:
            self.messages = await deliver(self.bot, self.scene, [page], instead_of=self.messages)
