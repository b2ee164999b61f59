"""Answers questions: new ones, replies, edited ones; it knows nothing of how answers are made and look."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from telegram import Bot, Message, Update

from bot.language.script import detect_language
from bot.models import Turn
from bot.store import Shown
from bot.telegram.access import Access
from bot.telegram.activity import typing
from bot.telegram.addressing import MOST_QUESTIONS, addressed, questions
from bot.telegram.keyboards import under_answer
from bot.telegram.ports import OnClaims
from bot.telegram.receipts import receipt
from bot.telegram.render import render, render_text
from bot.telegram.scene import Scene, Scenes
from bot.telegram.sending import deliver, say
from bot.telegram.services import Context, Services
from bot.telegram.shelf import Shelf
from bot.telegram.streaming import Stream, Tempo
from bot.telegram.texts import LONGEST_QUESTION, Texts, counted
from bot.telegram.threads import Threads

DEFAULT_TEMPO = Tempo()
LONGEST_MESSAGE = 2 * LONGEST_QUESTION  # a message of many questions; a longer one is a text, not a question


@dataclass(slots=True)
class Questions:
    """What other features answer questions with, too."""

    services: Services
    access: Access
    scenes: Scenes
    tempo: Tempo = DEFAULT_TEMPO
    threads: Threads = field(init=False)
    shelf: Shelf = field(init=False)

    def __post_init__(self) -> None:
        self.threads = Threads(self.services.store)
        self.shelf = Shelf(self.services.store)

    async def message(self, update: Update, context: Context) -> None:
        """A message that may hold questions, new or edited."""
        message = update.effective_message
        assert message is not None
        text = addressed(message, context.bot.id, context.bot.username)
        if text is None:
            return
        scene = await self.scenes.of(update)
        before = await self._answers_before(scene) if update.edited_message else []
        await self.text(context.bot, scene, text, await self._replied_to(message), before)

    async def command(self, update: Update, context: Context) -> None:
        """/ask with a question, for groups."""
        scene = await self.scenes.of(update)
        message = update.effective_message
        assert message is not None
        text = " ".join(context.args or ())
        if not text:
            await say(context.bot, scene, scene.texts.ask_how)
            return
        await self.text(context.bot, scene, text, await self._replied_to(message))

    async def text(
        self, bot: Bot, scene: Scene, text: str, after: Shown | None = None, before: Sequence[Shown] = ()
    ) -> None:
        """Answer each question of a text; `after` an earlier answer, in the place of those `before`."""
        asked = questions(text)
        taken = asked[:MOST_QUESTIONS]
        if complaint := _complaint(asked, scene.texts) or await self._refusal(scene, len(taken)):
            await say(bot, scene, complaint)
            return
        talk = await self._talk(scene, after, before)
        for number, question in enumerate(taken):
            old = before[number].messages if number < len(before) else ()
            talk = await self.ask(bot, scene, question, talk, old)
        await self.shelf.put_away(bot, before, kept=len(taken))
        if len(asked) > len(taken):
            words = scene.texts.too_many
            await say(bot, scene, words.format(taken=counted(len(taken), "questions", scene.language)))

    async def ask(
        self, bot: Bot, scene: Scene, question: str, talk: str | None, instead_of: Sequence[int] = ()
    ) -> str:
        """Answer one question in a conversation, or else in the one going on; returns the conversation."""
        if kept := await self._kept(scene):
            await self._send(bot, scene, kept, instead_of or kept.messages)
            return kept.talk
        began = time.monotonic()
        language, askers = detect_language(question), self.services.askers
        stream = Stream(bot, scene, language, self.tempo, askers, list(instead_of))
        now = self.services.clock()

        def make(on_claims: OnClaims) -> tuple[str, Turn]:
            branch = talk or self.threads.latest(scene)
            return branch, self.services.answerer.turn(question, now, branch, on_claims)

        async with typing(bot, scene.chat, scene.topic):
            branch, turn = await stream.follow(make)
        await self._show(bot, scene, turn, branch, stream.messages)
        self.services.metrics.answered(turn.answer.refusal or "answered", time.monotonic() - began)
        return branch

    async def _show(self, bot: Bot, scene: Scene, turn: Turn, talk: str, instead_of: Sequence[int]) -> None:
        shown = Shown(scene.chat, scene.person, scene.message, talk, 0, int(time.time()), turn.answer)
        await self._send(bot, scene, await self.shelf.keep(shown, turn), instead_of)

    async def _send(self, bot: Bot, scene: Scene, shown: Shown, instead_of: Sequence[int]) -> None:
        pages = render(shown.answer) or render_text(scene.texts.no_words)
        buttons = under_answer(shown.answer, shown.id, draws=self.services.painter is not None)
        messages = await deliver(bot, scene, pages, buttons, instead_of)
        await self.shelf.place(shown.id, scene.chat, messages)

    async def _refusal(self, scene: Scene, questions: int) -> str:
        noted = receipt()
        # what an earlier run answered was let through and counted then
        return "" if noted and noted.shown else await self.access.refusal(scene, questions)

    async def _kept(self, scene: Scene) -> Shown | None:
        """The answer to the question at hand that a run before a crash has made."""
        noted = receipt()
        if not noted or not noted.shown:
            return None
        shown = await self.shelf.get(noted.shown.popleft(), scene.chat)
        if shown:
            noted.settle(shown.messages)
        return shown

    async def _answers_before(self, scene: Scene) -> list[Shown]:
        """The answers to a message that was edited, without those to its new words from before a crash."""
        noted = receipt()
        return [
            shown for shown in await self.shelf.to_question(scene) if not (noted and shown.id in noted.shown)
        ]

    async def _talk(self, scene: Scene, after: Shown | None, before: Sequence[Shown]) -> str | None:
        """The conversation to ask in; None for the one going on, or when the earlier one was forgotten."""
        if before:
            return await self.threads.instead_of(scene, before[0])
        return await self.threads.after(scene, after) if after else None

    async def _replied_to(self, message: Message) -> Shown | None:
        replied = message.reply_to_message
        return await self.shelf.in_message(message.chat.id, replied.message_id) if replied else None


def _complaint(asked: Sequence[str], texts: Texts) -> str:
    if not any(letter.isalnum() for question in asked for letter in question):
        return texts.empty
    too_long = sum(map(len, asked)) > LONGEST_MESSAGE or max(map(len, asked)) > LONGEST_QUESTION
    return texts.too_long if too_long else ""
