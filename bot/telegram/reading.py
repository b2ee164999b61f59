"""Buttons that open sources: a cited passage, and what other sources hold; it knows no conversation."""

import asyncio
from collections.abc import Iterable, Iterator

from telegram import InaccessibleMessage, Message
from telegram.error import BadRequest

from bot.language.dates import readable_date
from bot.models import Citation, Language
from bot.store import Shown
from bot.telegram.buttons import Press
from bot.telegram.keyboards import closing
from bot.telegram.links import sentence_link, web_address
from bot.telegram.ports import Excerpt
from bot.telegram.render import render_blocks
from bot.telegram.richtext import Block, Run, plain
from bot.telegram.sending import acknowledge, deliver
from bot.telegram.services import Services
from bot.telegram.texts import TEXTS


class Reading:
    """Sends passages as stored, word for word."""

    def __init__(self, services: Services) -> None:
        self._answerer = services.answerer
        self._clock = services.clock

    async def evidence(self, press: Press, shown: Shown) -> None:
        """The passage behind a number, with its surroundings, outlet, time and link."""
        citation = cited(shown, press.pressed.number)
        found = await asyncio.to_thread(self._answerer.evidence, citation) if citation else None
        if citation is None or found is None:
            await acknowledge(press.query, press.scene.texts.evidence_gone, alert=True)
            return
        await acknowledge(press.query)
        language = shown.answer.lang
        blocks = list(excerpt_blocks(found, language, f"[{citation.number}] "))
        if not found.is_current:
            blocks.append(Block((Run(TEXTS[language].article_changed, italic=True),)))
        await self._send(press, shown, blocks)

    async def others(self, press: Press, shown: Shown) -> None:
        """The nearest passages of sources that the answer does not cite."""
        found = await asyncio.to_thread(self._answerer.elsewhere, shown.answer, self._clock())
        texts = TEXTS[shown.answer.lang]
        if not found:
            await acknowledge(press.query, texts.others_none, alert=True)
            return
        await acknowledge(press.query)
        blocks = [plain(texts.others_found)]
        for excerpt in found:
            blocks += excerpt_blocks(excerpt, shown.answer.lang)
        await self._send(press, shown, blocks)

    async def close(self, press: Press) -> None:
        """Take the message of the button away."""
        await acknowledge(press.query)
        message = press.query.message
        if isinstance(message, Message | InaccessibleMessage):
            try:
                await press.bot.delete_message(message.chat.id, message.message_id)
            except BadRequest:
                # too old to be deleted: at least its button goes
                await press.bot.edit_message_reply_markup(message.chat.id, message.message_id)

    async def _send(self, press: Press, shown: Shown, blocks: Iterable[Block]) -> None:
        keyboard = closing(TEXTS[shown.answer.lang])
        await deliver(press.bot, press.scene, render_blocks(blocks), keyboard)


def cited(shown: Shown, number: int) -> Citation | None:
    """The citation of a number."""
    found = (citation for claim in shown.answer.claims for citation in claim.citations)
    return next((citation for citation in found if citation.number == number), None)


def excerpt_blocks(excerpt: Excerpt, language: Language, mark: str = "") -> Iterator[Block]:
    """Title, outlet and time, then the passage as a quotation with the quote in bold."""
    heading = [Run(mark)] if mark else []
    heading.append(Run(excerpt.title, bold=True, href=sentence_link(excerpt.url, excerpt.quote)))
    about = ", ".join(filter(None, [excerpt.source, readable_date(excerpt.published, language)]))
    if about:
        heading.append(Run(f"\n{about}", italic=True))
    yield Block(tuple(heading))
    passage = (Run(excerpt.before), Run(excerpt.quote, bold=bool(excerpt.before or excerpt.after)))
    yield Block((*passage, Run(excerpt.after)), quoted=True, gap="\n")
    if not web_address(excerpt.url) and excerpt.url.startswith("file:"):
        yield Block((Run(excerpt.url.rsplit("/", 1)[-1], italic=True),), gap="\n")
