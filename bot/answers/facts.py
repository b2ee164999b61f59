"""Sentences that answer a question of fact; none that is on something else.

It knows nothing of who is quoted, nor of how claims are written.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.answers.evidence import FoundSentence
from bot.answers.judging import Judge
from bot.answers.library import Library
from bot.answers.places import find_places, question_words, without_sources
from bot.language.openers import is_common
from bot.language.tokens import words
from bot.language.wordclass import word_class
from bot.models import Question
from bot.search.coverage import Word, asked_words
from bot.statements.offices import is_body

# from which kind on sentences are shown alone where there are any: reasons, and who it was
TELLING = {"why": 0.01, "who": 1.0}


def fact_sentences(question: Question, library: Library, now: datetime) -> list[FoundSentence]:
    """Sentences that cover what is asked, best first; empty when none covers the essential words."""
    sought = question_words(question)
    places = find_places(question, sought, library, now)
    if question.wanted in {"why", "when", "where"}:
        places = [without_sources(place, library) for place in places]
    opening = _opening(question.text)
    asked = [_as_asked(word, opening, library) for word in asked_words(sought)]
    judge = Judge(question, asked, places)
    found = by_score(one for place in places for one in judge.answering(place))
    least = TELLING.get(question.wanted)
    telling = [one for one in found if least and one.kind >= least]
    return telling or found


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
