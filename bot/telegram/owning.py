"""Commands of the bot's owner: /invite, /role, /stats; it knows nothing of what roles allow."""

import asyncio
import re
import secrets
import time
from dataclasses import dataclass
from typing import cast

from telegram import Update

from bot.store import Role
from bot.telegram.access import Access, utc_day
from bot.telegram.scene import Scene, Scenes
from bot.telegram.sending import say
from bot.telegram.services import Context, Services
from bot.telegram.texts import counted
from bot.telegram.welcome import INVITATION, INVITATION_DAYS

_ROLES = ("editor", "reader", "barred")


@dataclass(frozen=True, slots=True)
class Owning:
    """Editors may invite readers and see how the bot is doing; roles are the owner's."""

    services: Services
    access: Access
    scenes: Scenes

    async def invite(self, update: Update, context: Context) -> None:
        """Make an invitation for one reader."""
        scene = await self.scenes.of(update)
        if not await self._may(scene, context, ("owner", "editor")):
            return
        code = secrets.token_urlsafe(18)
        now = int(time.time())
        await asyncio.to_thread(self.services.store.people.invite, code, "reader", now)
        link = f"https://t.me/{context.bot.username}?start={INVITATION}{code}"
        days = counted(INVITATION_DAYS, "days", scene.language)
        await say(context.bot, scene, scene.texts.invitation.format(link=link, days=days))

    async def role(self, update: Update, context: Context) -> None:
        """Give somebody a role."""
        scene = await self.scenes.of(update)
        if not await self._may(scene, context, ("owner",)):
            return
        person, role = (*(context.args or []), "", "")[:2]
        if not re.fullmatch(r"[0-9]{1,15}", person, re.ASCII) or role not in _ROLES:
            await say(context.bot, scene, scene.texts.role_usage)
            return
        await self.access.set_role(int(person), cast(Role, role))
        await say(context.bot, scene, scene.texts.role_set.format(person=person, role=role))

    async def stats(self, update: Update, context: Context) -> None:
        """How the bot is doing."""
        scene = await self.scenes.of(update)
        if await self._may(scene, context, ("owner", "editor")):
            await say(context.bot, scene, await asyncio.to_thread(self._stats, scene))

    def _stats(self, scene: Scene) -> str:
        store, metrics = self.services.store, self.services.metrics
        day = utc_day()
        answered = metrics.counters["answers", "answered"]
        followed, digests = store.subscriptions.counts(), store.outbox.counts()
        opened, sent, failed = followed.get("open", 0), digests.get("sent", 0), digests.get("failed", 0)
        return scene.texts.stats.format(
            questions=counted(store.people.asked(0, day)[1], "questions", scene.language),
            people=counted(store.people.active(day), "people", scene.language),
            hours=int((time.monotonic() - metrics.began) / 3600),
            answered=answered,
            refused=metrics.total("answers") - answered,
            errors=metrics.total("errors"),
            median=f"{metrics.percentile(0.5):.2f}",
            p95=f"{metrics.percentile(0.95):.2f}",
            waiting=metrics.waiting,
            reports=len(store.reports.all()),
            followed=opened,
            closed=sum(followed.values()) - opened,
            sent=sent,
            failed=failed,
            outgoing=sum(digests.values()) - sent - failed,
        )

    async def _may(self, scene: Scene, context: Context, roles: tuple[str, ...]) -> bool:
        """Whether somebody may; they are told when not. Nobody's invitations belong into a group."""
        if not scene.is_private:
            link = f"https://t.me/{context.bot.username}"
            await say(context.bot, scene, scene.texts.in_private.format(link=link))
            return False
        if self.access.role(scene.person) not in roles:
            await say(context.bot, scene, scene.texts.owners_only)
            return False
        return True
