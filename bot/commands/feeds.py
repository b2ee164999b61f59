"""`whosaid feeds`: the feeds that are followed: list, add, remove, poll, export."""

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from bot import interface
from bot.app.feeds import FeedService, feed_service
from bot.app.library import Whosaid, open_whosaid
from bot.articles.opml import Outline, looks_like_opml, read_opml, write_opml
from bot.commands.ingest import embed_missing
from bot.commands.options import wants_json
from bot.commands.progress import progress
from bot.config import Settings
from bot.errors import InputError, UsageError, WhosaidError
from bot.ingest.feedplan import FIRST_INTERVAL
from bot.ingest.grouping import group_stories
from bot.ingest.poll import PollReport
from bot.interface import JSON
from bot.store import Feed, FeedCounts

Action = Callable[[Whosaid, argparse.Namespace], int]


def describe(parser: argparse.ArgumentParser) -> None:
    """Declare the options of this command."""
    parser.add_argument("action", choices=ACTIONS, help="what to do")
    parser.add_argument(
        "sources",
        nargs="*",
        metavar="SOURCE",
        help="add: addresses of feeds or sites, or an OPML file; remove and poll: addresses of feeds",
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Do one thing with the feeds."""
    if options.action in ("add", "remove") and not options.sources:
        raise UsageError(
            f"name what to {options.action}: whosaid feeds {options.action} https://example.org/"
        )
    with open_whosaid(settings) as whosaid:
        return ACTIONS[options.action](whosaid, options)


def _list(whosaid: Whosaid, options: argparse.Namespace) -> int:
    counts = whosaid.store.feeds.counts(_now(whosaid))
    for feed in whosaid.store.feeds.all():
        count = counts.get(feed.id, FeedCounts())
        shown = interface.feed_json(feed, count, whosaid.settings.zone)
        sys.stdout.write((interface.line(shown) if wants_json(options) else readable_feed(shown)) + "\n")
    return 0


def readable_feed(feed: JSON) -> str:
    """A feed for a person: what it is, how it does, and what is wrong, on two or three lines."""
    state = "paused" if feed["paused"] else f"next look {feed['next']}"
    success = feed["last_success"] or "never"
    lines = [
        f"{feed['title'] or feed['url']}",
        f"  {feed['url']}",
        f"  articles: {feed['articles']}, {feed['articles_per_day']} a day; last success {success}; {state}",
    ]
    if feed["waiting"] or feed["given_up"]:
        lines.append(f"  articles that wait: {feed['waiting']}, given up: {feed['given_up']}")
    if feed["error"]:
        lines.append(f"  failures in a row: {feed['failures']}; {feed['error']}")
    return "\n".join(lines)


def _add(whosaid: Whosaid, options: argparse.Namespace) -> int:
    failed = 0
    with feed_service(whosaid, 1) as service:
        for source in options.sources:
            try:
                outlines, others = _outlines(service, source)
            except (WhosaidError, OSError) as error:
                failed += 1
                sys.stderr.write(f"{source}: {error}\n")
                continue
            for outline in outlines:
                _told(options, outline, added=follow(whosaid, outline))
            for other in others:
                sys.stderr.write(f"not added, but declared there as well: {other.url} {other.title}\n")
    return 1 if failed else 0


def _outlines(service: FeedService, source: str) -> tuple[Iterable[Outline], Iterable[Outline]]:
    """The feeds behind a source to be added, and others that it declares."""
    path = Path(source)
    if not path.is_file():
        found = service.web.feeds_at(source)
        return found.feeds, found.others
    data = path.read_bytes()
    if not looks_like_opml(data):
        raise InputError("no list of feeds (OPML)")
    try:
        return read_opml(data), ()
    except ValueError as error:
        raise InputError(str(error)) from error


def follow(whosaid: Whosaid, outline: Outline) -> bool:
    """Follow a feed; False when it was followed already."""
    feeds = whosaid.store.feeds
    return feeds.add(outline.url, outline.title, outline.site, _now(whosaid), FIRST_INTERVAL)


def _told(options: argparse.Namespace, outline: Outline, added: bool) -> None:
    if wants_json(options):
        told = interface.line({"url": outline.url, "title": outline.title, "added": added})
    else:
        told = f"{'added' if added else 'followed already'}: {outline.url} {outline.title}".rstrip()
    sys.stdout.write(told + "\n")


def _remove(whosaid: Whosaid, options: argparse.Namespace) -> int:
    unknown = [url for url in options.sources if not whosaid.store.feeds.remove(url)]
    for url in unknown:
        sys.stderr.write(f"{url} is not followed; `whosaid feeds list` shows what is\n")
    return 1 if unknown else 0


def _poll(whosaid: Whosaid, options: argparse.Namespace) -> int:
    feeds = _named(whosaid, options.sources) if options.sources else None
    report = poll(whosaid, feeds)
    shown = interface.poll_json(report)
    sys.stdout.write((interface.line(shown) if wants_json(options) else readable_poll(report)) + "\n")
    return 1 if report.looked and len(report.failed) >= report.looked else 0


def poll(whosaid: Whosaid, feeds: list[Feed] | None) -> PollReport:
    """One round over some feeds, or those that are due; afterwards the new articles can be asked for."""
    with feed_service(whosaid) as service, progress() as tell:
        report = service.poller.poll(feeds)
        whosaid.answerer.catch_up(lambda done, of: tell("indexing", done, of))
        group_stories(whosaid.store, lambda done, of: tell("stories", done, of))
        embed_missing(whosaid, tell)
    return report


def _named(whosaid: Whosaid, urls: list[str]) -> list[Feed]:
    known = {feed.url: feed for feed in whosaid.store.feeds.all()}
    if unknown := [url for url in urls if url not in known]:
        raise UsageError(f"{unknown[0]} is not followed; add it with: whosaid feeds add {unknown[0]}")
    return [known[url] for url in urls]


def readable_poll(report: PollReport) -> str:
    """The report for a person: a line of counts, then what failed."""
    counts = [f"{report.outcomes[name]} {name}" for name in ("added", "updated", "unchanged", "duplicate")]
    if report.postponed:
        counts.append(f"{report.postponed} tried again later")
    looked = f"feeds: {report.looked} looked at, {report.unchanged} unchanged"
    lines = [f"{looked}; articles: {', '.join(counts)}"]
    lines += [f"  {failure.source}: {failure.error}" for failure in report.failed]
    lines += [f"  paused: {failure.source}" for failure in report.paused]
    return "\n".join(lines)


def _export(whosaid: Whosaid, options: argparse.Namespace) -> int:
    feeds = whosaid.store.feeds.all()
    sys.stdout.write(write_opml(Outline(feed.url, feed.title, feed.site) for feed in feeds))
    return 0


def _now(whosaid: Whosaid) -> int:
    return int(whosaid.now().timestamp())


ACTIONS: dict[str, Action] = {
    "list": _list,
    "add": _add,
    "remove": _remove,
    "poll": _poll,
    "export": _export,
}
