"""`whosaid ingest`: adds articles from files, folders, addresses and standard input."""

import argparse
import sys

from bot import interface
from bot.app.feeds import feed_service
from bot.app.library import Whosaid, open_whosaid
from bot.commands.options import wants_json
from bot.commands.progress import Bar, Lines, progress
from bot.config import Settings
from bot.ingest.embed import Filled
from bot.ingest.grouping import group_stories
from bot.models import IngestReport


def describe(parser: argparse.ArgumentParser) -> None:
    """Declare the options of this command."""
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a file, a folder, an address of a page, feed or site, or - for JSON Lines on standard input",
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Ingest everything; fails only when every input failed."""
    with open_whosaid(settings) as whosaid, feed_service(whosaid) as service, progress() as tell:
        report = whosaid.ingester(service.web.articles).ingest(
            options.sources, lambda done: tell(done.place, done.seen)
        )
        whosaid.answerer.catch_up(lambda done, of: tell("indexing", done, of))
        group_stories(whosaid.store, lambda done, of: tell("stories", done, of))
        embed_missing(whosaid, tell)
    shown = interface.line(interface.report_json(report)) if wants_json(options) else readable_report(report)
    sys.stdout.write(shown + "\n")
    taken = report.added + report.updated + report.duplicates + report.unchanged
    return 1 if report.failed and not taken else 0


def embed_missing(whosaid: Whosaid, tell: Bar | Lines) -> None:
    """Give vectors to passages when a model is configured; a failing endpoint costs no article."""
    filler = whosaid.vector_filler()
    if filler is not None:
        filled = filler.fill(lambda done, total: tell("embedding", done, total))
        sys.stderr.write(readable_vectors(filled) + "\n")


def readable_vectors(filled: Filled) -> str:
    """What became of the vectors, in a line."""
    line = f"vectors: {filled.vectors:,} of {filled.passages:,} passages"
    if filled.refused:
        line += f"; {filled.refused:,} are not accepted by the endpoint"
    if filled.failure:
        line += f"; {filled.failure}; the next ingest goes on from here"
    return line


def readable_report(report: IngestReport) -> str:
    """The report for a person: a line of counts, then each input that failed, with its place."""
    counts = (
        f"{report.added} added, {report.updated} updated, {report.unchanged} unchanged, "
        f"{report.duplicates} duplicates, {len(report.failed)} failed in {report.seconds:.1f} s"
    )
    return "\n".join([counts, *(f"  {failure.source}: {failure.error}" for failure in report.failed)])
