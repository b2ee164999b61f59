"""The persons that an article names: surname to full name, gender and offices, by position.

It is built once per article and knows nothing of statements.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from bot.language.morphology import morph
from bot.language.names import Name, find_names, gender, nominative, word_keys
from bot.language.script import is_cyrillic
from bot.statements.cues import english_cues
from bot.statements.lexicon import words

Gender = Literal["m", "f"]
NOT_PERSONS = words("not_persons.txt")
LEADS = words("name_leads.txt")
_FEMALE = ("Mrs", "Ms", "Miss", "Madame", "Lady", "Dame", "Queen", "г-жа", "госпожа")
_MALE = ("Mr", "Sir", "Lord", "King", "г-н", "господин")
_TITLE_BEFORE = re.compile(rf"\b({'|'.join((*_FEMALE, *_MALE))})\.?\s$")
_SURNAME = re.compile(r"^[А-ЯЁ][а-яё]+(?:[оеё]в|ин|ын|ский|цкий|енко|чук|юк|ян|дзе|швили|[оеё]ва|ина)$")
_WORD = re.compile(r"\S+")
_NAME_MARKS = frozenset({"Name", "Surn", "Patr"})


@dataclass(slots=True)
class Person:
    """One person of an article under the fullest name met; `places` are where he is named."""

    name: str
    gender: Gender | None
    places: list[int] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    sure: bool = False  # a full name or a title says that this is a person


class Place:
    """A name in the text and whom it names."""

    __slots__ = ("end", "person", "start")

    def __init__(self, start: int, end: int, person: Person) -> None:
        self.start = start
        self.end = end
        self.person = person


class People:
    """All persons of a text, found by position; a bare surname is the fullest name that ends in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all: list[Person] = []
        self.places: list[Place] = []
        self._by_surname: dict[str, list[Person]] = {}
        self._keys: dict[str, list[Person]] = {}
        names = [(part, shown) for name in find_names(text) for part, shown in personal_parts(name)]
        for _, full in names:
            if " " in full:
                self._add(full)
        for part, full in names:
            self._note(part, full)
        self._starts = [place.start for place in self.places]

    def _add(self, full: str) -> Person:
        rivals = self._by_surname.setdefault(surname(full), [])
        for person in rivals:
            if _same_given(person.name, full):
                if len(full) > len(person.name) and full.count(" ") < 3:
                    person.name = full
                return person
        person = Person(full, gender(full), sure=" " in full)
        rivals.append(person)
        self.all.append(person)
        if is_cyrillic(full):
            for key in word_keys(full.split()[-1]):
                self._keys.setdefault(key, []).append(person)
        return person

    def _note(self, part: Name, full: str) -> None:
        rivals = self._by_surname.get(surname(full), [])
        if " " in full:
            rivals = [p for p in rivals if _same_given(p.name, full)]
        elif not rivals:
            rivals = self._by_key(part.text)
        if not rivals and " " not in full and len(full) > 2:
            rivals = [self._add(full)] if _may_stand_alone(self.text, part) else []
        if not rivals:
            return
        person = max(rivals, key=lambda p: p.places[-1] if p.places else -1)
        person.places.append(part.start)
        self.places.append(Place(part.start, part.end, person))
        titled = _TITLE_BEFORE.search(self.text[max(0, part.start - 10) : part.start])
        if titled:
            person.gender = "f" if titled[1] in _FEMALE else "m"
            person.sure = True

    def bearer(self, word: str) -> Person | None:
        """The one person of the article whose surname a capitalised word is."""
        if not word[:1].isupper():
            return None
        rivals = [p for p in self._by_surname.get(word.lower(), ()) if p.sure]
        return rivals[0] if len(rivals) == 1 else None

    def _by_key(self, word: str) -> list[Person]:
        """Persons whose surname the word may be a case form of."""
        if not is_cyrillic(word):
            return []
        return list({id(p): p for key in word_keys(word) for p in self._keys.get(key, ())}.values())

    def within(self, start: int, end: int) -> list[Place]:
        """Names that begin between two offsets, in order."""
        return self.places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


@lru_cache(50_000)
def surname(full: str) -> str:
    """The folded last word of a name, without generation marks."""
    parts = [p for p in full.split() if p.rstrip(".") not in ("Jr", "Sr", "II", "III")]
    return (parts[-1] if parts else full).rstrip(".").lower()


