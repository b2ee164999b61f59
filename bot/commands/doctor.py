"""`whosaid doctor`: looks at settings, database, index, models and token, and says what to fix."""

import argparse
import sys
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from bot import interface
from bot.answers.spending import DAY
from bot.app.endpoint import Connected
from bot.app.library import Whosaid, open_whosaid
from bot.app.service import whoami
from bot.commands.options import wants_json
from bot.config import Settings
from bot.errors import EndpointError, WhosaidError
from bot.llm.probe import PROBE, Probe


class Finding(NamedTuple):
    """One thing looked at."""

    name: str
    fine: bool
    words: str


def describe(parser: argparse.ArgumentParser) -> None:
    """The command has only the common options."""
    parser.set_defaults(command="doctor")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print what was found; fails when something must be fixed."""
    findings = list(examine(settings))
    for finding in findings:
        shown = interface.line(finding._asdict()) if wants_json(options) else _readable(finding)
        sys.stdout.write(shown + "\n")
    return 0 if all(finding.fine for finding in findings) else 1


def _readable(finding: Finding) -> str:
    return f"{'ok ' if finding.fine else 'FIX'}  {finding.name:10}{finding.words}"


def examine(settings: Settings) -> Iterator[Finding]:
    """Look at one thing after another; nothing is changed but what opening the database creates."""
    yield Finding("settings", True, f"time zone {settings.time_zone}, log level {settings.log_level}")
    try:
        yield from _library(settings)
    except WhosaidError as error:
        yield Finding("database", False, str(error))
    yield _token(settings)


def _library(settings: Settings) -> Iterator[Finding]:
    with open_whosaid(settings) as whosaid:
        held = whosaid.store.articles.overview()
        counts = f"{held.articles} articles, {held.statements} statements"
        yield Finding("database", True, f"{settings.whosaid_db}: {counts}")
        behind = whosaid.store.sequence() - whosaid.index.sequence()
        words = "up to date" if behind == 0 else f"{abs(behind)} changes behind; the next question catches up"
        yield Finding("index", True, words)
        yield from _feeds(whosaid)
        if whosaid.endpoint and settings.embedding_model:
            yield _vectors(whosaid, whosaid.endpoint)
        if whosaid.endpoint and settings.writing_model:
            yield _model(whosaid, whosaid.endpoint)
            yield _use(whosaid)


def _feeds(whosaid: Whosaid) -> Iterator[Finding]:
    """How the feeds do, in a line, and a line for each that is paused or fails."""
    feeds = whosaid.store.feeds.all()
    if not feeds:
        yield Finding("feeds", True, "none; add some with: whosaid feeds add https://example.org/")
        return
    counts = whosaid.store.feeds.counts(int(whosaid.now().timestamp())).values()
    last = max((feed.last_success or 0 for feed in feeds), default=0)
    read = datetime.fromtimestamp(last, whosaid.settings.zone).isoformat(" ", "minutes") if last else "never"
    a_day = sum(count.last_week for count in counts) / 7
    yield Finding("feeds", True, f"{len(feeds)}, last read {read}; {a_day:.1f} articles a day")
    for feed in feeds:
        if feed.paused:
            words = f"{feed.url} is paused: {feed.error}; look again with: whosaid feeds poll {feed.url}"
            yield Finding("feeds", False, words)
        elif feed.failures:
            times = f"failed {feed.failures} times and is tried again"
            yield Finding("feeds", True, f"{feed.url} {times}: {feed.error}")


def _vectors(whosaid: Whosaid, endpoint: Connected) -> Finding:
    """How far the vectors are, and whether the endpoint gives such as are stored."""
    name, held = whosaid.settings.embedding_model, whosaid.store.vectors
    model = held.model(name)
    words = f"{held.count(model):,} of {held.passages():,} passages, model {name}"
    try:
        (probe,) = endpoint.passages(name).embed(["news"], patient=False)
    except EndpointError as error:
        return Finding("vectors", False, f"{words}; {error}")
    if model and model.dim != len(probe):
        return Finding("vectors", False, f"{words}; the endpoint's have another length: ingest again")
    return Finding("vectors", True, words)


def _model(whosaid: Whosaid, endpoint: Connected) -> Finding:
    """Whether the model that writes answers does so; costs some forty tokens."""
    name = whosaid.settings.writing_model
    try:
        endpoint.chat(name, whosaid.settings.model_seconds).ask(PROBE, Probe)
    except EndpointError as error:
        return Finding("model", False, f"{name} does not answer, so the sources do: {error}")
    return Finding("model", True, f"{name} at {urlsplit(whosaid.settings.endpoint_url).hostname} answers")


def _use(whosaid: Whosaid) -> Finding:
    """What models took today and in all, and what became of the claims that they wrote."""
    now = int(whosaid.now().timestamp())
    today, ever = whosaid.store.model_calls.use(now // DAY * DAY), whosaid.store.model_calls.use()
    words = (
        f"{today.tokens:,} tokens today, {ever.tokens:,} in all, cost {ever.cost:.2f}; {ever.calls:,} calls,"
        f" {ever.failed:,} failed; claims: {ever.kept:,} kept, {ever.repaired:,} replaced by their source,"
        f" {ever.dropped:,} dropped"
    )
    spent = " and ".join(_spent(whosaid.settings, today.tokens, ever.tokens))
    return Finding("use", not spent, f"{words}; {spent} used up: the sources answer" if spent else words)


def _spent(settings: Settings, today: int, ever: int) -> Iterator[str]:
    if 0 < settings.model_tokens_per_day <= today:
        yield "MODEL_TOKENS_PER_DAY"
    if 0 < settings.model_tokens_in_all <= ever:
        yield "MODEL_TOKENS_IN_ALL"


def _token(settings: Settings) -> Finding:
    if not settings.token:
        return Finding("telegram", True, "no TELEGRAM_TOKEN: the bot runs in the terminal only")
    try:
        return Finding("telegram", True, f"the token belongs to @{whoami(settings)}")
    except WhosaidError as error:
        return Finding("telegram", False, str(error))
