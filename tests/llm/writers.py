"""Models for the loopback endpoint: each reads what it was sent and writes an answer, well or badly."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.llm.chat import OnText, Reply
from bot.llm.completions import shaped
from bot.llm.prompts import Messages

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
    question, _, evidence = user.partition("\n\n")
    pieces = tuple(_pieces(evidence))
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

    def ask(self, messages: Messages, shape: Any, on_text: OnText) -> Reply[Any]:
        self.asked.append(messages)
        text = self.write({"messages": [{"content": messages.system}, {"content": messages.user}]})
        for end in range(0, len(text), 9):
            on_text(text[:end])
        if self.fails:
            raise self.fails
        return Reply(shaped(text, shape), text)


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
