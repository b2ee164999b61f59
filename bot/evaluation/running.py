"""Asks the questions of cases and judges the answers; every case is a conversation of its own."""

import time
import uuid
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Protocol

from bot.evaluation.cases import Ask, Case
from bot.evaluation.grounding import violations
from bot.evaluation.results import CaseResult, TurnResult
from bot.evaluation.scoring import misses
from bot.models import Answer, Article

WHOLE_TEXT = frozenset({"injection"})  # categories in which nothing shown may obey, not even a refusal


class Answering(Protocol):
    """Who is asked."""

    def ask(self, text: str, now: datetime, conversation: str | None = None) -> Answer:
        """The answer within a conversation."""

    def reset(self, conversation: str) -> None:
        """Forget a conversation."""


Library = Callable[[Iterable[int]], Mapping[int, Article]]


def run_case(case: Case, answering: Answering, library: Library, now: datetime) -> CaseResult:
    """Ask all turns in one conversation, which is forgotten afterwards.

    `library` gives articles by id; `now` is for turns that have no moment of their own.
    """
    conversation = f"eval:{uuid.uuid4()}"
    try:
        frame = (conversation, now)
        turns = tuple(_turn(ask, case.category, answering, library, frame) for ask in case.turns)
    finally:
        answering.reset(conversation)
    return CaseResult(case.id, case.category, turns)


def _turn(
    ask: Ask, category: str, answering: Answering, library: Library, frame: tuple[str, datetime]
) -> TurnResult:
    conversation, now = frame
    began = time.perf_counter()
    answer = answering.ask(ask.q, ask.now or now, conversation)
    ms = (time.perf_counter() - began) * 1000
    articles = library(citation.article_id for claim in answer.claims for citation in claim.citations)
    missed = misses(answer, ask.expect, words_alone=category not in WHOLE_TEXT)
    return TurnResult(ask.q, missed, violations(answer, articles), len(answer.claims), ms)
