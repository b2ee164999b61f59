"""`whosaid start`, which `make run` calls: Telegram if a token is configured, else a chat over samples."""

import argparse
import sys
from pathlib import Path

from bot.app.library import open_whosaid
from bot.commands import load
from bot.commands.chat import talk
from bot.commands.options import now
from bot.config import Settings
from bot.ingest.grouping import group_stories
from bot.language.dates import moment

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
SAMPLE_DB = Path(".whosaid") / "sample.db"


def describe(parser: argparse.ArgumentParser) -> None:
    """The command has only the common options."""
    parser.set_defaults(command="start")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Serve Telegram, or load the sample library (once) and talk."""
    if settings.token:
        return load("run").run(options, settings)
    if not hasattr(options, "db"):
        SAMPLE_DB.parent.mkdir(exist_ok=True)
        settings = settings.model_copy(update={"whosaid_db": SAMPLE_DB})
    with open_whosaid(settings) as whosaid:
        whosaid.ingester().ingest([str(SAMPLES)])
        whosaid.answerer.catch_up()
        group_stories(whosaid.store)
        overview = whosaid.store.articles.overview()
        sys.stderr.write(
            f"No TELEGRAM_TOKEN in .env, so here is a chat over {overview.articles} sample articles.\n"
        )
        if getattr(options, "now", None):
            talk(whosaid, lambda: now(options, settings))
        else:
            # A machine whose clock is behind the newest sample sees all of them, too.
            newest = moment(overview.last, settings.zone) if overview.last else whosaid.now()
            talk(whosaid, lambda: max(whosaid.now(), newest))
    return 0
