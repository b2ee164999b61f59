"""What happened: the sentences of one story, the best that a question finds; it writes no claims."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from math import log

from bot.answers.evidence import FoundSentence
from bot.answers.facts import by_score
from bot.answers.judging import Judge, essential
from bot.answers.leads import LEADS, first_leads, is_about, is_titled, leads, tells_of_matter
from bot.answers.lexicon import is_naming_verb, is_say_verb
from bot.answers.library import Library
from bot.answers.novelty import Told, fresh
from bot.answers.places import Place, find_places, question_words
from bot.answers.storylines import members, storylines
from bot.answers.whereabouts import asked_place, tells_of
from bot.language.script import fold
from bot.language.tokens import words as all_words
from bot.models import Article, Question
from bot.search.coverage import Word, asked_words, text_matches

TOLD_BY = 4  # articles of a story that tell it
OPENING = 600  # characters in which title and first sentences of an article stand
NEWEST = 24  # articles that an overview chooses from
OVERVIEW = 6
ENOUGH = 3
WIDELY = 0.5  # what a story gains by the logarithm of the number of its articles
FURTHER = 0.5  # what the further articles of a story count towards its choice
TALK = 0.7  # what an article counts whose title is that somebody said something
UNTITLED = 0.7  # what one counts whose title does not name the matter
VERB_WITHIN = 4  # words of a title in which the verb of such a one stands


def event_sentences(question: Question, library: Library, now: datetime) -> list[FoundSentence]:
    """What happened: the leads of the best story, then the sentences that cover most of the question."""
    sought = question_words(question)
    words = asked_words(sought)
    places = _places_of_event(question, words, find_places(question, sought, library, now))
    articles = _of_best_story(places, words, question, library, now)
    chosen = [place for place in places if place.article in articles]
    judge = Judge(question, words, places)
    rest = by_score(one for place in chosen for one in judge.answering(place))
    about = [one for one in articles if is_about(one, words, library)]
    opening = [
        one for one in leads(about, library) if is_titled(one.article, words) or tells_of_matter(one, words)
    ]
    return _telling_once(opening, rest)


def _telling_once(opening: Sequence[FoundSentence], rest: Sequence[FoundSentence]) -> list[FoundSentence]:
    """How one article opens, and what the others and the rest add to it."""
    first = [one for one in opening if one.article == opening[0].article]
    told = Told()
    for one in first:
        told.add(one.text)
    return [*first, *fresh([*opening[len(first) :], *rest], told)]


def _of_best_story(
    places: Sequence[Place], words: Sequence[Word], question: Question, library: Library, now: datetime
) -> list[Article]:
    """The articles of the story that most of the best places are of: own language first, best first."""
    best: dict[Article, float] = {}
    for place in places:
        best.setdefault(place.article, place.rank)
    about = {one: rank for one, rank in best.items() if is_about(one, words, library)} or best
    if not about:
        return []
    lines = storylines(best, library)
    chosen = _best_line(about, lines, words, library)
    found = [one for one in best if lines[one.id] == chosen]
    others = [one for one in members(chosen, library, now, question.period) if one not in best]
    ordered = sorted([*found, *others], key=lambda one: one.language != question.language)
    return ordered[:TOLD_BY]


def _best_line(
    ranks: Mapping[Article, float], lines: Mapping[int, int], words: Sequence[Word], library: Library
) -> int:
    """The story whose articles rank best; what many articles tell happened rather than was mentioned."""
    by_line: dict[int, list[float]] = defaultdict(list)
    for article, rank in ranks.items():
        worth_less = (TALK if _is_talk(article) else 1.0) * (1.0 if is_titled(article, words) else UNTITLED)
        by_line[lines[article.id]].append(rank * worth_less)

    def worth(line: int) -> float:
        best = max(by_line[line])
        widely = 1.0 + WIDELY * log(max(1, len(library.stories.articles([line]))))
        return (best + FURTHER * (sum(by_line[line]) - best)) * widely

    return max(by_line, key=worth)


def _is_talk(article: Article) -> bool:
    """Whether an article reports words rather than an event: its title begins with "X said ..."."""
    first = (fold(word) for word in all_words(article.title)[:VERB_WITHIN])
    return any(is_say_verb(word) or is_naming_verb(word) for word in first)


def _places_of_event(question: Question, words: Sequence[Word], found: Sequence[Place]) -> list[Place]:
    """Those that have the essential words and, where only a place is asked for, tell what was there."""
    where = asked_place(question.standalone, words)
    places = [place for place in found if _covers(place, words)]
    return [place for place in places if not where or tells_of(where, place.article.title, _opening(place))]


def _opening(place: Place) -> list[str]:
    """The sentences with which an article begins, as far as they are in this place: they say where it was."""
    pairs = zip(place.sentences, place.texts, strict=True)
    return [text for span, text in pairs if span.start < OPENING][:LEADS]


def _covers(place: Place, words: Sequence[Word]) -> bool:
    """Whether a passage together with its title has the essential words."""
    return essential(words, text_matches(words, " ".join(place.texts), place.article.title))


def overview_sentences(question: Question, library: Library, now: datetime) -> list[FoundSentence]:
    """What the newest stories tell, in the asker's language where enough are: for "what's new?"."""
    newest = library.newest_articles(now, question.period, NEWEST)
    own = [article for article in newest if article.language == question.language]
    chosen = own if len(own) >= ENOUGH or len(own) == len(newest) else newest
    lines = storylines(chosen, library)
    first: dict[int, Article] = {}
    for article in chosen:
        first.setdefault(lines[article.id], article)
    return first_leads(list(first.values())[:OVERVIEW], library)
