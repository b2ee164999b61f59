"""When articles and statements on the matter of a question came: what a picture of its course is made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.answers import ledger
from bot.answers.leads import on_matter
from bot.answers.library import Library
from bot.answers.moments import published_in, said_when
from bot.answers.places import find_places, question_words
from bot.models import Question
from bot.search.coverage import asked_words

PASSAGES = 80


@dataclass(frozen=True, slots=True)
class Marks:
    """Days in ISO 8601, oldest first, one for each article and each statement; undated ones are left out."""

    articles: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()


def marks_of(question: Question, library: Library, now: datetime) -> Marks:
    """The days of the articles on the matter of a question, and of the statements on it.

    Where somebody's words are asked for, the articles are those that hold them.
    """
    sought = question_words(question)
    if question.speakers:
        found = ledger.said(question, library, now)
        articles = {one.article.id: one.article for one in found}
    else:
        found = ledger.about(sought, question, library, now)
        places = find_places(question, sought, library, now, PASSAGES)
        chosen = on_matter(places, asked_words(sought), library)
        articles = {place.article.id: place.article for place in places if place.article.id in chosen}
    told = (one.published for one in articles.values() if published_in(one, question.period))
    return Marks(_days(told), _days(said_when(one.statement, one.article) for one in found))


def _days(moments: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted(moment[:10] for moment in moments if moment))
