"""Which of several holders of an office is asked about: him whom the articles on the matter give it.

"And what did the mayor say?" after a flood in Dolsk is asked of the mayor of Dolsk, whoever is quoted most.
Whom an office means in the whole library is overruled only by several statements of another there.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.answers.ledger import said
from bot.answers.library import Library
from bot.answers.wording import correction
from bot.language.script import fold
from bot.models import AskedSpeaker, Question, Statement
from bot.statements.directory import DirectoryMatch
from bot.statements.holders import has_office

NEAREST = 12  # passages on the matter whose articles are looked at
QUOTING = frozenset({"said", "position"})
# statements in those articles that make another the one meant: in the midst of a matter, on a topic on which
# whom it was taken for said nothing, and on one on which he did
IN_CONTEXT, UNHEARD, HEARD = 1, 2, 3


def with_near_holders(question: Question, library: Library, now: datetime) -> Question:
    """The question asked of those who hold its offices where its matter is told, if it has a matter."""
    matter = f"{question.topic} {question.context}".strip()
    if question.intent not in QUOTING or not matter:
        return question
    for match in _ambiguous(question, library):
        told = _told_on(matter, question, library, now)
        names = Counter(_holders(match.words, told))
        if not _is_near(names, match.speaker):
            question = _asked_of(_chosen(names, match, question, library, now), match, question)
    return question


def _ambiguous(question: Question, library: Library) -> list[DirectoryMatch]:
    """The offices in the words of a question that several speakers hold; not those that it goes on with."""
    typed = (one.words for one in question.speakers if fold(one.words) in fold(question.text))
    found = (library.directory().look_up(words, question.language) for words in typed)
    return [match for match in found if match and match.how == "office" and match.others]


def _told_on(matter: str, question: Question, library: Library, now: datetime) -> list[Statement]:
    """All statements of the articles nearest to a matter."""
    found = library.passages(matter, now, question.period, NEAREST)
    articles = dict.fromkeys(article.id for _, article, _ in found)
    return [one for number in articles for one in library.statements_of(number)]


def _holders(words: str, statements: Iterable[Statement]) -> list[str]:
    """Who is said to have an office, by full name, once for each statement."""
    persons = ((one.speaker or "", one.offices) for one in statements if one.speaker_kind == "person")
    return [name for name, offices in persons if " " in name and has_office(words, offices)]


def _is_near(names: Iterable[str], speaker: AskedSpeaker) -> bool:
    """Whether whom an office was taken for is among those who are said to have it."""
    return any(_surname(name) == _surname(speaker.name) for name in names)


def _surname(name: str) -> str:
    return fold(name.split()[-1])


def _chosen(
    names: Counter[str], match: DirectoryMatch, question: Question, library: Library, now: datetime
) -> AskedSpeaker:
    """Whom the question asks: another holder, whom it was taken for, or nobody in the midst of a matter."""
    name, count = next(iter(names.most_common(1)), ("", 0))
    needed = IN_CONTEXT
    if question.topic:
        needed = HEARD if said(replace(question, speakers=(match.speaker,)), library, now) else UNHEARD
    if count >= needed:
        return library.directory().find(name, question.language)
    return match.speaker if question.topic else AskedSpeaker(match.words, match.words)


def _asked_of(near: AskedSpeaker, match: DirectoryMatch, question: Question) -> Question:
    """The question asked of somebody else than whom its office was taken for."""
    if near == match.speaker:
        return question
    told = correction(match, question.language)
    taken = match._replace(speaker=near, others=(match.speaker.name,))
    anew = (correction(taken, question.language),) if near.ids else ()
    return replace(
        question,
        standalone=question.standalone.replace(match.speaker.name, near.name, 1),
        speakers=tuple(near if one == match.speaker else one for one in question.speakers),
        corrections=(*(one for one in question.corrections if one != told), *anew),
    )
