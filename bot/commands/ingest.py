"""`whosaid ingest`: adds articles from files, folders and standard input."""

import argparse
import sys

from bot import interface
from bot.app.library import open_whosaid
from bot.commands.options import wants_json
from bot.commands.progress import progress
from bot.config import Settings
from bot.models import IngestReport


def describe(parser: argparse.ArgumentParser) -> None:
    """Declare the options of this command."""
    parser.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="a file, a folder, or - for JSON Lines on standard input"
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Ingest everything; fails only when every input failed."""
    with open_whosaid(settings) as whosaid, progress() as tell:
        report = whosaid.ingester().ingest(options.sources, lambda done: tell(done.place, done.seen))
        whosaid.answerer.catch_up(lambda done, of: tell("indexing", done, of))
    shown = interface.line(interface.report_json(report)) if wants_json(options) else readable_report(report)
    sys.stdout.write(shown + "\n")
    taken = report.added + report.updated + report.duplicates + report.unchanged
    return 1 if report.failed and not taken else 0


def readable_report(report: IngestReport) -> str:
    """The report for a person: a line of counts, then each input that failed, with its place."""
    counts = (
        f"{report.added} added, {report.updated} updated, {report.unchanged} unchanged, "
        f"{report.duplicates} duplicates, {len(report.failed)} failed in {report.seconds:.1f} s"
    )
    return "\n".join([counts, *(f"  {failure.source}: {failure.error}" for failure in report.failed)])
