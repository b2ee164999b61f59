"""The loop of the terminal chat: commands, questions, answers; it knows nothing of storage."""

import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Protocol, TextIO

from rich.console import Console

from bot.models import Answer
from bot.terminal.render import render

CONVERSATION = "terminal"
PROMPT = "whosaid> "
ASKED_BY = {"/help": "help", "/start": "help", "/about": "who are you?"}
QUIT = frozenset({"/quit", "/exit", "/q"})
WELCOME = (
    "Ask who said what: in English or Russian. /help explains, /new forgets the conversation, /quit ends."
)


class Answers(Protocol):
    """What the chat needs of whoever answers."""

    def ask(self, text: str, now: datetime, conversation: str | None = None) -> Answer:
        """Answer one question of a conversation."""

    def reset(self, conversation: str) -> None:
        """Forget a conversation."""


def converse(answers: Answers, clock: Callable[[], datetime], history: Sequence[str] = ()) -> None:
    """Talk with a person on standard input and output until the input ends or they quit.

    With standard input or output redirected there are no prompts and no colours: each line in is a question,
    and plain text comes out.
    """
    interactive = sys.stdin.isatty() and sys.stdout.isatty()
    console = Console(highlight=False, soft_wrap=not interactive)
    if interactive:
        console.print(WELCOME, style="dim")
    for line in _typed(history) if interactive else _piped(sys.stdin):
        if line in QUIT:
            return
        reply(line, answers, clock, console)


def reply(line: str, answers: Answers, clock: Callable[[], datetime], console: Console) -> None:
    """Carry out one line: a command or a question."""
    if line == "/new":
        answers.reset(CONVERSATION)
        console.print("The conversation is forgotten.", style="dim")
        return
    if line.startswith("/") and line not in ASKED_BY:
        console.print("I do not know this command. /help explains.", style="dim")
        return
    answer = answers.ask(ASKED_BY.get(line, line), clock(), CONVERSATION)
    if console.is_terminal:
        console.print(render(answer))
    else:
        console.print(answer.text, markup=False, highlight=False)
    console.print()


def _piped(lines: TextIO) -> Iterator[str]:
    yield from filter(None, map(str.strip, lines))


def _typed(history: Sequence[str]) -> Iterator[str]:
    """Lines that a person types; the arrow keys find the earlier ones where readline exists."""
    with contextlib.suppress(ImportError):
        import readline

        for line in history:
            readline.add_history(line)
    while True:
        try:
            line = input(PROMPT).strip()
        except EOFError:
            sys.stdout.write("\n")
            return
        if line:
            yield line