def _same_given(one: str, other: str) -> bool:
    """Could both full names be one person's? "Hillary Rodham Clinton" and "Hillary Clinton", "D. Trump"."""
    a, b = one.split()[0].lower().rstrip("."), other.split()[0].lower().rstrip(".")
    if " " not in one or " " not in other:
        return True
    return (
        a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) or (a.startswith(b[:3]) and b.startswith(a[:3]))
    )


def personal_parts(name: Name) -> Iterator[tuple[Name, str]]:
    """The persons in a run of capitals, each with its nominative: titles, peoples and bodies are cut off."""
    for start, end, shown in _parts(name.text):
        yield Name(name.start + start, name.start + end, name.text[start:end]), shown


@lru_cache(50_000)
def _parts(text: str) -> tuple[tuple[int, int, str], ...]:
    pieces = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text)]
    groups = _russian_groups(pieces) if is_cyrillic(text) else [_english_group(pieces)]
    spans = [(group[0][0], group[-1][1]) for group in groups if group]
    return tuple((start, end, nominative(text[start:end])) for start, end in spans)


Piece = tuple[int, int, str]


def _english_group(pieces: list[Piece]) -> list[Piece]:
    while len(pieces) > 1 and _is_lead(pieces[0][2]):
        pieces = pieces[1:]
    while len(pieces) > 1 and pieces[-1][2].rstrip(".") in LEADS:
        pieces = pieces[:-1]
    if len(pieces) > 4 or any(_is_no_person(piece[2]) for piece in pieces):
        return []
    return [] if len(pieces) == 1 and pieces[0][2].rstrip(".") in LEADS else pieces


def _is_lead(word: str) -> bool:
    """A title, a people, a possessor ("Ohio's Governor") or a verb at the start of a sentence."""
    return word.rstrip(".") in LEADS or word.endswith(("'s", "’s")) or word.lower() in english_cues()


def _is_no_person(word: str) -> bool:
    bare = word.rstrip(".,")
    return bare in NOT_PERSONS or (bare.isupper() and len(bare) > 2) or any(c.isdigit() for c in bare)


def _russian_groups(pieces: list[Piece]) -> list[list[Piece]]:
    """Cuts a run at every given name: "Владимира Путина Дмитрий Песков" names two persons."""
    groups: list[list[Piece]] = []
    current: list[Piece] = []
    for piece in pieces:
        kind = _russian_kind(piece[2])
        if kind == "given" and sum(_russian_kind(p[2]) != "initial" for p in current) > 1:
            groups.append(current)
            current = []
        follows = bool(current) and _russian_kind(current[-1][2]) in ("given", "initial")
        if kind == "other" and not (follows and piece[2] not in NOT_PERSONS):
            groups.append(current)
            current = []
        else:
            current.append(piece)
    groups.append(current)
    groups = [_from_given(group) for group in groups]
    return [group for group in groups if group and any(len(piece[2]) > 2 for piece in group)]


def _from_given(group: list[Piece]) -> list[Piece]:
    """Leaves out what stands before a given name and is no surname: "Росавиации Артем Орлов"."""
    first = next((i for i, piece in enumerate(group) if _russian_kind(piece[2]) == "given"), 0)
    if 0 < first < len(group) - 1:
        return group[first:]
    return group


@lru_cache(50_000)
def _russian_kind(word: str) -> Literal["given", "initial", "name", "other"]:
    if len(word.rstrip(".")) == 1:
        return "initial"
    if word.islower():
        return "name"  # a particle: фон, де, аль
    if word in NOT_PERSONS or (word.isupper() and len(word) > 1) or any(c.isdigit() for c in word):
        return "other"
    readings = morph(word.lower())
    if any("Name" in parse.marks for parse in readings[:3]) and not any(
        "Surn" in p.marks for p in readings[:1]
    ):
        return "given"
    if any(parse.marks & _NAME_MARKS for parse in readings):
        return "name"
    if any(parse.known for parse in readings):
        return "other"
    return (
        "name" if not any("Geox" in parse.marks or "Orgn" in parse.marks for parse in readings) else "other"
    )


def _may_stand_alone(text: str, part: Name) -> bool:
    """Is a single capitalised word, of which no full name is known, likely a surname?"""
    if not is_cyrillic(part.text):
        return not text[max(0, part.start - 4) : part.start].endswith(("St. ", "St "))
    quoted = text[max(0, part.start - 1) : part.start] in ("«", "“", '"')
    surname_like = _SURNAME.search(part.text) or any(
        "Surn" in parse.marks for parse in morph(part.text.lower())[:2]
    )
    return not quoted and bool(surname_like)
