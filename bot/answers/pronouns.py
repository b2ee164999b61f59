"""Whom "he", "she" or "they" of a message means after other messages. Pure.

It knows people; what "it" stands for is the business of `leaning`.
"""

from dataclasses import replace

from bot.answers.earlier import Earlier
from bot.answers.questions import Parsed
from bot.language.names import gender
from bot.language.script import fold, is_cyrillic
from bot.models import AskedSpeaker, Question
from bot.statements.directory import Directory

PERSONAL = {
    "he": "m",
    "he's": "m",
    "him": "m",
    "his": "m",
    "she": "f",
    "she's": "f",
    "her": "f",
    "он": "m",
    "его": "m",
    "ему": "m",
    "нем": "m",
    "ним": "m",
    "него": "m",
    "нему": "m",
    "она": "f",
    "ее": "f",
    "ей": "f",
    "ней": "f",
    "нее": "f",
    "нею": "f",
    "they": "",
    "them": "",
    "their": "",
    "они": "",
    "их": "",
    "им": "",
    "них": "",
}
NOMINATIVE = frozenset({"he", "she", "он", "она"})
POSSESSIVE = frozenset({"his", "their"})


def meant_by(pronoun: str, before: Earlier, directory: Directory) -> tuple[AskedSpeaker, ...]:
    """Whom a pronoun means: those asked about, else for "he" or "she" somebody whom the answer named."""
    wanted = PERSONAL.get(pronoun, "")
    question = before.question
    people = _asked_about(question, directory)
    if not wanted:
        return people
    told = [one for one in before.told if gender(one.name) == wanted]
    if question.wanted == "who" and told and not any(map(_is_named, people)):
        return tuple(told[:1])  # "who is the new mayor?" was answered
    fitting = [one for one in people if gender(one.name) in (wanted, None)]
    return tuple((fitting or told)[:1])


def _asked_about(question: Question, directory: Directory) -> tuple[AskedSpeaker, ...]:
    """The people of a question: whose words it asks for, who passed them on, or whom it names."""
    passed_on = (question.relayed_by,) if question.relayed_by else ()
    return question.speakers or passed_on or _people_in(question, directory)


def _is_named(person: AskedSpeaker) -> bool:
    """Whether a question named somebody, rather than an office."""
    return any(word[:1].isupper() for word in person.words.split())


def _people_in(question: Question, directory: Directory) -> tuple[AskedSpeaker, ...]:
    found = directory.mentions(question.topic, question.language)
    return tuple(match.speaker for match in found if match.how != "body")


def as_asked(person: AskedSpeaker, before: Question) -> AskedSpeaker:
    """Somebody whom a question named, but not as a speaker, by its own words.

    Of namesakes the one who speaks most need not be the one it is about.
    """
    if person in before.speakers or person.words not in before.topic or person.words.islower():
        return person  # "the new coach" is told by the name of whoever that is
    surname = fold(person.name).split()[-1:]
    is_upright = not is_cyrillic(person.name) or fold(person.words).split()[-1:] == surname
    return replace(person, name=person.words) if is_upright else person


def person_referred(parsed: Parsed, before: Earlier, directory: Directory) -> AskedSpeaker | None:
    """Whom "he" or "she" means in a question that is no frame of saying."""
    pronoun = next((unit.low for unit in parsed.reading.units if PERSONAL.get(unit.low)), "")
    meant = meant_by(pronoun, before, directory) if pronoun else ()
    return as_asked(meant[0], before.question) if meant else None


def substituted(parsed: Parsed, person: AskedSpeaker) -> str:
    """The question with the name in the place of the first pronoun, unless the name had to be inflected."""
    unit = next(unit for unit in parsed.reading.units if PERSONAL.get(unit.low))
    name = person.name
    if parsed.question.language == "ru" and unit.low not in NOMINATIVE:
        return parsed.reading.text
    if parsed.question.language == "en" and unit.low in POSSESSIVE:
        name += "'s"
    text = parsed.reading.text
    return text[: unit.start] + name + text[unit.end :]
