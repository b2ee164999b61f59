"""Errors: one sentence for the person, one line without their words for the operator."""

import logging
from dataclasses import replace

import pytest

from bot.errors import StoreBusy, StoreError
from bot.telegram.pace import ATTEMPTS
from bot.telegram.texts import EN, RU
from tests.telegram.fake_api import Fault
from tests.telegram.support import PROMPT, FakeAnswerer, said, sent, serving

SECRET = "what did the spy say?"


def failing(error):
    def reply(question):
        if question == "fine":
            return said("fine")
        raise error

    return FakeAnswerer(reply)


@pytest.mark.parametrize(
    ("error", "language", "sentence"),
    [
        (StoreBusy("another process writes to whosaid.db"), "en", EN.try_again),
        (StoreError("whosaid.db is damaged"), "ru", RU.failed),
        (ValueError(f"bad {SECRET}"), "en", EN.failed),
    ],
)
async def test_the_person_is_told_whether_to_try_again(api, caplog, error, language, sentence):
    async with serving(api, failing(error)):
        api.write(SECRET, language=language)
        [message] = await sent(api, 1)
        api.write("fine")
        await sent(api, 2)
    [record] = [record for record in caplog.records if record.name == "bot.telegram.faults"]
    identity = record.args[0]
    assert message["text"] == sentence.format(id=identity)
    assert type(error).__name__ in record.getMessage()
    assert "test_faults.py" in record.getMessage()
    assert SECRET not in caplog.text


async def test_our_own_errors_are_logged_in_words_with_their_cause(api, caplog):
    error = StoreError("whosaid.db is damaged")
    error.__cause__ = KeyError(SECRET)
    async with serving(api, failing(error)):
        api.write("x?")
        await sent(api, 1)
    assert "whosaid.db is damaged" in caplog.text
    assert "caused by KeyError" in caplog.text
    assert SECRET not in caplog.text


async def test_a_person_who_blocked_the_bot_is_no_error(api, caplog):
    caplog.set_level(logging.INFO)

    def block_meanwhile(question):
        if question == "bye":
            api.blocked.add(1)
        return said(question)

    async with serving(api, FakeAnswerer(block_meanwhile)):
        api.write("bye", chat=1)
        api.write("hello", chat=2)
        await sent(api, 1, chat=2)
    assert [record.levelname for record in caplog.records if record.name == "bot.telegram.faults"] == ["INFO"]
    assert [call.status for call in api.calls_of("sendMessage") if call.params["chat_id"] == "1"] == [403]


async def test_when_telegram_itself_fails_the_person_gets_no_second_message(api, caplog):
    async with serving(api, FakeAnswerer(said), replace(PROMPT, first_pause=0.0001)):
        api.fail("sendMessage", *[Fault(500)] * ATTEMPTS)
        api.write("lost")
        api.write("next")
        [message] = await sent(api, 1)
    assert message["text"] == "next"
    assert "NetworkError" in caplog.text


async def test_a_text_that_telegram_refuses_is_told(api):
    async with serving(api, FakeAnswerer(said)):
        api.fail("sendMessage", Fault(400))
        api.write("odd")
        [message] = await sent(api, 1)
    assert message["text"].startswith(EN.failed.split("{")[0])
