"""`whosaid reports`: the citations that readers called wrong, to read or as cases for `whosaid eval`."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import interface
from bot.app.library import open_whosaid
from bot.commands.options import wants_json
from bot.config import Settings
from bot.errors import UsageError
from bot.evaluation.reported import citing, reported_cases
from bot.store import Report


def describe(parser: argparse.ArgumentParser) -> None:
    """Declare the options of this command."""
    parser.add_argument(
        "--export",
        metavar="CASES.jsonl",
        help="write them as cases, which expect that what was reported is not said again",
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print every report, or write the cases; who reported is told in neither."""
    with open_whosaid(settings) as whosaid:
        reports = whosaid.store.reports.all()
    cases = [interface.line(case) for case in reported_cases(reports, settings.zone)]
    if options.export:
        _write(Path(options.export), cases)
        sys.stderr.write(f"{len(cases)} cases written; whosaid eval {options.export} asks them\n")
    elif wants_json(options):
        sys.stdout.writelines(f"{case}\n" for case in cases)
    else:
        sys.stdout.write("\n\n".join(readable(report, settings.zone) for report in reports) or "No reports.")
        sys.stdout.write("\n")
    return 0


def _write(path: Path, lines: list[str]) -> None:
    try:
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error}") from error


def readable(report: Report, zone: ZoneInfo) -> str:
    """When, what was asked, what was said and what it was said to rest on."""
    head = f"{report.id}. {datetime.fromtimestamp(report.at, zone):%Y-%m-%d %H:%M}  {report.answer.question}"
    lines = [head]
    for claim, citation in citing(report.answer, report.number):
        speaker = f"{claim.speaker}: " if claim.speaker else ""
        lines.append(f"   said: {speaker}{claim.text}")
        lines.append(f"   from: [{citation.number}] {citation.quote} ({citation.title}, {citation.url})")
    return "\n".join(lines)
