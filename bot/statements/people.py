"""The persons that an article names: surname to full name, gender and offices, by position.

It is built once per article and knows nothing of statements.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from bot.language.cases import of_a_man
from bot.language.morphology import morph
from bot.language.names import Name, find_names, gender, word_keys
from bot.language.script import is_cyrillic
from bot.statements.lexicon import sections
from bot.statements.name_parts import personal_parts

Gender = Literal["m", "f"]
_GOVERNING = sections("grammar_ru.txt")["noun_frames"] | {"у", "от", "для", "против", "слова", "ссылкой"}
_FEMALE = ("Mrs", "Ms", "Miss", "Madame", "Lady", "Dame", "Queen", "г-жа", "госпожа")
_MALE = ("Mr", "Sir", "Lord", "King", "г-н", "господин")
_TITLE_BEFORE = re.compile(rf"\b({'|'.join((*_FEMALE, *_MALE))})\.?\s$")
_SURNAME = re.compile(r"^[А-ЯЁ][а-яё]+(?:[оеё]в|ин|ын|ский|цкий|енко|чук|юк|ян|дзе|швили|[оеё]ва|ина)$")
_CREDIT = re.compile(r" / \S")
_CREDITED = ("Фото: ", "Photo: ")
_GENERATION = re.compile(r"(?:[JS]r\.?|[IVX]{2,}|V)$")
_JUNIOR = (" Jr", " Jr.")
_LAST_WORDS = re.compile(r"([а-яё]+)\s(?=(?:[а-яё]+\s)?$)")


@dataclass(slots=True)
class Person:
    """One person of an article under the fullest name met; `places` are where he is named."""

    name: str
    gender: Gender | None
    places: list[int] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    sure: bool = False  # a full name or a title says that this is a person
    in_full: int = 0  # how often he is named with more than a surname


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
        names = [self._upright(*name) for run in find_names(text) for name in personal_parts(run)]
        for _, full in names:
            if " " in full:
                self._add(full).in_full += 1
        for part, full in names:
            self._note(part, full)
        self._short: set[int] | None = None  # those called by less than their name, once asked for
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
        if _CREDIT.match(self.text, part.end) or self.text.endswith(_CREDITED, 0, part.start):
            return
        title = self._title_before(part.start)
        rivals: Sequence[Person] = self._rivals(part, full) or self._alone(part, full)
        if title:
            rivals = [p for p in rivals if p.gender in (title, None)] or rivals
        if not rivals:
            return
        if not _GENERATION.search(part.text):  # "Trump" is rather not "Trump Jr."
            rivals = [p for p in rivals if not p.name.endswith(_JUNIOR)] or rivals
        person = self._meant(rivals, full)
        person.places.append(part.start)
        self.places.append(Place(part.start, part.end, person))
        if title:
            person.gender = title
            person.sure = True

    def _meant(self, rivals: Sequence[Person], full: str) -> Person:
        """Of several the one named last; by a bare surname rather him whom the text names in full most often.

        Of a president and his wife only he is called so without more.
        """
        most = max(p.in_full for p in rivals)
        main = rivals if " " in full else [p for p in rivals if 2 * p.in_full > most]
        return max(main or rivals, key=lambda p: p.places[-1] if p.places else -1)

    def _title_before(self, start: int) -> Gender | None:
        titled = _TITLE_BEFORE.search(self.text[max(0, start - 10) : start])
        if titled is None:
            return None
        return "f" if titled[1] in _FEMALE else "m"

    def _rivals(self, part: Name, full: str) -> list[Person]:
        """Those of whom the name may be meant."""
        rivals = self._by_surname.get(surname(full), [])
        if " " in full:
            return [p for p in rivals if _same_given(p.name, full)]
        if rivals and self._is_governed(part):
            bent = [p for p in self._by_key(part.text) if surname(p.name) != part.text.lower()]
            return bent or rivals
        return rivals or self._by_key(part.text)

    def _upright(self, part: Name, shown: str) -> tuple[Name, str]:
        """ "министра Валерия Фалькова" is no woman: what governs the name tells its case."""
        bent = shown == part.text and " " in shown and is_cyrillic(shown) and self._is_governed(part)
        return part, (of_a_man(shown) if bent else shown)

    def _is_governed(self, part: Name) -> bool:
        """Does a word stand before the name that wants the genitive ("по словам Орлова")?"""
        before = _LAST_WORDS.findall(self.text[max(0, part.start - 40) : part.start])[-2:]
        if before and before[-1] not in _GOVERNING and _is_genitive(before[-1]):
            before.pop()  # "по словам министра Валерия Фалькова"
        return bool(before) and before[-1] in _GOVERNING

    def _alone(self, part: Name, full: str) -> Sequence[Person]:
        """A new person under a bare surname."""
        if " " in full or len(full) < 3 or not _may_stand_alone(self.text, part):
            return ()
        return (self._add(full),)

    def bearer(self, word: str) -> Person | None:
        """The one person of the article whose surname a capitalised word is."""
        if not word[:1].isupper():
            return None
        rivals = [p for p in self._by_surname.get(word.lower()) or self._by_key(word) if p.sure]
        return rivals[0] if len(rivals) == 1 else None

    def in_full(self, label: str) -> list[Person]:
        """Those whom the text names in full, or by a title, and a label names, in full or by surname."""
        bearers = self._by_surname.get(surname(label)) or self._by_key(label.split()[-1])
        return [one for one in bearers if " " in one.name or one.sure]

    def is_called_shortly(self, person: Person) -> bool:
        """Is the person called by one word, or less than the full name, as whoever has been introduced is?"""
        if self._short is None:
            self._short = {
                id(place.person)
                for place in self.places
                if place.end - place.start < len(place.person.name) or " " not in place.person.name
            }
        return id(person) in self._short

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
    parts = [p for p in full.split() if not _GENERATION.match(p)]
    return (parts[-1] if parts else full).rstrip(".").lower()


@lru_cache(20_000)
def _is_genitive(word: str) -> bool:
    """Is it a noun for a man in the genitive or accusative and nothing else: «министра», «главу»?"""
    readings = [p for p in morph(word) if p.pos == "NOUN"]
    return bool(readings) and all(p.case in ("gent", "accs") and "anim" in p.marks for p in readings)


def _same_given(one: str, other: str) -> bool:
    """Could both full names be one person's? "Hillary Rodham Clinton" and "Hillary Clinton", "D. Trump"."""
    a, b = one.split()[0].lower().rstrip("."), other.split()[0].lower().rstrip(".")
    if " " not in one or " " not in other:
        return True
    return (
        a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) or (a.startswith(b[:3]) and b.startswith(a[:3]))
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
