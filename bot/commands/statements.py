"""`whosaid statements`: the ledger, one JSON object a line."""

import argparse
import sys
from datetime import datetime

from bot import interface
from bot.answers.listing import list_statements, list_vanished
from bot.app.library import open_whosaid
from bot.commands.options import read_moment, read_start
from bot.config import Settings
from bot.store import StatementFilter


def describe(parser: argparse.ArgumentParser) -> None:
    """Declare the filters."""
    parser.add_argument("--speaker", metavar="NAME", help="only what this person or body said")
    parser.add_argument("--about", metavar="TEXT", help="only statements that hold these words")
    parser.add_argument("--since", metavar="DATE", help="published at or after this moment")
    parser.add_argument("--until", metavar="DATE", help="published at or before this moment")
    parser.add_argument("--article", metavar="URL", help="only statements of this article")
    parser.add_argument("--gone", action="store_true", help="what articles said before they were rewritten")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print the statements that pass every filter, in the order of the library."""
    since = read_start(options.since, settings) if options.since else None
    until = read_moment(options.until, settings) if options.until else None
    wanted = StatementFilter((), _second(since), _second(until), options.article)
    with open_whosaid(settings) as whosaid:
        listed = list_vanished if options.gone else list_statements
        for statement, article in listed(whosaid.store, options.speaker, options.about, wanted):
            sys.stdout.write(interface.line(interface.statement_json(statement, article)) + "\n")
    return 0


def _second(moment: datetime | None) -> int | None:
    return int(moment.timestamp()) if moment else None
