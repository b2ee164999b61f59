"""Who may ask, and how much; it knows nothing of questions and answers."""

import asyncio
import time
from typing import Literal

from bot.store import Role
from bot.telegram.limits import Allowance
from bot.telegram.scene import Scene
from bot.telegram.services import Services
from bot.telegram.texts import counted

ADDITIONS_PER_MINUTE = 20

Standing = Role | Literal["owner"] | None


class Access:
    """The one place that decides; roles are held in memory, since every update asks for them."""

    def __init__(self, services: Services) -> None:
        self._people = services.store.people
        self._write = services.store.clerk.write
        self._options = services.options
        self._metrics = services.metrics
        self._roles = self._people.roles()
        self._of_person = Allowance(services.options.per_minute)
        self._of_group = Allowance(services.options.group_per_minute)
        self._presses = Allowance(3 * services.options.per_minute)
        self._additions = Allowance(ADDITIONS_PER_MINUTE)

    def role(self, person: int) -> Standing:
        """What somebody is; None for a stranger."""
        return "owner" if person in self._options.owners else self._roles.get(person)

    def closed(self, scene: Scene) -> str:
        """Why somebody may not use the bot; "" when they may."""
        role = self.role(scene.person)
        if role == "barred":
            return scene.texts.barred
        if self._options.access == "open" or role is not None:
            return ""
        if self._options.access == "invite":
            return scene.texts.by_invitation
        return scene.texts.by_list.format(person=scene.person)

    async def refusal(self, scene: Scene, questions: int = 1) -> str:
        """Why some questions cannot be asked now; "" when they can, and are then counted."""
        words = self.closed(scene) or self._too_fast(scene, questions)
        return words or await self._write(lambda: self._over_the_day(scene, questions))

    def pressing(self, scene: Scene) -> str:
        """Why a button that costs little cannot be pressed now."""
        wait = self._presses.wait(scene.person, time.monotonic())
        return self.closed(scene) or (self._hurried(scene.texts.too_fast, wait, scene) if wait else "")

    def looking(self, person: int) -> bool:
        """Whether somebody may look something up from another chat now."""
        closed = self.closed(Scene(person, person, is_private=True))
        return not closed and not self._presses.wait(person, time.monotonic())

    def may_add(self, person: int) -> bool:
        """Whether somebody may add to the library; that is another right than to ask."""
        return self.role(person) in ("owner", "editor")

    async def adding(self, scene: Scene, count: int = 1) -> str:
        """Why somebody may not add things now; "" when they may, and the things are then counted."""
        if not self.may_add(scene.person):
            return self.closed(scene) or scene.texts.adding.editors_only
        if wait := self._additions.wait(scene.person, time.monotonic(), count):
            return self._hurried(scene.texts.too_fast, wait, scene)
        return await self._write(lambda: self._over_the_days_additions(scene, count))

    async def set_role(self, person: int, role: Role) -> None:
        """Give somebody a role."""
        await asyncio.to_thread(self._people.set_role, person, role, self._now())
        self._roles[person] = role

    async def redeem(self, code: str, person: int, good_for: int) -> bool:
        """Use an invitation not older than `good_for` seconds; False when there is none."""
        now = self._now()
        role = await asyncio.to_thread(self._people.redeem, code, person, now, now - good_for)
        if role is not None:
            self._roles[person] = role
        return role is not None

    def _too_fast(self, scene: Scene, questions: int) -> str:
        now = time.monotonic()
        if wait := self._of_person.wait(scene.person, now, questions):
            return self._hurried(scene.texts.too_fast, wait, scene)
        if not scene.is_private and (wait := self._of_group.wait(scene.chat, now, questions)):
            return self._hurried(scene.texts.group_too_fast, wait, scene)
        return ""

    def _hurried(self, words: str, wait: int, scene: Scene) -> str:
        self._metrics.count("refusals", "pace")
        return words.format(seconds=counted(wait, "seconds", scene.language))

    def _over_the_day(self, scene: Scene, questions: int) -> str:
        day = utc_day()
        own, everyone = self._people.asked(scene.person, day)
        words = ""
        if self._options.per_day and own + questions > self._options.per_day and not self._is_owner(scene):
            words = scene.texts.day_limit
        elif self._options.per_day_all and everyone + questions > self._options.per_day_all:
            words = scene.texts.day_limit_all
        if words:
            self._metrics.count("refusals", "day")
        else:
            self._people.count(scene.person, day, questions)
        return words

    def _over_the_days_additions(self, scene: Scene, count: int) -> str:
        day, most = utc_day(), self._options.additions_per_day
        if most and self._people.added(scene.person, day) + count > most:
            self._metrics.count("refusals", "additions")
            return scene.texts.adding.day_limit
        self._people.count_additions(scene.person, day, count)
        return ""

    def _is_owner(self, scene: Scene) -> bool:
        return self.role(scene.person) == "owner"

    def _now(self) -> int:
        return int(time.time())


def utc_day(moment: float | None = None) -> str:
    """The day that a moment is of, as use is counted by days; today when none is given."""
    return time.strftime("%Y-%m-%d", time.gmtime(moment))
