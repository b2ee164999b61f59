"""Passages as places to look at: their sentences, and the same without the names of who is quoted there.

It asks the library; it knows nothing of which sentence answers.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from bot.answers.amounts import MONTH
from bot.answers.excerpts import split
from bot.answers.lexicon import word_list
from bot.answers.library import Library
from bot.language.lemmas import lemmas
from bot.models import Article, Passage, Period, Question, Span, Statement

PASSAGES = 16
NEW = frozenset({"new", "новый", "новое"})  # "what is new of the bridge since Monday?"


@dataclass(frozen=True, slots=True)
class Place:
    """A passage as found: its article, its sentences, its place in the ranking from 1 (best) to 0."""

    article: Article
    sentences: tuple[Span, ...]
    rank: float
    texts: tuple[str, ...]  # of the sentences, as they are judged


def question_words(question: Question) -> str:
    """The words to look for; asked speakers belong to them when they are not asked for their words."""
    speakers = " ".join(speaker.name for speaker in question.speakers)
    topic = question.topic
    if question.intent == "fact":
        topic = without_asked_nouns(topic)
    elif question.intent in {"timeline", "changes"}:
        idle = course_words() if question.intent == "timeline" else course_words() | NEW
        topic = _without(topic, idle)
    words = " ".join(filter(None, (speakers, topic)))
    return words or (question.period.words if question.period else "")


def without_asked_nouns(topic: str) -> str:
    """A topic without "many", "date" and the like, unless nothing else is left."""
    return _without(topic, asked_nouns())


def _without(topic: str, idle: frozenset[str]) -> str:
    kept = [word for word in topic.split() if idle.isdisjoint(lemmas(word)) or word[0].isupper()]
    return " ".join(kept) or topic


@cache
def asked_nouns() -> frozenset[str]:
    """Words that name the kind of answer, and verbs that only say that something was, in base forms."""
    return _base_forms(word_list("asked_nouns") | word_list("light_verbs"))


@cache
def course_words() -> frozenset[str]:
    """Words that name a course of events, in base forms."""
    return _base_forms(word_list("course_words"))


def _base_forms(words: frozenset[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in lemmas(word))


def find_places(
    question: Question, words: str, library: Library, now: datetime, limit: int = PASSAGES
) -> list[Place]:
    """The best passages for some words within the period, else those of undated articles that name it."""
    sought = f"{words} {question.context}".strip()
    found = library.passages_in_depth(sought, now, question.period, limit)
    if not found and question.period and names_a_day(question.period):
        found = library.passages_in_depth(f"{sought} {question.period.words}", now, None, limit)
    return [
        place_of(passage, article, 1.0 - position / len(found))
        for position, (passage, article, _) in enumerate(found)
    ]


_CALENDAR = re.compile(rf"\b(?:{MONTH})|\b(?:19|20)\d\d\b|\d[./]\d", re.IGNORECASE)


def names_a_day(period: Period) -> bool:
    """Whether undated articles may name a period in its own words: "9 July", "in 2024", not "yesterday"."""
    return _CALENDAR.search(period.words) is not None


def place_of(passage: Passage, article: Article, rank: float) -> Place:
    """A passage cut into sentences."""
    spans = passage_sentences(passage, article)
    return Place(article, spans, rank, tuple(article.text[span.start : span.end] for span in spans))


def passage_sentences(passage: Passage, article: Article) -> tuple[Span, ...]:
    """The sentences of a passage, in the offsets of its article."""
    return split(article, passage.span)


def readable_sentences(article: Article, library: Library) -> list[Span]:
    """The sentences of an article that are worth reading, in order."""
    parts = library.readable([article.id]).get(article.id, ())
    return [span for part in parts for span in split(article, part)]


def without_sources(place: Place, library: Library) -> Place:
    """The same place with "Orlova said" no mention of Orlova: who tells of a thing did not do it."""
    ledger = library.statements_of(place.article.id)
    return replace(place, texts=tuple(_masked(place.article, span, ledger) for span in place.sentences))


def _masked(article: Article, sentence: Span, ledger: Sequence[Statement]) -> str:
    """The words of a sentence without those that name the speaker of a statement in it."""
    mentions = (one.mention for one in ledger if one.mention)
    cut = sorted(mention for mention in mentions if sentence.start <= mention.start < sentence.end)
    position = sentence.start
    kept: list[str] = []
    for mention in cut:
        kept.append(article.text[position : max(position, mention.start)])
        position = max(position, mention.end)
    return " ".join([*kept, article.text[position : sentence.end]])
