"""Who commented on something: the speakers of a matter with one statement each; it writes no claims."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.answers import ledger
from bot.answers.evidence import FoundStatement
from bot.answers.judging import relevant
from bot.answers.library import Library
from bot.answers.moments import said_in
from bot.answers.places import find_places, question_words
from bot.answers.relevance import shown_parts, text_of
from bot.answers.storylines import members, storylines
from bot.models import Article, AskedSpeaker, Question
from bot.search.coverage import asked_words, text_matches, text_share
from bot.statements.outlets import is_outlet

KNOWN = frozenset({"person", "body"})
OF_STORY = 0.3  # what a statement counts that stands in the story of the matter without naming it
NAMED = 0.75  # share of the matter that a statement of another story names, with the title above it
OWN_LANGUAGE = 0.2
PERSON = 0.1
QUOTED = 0.05
NEWEST = 8  # articles of a story whose statements are looked at


def commented(question: Question, library: Library, now: datetime) -> list[FoundStatement]:
    """The best statement of every person or body that spoke on a matter, best first.

    What names the matter itself comes before what only stands in an article of its story. A refusal to
    comment is no comment, and a news agency passes on those of others.
    """
    sought = question_words(question)
    story = {one.statement.id: one for one in _of_story(question, library, now)}
    words = asked_words(sought)
    naming = [
        one
        for one in ledger.about(sought, question, library, now)
        if one.statement.id in story or text_share(words, _surroundings(one)) >= NAMED
    ]
    known = {one.statement.id for one in naming}
    beside = (one for number, one in story.items() if number not in known)
    return _one_each([*naming, *beside], question, library)


def _surroundings(found: FoundStatement) -> str:
    return f"{found.article.title}\n{text_of(found.article, [found.statement.context])}"


def _of_story(question: Question, library: Library, now: datetime) -> Iterable[FoundStatement]:
    """Every statement of the story of the best place."""
    articles = _story(question, library, now)
    readable = library.readable(article.id for article in articles)
    for article in articles:
        for statement in library.statements_of(article.id):
            if said_in(statement, article, question.period):
                parts = shown_parts(statement, readable.get(article.id, ()))
                yield FoundStatement(statement, article, OF_STORY, None, parts)


def _story(question: Question, library: Library, now: datetime) -> list[Article]:
    """The articles of the story of the best place, when that is on the matter."""
    sought = question_words(question)
    words = asked_words(sought)
    best = next(iter(find_places(question, sought, library, now)), None)
    if best is None:
        return []
    if not relevant(words, text_matches(words, " ".join(best.texts), best.article.title)):
        return []
    (line,) = storylines([best.article], library).values()
    return members(line, library, now, question.period)[-NEWEST:]


def _one_each(found: Iterable[FoundStatement], question: Question, library: Library) -> list[FoundStatement]:
    best: dict[object, FoundStatement] = {}
    for one in sorted(found, key=lambda one: -_worth(one, question)):
        statement = one.statement
        if statement.speaker and _may_comment(statement.speaker, statement.speaker_kind, statement.declined):
            asked = _known_as(statement.speaker, question, library)
            best.setdefault(asked.ids or asked.name, replace(one, asked=asked))
    return list(best.values())


def _known_as(speaker: str, question: Question, library: Library) -> AskedSpeaker:
    """A person under the name of the question's language, so that both scripts are one."""
    match = library.directory().look_up(speaker, question.language)
    return match.speaker if match and match.how == "name" else AskedSpeaker(speaker, speaker)


def _may_comment(speaker: str, kind: str, declined: bool) -> bool:
    return kind in KNOWN and not declined and not is_outlet(speaker)


def _worth(found: FoundStatement, question: Question) -> float:
    """Of statements that fit alike the one in the asker's language, of a person, of quoted words."""
    own = OWN_LANGUAGE * (found.article.language == question.language)
    person = PERSON * (found.statement.speaker_kind == "person")
    return found.score + own + person + QUOTED * (found.statement.kind != "indirect")
