"""/subscriptions, /unsubscribe, /timezone, /quiet: what a chat follows and when; it sends no digest."""

from dataclasses import dataclass, field, replace

from telegram import Bot, InlineKeyboardMarkup, Update

from bot.language.script import fold
from bot.store import Disliked
from bot.subscriptions.phrases import TimingError, parse_quiet
from bot.subscriptions.schedule import QuietHours
from bot.subscriptions.subscription import Subscription, WhenEmpty
from bot.subscriptions.wording import quiet_words, schedule_words, scope_words
from bot.subscriptions.zones import find_zone, nearest_zone, zone_of
from bot.telegram.buttons import Press
from bot.telegram.keyboards import Action, button
from bot.telegram.places import Places
from bot.telegram.render import render_text
from bot.telegram.scene import Scene, Scenes
from bot.telegram.sending import acknowledge, deliver, say
from bot.telegram.services import Context, Services
from bot.telegram.settings import may_change

_IN_A_ROW = 5
_DISLIKED = 10  # that are listed


@dataclass(slots=True)
class Subscriptions:
    """Shows and changes what is followed; in groups its administrators change it."""

    services: Services
    scenes: Scenes
    places: Places = field(init=False)

    def __post_init__(self) -> None:
        self.places = Places(self.services)

    async def show(self, update: Update, context: Context) -> None:
        """All of this chat or topic, with buttons to end them."""
        scene = await self.scenes.of(update)
        await self._show(context.bot, scene)

    async def unsubscribe(self, update: Update, context: Context) -> None:
        """/unsubscribe with a number of the list, with words of what is followed, or "all"."""
        scene = await self.scenes.of(update)
        words = " ".join(context.args or ())
        if not await self._may_change(context.bot, scene):
            return
        if not words:
            await self._show(context.bot, scene)
            return
        held = await self.places.held(scene)
        meant = _meant(words, held, scene)
        for one in meant:
            await self.places.remove(scene, one.id)
        texts = scene.texts.subscriptions
        names = "; ".join(scope_words(one.scope, scene.language) for one in meant)
        await say(context.bot, scene, texts.removed.format(what=names) if meant else texts.not_found)

    async def end(self, press: Press) -> None:
        """The button of one subscription."""
        if not await self._may_press(press):
            return
        ended = await self.places.remove(press.scene, press.pressed.shown_id)
        await acknowledge(press.query, "" if ended else press.scene.texts.subscriptions.not_found)
        await self._show_again(press)

    async def like_again(self, press: Press) -> None:
        """Take back that a matter was disliked."""
        if not await self._may_press(press):
            return
        found = await self.places.like_again(press.scene, press.pressed.shown_id)
        await acknowledge(press.query, "" if found else press.scene.texts.expired)
        await self._show_again(press)

    async def change_empty(self, press: Press) -> None:
        """Say that nothing is new, or do not."""
        if not await self._may_press(press):
            return
        when: WhenEmpty = "once" if press.pressed.number else "nothing"
        await self.places.change(press.scene, lambda manner: replace(manner, when_empty=when))
        await acknowledge(press.query)
        await self._show_again(press)

    async def timezone(self, update: Update, context: Context) -> None:
        """/timezone with a city, a zone or an offset."""
        scene = await self.scenes.of(update)
        words = " ".join(context.args or ())
        texts = scene.texts.subscriptions
        if not words:
            usual = await self.places.usual(scene)
            await say(context.bot, scene, texts.zone_how.format(zone=usual.zone))
            return
        zone = find_zone(words)
        if zone is None:
            await say(context.bot, scene, texts.zone_unknown.format(words=words))
        elif await self._may_change(context.bot, scene):
            await self._set_zone(context.bot, scene, zone)

    async def location(self, update: Update, context: Context) -> None:
        """A shared location: the zone there. The place itself is not kept."""
        scene = await self.scenes.of(update)
        message = update.effective_message
        place = message.location if message else None
        assert place is not None, "handlers are filtered to locations"
        await self._set_zone(context.bot, scene, nearest_zone(place.latitude, place.longitude))

    async def quiet(self, update: Update, context: Context) -> None:
        """/quiet with hours, or with "off"."""
        scene = await self.scenes.of(update)
        words = " ".join(context.args or ())
        texts = scene.texts.subscriptions
        is_off = fold(words) in texts.no_quiet
        hours = None if is_off else _hours(words)
        if not is_off and hours is None:
            await say(context.bot, scene, texts.quiet_how)
        elif await self._may_change(context.bot, scene):
            held = await self.places.settle(scene, lambda manner: replace(manner, quiet=hours))
            kept = texts.quiet_set if held else texts.quiet_kept
            words = kept.format(quiet=quiet_words(hours, scene.language)) if hours else texts.quiet_off
            await say(context.bot, scene, words)

    async def _set_zone(self, bot: Bot, scene: Scene, zone: str) -> None:
        held = await self.places.settle(scene, lambda manner: replace(manner, zone=zone))
        texts = scene.texts.subscriptions
        there = self.services.clock().astimezone(zone_of(zone))
        kept = texts.zone_set if held else texts.zone_kept
        await say(bot, scene, kept.format(zone=zone, now=f"{there:%H:%M}"))

    async def _may_change(self, bot: Bot, scene: Scene) -> bool:
        may = await may_change(bot, scene)
        if not may:
            await say(bot, scene, scene.texts.admins_only)
        return may

    async def _may_press(self, press: Press) -> bool:
        may = await may_change(press.bot, press.scene)
        if not may:
            await acknowledge(press.query, press.scene.texts.admins_only, alert=True)
        return may

    async def _show(self, bot: Bot, scene: Scene) -> None:
        held, disliked = await self._kept(scene)
        await say(bot, scene, _listed(held, disliked, scene), _ending(held, disliked, scene))

    async def _show_again(self, press: Press) -> None:
        held, disliked = await self._kept(press.scene)
        pages = render_text(_listed(held, disliked, press.scene))
        keyboard = _ending(held, disliked, press.scene)
        await deliver(press.bot, press.scene, pages, keyboard, [press.scene.message])

    async def _kept(self, scene: Scene) -> tuple[list[Subscription], list[Disliked]]:
        """What is followed, and what of it is disliked: the last of that when it is much."""
        held = await self.places.held(scene)
        return held, (await self.places.disliked(scene))[-_DISLIKED:] if held else []


