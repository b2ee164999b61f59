"""Sentences about a question in its own language: corrections of names, the question as it stands alone."""

import re
from collections.abc import Sequence

from bot.language.morphology import morph
from bot.language.names import gender
from bot.language.nominal import named
from bot.language.script import fold, is_cyrillic
from bot.models import AskedSpeaker, Language
from bot.statements.directory import DirectoryMatch

SAID = {"femn": "сказала", "neut": "сказало", "masc": "сказал"}
IN_CONTEXT = re.compile(r"(?P<own>.*) \((?P<carried>[^()]*)\)(?P<mark>[?!.]?)", re.DOTALL)


def correction(match: DirectoryMatch, language: Language) -> str:
    """How a name was taken, when the reader should know: it was misspelt, or has namesakes; else empty."""
    if match.how != "fuzzy" and not match.others:
        return ""
    words, name = match.words.strip(), match.speaker.name
    others = (" или " if language == "ru" else " or ").join(match.others)
    if language == "ru":
        return f"Считаю, что «{words}» — это {name}" + (f", а не {others}." if others else ".")
    return f"Taking '{words}' as {name}" + (f", not {others}." if others else ".")


def listed(names: Sequence[str], language: Language) -> str:
    """Names joined as in running text."""
    joint = " и " if language == "ru" else " and "
    return ", ".join(names[:-1]) + joint + names[-1] if len(names) > 1 else "".join(names)


def said_question(speakers: Sequence[AskedSpeaker], about: str, period: str, language: Language) -> str:
    """ "What did Ivan Orlov say about the bridge yesterday?"; `about` holds its preposition."""
    names = listed([speaker.name for speaker in speakers], language)
    tail = " ".join(part for part in (about, period) if part)
    if language == "ru":
        verb = "сказали" if len(speakers) > 1 else _russian_said(names)
        return f"Что {verb} {names}{' ' + tail if tail else ''}?"
    return f"What did {names} say{' ' + tail if tail else ''}?"


def who_else_question(about: str, language: Language) -> str:
    """Who else spoke on a matter; `about` holds its preposition."""
    return f"Кто ещё высказался {about}?" if language == "ru" else f"Who else commented {about}?"


def who_question(about: str, language: Language) -> str:
    """Who spoke on a matter; `about` holds its preposition."""
    return f"Кто высказался {about}?" if language == "ru" else f"Who commented {about}?"


def _russian_said(name: str) -> str:
    """The verb for a person by the given name, for a body by its noun: «Россия сказала», «США сказали»."""
    if gender(name) is None and " " not in name and is_cyrillic(name):
        noun = next((parse for parse in morph(fold(name)) if parse.case == "nomn"), None)
        if noun is not None:
            return "сказали" if noun.number == "plur" else SAID.get(noun.gender, "сказал")
    return "сказала" if gender(name) == "f" else "сказал"


def about(topic: str, language: Language) -> str:
    """Words of a topic after a preposition that needs no case form."""
    if not topic:
        return ""
    return f"на тему «{named(topic)}»" if language == "ru" else f"about {topic}"


def with_context(text: str, context: str) -> str:
    """A question with what the conversation adds, in brackets."""
    text = text.strip()
    text = text[:1].upper() + text[1:]
    if not context:
        return text
    mark = text[-1] if text[-1:] in "?!." else ""
    return f"{text[: len(text) - len(mark)]} ({context}){mark}"


def without_context(text: str) -> tuple[str, str]:
    """What `with_context` made, taken apart: the question itself, and what stands in brackets or nothing."""
    found = IN_CONTEXT.fullmatch(text.rstrip())
    return (found["own"] + found["mark"], found["carried"]) if found else (text, "")
