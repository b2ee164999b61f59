"""`whosaid search`: ranked passages without an answer."""

import argparse
import sys
import time

from bot import interface
from bot.app.library import Whosaid, open_whosaid
from bot.commands.batches import Asked, read_batch
from bot.commands.options import now, wants_json
from bot.config import Settings
from bot.errors import UsageError
from bot.models import SearchResult


def describe(parser: argparse.ArgumentParser) -> None:
    """Declare the options of this command."""
    parser.add_argument("query", nargs="?", metavar="QUERY", help="words to look for")
    parser.add_argument("--batch", metavar="FILE", help='JSON Lines of {"id", "question", "now"?}')
    parser.add_argument("-k", type=int, default=10, metavar="N", help="passages to show (default 10)")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Search and print the best passages."""
    moment = now(options, settings)
    if (options.query is None) == (options.batch is None):
        raise UsageError("search takes one query in quotes, or --batch FILE")
    if options.k < 1:
        raise UsageError("-k takes a number of passages from 1")
    lines = [Asked(options.query, moment)] if options.query is not None else None
    with open_whosaid(settings) as whosaid:
        for asked in lines or read_batch(options.batch, moment, settings):
            as_json = wants_json(options) or bool(options.batch)
            sys.stdout.write(_shown(whosaid, asked, options.k, as_json) + "\n")
    return 0


def _shown(whosaid: Whosaid, asked: Asked, limit: int, as_json: bool) -> str:
    began = time.perf_counter()
    results = whosaid.answerer.search(asked.text, asked.now, limit)
    if as_json:
        ms = (time.perf_counter() - began) * 1000
        return interface.line(interface.search_json(asked.text, results, ms, asked.identity))
    return "\n\n".join(_readable(rank, result) for rank, result in enumerate(results, 1)) or "Nothing found."


def _readable(rank: int, result: SearchResult) -> str:
    head = f"{rank}. {result.title} ({result.published or 'undated'}) {result.url}"
    return f"{head}\n   {result.text}"
