"""What somebody said of a matter over time: first, again, otherwise, denied; in the order of time.

The words are those of the articles, as in any answer; only the notes beside them are ours, made of days. It
knows nothing of how an answer looks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.answers.brackets import openings, with_name
from bot.answers.compose import Composed, Line, merged, numbered, repeats, statement_lines
from bot.answers.conflicts import conflict, is_denial
from bot.answers.evidence import Evidence, FoundStatement
from bot.answers.moments import said_when
from bot.answers.phrases import phrase
from bot.answers.relevance import text_of
from bot.language.dates import readable_date
from bot.language.lemmas import content_words
from bot.language.numbers import numbers
from bot.models import Language, Question
from bot.search.coverage import asked_words, text_share
from bot.support.quotations import plain

MOST = 8  # lines of an answer
LOOKED_AT = 40  # statements, the best first: every two of them are compared
ALIKE = 0.6  # share of a statement's words, in translation, from which another one is the same
CITED = 4  # places cited for one line
ALIKE_THAT_DAY = 0.35  # ... of one in the other language, on the same day
VERBATIM = 5  # words from which the very same are one saying, reported again
FOREIGN, MOMENT = 1, 2  # places in the order of a line


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement as a line, its words without who says them, and the day in ISO 8601, "" for none."""

    line: Line
    words: str
    day: str


@dataclass(frozen=True, slots=True)
class Point:
    """Something said once or several times, and the days on which it was said."""

    said: Saying
    days: tuple[str, ...]  # ISO 8601, the first day first; none when undated
    best: int  # place of the best of its statements in the evidence
    denied: bool = False
    unlike: str = ""  # the day of the earlier statement that it differs from


def compose_positions(question: Question, evidence: Evidence) -> Composed:
    """The statements of the evidence as a course: the first, the last, what differs, and the best between."""
    points = _compared(_points(question, evidence))
    shown = _chosen(points)
    known = openings(evidence)
    claims = [
        replace(with_name(point.said.line.claim, known), note=_note(point, first, question.language))
        for point, first in zip(shown, _firsts(points, shown), strict=True)
    ]
    statements = tuple(point.said.line.statements for point in shown)
    return Composed(numbered(claims), statements, _remark(question, points))


def _points(question: Question, evidence: Evidence) -> list[Point]:
    """What was said, in the order of time; the same said again is one point."""
    held = {one.statement.id: one for one in evidence.statements}
    points: list[Point] = []
    found = list(statement_lines(question, evidence.statements[:LOOKED_AT]))
    dated = [line for line in found if line.order[MOMENT]] or found
    for line in sorted(dated, key=_time):
        said = _saying(held[line.statements[0]], line)
        place = next((at for at, point in enumerate(points) if _is_same(said, point)), None)
        if place is None:
            denied = _denies(held[line.statements[0]].statement.cue)
            points.append(Point(said, (said.day,) if said.day else (), found.index(line), denied))
        else:
            points[place] = _said_again(points[place], said, found.index(line))
    return points


def _saying(found: FoundStatement, line: Line) -> Saying:
    day = (said_when(found.statement, found.article) or "")[:10]
    return Saying(line, text_of(found.article, found.statement.spans), day)


def _time(line: Line) -> tuple[int, int, int, int]:
    group, _, moment, article, start = line.order
    return group, moment, article, start


def _is_same(said: Saying, point: Point) -> bool:
    """Whether the same speaker says the same, in whatever language."""
    other = point.said
    if said.line.group != other.line.group or said.line.claim.speaker != other.line.claim.speaker:
        return False
    if repeats(said.line.claim, other.line.claim):
        return True
    short, long = sorted((said.words, other.words), key=len)
    if numbers(short) != numbers(long) or conflict(short, long):
        return False
    foreign = said.line.order[FOREIGN] != other.line.order[FOREIGN]
    enough = ALIKE_THAT_DAY if foreign and said.day == other.day else ALIKE
    return text_share(asked_words(" ".join(content_words(long))), short) >= enough


def _said_again(point: Point, said: Saying, best: int) -> Point:
    """A point with another report of it: cited, too, and with its day unless the words are the very same."""
    one, two = sorted((plain(said.words), plain(point.said.words)), key=len)
    is_report = one in two and len(one.split()) >= VERBATIM
    days = point.days if is_report or not said.day else tuple(dict.fromkeys((*point.days, said.day)))
    both = merged(point.said.line, said.line)
    own = min((point.said.line, said.line), key=lambda line: line.order[FOREIGN])
    rest = [cited for cited in both.claim.citations if cited not in own.claim.citations]
    claim = replace(own.claim, citations=(*own.claim.citations, *rest)[:CITED])
    kept = replace(both, claim=claim, order=point.said.line.order)
    return replace(point, said=replace(point.said, line=kept), days=days, best=min(point.best, best))


def _compared(points: Sequence[Point]) -> list[Point]:
    """Each with the day of the last earlier one that it differs from in a figure or a denial."""
    return [replace(point, unlike=_unlike(point, points[:at])) for at, point in enumerate(points)]


def _unlike(point: Point, earlier: Sequence[Point]) -> str:
    for other in reversed(earlier):
        same_speaker = other.said.line.group == point.said.line.group
        if same_speaker and _is_earlier(other, point) and conflict(point.said.words, other.said.words):
            return other.days[-1]
    return ""


def _is_earlier(other: Point, point: Point) -> bool:
    return bool(other.days and point.days) and other.days[0] < point.days[0]


def _chosen(points: Sequence[Point]) -> list[Point]:
    """As many as an answer holds, in the order of time: those that tell of a change first."""
    if len(points) <= MOST:
        return list(points)
    differed = {point.unlike for point in points if point.unlike}

    def rank(point: Point) -> tuple[bool, bool, int]:
        turning = bool(point.unlike) or point.denied or not differed.isdisjoint(point.days)
        return not turning, point not in (points[0], points[-1]), point.best

    kept = sorted(points, key=rank)[:MOST]
    return [point for point in points if point in kept]


def _firsts(points: Sequence[Point], shown: Iterable[Point]) -> list[bool]:
    """Whether each is the first of its speaker, where several were found."""
    first = {point.said.line.group: point for point in reversed(points)}
    return [len(points) > 1 and first[point.said.line.group] is point for point in shown]


def _note(point: Point, first: bool, language: Language) -> str:
    """What became of it: beside the day that its line has anyway, that of its first report."""
    cited = [one.published[:10] for one in point.said.line.claim.citations if one.published]
    reported = min(cited, default="")
    said = point.days[0] if point.days and point.days[0] != reported else ""
    again = ", ".join(readable_date(day, language) for day in point.days[1:] if day != reported)
    notes = [
        phrase("first_found", language) if first else "",
        phrase("denied", language) if point.denied else "",
        phrase("said_on", language, day=readable_date(said, language)) if said else "",
        phrase("said_again", language, days=again) if again else "",
        phrase("differs_from", language, day=readable_date(point.unlike, language)) if point.unlike else "",
    ]
    return "; ".join(filter(None, notes))


def _remark(question: Question, points: Sequence[Point]) -> str:
    """What the statements show together, for "has he changed what he says?"."""
    if question.intent != "position" or question.wanted == "when" or not points:
        return ""
    if len(points) == 1:
        return phrase("one_position", question.language)
    key = "positions_differ" if any(point.unlike for point in points) else "positions_agree"
    return phrase(key, question.language, number=str(len(points)))


def _denies(cue: str) -> bool:
    return any(is_denial(word) for word in cue.split())
