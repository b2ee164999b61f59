"""Which of several holders of an office is asked about: him whom the articles on the matter give it.

"And what did the mayor say?" after a flood in Dolsk is asked of the mayor of Dolsk, whoever is quoted most.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.answers.library import Library
from bot.answers.wording import correction
from bot.models import AskedSpeaker, Question, Statement
from bot.statements.directory import DirectoryMatch
from bot.statements.holders import has_office

FEW = 5  # holders of an office in the articles on one matter
NEAREST = 12  # passages on the matter whose articles are looked at
QUOTING = frozenset({"said", "position"})


def with_near_holders(question: Question, library: Library, now: datetime) -> Question:
    """The question asked of those who hold its offices where its matter is told, if it has a matter."""
    matter = f"{question.topic} {question.context}".strip()
    if question.intent not in QUOTING or not matter:
        return question
    told: list[Statement] = []
    for match in _ambiguous(question, library):
        told = told or _told_on(matter, question, library, now)
        question = _asked_of(_holders(match.words, told), match, question, library)
    return question


def _ambiguous(question: Question, library: Library) -> list[DirectoryMatch]:
    """The offices in a question that several speakers hold."""
    found = (library.directory().look_up(one.words, question.language) for one in question.speakers)
    return [match for match in found if match and match.how == "office" and match.others]


def _told_on(matter: str, question: Question, library: Library, now: datetime) -> list[Statement]:
    """All statements of the articles nearest to a matter."""
    found = library.passages(matter, now, question.period, NEAREST)
    articles = dict.fromkeys(article.id for _, article, _ in found)
    return [one for number in articles for one in library.statements_of(number)]


def _holders(words: str, statements: Iterable[Statement]) -> list[str]:
    """The names of those who are said to have an office, the one who speaks most first."""
    names = Counter(
        one.speaker
        for one in statements
        if one.speaker and one.speaker_kind == "person" and has_office(words, one.offices)
    )
    return [name for name, _ in names.most_common(FEW)]


def _asked_of(names: Sequence[str], match: DirectoryMatch, question: Question, library: Library) -> Question:
    """The question asked of the first of these, unless whom it was taken for is among them.

    Of nobody whom the library knows, when there are none.
    """
    found = [library.directory().find(name, question.language) for name in names]
    known = {number for one in found for number in one.ids}
    if not known.isdisjoint(match.speaker.ids):
        return question
    near = found[0] if found else AskedSpeaker(match.words, match.words)
    told = correction(match, question.language)
    taken = match._replace(speaker=near, others=(match.speaker.name,))
    anew = (correction(taken, question.language),) if found else ()
    return replace(
        question,
        standalone=question.standalone.replace(match.speaker.name, near.name, 1),
        speakers=tuple(near if one == match.speaker else one for one in question.speakers),
        corrections=(*(one for one in question.corrections if one != told), *anew),
    )
