"""Draws a chart as a PNG for the screen of a phone; it decides nothing about what is shown.

The library (matplotlib) is optional and takes half a second to load, so it is loaded when something is drawn.
Its own font has Latin and Cyrillic letters; characters that the font lacks are left out.
"""

import io
import textwrap
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from bot.answers.phrases import phrase
from bot.errors import MissingExtra
from bot.language.dates import readable_date
from bot.pictures.chart import Chart, Stage, apart, ticks

WIDTH = 5.4  # inches; at DOTS an inch 1080 dots, what a phone shows unscaled
DOTS = 200
MARGIN = 0.3
WRAP, WRAP_TITLE = 58, 40  # letters in a line
LINE = 0.195  # inches from one line of a stage to the next
TITLE_LINE = 0.29
STRIP = 1.15
GAP = 0.16
INK, FAINT, ARTICLE, STATEMENT = "#1c2733", "#6b7785", "#2f6db5", "#d9822b"
COLOURS = 64  # enough for smooth letters in four colours, at a quarter of the bytes
NUMBERS_APART = 0.055  # of the width of the axis
SMALLEST, LARGEST = 22.0, 200.0  # area of a mark in square points


def can_draw() -> bool:
    """Whether the library that draws is installed."""
    return find_spec("matplotlib") is not None


def draw(chart: Chart) -> bytes:
    """The chart as a PNG, 1080 dots wide; raises MissingExtra when the library is not installed."""
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
        from PIL import Image
    except ImportError as error:
        raise MissingExtra("drawing a picture", "pictures") from error
    sheet = _Sheet(chart)
    figure = Figure(figsize=(WIDTH, sheet.height), dpi=DOTS, facecolor="white")
    canvas = FigureCanvasAgg(figure)
    sheet.draw_on(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    size = canvas.get_width_height()
    dots = bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    picture = Image.frombytes("RGBA", size, dots)
    out = io.BytesIO()
    picture.convert("RGB").quantize(COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()


class _Sheet:
    """Where everything stands, in inches from the upper edge."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._known = _letters()
        self._title = self._wrapped(chart.title, WRAP_TITLE)[:3]
        self._stages = [(stage, self._lines(stage)) for stage in chart.stages]
        self._head = MARGIN + TITLE_LINE * len(self._title) + 0.1
        self._list = self._head + STRIP + 0.85
        self.height = self._list + sum(_height(lines) for _, lines in self._stages) + MARGIN

    def draw_on(self, figure: Any) -> None:
        """Title, strip and stages, from above."""
        for number, line in enumerate(self._title):
            self._write(figure, MARGIN, MARGIN + TITLE_LINE * number, line, size=14, weight="bold")
        self._draw_strip(figure)
        self._draw_stages(figure)

    def _draw_strip(self, figure: Any) -> None:
        """The axis of time with a mark for each day of articles and of statements, sized by their number."""
        bottom = 1 - (self._head + STRIP + 0.1) / self.height
        width = 1 - 2 * MARGIN / WIDTH
        axes = figure.add_axes((MARGIN / WIDTH, bottom, width, STRIP / self.height))
        first, last = self._chart.span
        days = max(1, (last - first).days)
        rows = ((self._chart.articles, 1.0, ARTICLE, "o"), (self._chart.statements, 0.0, STATEMENT, "D"))
        most = max((count for row, *_ in rows for _, count in row), default=1)
        for marks, height, colour, shape in rows:
            places = [(day - first).days / days for day, _ in marks]
            areas = [SMALLEST + (LARGEST - SMALLEST) * (count - 1) / max(6, most - 1) for _, count in marks]
            axes.scatter(places, [height] * len(marks), s=areas, c=colour, marker=shape, alpha=0.75, lw=0)
        stages = [(stage.day - first).days / days for stage in self._chart.stages]
        for stage, place, shown in zip(self._chart.stages, stages, apart(stages, NUMBERS_APART), strict=True):
            axes.plot([place, shown], [1.25, 1.75], color=FAINT, lw=0.6)
            axes.text(shown, 2.05, str(stage.number), ha="center", va="center", size=8, color=INK)
        axes.set(xlim=(-0.03, 1.03), ylim=(-0.6, 2.4), yticks=[])
        shown_days = ticks(self._chart)
        axes.set_xticks([(day - first).days / days for day, _ in shown_days])
        axes.set_xticklabels([label for _, label in shown_days], size=7.5, color=FAINT)
        for side in ("left", "right", "top"):
            axes.spines[side].set_visible(False)
        axes.spines["bottom"].set_color(FAINT)
        axes.tick_params(color=FAINT)
        self._draw_legend(figure)

    def _draw_legend(self, figure: Any) -> None:
        """What the two kinds of marks are, and how many there are."""
        top = self._head + STRIP + 0.58
        for at, key, marks, colour in (
            (MARGIN, "picture_articles", self._chart.articles, ARTICLE),
            (WIDTH / 2, "picture_statements", self._chart.statements, STATEMENT),
        ):
            shape = "●" if colour == ARTICLE else "◆"
            words = phrase(key, self._chart.language, number=str(sum(count for _, count in marks)))
            self._write(figure, at, top, shape, size=9, color=colour)
            self._write(figure, at + 0.16, top, words, size=8.5, color=FAINT)

    def _draw_stages(self, figure: Any) -> None:
        """Number, day and source, then the words, under one another along a line."""
        top = self._list
        for stage, lines in self._stages:
            day = readable_date(stage.day.isoformat(), self._chart.language)
            self._write(figure, MARGIN, top, str(stage.number), size=10, weight="bold", color=ARTICLE)
            self._write(figure, MARGIN + 0.3, top, day, size=9.5, weight="bold")
            if stage.source:
                source = self._known_only(textwrap.shorten(stage.source, 30, placeholder="…"))
                where = WIDTH - MARGIN
                self._write(figure, where, top + 0.01, source, size=8, color=FAINT, ha="right")
            for number, (line, colour) in enumerate(lines, 1):
                self._write(figure, MARGIN + 0.3, top + LINE * number, line, size=9, color=colour)
            top += _height(lines)

    def _write(self, figure: Any, left: float, top: float, text: str, **style: Any) -> None:
        style = {"color": INK, "va": "top", **style}
        figure.text(left / WIDTH, 1 - top / self.height, text, parse_math=False, **style)

    def _lines(self, stage: Stage) -> list[tuple[str, str]]:
        """The lines of a stage, each with its colour: our note first, then the words."""
        words = f"{stage.speaker}: {stage.text}" if stage.speaker else stage.text
        notes = self._wrapped(stage.note, WRAP) if stage.note else []
        return [*((line, FAINT) for line in notes), *((line, INK) for line in self._wrapped(words, WRAP))]

    def _wrapped(self, text: str, width: int) -> list[str]:
        return textwrap.wrap(self._known_only(text), width) or [""]

    def _known_only(self, text: str) -> str:
        return " ".join("".join(one for one in text if one.isspace() or ord(one) in self._known).split())


def _height(lines: Sequence[object]) -> float:
    return LINE * (len(lines) + 1) + GAP


def _letters() -> frozenset[int]:
    """The characters of the font."""
    from matplotlib.font_manager import findfont, get_font

    return frozenset(get_font(findfont("DejaVu Sans")).get_charmap())
