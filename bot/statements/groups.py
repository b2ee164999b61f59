"""Whom «они» means when no group has spoken: two persons named together, or those a sentence begins with.

It looks a short way back and knows nothing of statements.
"""

import re
from itertools import pairwise

from bot.language.morphology import morph
from bot.statements.people import People

REACH = 300  # characters that "they" reaches back
_JOINT = re.compile(r"\s(?:и|and)\s(?:(?:его|ее|её|их|his|her|their)\s\w+\s)?")
_OPENING = re.compile(r"(?:^|[.!?…]\s|\n)([А-ЯЁ][а-яё]+)(?=\s)")


def group_before(people: People, at: int) -> str | None:
    """The name of the last group before an offset: "Ann Lee and Bob Orr", «ученые»; None for none."""
    pair = _pair(people, at)
    opener = _opener(people.text, max(0, at - REACH), at)
    if pair and (opener is None or pair[0] > opener[0]):
        return pair[1]
    return opener[1] if opener else None


def _pair(people: People, at: int) -> tuple[int, str] | None:
    inside = people.within(max(0, at - REACH), at)
    for one, other in reversed(list(pairwise(inside))):
        joint = _JOINT.fullmatch(people.text, one.end, other.start)
        if joint and one.person is not other.person:
            return one.start, f"{one.person.name} {joint.group().split()[0]} {other.person.name}"
    return None


def _opener(text: str, start: int, at: int) -> tuple[int, str] | None:
    """The plural noun for persons with which the last sentence begins."""
    last = None
    for match in _OPENING.finditer(text, start, at):
        if is_plural_person(match[1].lower()):
            last = match.start(1), match[1].lower()
    return last


def is_plural_person(word: str) -> bool:
    """Is the word, most likely, persons in the nominative?"""
    readings = [p for p in morph(word) if p.pos == "NOUN"]
    return any(p.case == "nomn" and p.number == "plur" and "anim" in p.marks for p in readings[:2])
