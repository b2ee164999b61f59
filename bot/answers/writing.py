"""Answers written by a model; it knows neither the library nor what the gate does with claims."""

from collections.abc import Sequence

from bot.answers.drafting import Brief, OnClaims, Scribe, Written
from bot.answers.pieces import Piece
from bot.models import Question

MOST = 6  # claims of an answer; the prompt asks for five at most


class Writer:
    """Writes answers; usable from several threads."""

    def __init__(self, scribe: Scribe) -> None:
        self._scribe = scribe

    def write(
        self,
        question: Question,
        evidence: Sequence[Piece],
        on_claims: OnClaims,
        conversation: str | None = None,
    ) -> Written:
        """The answer to a question out of some evidence; `on_claims` hears of every claim that has passed.

        Whatever goes wrong is an answer without claims, or with those that had passed before.
        """
        brief = Brief(question.language, MOST, question.speakers)
        return self._scribe.write(brief, evidence, on_claims, conversation, question=question.standalone)
