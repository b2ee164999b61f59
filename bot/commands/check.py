"""`whosaid check`: is a claim or a quotation supported by the library, or by the texts that come with it."""

import argparse
import sys

from bot import interface
from bot.app.library import open_whosaid
from bot.commands.batches import read_batch
from bot.commands.options import now, wants_json
from bot.config import Settings
from bot.errors import UsageError


def describe(parser: argparse.ArgumentParser) -> None:
    """Declare the options of this command."""
    parser.add_argument("claim", nargs="?", metavar="CLAIM", help="a sentence, a quotation or a message")
    parser.add_argument("--batch", metavar="FILE", help='JSON Lines of {"id", "claim", "sources"?, "now"?}')


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Check; a claim that nothing supports is done, too."""
    moment = now(options, settings)
    if (options.claim is None) == (options.batch is None):
        raise UsageError('check takes one claim in quotes, or --batch FILE: whosaid check "The pier is open"')
    with open_whosaid(settings) as whosaid:
        if options.claim is not None:
            checked = whosaid.answerer.check(options.claim, moment)
            shown = interface.line(interface.check_json(checked)) if wants_json(options) else checked.text
            sys.stdout.write(shown + "\n")
            return 0
        for asked in read_batch(options.batch, moment, settings, "claim"):
            checked = whosaid.answerer.check(asked.text, asked.now, asked.sources)
            sys.stdout.write(interface.line(interface.check_json(checked, asked.identity)) + "\n")
    return 0
