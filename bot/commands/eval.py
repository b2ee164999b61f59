"""`whosaid eval`: how good the answers are, over the sample library or over your own cases and library."""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bot import interface
from bot.app.library import Whosaid, open_whosaid
from bot.commands.options import now, wants_json
from bot.commands.start import SAMPLES
from bot.config import Settings
from bot.errors import UsageError
from bot.evaluation.cases import BUILT_IN, read_cases
from bot.evaluation.results import CaseResult
from bot.evaluation.running import run_case
from bot.evaluation.table import results_json, table
from bot.ingest.grouping import group_stories


def describe(parser: argparse.ArgumentParser) -> None:
    """Declare the options of this command."""
    parser.add_argument(
        "cases",
        nargs="?",
        metavar="CASES.jsonl",
        help="cases to ask the database (default: those that come with the sample library)",
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print rates, failures and times; fails when an answer said what its sources do not."""
    if options.cases is None and hasattr(options, "db"):
        raise UsageError("the built-in cases go with the sample library: leave out --db or name CASES.jsonl")
    moment = now(options, settings)
    cases = read_cases(Path(options.cases) if options.cases else BUILT_IN, settings.zone)
    with _library(settings, samples=options.cases is None) as whosaid:
        articles = whosaid.store.articles.get
        results = [run_case(case, whosaid.answerer, articles, moment) for case in cases]
    sys.stdout.write(_shown(results, as_json=wants_json(options)) + "\n")
    return verdict(results)


def verdict(results: Sequence[CaseResult]) -> int:
    """The exit code: 1 when any answer said what its sources do not; unmet expectations are no failure."""
    return 0 if all(result.grounded for result in results) else 1


def _shown(results: Sequence[CaseResult], *, as_json: bool) -> str:
    return interface.line(results_json(results)) if as_json else table(results)


@contextmanager
def _library(settings: Settings, *, samples: bool) -> Iterator[Whosaid]:
    """The configured library, or the sample articles in a database that is gone afterwards."""
    if not samples:
        with open_whosaid(settings) as whosaid:
            # The first question must not pay for the index.
            whosaid.answerer.catch_up()
            yield whosaid
        return
    with tempfile.TemporaryDirectory(prefix="whosaid-eval-") as folder:
        throw_away = settings.model_copy(update={"whosaid_db": Path(folder) / "samples.db"})
        with open_whosaid(throw_away) as whosaid:
            whosaid.ingester().ingest([str(SAMPLES)])
            whosaid.answerer.catch_up()
            group_stories(whosaid.store)
            yield whosaid
