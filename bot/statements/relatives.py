"""Relatives and helpers named by whose they are: «его жена», «ее сестра», «его адвокат».

It looks for the person whom the article introduces in that role; failing that, for the one of the same
surname. It knows nothing of statements.
"""

import re

from bot.language.lemmas import lemmas
from bot.language.script import is_cyrillic
from bot.statements.mentions import WORDS
from bot.statements.office_words import is_owned_role
from bot.statements.people import People, Person

OWNERS = frozenset({"его", "ее", "её", "их"})
MEN = frozenset({"муж", "сын", "брат", "отец"})
WOMEN = frozenset({"жена", "дочь", "сестра", "мать"})
REACH = 3000  # characters over which a role reaches back
_BEFORE = re.compile(r"([а-яё]+)\s$")


def relative(people: People, shown: str, at: int, owner: Person | None) -> Person | None:
    """Who is meant by «его жена» at an offset, when `owner` spoke last; None if the article does not tell."""
    found = WORDS.findall(shown.lower())
    if len(found) != 2 or found[0] not in OWNERS or not is_owned_role(found[1]):
        return None
    role = set(lemmas(found[1]))
    return _introduced(people, role, at) or _of_the_family(people, role, owner)


def _introduced(people: People, role: set[str], at: int) -> Person | None:
    """The last one named with the role before the place: "его женой Верой Орловой"."""
    for place in reversed(people.within(max(0, at - REACH), at)):
        before = _BEFORE.search(people.text[max(0, place.start - 24) : place.start])
        if before and role & set(lemmas(before[1])):
            return place.person
    return None


def _of_the_family(people: People, role: set[str], owner: Person | None) -> Person | None:
    """The only other person of the same surname and of the sex that the role tells."""
    sex = "m" if role & MEN else "f" if role & WOMEN else None
    if owner is None or sex is None or not is_cyrillic(owner.name):
        return None
    stem = _stem(owner)
    others = [p for p in people.all if p is not owner and p.gender == sex and _stem(p) == stem and p.places]
    return others[0] if len(others) == 1 else None


def _stem(person: Person) -> str:
    return person.name.split()[-1][: -1 if person.gender == "f" else None].lower()
