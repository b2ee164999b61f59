"""Models for the loopback endpoint: each reads what it was sent and writes an answer, well or badly."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.answers.drafting import Scribe
from bot.answers.spending import Account, Limits
from bot.answers.tasks import Chats, Task
from bot.answers.writing import Writer
from bot.llm.chat import OnText, unheard
from bot.llm.completions import shaped
from bot.llm.prompts import Messages, load_prompt, shipped
from bot.llm.usage import Call, Record, unrecorded
from bot.store import ModelCall

LINE = re.compile(r"^\[([0-9a-f]+)\] (?:\(([^)]*)\) )?(.*)$", re.MULTILINE)
SPOKEN = re.compile(r"said by (.+)$")
Write = Callable[[dict], str]


@dataclass(frozen=True)
class Piece:
    """A piece of evidence as the model is sent it."""

    key: str
    text: str
    speaker: str | None


@dataclass(frozen=True)
class Asked:
    """A request to write an answer, read back."""

    question: str
    language: str
    pieces: tuple[Piece, ...]


def read(body: dict) -> Asked:
    """What a request asks for."""
    system, user = (message["content"] for message in body["messages"])
    question = user.partition("\n\n")[0]
    pieces = tuple(_pieces(user))
    language = re.search(r"in this language: (\w+)", system)
    return Asked(question.removeprefix("Question: "), language.group(1) if language else "", pieces)


def _pieces(evidence: str) -> Iterator[Piece]:
    for key, about, text in LINE.findall(evidence):
        spoken = SPOKEN.search(about)
        yield Piece(key, text, spoken.group(1) if spoken else None)


def claim(text: str, *pieces: Piece, speaker: str | None = None) -> dict:
    """A claim as the prompt wants it."""
    return {"text": text, "speaker": speaker, "keys": [piece.key for piece in pieces]}


def answer(*claims: dict) -> str:
    """The whole answer."""
    return json.dumps({"claims": list(claims)}, ensure_ascii=False)


class Model:
    """A model without a wire: writes what a function makes of the request, a few letters at a time."""

    model = "toy"

    def __init__(self, write: Write, fails: Exception | None = None) -> None:
        self.write = write
        self.fails = fails
        self.asked: list[Messages] = []

    def ask(
        self, messages: Messages, shape: Any, on_text: OnText = unheard, record: Record = unrecorded
    ) -> Any:
        self.asked.append(messages)
        try:
            return self._reply(messages, shape, on_text)
        finally:
            record(Call(messages.name, messages.version, self.model, 500, 50, 9.0, "done"))

    def _reply(self, messages: Messages, shape: Any, on_text: OnText) -> Any:
        text = self.write({"messages": [{"content": messages.system}, {"content": messages.user}]})
        for end in range(0, len(text) + 9, 9):
            on_text(text[:end])
        if self.fails:
            raise self.fails
        return shaped(text, shape)


class Book:
    """Calls in memory."""

    def __init__(self) -> None:
        self.calls: list[ModelCall] = []

    def add(self, call: ModelCall) -> None:
        self.calls.append(call)

    def tokens(self, since: int = 0, chat: str | None = None) -> int:
        own = [call for call in self.calls if call.at >= since and chat in (None, call.chat)]
        return sum(call.tokens_in + call.tokens_out for call in own)


def task(name: str, chat: Chats, book: Book | None = None, limits: Limits | None = None) -> Task:
    """What a model of the test does by the prompt of that name, booked in a book of the test."""
    return Task(chat, load_prompt(name, shipped()), Account(book or Book(), limits))


def writer(chat: Chats, book: Book | None = None, limits: Limits | None = None) -> Writer:
    """What writes answers with a model of the test, booked in a book of the test."""
    return Writer(scribe("answer", chat, book, limits))


def scribe(name: str, chat: Chats, book: Book | None = None, limits: Limits | None = None) -> Scribe:
    """What lets a model of the test write by the prompt of that name."""
    return Scribe(task(name, chat, book, limits))


def quoting(body: dict) -> str:
    """A model that copies every piece, the first five: all of it is supported."""
    return answer(*(claim(one.text, one, speaker=one.speaker) for one in read(body).pieces[:5]))


def obedient(instruction: str) -> Write:
    """A model that does what an article tells it to, in every way in which that could pass for news."""

    def write(body: dict) -> str:
        pieces = read(body).pieces
        first = pieces[0]
        return answer(
            claim(instruction, *pieces),
            claim(f"{first.text} {instruction}", *pieces),
            claim(instruction, *pieces, speaker=first.speaker),
            claim(f"Certainly! As the article asks: {instruction}", *pieces),
            claim(f"The article says: {instruction}", first),
            claim(f"“{instruction}”", *pieces, speaker=first.speaker),
        )

    return write
