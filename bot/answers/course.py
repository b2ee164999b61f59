"""The course of a matter over time: sentences of its articles, stage by stage; it writes no claims."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.answers.evidence import FoundSentence
from bot.answers.facts import by_score
from bot.answers.judging import Judge
from bot.answers.leads import first_leads, is_about, is_titled, leans, on_matter
from bot.answers.library import Library
from bot.answers.places import Place, find_places, question_words
from bot.answers.storylines import linked, members, storylines
from bot.models import Question
from bot.search.coverage import Word, asked_words

COURSE_PASSAGES = 24
ON_MATTER = 2  # articles that are on a matter itself from which those that merely name it are left out
LINKED_OF = 3  # stories whose linked ones are looked at
LINKED = 6  # of those
NEAR_BEST = 0.4  # of the best score, below which an article merely names somebody of the matter
BEHIND = 0.5  # score of the lead of a linked story, of the best score


def timeline_sentences(question: Question, library: Library, now: datetime) -> list[FoundSentence]:
    """The stages of a matter, best first: of each story the best sentence before the second of any.

    A story linked to the best ones counts as a stage even if the search did not find it.
    """
    sought = question_words(question)
    words = asked_words(sought)
    found = course_sentences(
        question, words, find_places(question, sought, library, now, COURSE_PASSAGES), library
    )
    near = [one for one in found if one.score >= NEAR_BEST * found[0].score]
    dated = [one for one in near if one.article.published] or near
    return _by_stage([*dated, *_of_linked(question, words, dated, library, now)], question, library)


def latest_sentences(question: Question, library: Library, now: datetime) -> list[FoundSentence]:
    """The best sentence of each article on the topic, newest article first."""
    sought = question_words(question)
    places = find_places(question, sought, library, now, COURSE_PASSAGES)
    found = course_sentences(question, asked_words(sought), places, library)
    return sorted(found, key=lambda one: one.article.published or "", reverse=True)


def course_sentences(
    question: Question, words: Sequence[Word], places: Sequence[Place], library: Library
) -> list[FoundSentence]:
    """The best sentence of each article on the topic, best article first.

    Where there are enough articles on the matter, those that merely name it are left out.
    """
    judge = Judge(question, words, places)
    best: dict[int, FoundSentence] = {}
    for place in places:
        for one in judge.sentences(place):
            known = best.get(one.article.id)
            if judge.concerns(one) and (known is None or one.score > known.score):
                best[one.article.id] = one
    chosen = on_matter(places, words, library)
    kept = [one for one in best.values() if len(chosen) < ON_MATTER or one.article.id in chosen]
    return by_score(_told_by_lead(one, words, library) for one in kept)


def _told_by_lead(found: FoundSentence, words: Sequence[Word], library: Library) -> FoundSentence:
    """The first sentence of an article whose title is on the matter: it tells what happened.

    Also in the place of one that cannot stand alone.
    """
    if not is_titled(found.article, words) and not leans(found.text):
        return found
    lead = next(iter(first_leads([found.article], library)), found)
    return replace(found, span=lead.span)


def _of_linked(
    question: Question, words: Sequence[Word], found: Sequence[FoundSentence], library: Library, now: datetime
) -> list[FoundSentence]:
    """How the articles of linked stories open, of each story the first that is on the matter."""
    lines = list(dict.fromkeys(storylines([one.article for one in found], library).values()))
    stages: list[FoundSentence] = []
    for line in [one for one in linked(lines[:LINKED_OF], library) if one not in lines][:LINKED]:
        held = members(line, library, now, question.period)
        about = [one for one in held if one.published and is_about(one, words, library)]
        about.sort(key=lambda one: one.language != question.language)
        stages += first_leads(about[:1], library, BEHIND * found[0].score)
    return stages


def _by_stage(found: Sequence[FoundSentence], question: Question, library: Library) -> list[FoundSentence]:
    """Each story's best sentence in the asker's language first; then the others, best first."""
    lines = storylines([one.article for one in found], library)
    first: dict[int, FoundSentence] = {}
    for one in sorted(found, key=lambda one: one.article.language != question.language):
        first.setdefault(lines[one.article.id], one)
    stages = [one for one in found if one in first.values()]
    return [*stages, *(one for one in found if one not in stages)]
