"""The menus of commands, for each language and kind of chat; it knows nothing of what commands do."""

import logging
from collections.abc import Iterable

from telegram import (
    Bot,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
)
from telegram.error import TelegramError

from bot.models import Language
from bot.telegram.texts import TEXTS, Texts

log = logging.getLogger(__name__)

_LANGUAGES: dict[str | None, Language] = {None: "en", "ru": "ru"}  # of whom, and the words they get


async def set_menus(bot: Bot, owners: Iterable[int], editors: Iterable[int] = ()) -> None:
    """Show the commands in the menu; the bot works without it as well."""
    for code, language in _LANGUAGES.items():
        for scope, commands in _scopes(TEXTS[language], owners, editors):
            try:
                await bot.set_my_commands(commands, scope, code)
            except TelegramError as error:
                log.warning("a menu of commands was not set: %s", error)


def _scopes(
    texts: Texts, owners: Iterable[int], editors: Iterable[int]
) -> list[tuple[BotCommandScope, tuple[tuple[str, str], ...]]]:
    return [
        (BotCommandScopeDefault(), texts.commands),
        (BotCommandScopeAllPrivateChats(), texts.commands_private),
        (BotCommandScopeAllGroupChats(), texts.commands_group),
        *((BotCommandScopeChat(editor), texts.commands_editor) for editor in editors),
        *((BotCommandScopeChat(owner), texts.commands_owner) for owner in owners),
    ]
