"""The first minutes."""

import pytest

from bot.telegram.texts import EN, TEXTS
from tests.telegram.support import FakeAnswerer, Held, said, sent, serving


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_start_shows_what_is_held_and_examples_as_buttons(api, language):
    async with serving(api, FakeAnswerer(said, proposed=["One?", "Two?"])):
        api.write("/start", language=language)
        [message] = await sent(api, 1)
    assert message["text"].startswith(TEXTS[language].greeting)
    assert [row[0]["text"] for row in message["reply_markup"]["inline_keyboard"]] == ["One?", "Two?"]


async def test_an_empty_library_says_so_and_has_no_examples(api):
    async with serving(api, FakeAnswerer(said, Held(articles=0, top_speakers=()))):
        api.write("/start")
        [message] = await sent(api, 1)
    assert EN.empty_library in message["text"]
    assert "reply_markup" not in message


@pytest.mark.parametrize("command", ["/start", "/about"])
async def test_a_closed_bot_shows_nothing_of_its_library(api, command):
    async with serving(api, FakeAnswerer(said), access="list"):
        api.write(command, chat=77)
        [message] = await sent(api, 1)
    assert message["text"] == EN.by_list.format(person=77)


async def test_whoever_is_in_already_uses_no_invitation_up(api):
    async with serving(api, FakeAnswerer(said), access="invite", owners=frozenset({1})):
        api.write("/invite")
        [invitation] = await sent(api, 1)
        code = invitation["text"].split("start=")[1]
        api.write(f"/start {code}")
        await sent(api, 2)
        api.write(f"/start {code}", chat=2)
        assert (await sent(api, 1, chat=2))[0]["text"] == EN.welcome
        api.write(f"/start {code}", chat=3)
        assert (await sent(api, 1, chat=3))[0]["text"] == EN.invitation_used
