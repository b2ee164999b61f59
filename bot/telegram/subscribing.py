"""/subscribe: an offer with what the last week would have brought; it sends no digest."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import datetime

from telegram import Bot, InlineKeyboardMarkup, Message, Update

from bot.errors import UsageError
from bot.language.dates import readable_date
from bot.models import Answer
from bot.store import Shown
from bot.subscriptions.grammar import LONGEST, parse_wish
from bot.subscriptions.phrases import Timing
from bot.subscriptions.subscription import Subscription
from bot.subscriptions.values import Scope
from bot.subscriptions.wording import schedule_words
from bot.telegram.access import Access
from bot.telegram.activity import typing
from bot.telegram.buttons import Press
from bot.telegram.keyboards import Action, button
from bot.telegram.offers import SCHEDULES, Offer, offer_text, offered, read_offer
from bot.telegram.places import MOST, Places
from bot.telegram.render import render_text
from bot.telegram.scene import Scene, Scenes
from bot.telegram.sending import acknowledge, deliver, say
from bot.telegram.services import Context, Services
from bot.telegram.settings import may_change


@dataclass(slots=True)
class Subscribing:
    """Offers subscriptions; in groups to their administrators."""

    services: Services
    access: Access
    scenes: Scenes
    places: Places = field(init=False)

    def __post_init__(self) -> None:
        self.places = Places(self.services)

    async def command(self, update: Update, context: Context) -> None:
        """/subscribe with whom or what to follow, and perhaps when."""
        scene = await self.scenes.of(update)
        words = " ".join(context.args or ())
        if refusal := await self._refusal(context.bot, scene):
            await say(context.bot, scene, refusal)
        elif not words:
            await say(context.bot, scene, scene.texts.subscriptions.how)
        else:
            await self._wished(context.bot, scene, words)

    async def follow(self, press: Press, shown: Shown) -> None:
        """Offer to follow whom or what an answer is about."""
        if refusal := await self._refusal(press.bot, press.scene):
            await acknowledge(press.query, refusal, alert=True)
            return
        scope = await asyncio.to_thread(self._scope_of, shown)
        if scope is None:
            await acknowledge(press.query, press.scene.texts.subscriptions.nothing_in_it, alert=True)
            return
        await acknowledge(press.query)
        await self._offer(press.bot, press.scene, scope, Timing())

    async def choose_time(self, press: Press) -> None:
        """Offer the same at another time."""
        offer = await self._offer_of(press)
        number = press.pressed.number
        if offer is None or number >= len(SCHEDULES):
            await acknowledge(press.query, press.scene.texts.expired, alert=True)
            return
        await acknowledge(press.query)
        lines = _words_of(press).split("\n")
        lines[1] = schedule_words(SCHEDULES[number], offer.zone, press.scene.language)
        keyboard = _offering(press.scene)
        await deliver(press.bot, press.scene, render_text("\n".join(lines)), keyboard, [press.scene.message])

    async def take(self, press: Press) -> None:
        """Subscribe to what is offered."""
        offer = await self._offer_of(press)
        if offer is None:
            await acknowledge(press.query, press.scene.texts.expired, alert=True)
            return
        if not await may_change(press.bot, press.scene):
            await acknowledge(press.query, press.scene.texts.admins_only, alert=True)
            return
        if len(await self.places.held(press.scene)) >= MOST:
            words = press.scene.texts.subscriptions.too_many.format(most=MOST)
            await acknowledge(press.query, words, alert=True)
            return
        usual = await self.places.usual(press.scene)
        manner = replace(usual, schedule=offer.schedule, zone=offer.zone)
        made = await self.places.save(press.scene, offer.scope, manner)
        await acknowledge(press.query)
        head = "\n".join(_words_of(press).split("\n")[:2])
        words = f"{head}\n\n{taken_words(made, press.scene)}"
        await deliver(press.bot, press.scene, render_text(words), None, [press.scene.message])

    async def _refusal(self, bot: Bot, scene: Scene) -> str:
        if refusal := await self.access.refusal(scene):
            return refusal
        return "" if await may_change(bot, scene) else scene.texts.admins_only

    async def _wished(self, bot: Bot, scene: Scene, words: str) -> None:
        try:
            wish = parse_wish(words, scene.language)
        except UsageError as error:
            await say(bot, scene, str(error))
            return
        scope = wish.scope
        if wish.guessed:
            scope = await asyncio.to_thread(self.services.digests.meant, scope, scene.language)
        await self._offer(bot, scene, scope, wish.timing)

    async def _offer(self, bot: Bot, scene: Scene, scope: Scope, timing: Timing) -> None:
        offer = offered(scope, timing, await self.places.usual(scene))
        week, now = self.services.digests.week, self.services.clock()
        async with typing(bot, scene.chat, scene.topic):
            found = await asyncio.to_thread(week, scope, scene.language, now)
        await say(bot, scene, offer_text(offer, found, scene.language), _offering(scene))

    async def _offer_of(self, press: Press) -> Offer | None:
        usual = await self.places.usual(press.scene)
        return read_offer(_words_of(press), usual, press.scene.language)

    def _scope_of(self, shown: Shown) -> Scope | None:
        """The speaker of all claims, about what was asked; else the topic."""
        question = self.services.store.conversations.question(shown.talk, shown.turn) if shown.turn else None
        topic = question.topic if question and len(question.topic) <= LONGEST else ""
        speaker = only_speaker(shown.answer)
        if speaker:
            return Scope("speaker", speaker, topic)
        return Scope("topic", topic) if topic else None


def only_speaker(answer: Answer) -> str | None:
    """Whose words all claims of an answer are; None when there is no one such."""
    speakers = {claim.speaker for claim in answer.claims}
    return speakers.pop() if len(speakers) == 1 else None


def taken_words(made: Subscription, scene: Scene) -> str:
    """That a subscription was made, and when it comes first."""
    texts = scene.texts.subscriptions
    if made.manner.schedule.recurrence == "at_once":
        return texts.at_once
    due = datetime.fromtimestamp(made.next_due, made.manner.time_zone)
    when = f"{readable_date(due.date().isoformat(), scene.language)}, {due:%H:%M}"
    return texts.taken.format(when=when)


def _offering(scene: Scene) -> InlineKeyboardMarkup:
    texts = scene.texts.subscriptions
    times = [
        button(schedule_words(schedule, "", scene.language).removesuffix(" ()"), Action.TIME, 0, number)
        for number, schedule in enumerate(SCHEDULES)
    ]
    pairs = [times[at : at + 2] for at in range(0, len(times), 2)]
    return InlineKeyboardMarkup(
        [[button(texts.take, Action.TAKE)], *pairs, [button(texts.cancel, Action.CLOSE)]]
    )


def _words_of(press: Press) -> str:
    message = press.query.message
    return (message.text or "") if isinstance(message, Message) else ""
