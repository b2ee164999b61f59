"""The real process is killed again and again while people ask; each question gets one answer, in order."""

import random
import time
from contextlib import contextmanager

import pytest

from tests.e2e.support import finish, start
from tests.telegram.fake_api import TOKEN, FakeTelegram
from tests.telegram.fake_pace import WIDE

CHATS = range(1, 5)
RUNS = 3  # of which the last one is let be
ASKED = {
    "en": [
        ("What did Peskov say?", "Peskov"),
        ("/help", "/digest"),
        ("What did Lev Berezin say?", "Berezin"),
        ("/privacy", "/export"),
        ("What did Mashin say about water tariffs?", "Mashin"),
    ],
    "ru": [
        ("Что сказал Песков?", "Peskov"),  # the library knows only the Latin form
        ("/help", "/digest"),
        ("Что сказал Лев Березин?", "Березин"),
        ("/privacy", "/export"),
        ("Что Машин говорил о тарифах на воду?", "Машин"),
    ],
}


@contextmanager
def running(api, library, folder):
    """`whosaid run` in a process of its own, killed at the end of the block."""
    process = start(
        folder,
        "run",
        TELEGRAM_TOKEN=TOKEN,
        TELEGRAM_BASE_URL=api.base_url,
        WHOSAID_DB=str(library),
        LOG_LEVEL="WARNING",
    )
    try:
        yield
    finally:
        process.kill()
        finish(process)


@pytest.mark.parametrize("language", [*ASKED])
def test_every_question_gets_one_answer_in_its_order_whenever_the_process_dies(library, tmp_path, language):
    draw = random.Random(len(language) + ord(language[0]))
    asked = ASKED[language]
    with FakeTelegram(WIDE) as api:
        for run in range(RUNS):
            before = len(api.sent())
            for question, _ in asked:
                for chat in CHATS:
                    api.write(question, chat, language)
            with running(api, library, tmp_path):
                wanted = (
                    len(asked) * len(CHATS) * RUNS if run == RUNS - 1 else before + 1 + draw.randrange(12)
                )
                api.wait_for_sent(wanted, seconds=90)
                # anywhere between two steps of what is done for the next message
                time.sleep(2.0 if run == RUNS - 1 else draw.random() / 20)
        for chat in CHATS:
            answers = [message["text"] for message in api.sent(chat)]
            assert len(answers) == len(asked) * RUNS
            for answer, (question, word) in zip(answers, asked * RUNS, strict=True):
                assert word in answer, question
