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
    for speaker in question.speakers:
        match = library.directory().look_up(speaker.words, question.language)
        if match and match.how == "office" and match.others:
            passages = library.passages(matter, now, question.period, NEAREST)
            articles = dict.fromkeys(article.id for _, article, _ in passages)
            statements = (one for number in articles for one in library.statements_of(number))
            question = _asked_of(_holders(match.words, statements), match, question, library)
    return question


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
    anew = correction(taken, question.language) if near.ids else ""
    return replace(
        question,
        standalone=question.standalone.replace(match.speaker.name, near.name),
        speakers=tuple(near if one == match.speaker else one for one in question.speakers),
        corrections=tuple(filter(None, (anew if one == told else one for one in question.corrections))),
    )
