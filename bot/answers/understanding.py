"""What a message asks, worded by a model where the rules give up. It finds no answer and knows no library.

A model may only word anew what was asked: a question with a name or a number that neither the message nor the
conversation holds is not taken.
"""

from collections.abc import Iterator, Sequence

from pydantic import BaseModel, ConfigDict

from bot.answers.drafting import LANGUAGES
from bot.answers.tasks import Task
from bot.errors import EndpointError
from bot.llm.fence import fence
from bot.models import Question, Turn
from bot.support.amounts import wrong_numbers
from bot.support.case import make_case
from bot.support.names import unknown_names

LONGEST = 300  # characters of a question
TURNS = 4  # that a message may refer to
LINES = 3  # of an answer that are told


class Worded(BaseModel):
    """The question as the model words it; empty when it cannot."""

    model_config = ConfigDict(extra="forbid")

    question: str


class Understander:
    """Usable from several threads."""

    def __init__(self, followup: Task, question: Task) -> None:
        self._followup = followup
        self._question = question

    def worded(self, question: Question, turns: Sequence[Turn], conversation: str | None) -> str | None:
        """The question of a message that can be understood without the turns before it; None without one."""
        told = list(_told(turns[-TURNS:]))
        fenced = fence(told)
        values = {"message": " ".join(question.text.split()), "language": LANGUAGES[question.language]}
        more = {"turns": fenced.evidence, "opening": fenced.opening, "closing": fenced.closing}
        try:
            if told:
                answer = self._followup.ask({**values, **more}, Worded, conversation)
            else:
                answer = self._question.ask(values, Worded, conversation)
        except EndpointError:
            return None
        worded = " ".join(answer.question.split())
        fine = (
            0 < len(worded) <= LONGEST and worded != question.text and is_of(worded, [question.text, *told])
        )
        return worded if fine else None


def is_of(worded: str, said: Sequence[str]) -> bool:
    """Whether a question has no name and no number that is not in what was said."""
    case = make_case(worded, said)
    return not unknown_names(case) and not wrong_numbers(case)


def _told(turns: Sequence[Turn]) -> Iterator[str]:
    """The turns of a conversation, a question or a line of an answer each."""
    for turn in turns:
        yield f"Reader: {turn.question.text}"
        for claim in turn.answer.claims[:LINES]:
            yield f"Bot: {claim.speaker}: {claim.text}" if claim.speaker else f"Bot: {claim.text}"
