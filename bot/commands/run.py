"""`whosaid run`: serves Telegram, follows feeds and sends digests meanwhile."""

import argparse

from bot.app.library import open_whosaid
from bot.app.service import serve_telegram
from bot.config import Settings


def describe(parser: argparse.ArgumentParser) -> None:
    """The command has only the common options."""
    parser.set_defaults(command="run")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Serve until SIGINT or SIGTERM."""
    with open_whosaid(settings) as whosaid:
        serve_telegram(whosaid)
    return 0
