"""What is new of a matter since a moment: what later articles tell and earlier ones did not."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from bot.answers.course import COURSE_PASSAGES
from bot.answers.evidence import FoundSentence
from bot.answers.judging import Judge
from bot.answers.leads import first_leads, leads, on_matter
from bot.answers.library import Library
from bot.answers.moments import published_in, since, until
from bot.answers.novelty import Told, fresh
from bot.answers.places import Place, find_places, question_words
from bot.language.dates import timestamp
from bot.models import Period, Question
from bot.search.coverage import asked_words

STORIES = 6  # told when no matter is asked for


def changed_sentences(question: Question, library: Library, now: datetime) -> list[FoundSentence]:
    """Sentences of the period that tell something new of the matter, openings of the newest articles first.

    What was known is measured by what the same search finds in articles before the period.
    """
    sought = question_words(question)
    words = asked_words(sought)
    found = find_places(question, sought, library, now, COURSE_PASSAGES)
    places = [place for place in found if published_in(place.article, question.period)]
    chosen = on_matter(places, words, library)
    about = [place for place in places if place.article.id in chosen] or places
    judge = Judge(question, words, about)
    answering = (one for place in about for one in judge.answering(place))
    openings = leads([place.article for place in about], library) if chosen else []
    known = (text for place in _before(question, sought, library, now) for text in place.texts)
    return _newest_openings_first(openings, list(answering), Told(known))


def _newest_openings_first(
    openings: Sequence[FoundSentence], rest: Sequence[FoundSentence], known: Told
) -> list[FoundSentence]:
    """What is new is told in the order of time, and shown by what articles open with."""
    opening = {(one.article.id, one.span) for one in openings}
    further = (one for one in rest if (one.article.id, one.span) not in opening)
    in_order = sorted([*openings, *further], key=lambda one: timestamp(one.article.published))
    return sorted(
        fresh(in_order, known),
        key=lambda one: ((one.article.id, one.span) not in opening, -timestamp(one.article.published)),
    )


def _before(question: Question, sought: str, library: Library, now: datetime) -> Iterator[Place]:
    """What was found before the period."""
    start = question.period.start if question.period else None
    if start is not None:
        earlier = replace(question, period=Period(None, start))
        for place in find_places(earlier, sought, library, now, COURSE_PASSAGES):
            if timestamp(place.article.published) < start.timestamp():
                yield place


def largest_stories(question: Question, library: Library, now: datetime) -> list[FoundSentence]:
    """How the stories that most articles of the period tell open: for "what changed since Monday?"."""
    start, end = since(question.period), until(question.period, now)
    records = library.stories.between(start, end)
    records.sort(key=lambda record: (-len(record.articles), -record.last))
    found: list[FoundSentence] = []
    for record in records[:STORIES]:
        held = library.articles(record.articles)
        articles = [held[number] for number in record.articles if number in held]
        dated = [one for one in articles if published_in(one, question.period)]
        dated.sort(key=lambda one: one.language != question.language)
        found += first_leads(dated[:1], library)
    return found
