"""Sentences that answer a question of fact; none that is on something else.

It knows nothing of who is quoted, nor of how claims are written.
"""

from collections.abc import Iterable
from datetime import datetime

from bot.answers.evidence import FoundSentence
from bot.answers.judging import Judge
from bot.answers.library import Library
from bot.answers.places import find_places, question_words, without_sources
from bot.models import Question
from bot.search.coverage import asked_words


def fact_sentences(question: Question, library: Library, now: datetime) -> list[FoundSentence]:
    """Sentences that cover what is asked, best first; empty when none covers the essential words."""
    sought = question_words(question)
    places = find_places(question, sought, library, now)
    if question.wanted in {"why", "when", "where"}:
        places = [without_sources(place, library) for place in places]
    judge = Judge(question, asked_words(sought), places)
    return by_score(one for place in places for one in judge.answering(place))


def by_score(found: Iterable[FoundSentence]) -> list[FoundSentence]:
    """Best first; equal ones in the order of storing."""
    return sorted(found, key=lambda one: (-one.score, one.article.id, one.span))
