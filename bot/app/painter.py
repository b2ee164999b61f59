"""Pictures of answers as the Telegram front end wants them; it knows neither how they are drawn nor sent."""

from dataclasses import dataclass
from datetime import datetime

from bot.app.library import Whosaid
from bot.models import Answer
from bot.pictures.chart import chart_of
from bot.pictures.drawing import can_draw, draw


@dataclass(frozen=True, slots=True)
class Painter:
    """Draws the course that an answer tells, with all articles and statements on the matter."""

    whosaid: Whosaid

    def picture(self, answer: Answer, now: datetime) -> bytes | None:
        """The answer as a PNG; None when nothing in it has a date."""
        chart = chart_of(answer, self.whosaid.answerer.marks(answer.standalone_question, now))
        return draw(chart) if chart else None


def painter(whosaid: Whosaid) -> Painter | None:
    """None when the library that draws is not installed."""
    return Painter(whosaid) if can_draw() else None
