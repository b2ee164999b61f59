"""Answers while a question is typed in any chat ("@bot what did ..."); it knows no conversations.

Telegram sends a query for nearly every letter; only the newest of a person is answered.
"""

import asyncio
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from telegram import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.error import BadRequest

from bot.models import Answer, Claim
from bot.telegram.access import Access
from bot.telegram.render import render
from bot.telegram.services import Context, Services
from bot.telegram.split import shorten
from bot.telegram.texts import LONGEST_QUESTION, TEXTS, language_of

SHORTEST = 4  # letters of a question
MOST_RESULTS = 10
CACHE_SECONDS = 60  # the library changes all the time
LONGEST_TITLE = 80
LONGEST_DESCRIPTION = 160


@dataclass(slots=True)
class Inline:
    """`debounce`: seconds to wait for the next letter."""

    services: Services
    access: Access
    debounce: float = 0.25
    _newest: dict[int, str] = field(default_factory=dict)

    async def query(self, update: Update, _: Context) -> None:
        """Offer answers, or a way into a chat with the bot."""
        query = update.inline_query
        assert query is not None
        person = query.from_user.id
        text = query.query.strip()
        if not SHORTEST <= len(text) <= LONGEST_QUESTION:
            await self._offer(query, None)
            return
        self._newest[person] = query.id
        await asyncio.sleep(self.debounce)
        if self._newest.get(person) != query.id:
            return
        del self._newest[person]
        may = self.access.looking(person)
        now = self.services.clock()
        answer = await asyncio.to_thread(self.services.answerer.look, text, now) if may else None
        if person not in self._newest:
            await self._offer(query, answer)

    async def _offer(self, query: InlineQuery, answer: Answer | None) -> None:
        results = list(articles(answer)) if answer else []
        label = TEXTS[language_of(query.from_user.language_code)].ask_here
        button = None if results else InlineQueryResultsButton(label, start_parameter="inline")
        is_personal = self.services.options.access != "open" or answer is None
        try:
            await query.answer(
                results, cache_time=CACHE_SECONDS if answer else 0, is_personal=is_personal, button=button
            )
        except BadRequest:
            # the person typed on for longer than the query lives
            return


def articles(answer: Answer) -> Iterator[InlineQueryResultArticle]:
    """The answer as a whole when one message holds it, then each of its claims."""
    if not answer.claims:
        return
    whole = render(answer)
    if len(answer.claims) > 1 and len(whole) == 1:
        yield _article(answer.standalone_question, answer.claims[0].text, whole[0])
    for claim in answer.claims[:MOST_RESULTS]:
        pages = render(replace(answer, claims=(claim,)))
        if len(pages) == 1:
            yield _article(_title(claim), claim.text, pages[0])


def _title(claim: Claim) -> str:
    return claim.speaker or claim.citations[0].title or claim.text


def _article(title: str, description: str, page: str) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        secrets.token_hex(8),
        shorten(title, LONGEST_TITLE),
        InputTextMessageContent(page),
        description=shorten(description, LONGEST_DESCRIPTION),
    )
