"""Sentences that answer a question of fact, tell an event or its course; none that is on something else.

It knows nothing of who is quoted, nor of how claims are written.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.answers.evidence import FoundSentence
from bot.answers.judging import Judge, essential, is_thin, relevant
from bot.answers.library import Library
from bot.answers.places import Place, find_places, passage_sentences, question_words, without_sources
from bot.answers.whereabouts import asked_place, tells_of
from bot.models import Article, Passage, Question, Span
from bot.search.coverage import Word, asked_words, share
from bot.search.matcher import matcher_for

LEADS = 2  # sentences of an article that tell its event
EVENT_ARTICLES = 2
OPENING = 600  # characters in which title and first sentences of an article stand
COURSE_PASSAGES = 24
NEWEST = 24  # articles that an overview chooses from
OVERVIEW = 6
ENOUGH = 3
ON_MATTER = 2  # articles that are on a matter itself from which those that merely name it are left out
TITLED = (
    0.4  # share of the topic in a title from which the lead tells what happened: "Bridge closed" of a repair
)


def fact_sentences(question: Question, library: Library, now: datetime) -> list[FoundSentence]:
    """Sentences that cover what is asked, best first; empty when none covers the essential words."""
    sought = question_words(question)
    places = find_places(question, sought, library, now)
    if question.wanted in {"why", "when", "where"}:
        places = [without_sources(place, library) for place in places]
    judge = Judge(question, asked_words(sought), places)
    return by_score(one for place in places for one in judge.sentences(place) if judge.answers(one))


def by_score(found: Iterable[FoundSentence]) -> list[FoundSentence]:
    """Best first; equal ones in the order of storing."""
    return sorted(found, key=lambda one: (-one.score, one.article.id, one.span))


def event_sentences(question: Question, library: Library, now: datetime) -> list[FoundSentence]:
    """What happened: the leads of the best articles, then the sentences that cover most of the question."""
    sought = question_words(question)
    words = asked_words(sought)
    places = _places_of_event(question, words, find_places(question, sought, library, now))
    articles = list(dict.fromkeys(place.article.id for place in places))[:EVENT_ARTICLES]
    chosen = [place for place in places if place.article.id in articles]
    judge = Judge(question, words, places)
    rest = by_score(one for place in chosen for one in judge.sentences(place) if judge.answers(one))
    leads = _leads([place for place in chosen if is_about(place, words, library)], library)
    told = {(one.article.id, one.span) for one in leads}
    return [*leads, *(one for one in rest if (one.article.id, one.span) not in told)]


def _places_of_event(question: Question, words: Sequence[Word], found: Sequence[Place]) -> list[Place]:
    """Those that have the essential words and, where only a place is asked for, tell what was there."""
    where = asked_place(question.text, words)
    places = [place for place in found if covers(place, words)]
    return [place for place in places if not where or tells_of(where, place.article.title, _opening(place))]


def _opening(place: Place) -> list[str]:
    """The sentences with which an article begins, as far as they are in this place: they say where it was."""
    pairs = zip(place.sentences, place.texts, strict=True)
    return [text for span, text in pairs if span.start < OPENING][:LEADS]


def is_about(place: Place, words: Sequence[Word], library: Library) -> bool:
    """Whether title and lead of an article have the words: it is on the matter, not merely naming it."""
    article = place.article
    lead = library.readable([article.id]).get(article.id, (Span(0, 0),))[0]
    text = article.text[lead.start : lead.end]
    return essential(words, matcher_for(tuple(words)).matches((text, 1.0), (article.title, 1.0)))


def covers(place: Place, words: Sequence[Word]) -> bool:
    """Whether a passage together with its title has the essential words."""
    texts = (*place.texts, place.article.title)
    return essential(words, matcher_for(tuple(words)).matches(*((text, 1.0) for text in texts)))


def _leads(places: Sequence[Place], library: Library) -> list[FoundSentence]:
    """The first sentences of the articles of some places, best article first."""
    found: dict[int, list[FoundSentence]] = {}
    readable = library.readable(place.article.id for place in places)
    for place in places:
        article = place.article
        spans = readable.get(article.id, ())
        if article.id not in found and spans:
            first = passage_sentences(Passage(spans[0]), article)
            kept = [span for span in first if not is_thin(article.text[span.start : span.end], article)]
            found[article.id] = [FoundSentence(span, article, place.rank) for span in kept[:LEADS]]
    return [one for several in found.values() for one in several]


def timeline_sentences(question: Question, library: Library, now: datetime) -> list[FoundSentence]:
    """The best sentence of each article on the topic, best article first.

    Where there are enough articles on the matter, those that merely name it are left out.
    """
    sought = question_words(question)
    words = asked_words(sought)
    places = find_places(question, sought, library, now, limit=COURSE_PASSAGES)
    judge = Judge(question, words, places)
    best: dict[int, FoundSentence] = {}
    for place in places:
        for one in judge.sentences(place):
            known = best.get(one.article.id)
            if judge.concerns(one) and (known is None or one.score > known.score):
                best[one.article.id] = one
    chosen = _on_matter(places, words, library)
    kept = [one for one in best.values() if len(chosen) < ON_MATTER or one.article.id in chosen]
    return by_score(_told_by_lead(one, words, library) for one in kept)


def _on_matter(places: Sequence[Place], words: Sequence[Word], library: Library) -> set[int]:
    """The articles that have enough of the words in their title, or title and first sentences together."""
    opening = {
        place.article.id: place.article.title for place in places if not _is_titled(place.article, words)
    }
    for lead in _leads(places, library):
        if lead.article.id in opening:
            opening[lead.article.id] += f"\n{lead.text}"
    naming = {
        number for number, text in opening.items() if not relevant(words, matcher_for(tuple(words)).of(text))
    }
    return {place.article.id for place in places} - naming


def _is_titled(article: Article, words: Sequence[Word]) -> bool:
    return share(words, matcher_for(tuple(words)).of(article.title)) >= TITLED


def _told_by_lead(found: FoundSentence, words: Sequence[Word], library: Library) -> FoundSentence:
    """The first sentence of an article whose title is on the matter: it tells what happened."""
    if not _is_titled(found.article, words):
        return found
    place = Place(found.article, (found.span,), 1.0, ())
    lead = next(iter(_leads([place], library)), found)
    return replace(found, span=lead.span)


def overview_sentences(question: Question, library: Library, now: datetime) -> list[FoundSentence]:
    """What the newest articles tell, in the asker's language where enough are: for "what's new?"."""
    newest = library.newest_articles(now, question.period, NEWEST)
    own = [article for article in newest if article.language == question.language]
    chosen = own if len(own) >= ENOUGH or len(own) == len(newest) else newest
    places = [Place(article, (), 1.0, ()) for article in chosen[:OVERVIEW]]
    first: dict[int, FoundSentence] = {}
    for lead in _leads(places, library):
        first.setdefault(lead.article.id, lead)
    return list(first.values())


def latest_sentences(question: Question, library: Library, now: datetime) -> list[FoundSentence]:
    """The same, newest article first, of those that are about the topic."""
    found = timeline_sentences(question, library, now)
    return sorted(found, key=lambda one: one.article.published or "", reverse=True)
