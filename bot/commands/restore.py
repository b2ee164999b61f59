"""`whosaid restore`: puts a copy that `backup` made in the place of the library."""

import argparse
import shutil
import sys
from pathlib import Path

from bot import interface
from bot.app.library import index_folder
from bot.commands.options import wants_json
from bot.config import Settings
from bot.store import open_store
from bot.store.backup import restore


def describe(parser: argparse.ArgumentParser) -> None:
    """Declare the copy."""
    parser.add_argument("copy", type=Path, help="the file that `whosaid backup` wrote")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Check the copy, move the library aside, put the copy there; the index makes itself anew."""
    library = settings.whosaid_db
    aside = restore(options.copy, library)
    shutil.rmtree(index_folder(library), ignore_errors=True)
    with open_store(library) as store:
        articles = store.articles.count()
    if wants_json(options):
        told = {"file": str(library), "articles": articles, "before": str(aside) if aside else None}
        sys.stdout.write(interface.line(told) + "\n")
    else:
        kept = f"; the library before is {aside}" if aside else ""
        sys.stdout.write(f"{library}: {articles} articles{kept}\n")
    return 0
