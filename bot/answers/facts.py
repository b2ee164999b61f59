"""Sentences that answer a question of fact; none that is on something else.

It knows nothing of who is quoted, nor of how claims are written.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.answers.evidence import FoundSentence
from bot.answers.judging import Judge
from bot.answers.library import Library
from bot.answers.places import Place, find_places, question_words, without_sources
from bot.answers.predicates import is_empty
from bot.language.openers import is_common
from bot.language.timemonths import months_named
from bot.language.tokens import words
from bot.language.wordclass import word_class
from bot.models import Period, Question
from bot.search.coverage import Word, asked_words
from bot.statements.offices import is_body

SHORTEST_MONTH = timedelta(days=28)
PUBLISHED_WITHIN = timedelta(days=60)  # after a month, what is counted for it
# from which kind on sentences are shown alone where there are any: reasons, who did it, its very number
TELLING = {"why": 0.01, "who": 1.0, "how_much": 1.0}


def fact_sentences(question: Question, library: Library, now: datetime) -> list[FoundSentence]:
    """Sentences that cover what is asked, best first; empty when none covers the essential words."""
    sought = question_words(question)
    month = _month_counted(question)
    places = find_places(question, sought, library, now)
    if month:
        places += _told_afterwards(question, sought, library, now, month)
    if question.wanted in {"why", "when", "where"}:
        places = [without_sources(place, library) for place in places]
    opening = _opening(question.text)
    asked = [_as_asked(word, opening, library) for word in asked_words(sought)]
    judge = Judge(question, asked, places)
    found = by_score(one for place in places for one in judge.answering(place))
    if month:
        found = _of_month(found, month)
    least = None if is_bare(question.text) else TELLING.get(question.wanted)
    telling = [one for one in found if least and one.kind >= least]
    return telling or found


def _month_counted(question: Question) -> int:
    """The month, 1 to 12, whose figure is asked for; 0 where it is no single one."""
    period = question.period
    if question.wanted != "how_much" or period is None or period.start is None or period.end is None:
        return 0
    named = months_named(period.words)
    return next(iter(named)) if len(named) == 1 and period.end - period.start >= SHORTEST_MONTH else 0


def _told_afterwards(
    question: Question, sought: str, library: Library, now: datetime, month: int
) -> list[Place]:
    """Passages of the weeks after a month that name it: its figures are published then."""
    if question.period is None or question.period.end is None:
        return []
    end, words = question.period.end, question.period.words
    later = replace(question, period=Period(end, end + PUBLISHED_WITHIN))
    found = find_places(later, f"{sought} {words}", library, now)
    return [place for place in found if month in months_named(" ".join(place.texts))]


def _of_month(found: Sequence[FoundSentence], month: int) -> list[FoundSentence]:
    """The sentences that name a month, else those that name no other."""
    named = [(one, months_named(one.text)) for one in found]
    return [one for one, months in named if month in months] or [one for one, months in named if not months]


def is_bare(question: str) -> bool:
    """Whether a question names nothing: "why so?" asks of the very thing that was told."""
    return all(map(is_empty, words(question)))


def _as_asked(word: Word, opening: str, library: Library) -> Word:
    """A word, no name where it only opens the question or is the country that the library is at home in.

    "Approximately how many ..." names nothing; papers of a country seldom write that its president is theirs.
    """
    at_home = word.name and is_body(word.text) and library.is_at_home(word.forms)
    return replace(word, name=False) if word.text == opening or at_home else word


def _opening(question: str) -> str:
    """The first word of a question when it is no name; "" when it may be one."""
    first = next(iter(words(question)), "")
    return first if is_common(first) or word_class(first) in {"adverb", "adjective"} else ""


def by_score(found: Iterable[FoundSentence]) -> list[FoundSentence]:
    """Best first; equal ones in the order of storing."""
    return sorted(found, key=lambda one: (-one.score, one.article.id, one.span))
