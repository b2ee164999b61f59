"""Whom a pronoun may mean: the person who opened a sentence last, else the one named last.

It looks at names and sentences and knows nothing of who spoke.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from bot.models import Span
from bot.statements.lexicon import sections
from bot.statements.people import Gender, People, Person, Place

GRAMMAR = sections("grammar_en.txt")
INTRODUCING = GRAMMAR["preposition"] | GRAMMAR["subordinator"]
VERBS = GRAMMAR["finite"]  # "They left Ann Lee": no subject
WINDOW = 150  # characters before a name that may open its clause
_CLAUSE = re.compile(r"(?:[;:]|[,»”\"]\s[—–-])[\s“\"«'(—–-]*(?:[\w-]+[.,]?\s+){0,4}$")
_OPENING = re.compile(rf"^[\s“\"«'(—–-]*(?:[\w-]+[.,]?\s+){{0,4}}$|{_CLAUSE.pattern}")
_FIRST = re.compile(r"[^\W\d_]+")
_INTRODUCED = re.compile(r",\s$")  # "At the peak of his speech, Ann Lee handed ..."
_VERB_NEXT = re.compile(r"\s(?!(?:and|or)\s)[a-z]")


class Antecedents:
    """The persons of one article as pronouns find them."""

    def __init__(self, people: People, sentences: Sequence[Span]) -> None:
        self._people = people
        self._text = people.text
        self._sentences = [sentence.start for sentence in sentences]

    def subject(self, start: int, end: int, sex: Gender) -> Person | None:
        """The last person of that gender who opens a sentence between two places."""
        return next((place.person for place in self._named(start, end, sex) if self._opens(place)), None)

    def named(self, start: int, end: int, sex: Gender) -> Person | None:
        """The last person of that gender who is named between two places."""
        return next((place.person for place in self._named(start, end, sex)), None)

    def _named(self, start: int, end: int, sex: Gender) -> Iterator[Place]:
        """The places where such a person is named, the last one first."""
        for place in reversed(self._people.within(start, end)):
            if may_be(place.person, sex) and self._is_person(place.person):
                yield place

    def _is_person(self, person: Person) -> bool:
        """ "Las Vegas" looks like a name, but has no gender and is nowhere called "Vegas" alone."""
        known = person.gender is not None or bool(person.offices)
        return known or self._people.is_called_shortly(person)

    def _opens(self, place: Place) -> bool:
        """Does a sentence begin shortly before the name, without another name between?"""
        start = self._sentences[max(0, bisect_right(self._sentences, place.start) - 1)]
        before = self._text[start : place.start]
        shown = max(start, place.start - WINDOW)
        opening = (_OPENING if shown == start else _CLAUSE).search(self._text[shown : place.start])
        if opening is None or self._is_anybody_named(shown + opening.start(), place.start):
            return self._is_introduced(before, place.end)
        return VERBS.isdisjoint(opening.group().split())

    def _is_anybody_named(self, start: int, end: int) -> bool:
        return any(place.person.sure for place in self._people.within(start, end))

    def _is_introduced(self, before: str, end: int) -> bool:
        """Does a comma that ends an introduction stand before the name, and a verb behind it?"""
        first = _FIRST.search(before)
        introduces = first is not None and first.group().lower() in INTRODUCING
        return bool(introduces and _INTRODUCED.search(before) and _VERB_NEXT.match(self._text, end))


def may_be(person: Person, sex: Gender | None) -> bool:
    """Is it surely a person, and of that gender as far as is known?"""
    return person.sure and (sex is None or person.gender in (sex, None))