def _listed(held: list[Subscription], disliked: list[Disliked], scene: Scene) -> str:
    texts = scene.texts.subscriptions
    if not held:
        return texts.none
    lines = [texts.listed, *(f"{number}. {_described(one, scene)}" for number, one in enumerate(held, 1))]
    less = [f"{number}. {_titled(one)}" for number, one in enumerate(disliked, 1)]
    return "\n".join([*lines, *(["", texts.disliked, *less] if less else [])])


def _titled(one: Disliked) -> str:
    return f"{one.title} ({', '.join(one.names)})" if one.names else one.title


def _described(one: Subscription, scene: Scene) -> str:
    manner, language = one.manner, scene.language
    words = [scope_words(one.scope, language), schedule_words(manner.schedule, manner.zone, language)]
    return " — ".join([*words, *([quiet_words(manner.quiet, language)] if manner.quiet else [])])


def _ending(held: list[Subscription], disliked: list[Disliked], scene: Scene) -> InlineKeyboardMarkup | None:
    if not held:
        return None
    texts = scene.texts.subscriptions
    ends = [button(f"✕ {number}", Action.UNSUBSCRIBE, one.id) for number, one in enumerate(held, 1)]
    backs = [button(f"↺ {number}", Action.LIKE_AGAIN, one.id) for number, one in enumerate(disliked, 1)]
    says = all(one.manner.when_empty == "once" for one in held)
    empty = button(texts.say_nothing if says else texts.say_empty, Action.EMPTY, 0, int(not says))
    rows = [row[at : at + _IN_A_ROW] for row in (ends, backs) for at in range(0, len(row), _IN_A_ROW)]
    return InlineKeyboardMarkup([*rows, [empty]])


def _meant(words: str, held: list[Subscription], scene: Scene) -> list[Subscription]:
    """Those that somebody names; all that the words fit, none when they fit none."""
    if fold(words) in scene.texts.subscriptions.everything:
        return held
    if words.isdecimal() and len(words) < 4:
        return held[int(words) - 1 : int(words)] if int(words) else []
    wanted = fold(words)
    return [one for one in held if wanted in fold(f"{one.scope.value} {one.scope.about}")]


def _hours(words: str) -> QuietHours | None:
    try:
        return parse_quiet(words)
    except (ValueError, TimingError):
        return None
