"""What a picture of a course shows: stages by day, and how many articles and statements came when. Pure.

It knows nothing of drawing.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.answers.courses import day_of
from bot.answers.marks import Marks
from bot.language.dates import readable_date
from bot.models import Answer, Claim, Language

LONGEST = 230  # characters of a stage; the answer has the whole
MOST = 10  # stages
TICKS = 4


@dataclass(frozen=True, slots=True)
class Stage:
    """A line of an answer with its day."""

    number: int  # from 1, in the order of time
    day: date
    text: str
    speaker: str | None
    source: str | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything that is drawn."""

    title: str
    language: Language
    stages: tuple[Stage, ...]
    articles: tuple[tuple[date, int], ...]  # how many came on a day, oldest day first
    statements: tuple[tuple[date, int], ...]

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day of anything shown."""
        days = [stage.day for stage in self.stages]
        days += [day for day, _ in (*self.articles, *self.statements)]
        return min(days), max(days)


def chart_of(answer: Answer, marks: Marks) -> Chart | None:
    """The chart of an answer; None when nothing in it is dated."""
    dated = [(day, claim) for claim in answer.claims if (day := day_of(claim))]
    dated.sort(key=lambda pair: pair[0])
    stages = tuple(_stage(number, day, claim) for number, (day, claim) in enumerate(dated[:MOST], 1))
    if not stages:
        return None
    title = answer.standalone_question.strip()
    title = title[:1].upper() + title[1:]
    return Chart(title, answer.lang, stages, _counted(marks.articles), _counted(marks.statements))


def ticks(chart: Chart) -> list[tuple[date, str]]:
    """A few days of the axis, evenly, with how they are written: "15 June", the year below."""
    first, last = chart.span
    count = min(TICKS, (last - first).days + 1)
    steps = [round(step * (last - first).days / max(1, count - 1)) for step in range(count)]
    days = [first + timedelta(days=step) for step in steps]
    return [(day, _in_two_lines(day, chart.language)) for day in days]


def _in_two_lines(day: date, language: Language) -> str:
    words = readable_date(day.isoformat(), language).rsplit(" ", 1)
    return "\n".join(words)


def _stage(number: int, day: date, claim: Claim) -> Stage:
    text = claim.text.removeprefix(f"[{claim.speaker}] ")  # the name stands before it anyway
    if len(text) > LONGEST:
        text = text[:LONGEST].rsplit(" ", 1)[0] + " …"
    return Stage(number, day, text, claim.speaker, claim.citations[0].source, claim.note)


def _counted(days: Iterable[str]) -> tuple[tuple[date, int], ...]:
    found = Counter(date.fromisoformat(day) for day in days)
    return tuple(sorted(found.items()))


def apart(places: Sequence[float], gap: float) -> list[float]:
    """Places from 0 to 1 in their order, moved so that no two are nearer than `gap`, as little as may be."""
    moved: list[float] = []
    for place in places:
        moved.append(max(place, moved[-1] + gap) if moved else place)
    surplus = max(0.0, moved[-1] - 1.0) if moved else 0.0
    for at in range(len(moved) - 1, -1, -1):
        limit = moved[at + 1] - gap if at + 1 < len(moved) else moved[-1] - surplus
        moved[at] = min(moved[at], limit)
    return moved
