"""`whosaid timeline`: the course of a matter, as text, as JSON, or as a picture in a file."""

import argparse
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from bot import interface
from bot.answers.courses import COURSES
from bot.answers.marks import Marks
from bot.app.library import Whosaid, open_whosaid
from bot.commands.options import now, wants_json
from bot.config import Settings
from bot.errors import InputError
from bot.language.script import is_cyrillic
from bot.models import Answer
from bot.pictures.chart import chart_of
from bot.pictures.drawing import draw


def describe(parser: argparse.ArgumentParser) -> None:
    """Declare the options of this command."""
    parser.add_argument("topic", metavar="TOPIC", help="a matter, or a question for the course of one")
    parser.add_argument("--output", metavar="FILE.png", help="draw a picture into this file")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Show the course; when nothing is found, that is said and no picture is drawn."""
    moment = now(options, settings)
    with open_whosaid(settings) as whosaid:
        answer = _course(whosaid, options.topic, moment)
        marks = whosaid.answerer.marks(answer.standalone_question, moment)
    draws = bool(options.output and answer.claims)
    if draws:
        _draw(answer, marks, Path(options.output))
    if wants_json(options):
        sys.stdout.write(interface.line({**interface.answer_json(answer), **asdict(marks)}) + "\n")
    elif not draws:
        sys.stdout.write(answer.text + "\n")
    return 0


def _course(whosaid: Whosaid, topic: str, moment: datetime) -> Answer:
    """The answer to a question for a course; a bare topic is made one."""
    answer = whosaid.answerer.ask(topic, moment)
    if answer.intent in COURSES:
        return answer
    words = f"хронология: {topic}" if is_cyrillic(topic) else f"timeline: {topic}"
    return whosaid.answerer.ask(words, moment)


def _draw(answer: Answer, marks: Marks, file: Path) -> None:
    chart = chart_of(answer, marks)
    if chart is None:
        raise InputError("nothing that was found on this has a date, so there is nothing to draw")
    picture = draw(chart)
    try:
        file.write_bytes(picture)
    except OSError as error:
        raise InputError(f"the picture cannot be written to {file}: {error.strerror}") from error
