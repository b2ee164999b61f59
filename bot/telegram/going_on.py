"""Buttons that ask on: more, only today, an example; it knows nothing of answers and how they look."""

from dataclasses import dataclass

from telegram import InlineKeyboardMarkup, Message

from bot.store import Shown
from bot.telegram.buttons import Press
from bot.telegram.questions import Questions
from bot.telegram.sending import acknowledge, say
from bot.telegram.texts import TEXTS


@dataclass(frozen=True, slots=True)
class GoingOn:
    """Asks in the conversation of the answer that the button stands under, whatever was said since."""

    questions: Questions

    async def more(self, press: Press, shown: Shown) -> None:
        """More of this answer."""
        await self._ask(press, shown, TEXTS[shown.answer.lang].ask_more)

    async def today(self, press: Press, shown: Shown) -> None:
        """The same question, of today only."""
        await self._ask(press, shown, TEXTS[shown.answer.lang].ask_today)

    async def example(self, press: Press) -> None:
        """The question that stands on the button."""
        message = press.query.message
        markup = message.reply_markup if isinstance(message, Message) else None
        question = _on_button(markup, press.query.data)
        if not question:
            await acknowledge(press.query, press.scene.texts.expired, alert=True)
            return
        await acknowledge(press.query)
        # what was asked must be seen: nobody wrote it
        await say(press.bot, press.scene, f"— {question}")
        await self.questions.text(press.bot, press.scene, question)

    async def _ask(self, press: Press, shown: Shown, words: str) -> None:
        refusal = await self.questions.access.refusal(press.scene)
        talk = None if refusal else await self.questions.threads.after(press.scene, shown)
        if talk is None:
            await acknowledge(press.query, refusal or press.scene.texts.forgotten, alert=True)
            return
        await acknowledge(press.query)
        await self.questions.ask(press.bot, press.scene, words, talk)


def _on_button(markup: InlineKeyboardMarkup | None, data: str | None) -> str:
    """What stands on the button with this data."""
    buttons = [button for row in markup.inline_keyboard for button in row] if markup else []
    return next((button.text for button in buttons if button.callback_data == data), "")
