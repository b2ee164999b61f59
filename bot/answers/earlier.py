"""What the turns before a message told: their question, what they named, whom they were about. Pure.

It knows no new question; what one takes over is the business of `carrying` and `context`.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.answers.compound import questions_of
from bot.answers.leaning import Recent, matter
from bot.answers.questions import Parsed
from bot.answers.subjects import Phrase, phrases
from bot.answers.topics import about_phrase
from bot.answers.wording import about
from bot.language.lemmas import lemmas
from bot.models import AskedSpeaker, Language, Question, Turn
from bot.statements.directory import Directory

SPOKEN = frozenset({"said", "said_about", "who_said", "commented", "position"})


class Earlier(NamedTuple):
    """The question before, with the words of its topic as they stand: "про мост"."""

    question: Question
    about: str
    told: tuple[AskedSpeaker, ...] = ()  # whom its answer was about, for "and what did she say?"
    recent: Recent = ()  # the things that the questions so far name
    refused: bool = False  # nothing was found for it


def earlier(parsed: Parsed, turn: Turn, directory: Directory) -> Earlier:
    """`parsed` is the stand-alone wording of the question of `turn`."""
    phrase = about_phrase(parsed.reading, parsed.roles.used)
    refused = turn.answer.refusal is not None
    return Earlier(turn.question, phrase, _told(turn, directory), refused=refused)


def things_of(question: Question) -> tuple[Phrase, ...]:
    """The noun phrases of a question but its period and whose words it asks for."""
    period = question.period.words if question.period else ""
    named = [shown for one in question.speakers for shown in (one.words, one.name)]
    text = _without(question.standalone, [period, *named])  # «министр о мосте» is no one thing
    people = {lemma for word in " ".join(named).split() for lemma in lemmas(word)}
    found = tuple(phrase for part in questions_of(text) for phrase in phrases(part))
    return tuple(phrase for phrase in found if not phrase.keys <= people) or found


def _without(text: str, shown: Sequence[str]) -> str:
    """The text with a comma for each of some words: of "Lee on Leeds", Leeds stays."""
    either = "|".join(re.escape(one) for one in sorted(shown, key=len, reverse=True) if one)
    return re.sub(rf"(?<!\w)(?:{either})(?!\w)", ",", text) if either else text


def _told(turn: Turn, directory: Directory) -> tuple[AskedSpeaker, ...]:
    """The people of the first line of an answer: who says it, else whom it names."""
    if not turn.answer.claims:
        return ()
    first = turn.answer.claims[0]
    found = directory.mentions(first.speaker or first.text, turn.question.language)
    return tuple(match.speaker for match in found if match.how == "name")


def matter_of_words(before: Earlier, language: Language) -> tuple[str, str]:
    """What further words are wanted on, and the same with its preposition as asked: "about the bridge".

    Of "how much did the repair cost?" it is the repair.
    """
    topic = before.question.topic
    spoken = before.question.intent in SPOKEN and (before.about or " " not in topic)
    things = [] if spoken else matter(before.recent)
    if not things:
        return topic, before.about if topic else ""
    return " ".join(one.text for one in things), about(
        ", ".join(one.with_article for one in things), language
    )
