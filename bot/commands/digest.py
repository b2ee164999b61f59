"""`whosaid digest`: what a subscription would be told now, or would have been told of a period."""

import argparse
import sys
from datetime import timedelta

from bot import interface
from bot.app.library import open_whosaid
from bot.commands.options import now, read_moment, read_start, wants_json
from bot.commands.progress import progress
from bot.config import Settings
from bot.digests.digester import Digester
from bot.digests.text import SHOWN, render_text
from bot.errors import UsageError
from bot.ingest.grouping import group_stories
from bot.language.script import is_cyrillic
from bot.models import Language
from bot.subscriptions.values import Scope, Window

DAY = timedelta(days=1)


def describe(parser: argparse.ArgumentParser) -> None:
    """Declare what the digest is about, and of when."""
    parser.add_argument("--topic", metavar="TEXT", help="stories about these words")
    parser.add_argument("--speaker", metavar="NAME", help="what somebody said; with --topic, about that")
    parser.add_argument("--source", metavar="NAME", help="stories that a source tells")
    parser.add_argument(
        "--since", metavar="DATE", help="told at or after this moment (default: a day before)"
    )
    parser.add_argument("--until", metavar="DATE", help="told at or before this moment (default: now)")
    parser.add_argument("--lang", choices=["en", "ru"], help="the language of the reader")
    parser.add_argument("-n", type=int, default=SHOWN, metavar="N", help=f"items at most (default {SHOWN})")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Compose it and print it; nothing is kept, so the same may be asked for again."""
    scope = _scope(options)
    if options.n < 1:
        raise UsageError("-n takes a number from 1")
    moment = now(options, settings)
    until = min(moment, read_moment(options.until, settings)) if options.until else moment
    since = read_start(options.since, settings) if options.since else until - DAY
    window = Window(0, int(since.timestamp()), int(until.timestamp()) + 1)
    language: Language = options.lang or ("ru" if is_cyrillic(f"{scope.value} {scope.about}") else "en")
    with open_whosaid(settings) as whosaid:
        with progress() as tell:
            group_stories(whosaid.store, lambda done, of: tell("stories", done, of))
        digester = Digester(whosaid.store, whosaid.story_writer)
        digest = digester.worded(digester.of(scope, window, language, options.n))
        digest = digester.with_newest(digest, moment)
    text = render_text(digest, settings.zone)
    as_json = wants_json(options)
    shown = interface.line(interface.digest_json(digest, text, settings.zone)) if as_json else text
    sys.stdout.write(shown + "\n")
    return 0


def _scope(options: argparse.Namespace) -> Scope:
    topic, speaker, source = options.topic or "", options.speaker or "", options.source or ""
    if source and (topic or speaker):
        raise UsageError("--source stands alone: a digest is of a source, or of a topic or speaker")
    if speaker:
        return Scope("speaker", speaker, topic)
    if source:
        return Scope("source", source)
    return Scope("topic", topic) if topic else Scope()
