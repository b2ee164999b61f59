"""What README shows of Telegram is what the fake server got from the real bot, word by word."""

import re

import pytest

from tests.e2e.front import Chat, bot
from tests.e2e.support import ROOT
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.fake_pace import WIDE

README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```telegram (en|ru)\n(.*?)```", README, re.DOTALL)


def drawn(message: dict) -> str:
    """A message as it looks: quotations, which are shut at first, behind a bar; buttons in brackets."""
    text = message["text"].encode("utf-16-le")
    for entity in sorted(message.get("entities", []), key=lambda each: -each["offset"]):
        if entity["type"] == "expandable_blockquote":
            start, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
            lines = text[start:end].decode("utf-16-le").split("\n")
            quoted = "\n".join(f"| {line}".rstrip() for line in lines)
            text = text[:start] + quoted.encode("utf-16-le") + text[end:]
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = ["  ".join(f"[{button['text']}]" for button in row) for row in rows]
    return "\n".join([text.decode("utf-16-le"), *buttons])


@pytest.mark.parametrize(("language", "shown"), SHOWN, ids=[language for language, _ in SHOWN])
async def test_the_chats_in_readme_are_real(library, language, shown):
    """Lines that begin with ">" are written, or pressed where they are in brackets."""
    with FakeTelegram(WIDE) as api:
        chat, last = Chat(api, language), {}
        async with bot(api, library, "polling"):
            for turn in re.split(r"(?m)^> ", shown)[1:]:
                asked, _, expected = turn.partition("\n")
                if pressed := re.fullmatch(r"\[(.+)\]", asked):
                    _, answers = await chat.press(pressed[1], last)
                else:
                    answers = await chat.ask(asked)
                    last = answers[-1]
                assert "\n\n".join(map(drawn, answers)).strip() == expected.strip(), asked


def test_readme_shows_a_chat_in_each_language():
    assert [language for language, _ in SHOWN] == ["en", "ru"]
