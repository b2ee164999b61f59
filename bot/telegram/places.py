"""What a chat, or a topic in it, follows, without holding up the loop; it knows no messages."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

from bot.subscriptions.schedule import Schedule
from bot.subscriptions.subscription import Manner, Place, Subscription
from bot.subscriptions.values import Scope
from bot.subscriptions.zones import find_zone
from bot.telegram.scene import Scene, chat_key
from bot.telegram.services import Services

MOST = 20  # subscriptions of one place


class Places:
    """The subscriptions of the store, from worker threads."""

    def __init__(self, services: Services) -> None:
        self._subscriptions = services.store.subscriptions
        self._clock = services.clock

    async def held(self, scene: Scene) -> list[Subscription]:
        """All of a place, the oldest first."""
        return await asyncio.to_thread(self._subscriptions.of_place, place_of(scene))

    async def usual(self, scene: Scene) -> Manner:
        """How the place got its last subscription; at first daily at nine, by the operator's clock."""
        held = await self.held(scene)
        return held[-1].manner if held else Manner(Schedule(), find_zone(str(self._clock().tzinfo)) or "UTC")

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

    async def remove(self, scene: Scene, number: int) -> Subscription | None:
        """End a subscription of this very place; None when it has no such one."""
        found = next((one for one in await self.held(scene) if one.id == number), None)
        if found is not None:
            await asyncio.to_thread(self._subscriptions.remove, number)
        return found


def place_of(scene: Scene) -> Place:
    """Where a scene's digests are sent."""
    return Place(chat_key(scene.chat), scene.topic or 0)
