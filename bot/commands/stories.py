"""`whosaid stories`: articles grouped by event, the latest story first."""

import argparse
import sys
from datetime import datetime

from bot import interface
from bot.answers.stories import Story, list_stories
from bot.app.library import open_whosaid
from bot.commands.options import now, read_moment, read_start, wants_json
from bot.commands.progress import progress
from bot.config import Settings
from bot.ingest.grouping import group_stories


def describe(parser: argparse.ArgumentParser) -> None:
    """Declare the filters."""
    parser.add_argument("--since", metavar="DATE", help="told at or after this moment")
    parser.add_argument("--until", metavar="DATE", help="told at or before this moment")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print the stories of a period; articles later than `--now` are not seen."""
    since = _second(read_start(options.since, settings)) if options.since else None
    moment = now(options, settings)
    last = min(moment, read_moment(options.until, settings)) if options.until else moment
    show = _as_json if wants_json(options) else _readable
    with open_whosaid(settings) as whosaid:
        with progress() as tell:
            group_stories(whosaid.store, lambda done, of: tell("stories", done, of))
        for story in list_stories(whosaid.store, since, _second(last) + 1):
            sys.stdout.write(show(story) + "\n")
    return 0


def _second(moment: datetime) -> int:
    return int(moment.timestamp())


def _as_json(story: Story) -> str:
    return interface.line(interface.story_json(story))


def _readable(story: Story) -> str:
    period = " – ".join(dict.fromkeys(day[:10] for day in (story.first, story.last) if day)) or "undated"
    head = f"{story.id}. {story.title} ({period}; {len(story.articles)} articles)"
    lines = [f"   {line.quote} [{line.url}]" for line in story.summary]
    quoted = [f"   Quoted: {', '.join(story.speakers)}"] if story.speakers else []
    return "\n".join([head, *lines, *quoted])
