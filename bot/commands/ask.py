"""`whosaid ask`: one answer, or one for each line of a batch file."""

import argparse
import sys

from bot import interface
from bot.app.library import open_whosaid
from bot.commands.batches import Asked, read_batch
from bot.commands.options import now, wants_json
from bot.config import Settings
from bot.errors import UsageError


def describe(parser: argparse.ArgumentParser) -> None:
    """Declare the options of this command."""
    parser.add_argument("question", nargs="?", metavar="QUESTION", help="what you want to know")
    parser.add_argument("--batch", metavar="FILE", help='JSON Lines of {"id", "question", "now"?, "lang"?}')


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Answer; a refusal to answer is done, too."""
    moment = now(options, settings)
    if (options.question is None) == (options.batch is None):
        raise UsageError(
            'ask takes one question in quotes, or --batch FILE: whosaid ask "what did Peskov say?"'
        )
    lines = [Asked(options.question, moment)] if options.question is not None else None
    with open_whosaid(settings) as whosaid:
        for asked in lines or read_batch(options.batch, moment, settings):
            answer = whosaid.answerer.ask(asked.text, asked.now, language=asked.language)
            as_json = wants_json(options) or options.batch
            shown = interface.line(interface.answer_json(answer, asked.identity)) if as_json else answer.text
            sys.stdout.write(shown + "\n")
    return 0
