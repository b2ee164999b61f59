"""What a chat, or a topic in it, follows, without holding up the loop; it knows no messages."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

from bot.store import Disliked
from bot.subscriptions.schedule import Schedule
from bot.subscriptions.subscription import Manner, Place, Subscription, Times
from bot.subscriptions.values import Scope
from bot.subscriptions.zones import find_zone
from bot.telegram.scene import Scene, chat_key
from bot.telegram.services import Services

MOST = 20  # subscriptions of one place


class Places:
    """The subscriptions of the store, from worker threads."""

    def __init__(self, services: Services) -> None:
        self._subscriptions = services.store.subscriptions
        self._muted = services.store.muted
        self._clock = services.clock

    async def held(self, scene: Scene) -> list[Subscription]:
        """All of a place, the oldest first."""
        return await asyncio.to_thread(self._subscriptions.of_place, place_of(scene))

    async def usual(self, scene: Scene) -> Manner:
        """How the place got its last subscription; at first daily at nine, by its or the operator's clock."""
        held = await self.held(scene)
        if held:
            return held[-1].manner
        times = await asyncio.to_thread(self._subscriptions.times, place_of(scene))
        if times:
            return Manner(Schedule(), times.zone, times.quiet)
        return Manner(Schedule(), find_zone(str(self._clock().tzinfo)) or "UTC")

    async def settle(self, scene: Scene, changed: Callable[[Manner], Manner]) -> list[Subscription]:
        """Change times as `change` does, also of what the place will subscribe to."""
        usual = changed(await self.usual(scene))
        now = int(self._clock().timestamp())
        times = Times(usual.zone, usual.quiet)
        await asyncio.to_thread(self._subscriptions.keep_times, place_of(scene), times, now)
        return await self.change(scene, changed)

    async def save(self, scene: Scene, scope: Scope, manner: Manner) -> Subscription:
        """Subscribe, or change what is followed already."""
        now = int(self._clock().timestamp())
        place = place_of(scene)
        return await asyncio.to_thread(self._subscriptions.save, place, scope, scene.language, manner, now)

    async def change(self, scene: Scene, changed: Callable[[Manner], Manner]) -> list[Subscription]:
        """Change how all of a place are delivered; those that stay as they are keep their due moments."""
        for one in await self.held(scene):
            manner = changed(one.manner)
            if manner != one.manner:
                await self.save(replace(scene, language=one.language), one.scope, manner)
        return await self.held(scene)

    async def disliked(self, scene: Scene) -> list[Disliked]:
        """What the place wants to hear less of."""
        return await asyncio.to_thread(self._muted.of_place, place_of(scene))

    async def like_again(self, scene: Scene, number: int) -> bool:
        """Take back one of these; whether this very place had it."""
        return await asyncio.to_thread(self._muted.remove, place_of(scene), number)

    async def remove(self, scene: Scene, number: int) -> Subscription | None:
        """End a subscription of this very place; None when it has no such one."""
        found = next((one for one in await self.held(scene) if one.id == number), None)
        if found is not None:
            await asyncio.to_thread(self._subscriptions.remove, number)
        return found


def place_of(scene: Scene) -> Place:
    """Where a scene's digests are sent."""
    return Place(chat_key(scene.chat), scene.topic or 0)
