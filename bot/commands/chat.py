"""`whosaid chat`: a conversation, for a person in the terminal or for a program as JSON Lines."""

import argparse
import sys
import uuid
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TextIO

from bot import interface
from bot.app.library import Whosaid, open_whosaid
from bot.commands.batches import read_line
from bot.commands.options import now, wants_json
from bot.config import Settings
from bot.errors import UsageError
from bot.terminal.chat import CONVERSATION, converse

HISTORY = 200  # earlier questions within reach of the arrow keys


def describe(parser: argparse.ArgumentParser) -> None:
    """The chat has only the common options."""
    parser.set_defaults(command="chat")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Talk until the input ends."""
    with open_whosaid(settings) as whosaid:
        whosaid.answerer.warm_up(whosaid.now())
        if wants_json(options):
            serve_lines(whosaid, options, sys.stdin, sys.stdout)
        else:
            talk(whosaid, lambda: now(options, settings))
    return 0


def talk(whosaid: Whosaid, clock: Callable[[], datetime]) -> None:
    """Talk with the person at the terminal; the questions asked before are there for the arrow keys."""
    turns = whosaid.store.conversations.recent(CONVERSATION, HISTORY)
    converse(whosaid.answerer, clock, [turn.question.text for turn in turns])


def serve_lines(whosaid: Whosaid, options: argparse.Namespace, lines: Iterable[str], out: TextIO) -> None:
    """One object a line in, one a line out, in order; a line that cannot be read gives {"error": ...}."""
    conversation = _fresh()
    for line in lines:
        if not line.strip():
            continue
        try:
            asked = read_line(line, "q", now(options, whosaid.settings), whosaid.settings)
        except UsageError as error:
            out.write(interface.line({"error": str(error)}) + "\n")
            out.flush()
            continue
        if asked.reset:
            conversation = _fresh()
            continue
        answer = whosaid.answerer.ask(asked.text, asked.now, conversation, asked.language)
        out.write(interface.line(interface.answer_json(answer)) + "\n")
        out.flush()


def _fresh() -> str:
    return f"chat:{uuid.uuid4()}"
