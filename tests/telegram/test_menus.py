"""Menus of commands: for each language and kind of chat, editors and owners more."""

import asyncio

from bot.telegram.texts import EN, RU
from tests.telegram.support import FakeAnswerer, said, services_of, serving_with


async def test_each_kind_of_chat_has_its_menu(api):
    for person in (1, 2):
        api.write("hello", chat=person)
    with services_of(FakeAnswerer(said), owners=frozenset({1})) as services:
        services.store.people.set_role(2, "editor", 1)
        services.store.people.set_role(3, "reader", 1)
        async with serving_with(api, services):
            await asyncio.to_thread(api.wait, lambda: len(api.calls_of("setMyCommands")) == 10)
    for language, texts in (("", EN), ("ru", RU)):
        menus = {kind: menu for (kind, code), menu in api.scoped_commands.items() if code == language}
        assert [command["command"] for command in menus["default"]] == [name for name, _ in texts.commands]
        assert {"export", "forget"} <= {command["command"] for command in menus["all_private_chats"]}
        assert {"ask"} <= {command["command"] for command in menus["all_group_chats"]}
        assert {"addsource", "status"} <= {command["command"] for command in menus["chat"]}


async def test_a_menu_that_cannot_be_set_stops_nothing(api, caplog):
    with services_of(FakeAnswerer(said), owners=frozenset({77})) as services:
        async with serving_with(api, services):
            api.write("hello?")
            await asyncio.to_thread(api.wait, api.sent)
    assert "a menu of commands was not set" in caplog.text


def test_what_only_some_may_do_is_in_no_common_menu():
    for texts in (EN, RU):
        common = {name for name, _ in (*texts.commands, *texts.commands_private, *texts.commands_group)}
        more = {name for name, _ in texts.commands_editor}
        assert {"addsource", "removesource", "sources", "status", "stats", "invite"} == more - common
        assert {name for name, _ in texts.commands_owner} - more == {"role"}
