"""Which conversation a question belongs to: the one going on, or that of an earlier answer."""

import asyncio

from bot.store import Shown, Store
from bot.telegram.scene import Scene


class Threads:
    """Finds the branch of a conversation to ask in; None means that its turns were forgotten."""

    def __init__(self, store: Store) -> None:
        self._talks = store.talks

    def latest(self, scene: Scene) -> str:
        """The conversation as it stands; called in a worker thread."""
        return self._talks.owned(scene.talk, scene.person)

    async def after(self, scene: Scene, shown: Shown) -> str | None:
        """Go on from an earlier answer, whatever was said since."""
        return await asyncio.to_thread(self._after, scene, shown)

    async def instead_of(self, scene: Scene, shown: Shown) -> str | None:
        """Go on as if an answer had never been given."""
        back = self._talks.go_back
        return await asyncio.to_thread(
            lambda: back(scene.talk, scene.person, shown.talk, shown.turn, before=True)
        )

    def _after(self, scene: Scene, shown: Shown) -> str | None:
        current = self._talks.current(scene.talk)
        if shown.turn and shown.talk == current and shown.turn == self._talks.last_turn(current):
            return current
        return self._talks.go_back(scene.talk, scene.person, shown.talk, shown.turn)
